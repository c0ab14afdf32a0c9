import { type LayoutFinding, type Severity, severities } from "@khop/core";
import type { Places } from "@khop/reader/checked";
import { type Examined, isSheet } from "../examined.ts";
import { excerptAbout, marksUnder, styled } from "./excerpt.ts";
import { number, type Screen } from "./screen.ts";
import type { SummaryRow } from "./summary.ts";
import { shown, wrap } from "./width.ts";

/** So many further places are named. */
const mostPlaces = 4;
/** A longer stretch is a line as a whole, and is shown without marks. */
const longestMark = 40;

const colours: Readonly<Record<Severity, "red" | "yellow" | "magenta" | "cyan">> = {
  error: "red",
  warning: "yellow",
  review: "magenta",
  info: "cyan",
};

/** One layout finding as the terminal shows it: where, the line, what was measured against which rule, and where else. */
export function layoutLines(
  { severity, code, message, places: all }: LayoutFinding,
  document: Examined,
  places: Places,
  screen: Screen,
): string[] {
  const { colour, words, language, width } = screen;
  const name = document.source.file === "-" ? "stdin" : document.source.file;
  const { text } = document;
  const [first, ...others] = all;
  const where =
    first === undefined ? name : `${name}:${places.inFile(first.start) === undefined ? "" : " "}${places.named(first.start, words)}`;
  const lines = [`${colour[colours[severity]](colour.bold(words.severity[severity]))}  ${colour.bold(shown(where))}  ${colour.dim(code)}`];
  if (first !== undefined) {
    const { line } = places.at(first.start);
    const gutter = String(line).length;
    const whole = places.line(line);
    const stretch = { start: first.start, end: Math.min(first.end, first.start + longestMark, whole.end) };
    const piece = excerptAbout(text, whole, stretch, width - gutter - 5);
    lines.push(`  ${colour.dim(String(line))} ${colour.dim("│")} ${styled(text, piece, [])}`);
    const isPart = text.slice(whole.start, first.start).trim() !== "" || text.slice(first.end, whole.end).trim() !== "";
    if (isPart && first.end - first.start < longestMark)
      lines.push(`  ${" ".repeat(gutter)} ${colour.dim("│")} ${colour.dim(marksUnder(text, piece, [{ ...stretch, sign: "~" }]))}`);
  }
  lines.push(...wrap(shown(message[language]), width - 4).map((line) => `    ${line}`));
  if (others.length > 0) {
    const named = others.slice(0, mostPlaces).map(({ start }) => places.named(start, words));
    const list = [...new Set(named), ...(others.length > mostPlaces ? ["…"] : [])].join("; ");
    lines.push(...wrap(words.layout.also(others.length, list), width - 4).map((line) => `    ${colour.dim(line)}`));
  }
  return lines;
}

/** The row of the summary that tells of the layout; none where it was not asked for. */
export function layoutRows({ layout, source }: Examined, { words, language }: Screen): SummaryRow[] {
  if (layout === undefined) return [];
  const { regime, findings, day } = layout;
  const counted = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${number(count, language)} ${words.counted[severity]}`];
  });
  const told = counted.length === 0 ? [words.layout.right] : counted;
  const items =
    regime === undefined
      ? isSheet(source)
        ? words.layout.sheet
        : [words.layout.noRegime(day)]
      : [...told, words.layout.by(regime.name[language]), ...(source.format === "docx" ? [] : [words.layout.unmeasured])];
  return [[words.layout.title, items, " · "]];
}
