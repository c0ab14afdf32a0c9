import { type Reason, type Severity, severities, type Verdict } from "@khop/core";
import { type Examined, openFindings } from "../examined.ts";
import { number, type Screen } from "./screen.ts";
import { wrapItems } from "./width.ts";

/** What a check saw: how many figures are bound, what the relations said, what was found. */
export interface Tally {
  figures: number;
  unbound: number;
  boundOnce: number;
  boundMore: number;
  relations: number;
  verdicts: Record<Verdict, number>;
  reasons: Partial<Record<Reason, number>>;
  findings: Record<Severity, number>;
}

export function tallyOf(document: Examined): Tally {
  const { figures, checked, figureOf } = document;
  const bound = new Map<string, number>();
  for (const { relation } of checked) {
    for (const cell of relation.cells) {
      const figure = figureOf(cell);
      if (figure) bound.set(figure.id, (bound.get(figure.id) ?? 0) + 1);
    }
  }
  const tally = emptyTally();
  for (const { id, role } of figures) {
    if (role !== "quantity") continue;
    const times = bound.get(id) ?? 0;
    tally.figures += 1;
    if (times === 0) tally.unbound += 1;
    else if (times === 1) tally.boundOnce += 1;
    else tally.boundMore += 1;
  }
  for (const { verdict, reason } of checked) {
    tally.relations += 1;
    tally.verdicts[verdict] += 1;
    if (verdict === "unknown" && reason) tally.reasons[reason] = (tally.reasons[reason] ?? 0) + 1;
  }
  for (const { severity } of openFindings(document)) tally.findings[severity] += 1;
  return tally;
}

export const emptyTally = (): Tally => ({
  figures: 0,
  unbound: 0,
  boundOnce: 0,
  boundMore: 0,
  relations: 0,
  verdicts: { holds: 0, truncated: 0, violated: 0, unknown: 0 },
  reasons: {},
  findings: { error: 0, warning: 0, review: 0, info: 0 },
});

export function addTally(sum: Tally, one: Tally): void {
  sum.figures += one.figures;
  sum.unbound += one.unbound;
  sum.boundOnce += one.boundOnce;
  sum.boundMore += one.boundMore;
  sum.relations += one.relations;
  for (const verdict of Object.keys(sum.verdicts) as Verdict[]) sum.verdicts[verdict] += one.verdicts[verdict];
  for (const severity of severities) sum.findings[severity] += one.findings[severity];
  for (const [reason, count] of Object.entries(one.reasons) as [Reason, number][]) sum.reasons[reason] = (sum.reasons[reason] ?? 0) + count;
}

export type SummaryRow = readonly [title: string, items: readonly string[], between: string];

/** The summary: three rows, those of other checks, what could not be checked, which is never counted as fitting, and what else is to be said. */
export function summaryLines(tally: Tally, screen: Screen, more: readonly SummaryRow[] = [], notes: readonly SummaryRow[] = []): string[] {
  const { words, language, colour } = screen;
  const n = (count: number): string => number(count, language);
  const verdicts = (["holds", "truncated", "violated", "unknown"] as const)
    .filter((verdict) => tally.verdicts[verdict] > 0)
    .map((verdict) => `${n(tally.verdicts[verdict])} ${words.verdict[verdict]}`);
  const found = severities
    .filter((severity) => tally.findings[severity] > 0)
    .map((severity) => `${n(tally.findings[severity])} ${words.counted[severity]}`);
  const bound = [words.boundMore(n(tally.boundMore)), words.boundOne(n(tally.boundOnce)), words.boundNone(n(tally.unbound))];
  const rows: SummaryRow[] = [
    [words.quantities, [words.figures(n(tally.figures)), ...(tally.figures === 0 ? [] : bound)], " · "],
    [words.relations, [words.checked(n(tally.relations)), ...verdicts], " · "],
    [words.findings, found.length === 0 ? [words.none] : found, " · "],
    ...more,
  ];
  const unchecked = uncheckedOf(tally, screen);
  if (unchecked.length > 0) rows.push([words.notChecked, unchecked, "; "]);
  rows.push(...notes.filter(([, items]) => items.length > 0));
  const indent = Math.max(...rows.map(([title]) => title.length)) + 2;
  return rows.flatMap(([title, items, between]) =>
    wrapItems(items, between, screen.width - indent).map(
      (line, index) => (index === 0 ? colour.bold(title.padEnd(indent)) : " ".repeat(indent)) + line,
    ),
  );
}

function uncheckedOf(tally: Tally, { words, language }: Screen): string[] {
  const reasons = (Object.entries(tally.reasons) as [Reason, number][]).map(
    ([reason, count]) => `${words.relationsOf(number(count, language))}: ${words.reason[reason]}`,
  );
  return tally.unbound > 0 ? [...reasons, words.unbound(number(tally.unbound, language))] : reasons;
}
