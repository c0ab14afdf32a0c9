import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Status } from "./cell.ts";
import { severities } from "./finding.ts";
import { type Hedge, hedgeWords } from "./hedge.ts";
import type { IndicatorKind } from "./indicator.ts";
import { levels } from "./level.ts";
import type { Comparability } from "./lineage.ts";
import type { Frequency } from "./period.ts";
import type { Rounding } from "./quantity.ts";
import type { Reason, Verdict } from "./relation.ts";
import { kinds } from "./relations/index.ts";
import type { UnitKind } from "./unit.ts";

const page = readFileSync(new URL("../../../docs/glossary.md", import.meta.url), "utf8");
const words = [...page.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+)/gm)].flatMap(([, first = ""]) => [...first.matchAll(/`([\w-]+)`/g)].map(([, word]) => word));

/** Every member of a union, which the compiler sees to. */
const all = <T extends string>(members: Record<T, true>): string[] => Object.keys(members);

describe("the glossary", () => {
  it.each([
    ["relation kinds", kinds.map(({ kind }) => kind)],
    ["severities", [...severities]],
    ["levels", levels.map(({ id }) => id)],
    ["hedges in words", hedgeWords.map(([, hedge]) => hedge)],
    ["hedges", all<Hedge>({ about: true, almost: true, over: true, atLeast: true, atMost: true, estimate: true, range: true })],
    ["verdicts", all<Verdict>({ holds: true, truncated: true, violated: true, unknown: true })],
    ["reasons", all<Reason>({ "missing-operand": true, "hidden-operand": true, "zero-denominator": true, "unit-mismatch": true, adjusted: true, rounded: true, "too-wide": true, "not-comparable": true })],
    ["statuses", all<Status>({ stated: true, missing: true, structuralZero: true, notApplicable: true, estimated: true, provisional: true })],
    ["kinds of unit", all<UnitKind>({ count: true, money: true, measure: true, percent: true, point: true, ratio: true })],
    ["kinds of indicator", all<IndicatorKind>({ stock: true, flow: true, ratio: true })],
    ["frequencies", all<Frequency>({ week: true, month: true, quarter: true, half: true, nineMonths: true, year: true })],
    ["roundings", all<Rounding>({ "any-half": true, "half-up": true, "half-even": true, truncate: true, floor: true, ceiling: true })],
    ["comparabilities", all<Comparability>({ comparable: true, recast: true, notComparable: true })],
  ])("has all %s", (_, named) => expect(named.filter((name) => !words.includes(name))).toEqual([]));

  it("names each relation kind in its section", () => {
    const section = page.slice(page.indexOf("## Relations"), page.indexOf("## What is found"));
    expect(kinds.filter(({ kind }) => !new RegExp(`^\\| \`${kind}\` +\\|`, "m").test(section)).map(({ kind }) => kind)).toEqual([]);
  });
});
