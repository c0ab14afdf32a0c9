import { factsIn as factsOf, fill, rowsOf } from "@khop/catalog/report";
import { type Cell, examine, type Finding, period, previous } from "@khop/core";
import { factsIn, keyOfFact, regimeOf, unitOf } from "./facts.ts";
import { type Book, keyOf, type RuleSaid, type Said, type Worked } from "./view.ts";

/** What follows from what was entered, and what does not fit: all of it is worked out by core. */
export function worked(book: Book): Worked {
  const regime = regimeOf(book);
  const now = period(book.period);
  const { facts, issues } = factsIn(book);
  const { network } = fill(regime, { orgUnits: [unitOf(book, regime)], periods: [previous(now), now], facts });
  const [, ...rows] = rowsOf(regime, factsOf(network));
  const figures = Object.fromEntries(rows.map(([code = "", , , when = "", value = ""]) => [keyOf(when, code), value]));
  const faults: Record<string, Said> = {};
  for (const { place, vi, en } of issues) faults[place] ??= { vi, en };
  const { findings } = examine(network);
  const here = findings.filter(({ cells, severity }) => severity !== "info" && cells.some(({ address }) => address.period?.id === now.id));
  return { figures, faults, rules: here.map((finding) => ruleOf(finding, book)) };
}

function ruleOf({ severity, message, cells, suspects, ambiguous }: Finding, book: Book): RuleSaid {
  const regime = regimeOf(book);
  const keyIn = ({ address: { indicator, members, period: of } }: Cell): string | undefined =>
    indicator === undefined || of === undefined
      ? undefined
      : keyOfFact(regime, { indicator, ...(members === undefined ? {} : { members }), period: of });
  const entered = (key: string): boolean => key in book.cells;
  const keys = [...new Set(cells.flatMap((cell) => keyIn(cell) ?? []))];
  const [only, ...others] = suspects;
  const key = only === undefined ? undefined : keyIn(only.cell);
  const certain =
    !ambiguous && others.length === 0 && only?.expected != null && only.cell.quantity !== null && key !== undefined && entered(key);
  const likely = certain ? { key: key as string, text: printedAs(only as NonNullable<typeof only>) } : undefined;
  return {
    keys: [...keys.filter(entered), ...keys.filter((one) => !entered(one))],
    grave: severity === "error",
    message,
    ...(likely === undefined ? {} : { likely }),
  };
}

function printedAs({ cell, expected }: Finding["suspects"][number]): string {
  const { quantity } = cell;
  if (quantity === null || expected === null) return "";
  const unit = quantity.unitText;
  const text = quantity.corrected(expected).format();
  return unit !== "" && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
}
