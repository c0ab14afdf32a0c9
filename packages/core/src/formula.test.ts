import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, cellOf } from "./cell.ts";
import { derive } from "./derive.ts";
import { cellsIn, type Formula, formulaOf } from "./formula.ts";
import type { Hedge } from "./hedge.ts";
import { network } from "./network.ts";
import { quantity } from "./quantity.ts";
import { type Relation, relate } from "./relation.ts";
import * as relations from "./relations/index.ts";
import { percent, unitOf } from "./unit.ts";

let made = 0;
const cell = (value: string | null, unit = unitOf("hồ sơ"), exponent = 0, hedge?: Hedge): Cell => {
  made += 1;
  return cellOf({ id: `c${made}`, quantity: value === null ? null : quantity({ value, unit, exponent, ...(hedge === undefined ? {} : { hedge }) }) });
};
const rate = (value: string) => cell(value, percent);
const money = (value: string, exponent: number) => cell(value, unitOf("đồng"), exponent);

function shown(formula: Formula): string {
  switch (formula.op) {
    case "number": return formula.value.toFixed();
    case "cell":   return String(formula.cell.quantity?.value.toFixed(Math.max(formula.cell.quantity.decimals, 0)));
    case "sum":    return `(${formula.terms.map(shown).join(" + ")})`;
    case "times":  return `${shown(formula.left)} × ${shown(formula.right)}`;
    case "over":   return `${shown(formula.left)} ÷ ${shown(formula.right)}`;
    case "mean":   return `mean of ${formula.values.length}`;
    case "round":  return `round ${formula.decimals}: ${shown(formula.of)}`;
  }
}

describe("a formula", () => {
  const { total, share, difference, growth, ratio, mean, balance, equality, part, linear, count, composition, cumulative } = relations;
  const focus = (relation: Relation): string | null => {
    const formula = formulaOf(relation, relation.focus);
    return formula && shown(formula);
  };
  it.each<[string, Relation, string | null]>([
    ["a total of counts is not rounded",     relate(total, { total: cell("99"), parts: [cell("60"), cell("39")] }),                          "(60 + 39)"],
    ["a total of decimals is",               relate(total, { total: rate("0.30"), parts: [rate("0.10"), rate("0.20")] }),                    "round 2: (0.10 + 0.20)"],
    ["a total of one multiplier",            relate(total, { total: money("3.5", 9), parts: [money("1.5", 9), money("2.0", 9)] }),           "round 1: (1.5 + 2.0)"],
    ["multipliers that differ",              relate(total, { total: money("3.5", 9), parts: [money("1500", 6), money("2.0", 9)] }),          "round 1: (1500 × 1000000 + 2.0 × 1000000000) ÷ 1000000000"],
    ["a total under another multiplier",     relate(total, { total: money("3.5", 9), parts: [money("1500", 6), money("2000", 6)] }),         "round 1: (1500 + 2000) ÷ 1000"],
    ["a share",                              relate(share, { share: rate("24.34"), parts: [cell("4603")], whole: cell("18908") }),           "round 2: 100 × (4603) ÷ 18908"],
    ["a share of money needs no multiplier", relate(share, { share: rate("25"), parts: [money("1", 9)], whole: money("4", 9) }),             "round 0: 100 × (1) ÷ 4"],
    ["a difference",                         relate(difference, { difference: cell("5"), current: cell("10"), base: cell("15"), falls: true }), "(15 + -1 × 10)"],
    ["a growth rate",                        relate(growth, { growth: rate("-12.35"), current: cell("97633"), base: cell("111388") }),       "round 2: (100 × 97633 ÷ 111388 + -1 × 100)"],
    ["a density",                            relate(ratio, { ratio: cell("17.3"), numerators: [cell("44500"), cell("61921")], denominator: cell("615482"), per: "100" }), "round 1: 100 × (44500 + 61921) ÷ 615482"],
    ["a weighted mean",                      relate(mean, { mean: rate("40"), values: [rate("20"), rate("50")], weights: [cell("1"), cell("2")] }), "round 0: mean of 2"],
    ["a mean of unknown weights",            relate(mean, { mean: rate("40"), values: [rate("20"), rate("50")] }),                           null],
    ["a running total",                      relate(cumulative, { toDate: cell("7"), previous: cell("4"), currents: [cell("3")] }),          "(4 + 3)"],
    ["an opening and closing",               relate(balance, { closing: cell("12"), opening: cell("10"), ins: [cell("5")], outs: [cell("3")] }), "((10 + 5) + -1 × (3))"],
    ["the same figure",                      relate(equality, { values: [cell("7"), cell("7")] }),                                           "7"],
    ["a weighted sum, turned round",         relate(linear, { terms: [cell("6"), cell("2"), cell("4")], weights: ["1", "-1", "-1"], is: "=" as const, constant: "0" }), "round 0: (0 + -1 × (-1 × 2 + -1 × 4)) ÷ 1"],
    ["a number of things listed",            relate(count, { count: cell("3"), listed: 3 }),                                                 null],
    ["shares that make a hundred",           relate(composition, { shares: [rate("40"), rate("60")] }),                                      "(100 + -1 × (60))"],
    ["what is only at most",                 relate(part, { part: cell("3"), whole: cell("5") }),                                            null],
    ["a figure that does not follow",        relate(total, { total: cell("100"), parts: [cell("60"), cell("39")] }),                         null],
    ["a part that is missing",               relate(total, { total: cell("99"), parts: [cell("60"), cell(null)] }),                          null],
    ["a part that is about right",           relate(total, { total: cell("99"), parts: [cell("60"), cell("39", unitOf("hồ sơ"), 0, "about")] }), null],
    ["a half is rounded up",                 relate(share, { share: rate("6.3"), parts: [cell("1")], whole: cell("16") }),                   "round 1: 100 × (1) ÷ 16"],
    ["and away from zero",                   relate(growth, { growth: rate("-6.3"), current: cell("15"), base: cell("16") }),                "round 1: (100 × 15 ÷ 16 + -1 × 100)"],
    ["a whole of nothing",                   relate(share, { share: rate("0"), parts: [cell("0")], whole: cell("0") }),                      null],
  ])("%s", (_, relation, expected) => expect(focus(relation)).toBe(expected));

  it("turns a law round for another cell than its focus", () => {
    const parts = [cell("60"), cell("39")];
    const relation = relate(total, { total: cell("99"), parts });
    expect(shown(formulaOf(relation, parts[1] as Cell) as Formula)).toBe("(99 + -1 × (60))");
  });

  it("makes every share and total that derive fills, and mentions only the other cells", () => {
    const count = fc.integer({ min: 1, max: 999_999 }).map(String);
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 4 }), (values, decimals) => {
        const parts = values.map((value) => cell(value));
        const sum = cell(null);
        const rate = cell(null);
        const of = network({ relations: [relate(total, { total: sum, parts }), relate(share, { share: rate, parts: parts.slice(0, 1), whole: sum })] });
        const { network: filled } = derive(of, { precision: ({ id }) => (id === rate.id ? { unit: percent, decimals } : { unit: unitOf("hồ sơ"), decimals: 0 }) });
        for (const relation of filled.relations) {
          const formula = formulaOf(relation, relation.focus);
          expect(formula).not.toBeNull();
          expect(new Set(cellsIn(formula as Formula))).toEqual(new Set(relation.cells.filter((one) => one !== relation.focus)));
        }
      }),
    );
  });
});
