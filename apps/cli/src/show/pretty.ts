import { relative } from "node:path";
import { atLeast, periodName, type Severity, severities } from "@khop/core";
import { Places } from "@khop/reader/checked";
import { type Examined, openFindings } from "../examined.ts";
import type { Stale } from "../waivers/match.ts";
import { findingLines } from "./finding.ts";
import { layoutLines, layoutRows } from "./layout.ts";
import { notesOf } from "./notes.ts";
import { number, type Screen } from "./screen.ts";
import { summaryLines, type Tally, tallyOf } from "./summary.ts";
import { shown, wrap } from "./width.ts";

/** What stands behind all documents, as blocks: the summary of several, and the waivers that nothing matched. */
export function prettyEnd(documents: number, sum: Tally, stale: readonly Stale[], screen: Screen): string[] {
  const { words, colour, language } = screen;
  const total = [colour.bold(`${words.all}: ${words.files(number(documents, language))}`), ...summaryLines(sum, screen)].join("\n");
  const old = stale.map(({ file, waiver }) => colour.dim(shown(words.staleIn(waiver.id, relative("", file))))).join("\n");
  return [...(documents > 1 ? [total] : []), ...(old === "" ? [] : [old])];
}

/** What was found in a document, for people: findings first, worst first, then a summary. Empty where nothing is to be said. */
export function prettyDocument(document: Examined, floor: Severity, quiet: boolean, screen: Screen): string {
  const { words, colour } = screen;
  const places = new Places(document.text, document.origin);
  const open = openFindings(document);
  const told = open.filter(({ severity }) => atLeast(severity, floor));
  told.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const layout = document.layout?.findings ?? [];
  const toldLayout = layout.filter(({ severity }) => atLeast(severity, floor));
  const parts = [
    ...told.map((finding) => findingLines(finding, document, places, screen).join("\n")),
    ...toldLayout.map((finding) => layoutLines(finding, document, places, screen).join("\n")),
  ];
  if (quiet) return parts.join("\n\n");

  const tally = tallyOf(document);
  const name = document.source.file === "-" ? "stdin" : document.source.file;
  const rest = open.length - told.length + layout.length - toldLayout.length;
  const lines = [
    colour.bold(shown(name)),
    ...previousLines(document, screen),
    ...verdictLines(document, tally, screen),
    ...summaryLines(tally, screen, layoutRows(document, screen), notesOf(document, screen)),
    ...acceptedLines(document, places, screen),
  ];
  if (rest > 0) {
    const least = severities.findLast((one) => tally.findings[one] > 0 || layout.some(({ severity }) => severity === one)) ?? "info";
    lines.push(colour.dim(words.below(rest, least)));
  }
  return [...parts, lines.join("\n")].join("\n\n");
}

/** Which report it was held against, how much of it goes on from there, and what could not be checked. */
function previousLines({ previous, figures }: Examined, { words, width, colour }: Screen): string[] {
  if (previous === undefined) return [];
  const { file, period, now, standing, paired, unchecked, isDoubtful } = previous;
  const quantities = figures.filter(({ role }) => role === "quantity").length;
  const notes = [words.standing[standing](now === null ? null : periodName(now), unchecked.previous)];
  if (unchecked.sameLastYear > 0) notes.push(words.uncheckedYear(unchecked.sameLastYear));
  if (isDoubtful) notes.push(words.doubtfulPrevious);
  return [
    ...wrap(shown(words.heldAgainst(file, period === null ? null : periodName(period), paired, quantities)), width),
    ...notes.filter((note) => note !== "").flatMap((note) => wrap(note, width - 2).map((line) => `  ${colour.dim(line)}`)),
  ];
}

/** What was accepted: which finding, where, and why. */
function acceptedLines(document: Examined, places: Places, { words, colour, width }: Screen): string[] {
  if (document.waived.size === 0) return [];
  const lines = [...document.waived].flatMap(([finding, waiver]) => {
    const cell = finding.suspects[0]?.cell ?? finding.cells[0];
    const figure = cell && document.figureOf(cell);
    const where = figure === undefined ? "" : `  ${places.named(figure.start, words)}`;
    const head = `  ${document.findingId(finding)}${where}  ${finding.code}`;
    return [head, ...wrap(shown(words.acceptedBy(waiver)), width - 4).map((line) => `    ${colour.dim(line)}`)];
  });
  return [`${colour.bold(words.accepted)}  ${document.waived.size}`, ...lines];
}

/** Said only when it is true: nothing was found wrong, or nothing could be checked. */
function verdictLines({ findings }: Examined, { relations, verdicts }: Tally, { words, colour, language }: Screen): string[] {
  if (findings.length > 0) return [];
  if (verdicts.violated > 0) return [colour.yellow(words.doubtful(number(verdicts.violated, language)))];
  return [relations > verdicts.unknown ? colour.green(words.fits) : colour.yellow(words.nothingChecked)];
}
