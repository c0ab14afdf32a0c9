import { severities } from "@khop/core";
import type { Passage } from "./corpus.ts";
import type { Miss, Part, Score } from "./score.ts";

const part = ({ hit, of }: Part): string => `${hit}/${of}${of === 0 ? "" : ` ${((100 * hit) / of).toFixed(1)}%`}`;

/** Scores side by side, a column each. */
export function table(columns: readonly (readonly [name: string, score: Score])[]): string {
  const kinds = [...new Set(columns.flatMap(([, score]) => Object.keys(score.byKind)))].sort();
  const line = (title: string, of: (score: Score) => string | number): string[] => [
    title,
    ...columns.map(([, score]) => String(of(score))),
  ];
  const rows = [
    ["", ...columns.map(([name]) => name)],
    line("passages", (s) => s.passages),
    line("quantities read", (s) => s.figures),
    line("relations checked", (s) => s.relations),
    line("relation recall", (s) => part(s.recall)),
    ...kinds.map((kind) => line(`  ${kind}`, (s) => part(s.byKind[kind] ?? { hit: 0, of: 0 }))),
    line("  in a reading not adopted", (s) => s.otherReading),
    line("kind agrees", (s) => part(s.kindAgrees)),
    line("verdict right", (s) => part(s.verdicts)),
    line("material errors caught", (s) => part(s.material)),
    ...severities.map((severity) => line(`  at ${severity}`, (s) => s.material.at[severity])),
    ...severities.map((severity) => line(`false ${severity}s`.replace("infos", "info"), (s) => s.false[severity])),
    line("unannotated (e/w/r/i)", (s) => severities.map((severity) => s.unannotated[severity]).join("/")),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) => row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join("  "))
    .join("\n");
}

/** One miss on one line: what, where, which figures, and the words about them. */
export function missLine(miss: Miss, { text }: Passage): string {
  const { row, told, tied } = miss;
  const bits = [miss.what.toUpperCase().padEnd(11), miss.passage];
  if (row) bits.push(row.kind, row.figures.map(({ text: figure, nth }) => (nth === undefined ? figure : `${figure}#${nth}`)).join(" · "));
  if (row && !row.holds) bits.push(`[${row.err_class}]`);
  if (row?.note) bits.push(`(${row.note})`);
  if (tied)
    bits.push(
      `→ ${tied.relation.kind.kind} ${tied.verdict ?? ""} «${tied.relation.cue}» ${[...tied.figures].map((figure) => figure.text).join(" · ")}`,
    );
  if (told) {
    bits.push(told.severity, told.finding.code, told.finding.message.vi);
    for (const { relation, figures } of told.relations) {
      bits.push(`{${relation.kind.kind} «${relation.cue}» ${relation.intended}: ${[...figures].map((figure) => figure.text).join(" · ")}}`);
    }
  }
  if (miss.why) bits.push(`— ${miss.why}`);
  const starts = told ? [...told.figures].map(({ start }) => start) : row ? row.figures.map((figure) => text.indexOf(figure.text)) : [];
  const places = starts.filter((start) => start >= 0);
  if (places.length > 0) bits.push(`| ${snippet(text, Math.min(...places), Math.max(...places))}`);
  return bits.join(" ");
}

/** The words about a stretch of text, its middle left out when it is long. */
function snippet(text: string, from: number, to: number): string {
  const flat = (start: number, end: number) => text.slice(Math.max(0, start), end).replace(/\s+/g, " ");
  return to - from < 200 ? `…${flat(from - 70, to + 50)}…` : `…${flat(from - 60, from + 60)} … ${flat(to - 60, to + 40)}…`;
}
