import { type Finding, isMendedInWords, mendOf, type Severity } from "@khop/core";
import type { Figure } from "@khop/reader";
import type { Places } from "@khop/reader/checked";
import { figuresOf, valueText } from "@khop/reader/checked";
import type { Examined } from "../examined.ts";
import { type Excerpt, excerptAbout, marksUnder, type Stretch, styled } from "./excerpt.ts";
import type { Screen } from "./screen.ts";
import { shown, widthOf, wrap } from "./width.ts";

const mostRelated = 8;

/** One finding as the terminal shows it: where, the line with its figures marked, the arithmetic, the likely value. */
export function findingLines(finding: Finding, document: Examined, places: Places, screen: Screen): string[] {
  const { colour, words } = screen;
  const figures = figuresOf(finding, document);
  const suspects = finding.suspects.flatMap(({ cell }) => document.figureOf(cell) ?? []);
  const main = suspects[0] ?? figures[0];
  const accused = new Set(finding.ambiguous ? [] : suspects.slice(0, 1));
  const paint = painter(finding.severity, screen);
  const name = document.source.file === "-" ? "stdin" : document.source.file;

  const where =
    main === undefined ? name : `${name}:${places.inFile(main.start) === undefined ? "" : " "}${places.named(main.start, words)}`;
  const lines = [
    `${paint(colour.bold(words.severity[finding.severity]))}  ${colour.bold(shown(where))}  ${colour.dim(`${finding.code}  [${document.findingId(finding)}]`)}`,
  ];

  const marks = figures.map((figure) => ({ figure, sign: accused.has(figure) ? "^" : "~" }));
  lines.push(
    ...excerptLines(
      main === undefined ? marks : [{ figure: main, sign: accused.has(main) ? "^" : "~" }, ...marks],
      document,
      places,
      screen,
      paint,
    ),
  );
  lines.push(...messageLines(finding.message[screen.language], screen));
  lines.push(...likelyLines(finding, document, places, screen));
  return lines;
}

/** The arithmetic sentence, wrapped; the likely value in it stays on one line and stands out. */
function messageLines(message: string, { colour, words, width }: Screen): string[] {
  const likely = new RegExp(`${words.likely}\\s\\S+(?:\\s%)?`, "g");
  const kept = shown(message).replace(likely, (phrase) => phrase.replaceAll(" ", "\u00a0"));
  return wrap(kept, width - 4).map(
    (line) => `    ${line.replaceAll("\u00a0", " ").replace(likely, (phrase) => colour.bold(colour.green(phrase)))}`,
  );
}

interface Mark {
  readonly figure: Figure;
  readonly sign: string;
}

/** The lines of text that the figures stand on, the first figure's first; figures that one excerpt shows share it. */
function excerptLines(marks: readonly Mark[], document: Examined, places: Places, screen: Screen, paint: Paint): string[] {
  const { colour, words } = screen;
  const unique = [...new Map(marks.map((mark) => [mark.figure, mark])).values()];
  const gutter = String(unique.reduce((most, { figure }) => Math.max(most, places.at(figure.start).line), 1)).length;
  const margin = `  ${" ".repeat(gutter)} ${colour.dim("│")} `;
  const lines: string[] = [];
  let waiting = unique;
  let blocks = 0;
  while (waiting.length > 0 && blocks < mostRelated) {
    const [{ figure }] = waiting as [Mark];
    const { line } = places.at(figure.start);
    const room = screen.width - gutter - 5;
    const whole = places.line(line);
    const piece = excerptAbout(document.text, whole, stretchOf(figure, waiting, document.text, whole, room), room);
    const inside = waiting.filter((mark) => within(mark.figure, piece) || mark.figure === figure);
    waiting = waiting.filter((mark) => !inside.includes(mark));
    const spans = inside.map(({ figure: { start, end }, sign }) => ({ start, end, sign, style: sign === "^" ? paint : colour.underline }));
    lines.push(`  ${colour.dim(String(line).padStart(gutter))} ${colour.dim("│")} ${styled(document.text, piece, spans)}`);
    lines.push(margin + markRow(marksUnder(document.text, piece, spans), paint, screen));
    blocks += 1;
  }
  if (waiting.length > 0) lines.push(`${margin}${colour.dim(words.andMore(waiting.length))}`);
  return lines;
}

/** The figure with as many of its neighbours on the line as one excerpt has room for. */
function stretchOf(figure: Figure, marks: readonly Mark[], text: string, line: Stretch, room: number): Stretch {
  let stretch: Stretch = figure;
  const others = marks.map((mark) => mark.figure).filter(({ start, end }) => start >= line.start && end <= line.end);
  others.sort((a, b) => Math.abs(a.start - figure.start) - Math.abs(b.start - figure.start));
  for (const { start, end } of others) {
    const wider = { start: Math.min(stretch.start, start), end: Math.max(stretch.end, end) };
    if (wider.end - wider.start < 4 * room && widthOf(text.slice(wider.start, wider.end)) <= room - 16) stretch = wider;
  }
  return stretch;
}

const within = (figure: Figure, piece: Excerpt): boolean => figure.start >= piece.start && figure.end <= piece.end;

const markRow = (row: string, paint: Paint, { colour }: Screen): string =>
  row.replace(/\^+|~+/g, (run) => (run.startsWith("^") ? paint(run) : colour.dim(run)));

/** The likely value, or the candidates when several repairs are about as likely. */
function likelyLines({ suspects, ambiguous, message }: Finding, document: Examined, places: Places, screen: Screen): string[] {
  const { colour, words, language } = screen;
  const known = suspects.flatMap((suspect) => {
    const { cell, expected } = suspect;
    const figure = document.figureOf(cell);
    const text = () => (!isMendedInWords(suspect) ? expected && valueText(figure as Figure, expected) : mendOf(suspect, language)?.right);
    return figure === undefined ? [] : [{ figure, text: text() ?? undefined }];
  });
  const [first] = known;
  if (first === undefined) return [];
  if (!ambiguous) {
    if (known.length > 1 || first.text === undefined || message[language].includes(words.likely)) return [];
    return [`    ${colour.green("→")} ${shown(first.figure.text)}: ${words.likely} ${colour.bold(colour.green(first.text))}`];
  }
  const width = Math.max(...known.map(({ figure }) => widthOf(figure.text)));
  return known.map(({ figure, text }) => {
    const candidate = text === undefined ? "" : ` ${colour.dim("→")} ${colour.bold(text)}?`;
    return `      ${" ".repeat(width - widthOf(figure.text))}${shown(figure.text)}${candidate}  ${colour.dim(places.named(figure.start, words))}`;
  });
}

type Paint = (text: string) => string;

function painter(severity: Severity, { colour }: Screen): Paint {
  switch (severity) {
    case "error":
      return colour.red;
    case "warning":
      return colour.yellow;
    case "review":
      return colour.magenta;
    case "info":
      return colour.cyan;
  }
}
