import { describe, expect, it } from "vitest";
import { cellOf } from "./cell.ts";
import { check } from "./check.ts";
import { network } from "./network.ts";
import { quantity } from "./quantity.ts";
import { type Relation, relate } from "./relation.ts";
import * as relations from "./relations/index.ts";
import { percent, unitOf } from "./unit.ts";
import { workingOf } from "./working.ts";

let made = 0;
const cell = (value: string, label = "", unit = unitOf("hồ sơ")) => {
  made += 1;
  return cellOf({ id: `c${made}`, label, quantity: quantity({ value, unit }) });
};
const rate = (value: string) => cell(value, "", percent);
const hidden = (label: string) => cellOf({ id: `h${label}`, label, hidden: true });

/** A working on one line: its lines, then what they make and what is stated. */
function written(relation: Relation): string {
  const [checked] = check(network({ relations: [relation] })).checked;
  const { lines, made: sum, stated, gap } = workingOf(checked!, "vi");
  const said = lines.map(({ sign, text }) => (sign === "" ? text : `${sign} ${text}`)).join(" ");
  return [said, sum && `→ ${sum}`, stated && `[${stated.sign} ${stated.text}]`, gap && `lệch ${gap}`].filter(Boolean).join(" ");
}

describe("a working", () => {
  const { total, share, composition, difference, growth, ratio, mean, balance, equality, part, commonBase, linear, count } = relations;
  it.each<[string, Relation, string]>([
    ["a total",                        relate(total, { total: cell("100"), parts: [cell("60"), cell("39")] }),                       "60 + 39 → 99 [= 100] lệch 1 hồ sơ"],
    ["a share",                        relate(share, { share: rate("2.95"), parts: [cell("19")], whole: cell("667") }),              "19 ÷ 667 → 2,85 % [= 2,95 %] lệch 0,10 điểm %"],
    ["a share that fits",              relate(share, { share: rate("2.85"), parts: [cell("19")], whole: cell("667") }),              "19 ÷ 667 → 2,85 % [= 2,85 %]"],
    ["a share of two parts",           relate(share, { share: rate("5.85"), parts: [cell("19"), cell("20")], whole: cell("667") }),  "( 19 + 20) ÷ 667 → 5,85 % [= 5,85 %]"],
    ["shares that make the whole",     relate(composition, { shares: [rate("60.0"), rate("39.0")] }),                                "60,0 % + 39,0 % → 99,0 % [= 100 %] lệch 1,0 điểm %"],
    ["a fall",                         relate(difference, { difference: cell("5"), current: cell("10"), base: cell("15"), falls: true }), "15 − 10 → 5 [= 5]"],
    ["a rate of growth",               relate(growth, { growth: rate("50.0"), current: cell("15"), base: cell("10") }),              "( 15 − 10) ÷ 10 → 50,0 % [= 50,0 %]"],
    ["growth by the change",           relate(growth, { growth: rate("50.0"), current: cell("15"), difference: cell("5") }),         "5 ÷ ( 15 − 5) → 50,0 % [= 50,0 %]"],
    ["growth from a hidden base",      relate(growth, { growth: rate("50.0"), current: cell("15"), base: hidden("tháng trước") }),   "( 15 − không ghi) ÷ không ghi [= 50,0 %]"],
    ["a density",                      relate(ratio, { ratio: cell("50"), numerators: [cell("10")], denominator: cell("20"), per: "100" }), "10 ÷ 20 × 100 → 50 [= 50]"],
    ["a balance",                      relate(balance, { closing: cell("26"), opening: cell("37"), ins: [cell("128")], outs: [cell("100"), cell("39")] }), "37 + 128 − 100 − 39 → 26 [= 26]"],
    ["a figure said twice",            relate(equality, { values: [cell("12"), cell("13")] }),                                       "12 = 13"],
    ["a part",                         relate(part, { part: cell("12"), whole: cell("10") }),                                        "10 [≤ 12] lệch 2 hồ sơ"],
    ["a base of several shares",       relate(commonBase, { parts: [cell("1"), cell("2")], shares: [rate("10"), rate("20")], base: hidden("số đại biểu") }), "1 ÷ không ghi = 10 % 2 ÷ không ghi = 20 %"],
    ["a mean with weights",            relate(mean, { mean: rate("50"), values: [rate("40"), rate("60")], weights: [cell("1"), cell("2")] }), "40 % × 1 + 60 % × 2 → 53 % [= 50 %] lệch 3 điểm %"],
    ["a mean without",                 relate(mean, { mean: rate("50"), values: [rate("40"), rate("60")] }),                         "40 % … 60 % [= 50 %]"],
    ["weights and a constant",         relate(linear, { terms: [cell("3"), cell("4")], weights: ["2", "-1"], is: "<=" as const, constant: "5" }), "3 × 2 − 4 [≤ 5]"],
    ["a list that was counted",        relate(count, { count: cell("3"), listed: 4 }),                                               "4 → 4 [= 3] lệch 1 hồ sơ"],
  ])("of %s", (_, relation, expected) => {
    expect(written(relation)).toBe(expected);
  });

  it("names what each figure is of, so that a page can set them below each other", () => {
    const relation = relate(total, { total: cell("3", "hồ sơ"), parts: [cell("1", "trực tiếp"), cell("2", "trực tuyến")] });
    const [checked] = check(network({ relations: [relation] })).checked;
    expect(workingOf(checked!, "vi").lines.map(({ label }) => label)).toEqual(["trực tiếp", "trực tuyến"]);
  });
});
