import { addressKey, examine, previous } from "@khop/core";
import { describe, expect, it } from "vitest";
import { october2024, references2024, september2024 } from "./an-phu/index.ts";
import { fill, type ReportScope } from "./fill.ts";
import { partsOf } from "./parts.ts";
import type { ReportRegime } from "./regime.ts";
import { reportRegimes } from "./regimes.ts";

describe("the parts of a regime", () => {
  it.each(reportRegimes.map((regime) => [regime.id, regime] as const))("have every indicator, rule and row once: %s", (_, regime) => {
    const parts = partsOf(regime);
    const all = (of: (one: ReportRegime) => readonly unknown[]) => [parts.flatMap(of).length, new Set(parts.flatMap(of)).size];
    expect(all(({ indicators }) => indicators)).toEqual([regime.indicators.length, regime.indicators.length]);
    expect(all(({ rules }) => rules)).toEqual([regime.rules.length, regime.rules.length]);
    expect(all(({ forms }) => forms.flatMap(({ rows }) => rows))).toEqual(Array(2).fill(regime.forms.flatMap(({ rows }) => rows).length));
    expect(parts.length).toBeGreaterThan(1);
  });

  it("make by themselves what the whole makes, and find what it finds, whatever figure is wrong", () => {
    const [regime] = reportRegimes;
    if (regime === undefined) throw new Error("there is no regime");
    const parts = partsOf(regime);
    const facts = [...references2024, ...september2024.facts, ...october2024.facts];
    const said = (asked: readonly ReportRegime[], given: ReportScope["facts"]): string[] =>
      asked.flatMap((one) => {
        const own = new Set(one.indicators.map(({ id }) => id));
        const scope = { orgUnits: october2024.orgUnits, periods: [previous(october2024.period), october2024.period], facts: given.filter(({ indicator }) => own.has(indicator)) };
        const { network } = fill(one, scope);
        const { findings } = examine(network);
        return [...network.cells.map(({ address, quantity }) => `${addressKey(address)} ${quantity?.format()}`), ...findings.map(({ message }) => message.vi)];
      }).sort();
    for (const at of [0, 7, 29, 61, 90, 113]) {
      const changed = facts.map((fact, i) => (i === facts.length - 1 - at && fact.quantity !== null ? { ...fact, quantity: fact.quantity.corrected(fact.quantity.value.times(10).plus(1)) } : fact));
      expect(said(parts, changed)).toEqual(said([regime], changed));
    }
  });
});
