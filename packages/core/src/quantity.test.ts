import { describe, expect, it } from "vitest";
import type { Hedge } from "./hedge.ts";
import { excessDigits, multiplierName, quantity, type Rounding } from "./quantity.ts";
import { percent, unitOf } from "./unit.ts";

const measured = (value: string) => quantity({ value, unit: percent });
const counted = (value: string, hedge?: Hedge) => quantity({ value, unit: unitOf("hồ sơ"), ...(hedge === undefined ? {} : { hedge }) });

describe("what a printed figure may stand for", () => {
  it.each([
    // rounding       v > 0            v = 0            v < 0
    ["any-half",  "[2.45; 2.55]",  "[-0.05; 0.05]", "[-2.55; -2.45]"],
    ["half-up",   "[2.45; 2.55)",  "(-0.05; 0.05)", "(-2.55; -2.45]"],
    ["half-even", "(2.45; 2.55)",  "[-0.05; 0.05]", "(-2.55; -2.45)"],
    ["truncate",  "[2.5; 2.6)",    "(-0.1; 0.1)",   "(-2.6; -2.5]"],
    ["floor",     "[2.5; 2.6)",    "[0; 0.1)",      "[-2.5; -2.4)"],
    ["ceiling",   "(2.4; 2.5]",    "(-0.1; 0]",     "(-2.6; -2.5]"],
  ] as [Rounding, string, string, string][])("%s", (rounding, above, zero, below) => {
    expect(["2.5", "0.0", "-2.5"].map((value) => String(measured(value).interval(rounding)))).toEqual([above, zero, below]);
  });

  it("half-even closes both ends after an even digit", () => expect(String(measured("2.4").interval("half-even"))).toBe("[2.35; 2.45]"));

  it.each([
    // hedge          figure    stands for
    ["about",         "200",    "[150; 250]"],
    ["about",         "380",    "[361; 399]"],
    ["almost",        "380",    "[370; 380)"],
    ["almost",        "200",    "[100; 200)"],
    ["over",          "380",    "[380; 390)"],
    ["over",          "1234",   "[1234; 1235)"],
    ["atLeast",       "90",     "[90; ∞)"],
    ["atMost",        "90",     "(-∞; 90]"],
    ["estimate",      "90",     "[90; 90]"],
  ] as const)("hedged, %s %s", (hedge, value, expected) => expect(String(counted(value, hedge).interval())).toBe(expected));

  it.each([
    ["almost",  "1.25", "[1.24; 1.25)"],
    ["over",    "1.25", "[1.25; 1.26)"],
    ["about",   "1.25", "[1.1875; 1.3125]"],
    ["atLeast", "1.25", "[1.25; ∞)"],
  ] as const)("hedged with decimals, %s %s", (hedge, value, expected) => expect(String(quantity({ value, unit: percent, hedge }).interval())).toBe(expected));

  it.each([
    ["counts are exact",                 quantity({ value: "80", upper: "100", hedge: "range" }),                "[80; 100]"],
    ["each end by its own half step",    quantity({ value: "80", upper: "100", hedge: "range", unit: percent }), "[79.5; 100.5]"],
  ])("a range: %s", (_, range, expected) => expect(String(range.interval())).toBe(expected));

  it.each([
    ["money in tỷ",             quantity({ value: "20.25", unit: unitOf("đồng"), exponent: 9 }), "[20245000000; 20255000000]"],
    ["a count in nghìn",        quantity({ value: "12", unit: unitOf("hồ sơ"), exponent: 3 }),   "[11500; 12500]"],
    ["a length in km",          quantity({ value: "1.5", unit: unitOf("km") }),                  "[1450; 1550]"],
    ["rounded at tens",         quantity({ value: "1230", unit: percent, decimals: -1 }),        "[1225; 1235]"],
    ["a count of things",       counted("18908"),                                                "[18908; 18908]"],
    ["trailing zeros count",    measured("88.10"),                                               "[88.095; 88.105]"],
    ["said to be exact",        quantity({ value: "88.1", unit: percent, exact: true }),         "[88.1; 88.1]"],
  ])("%s", (_, figure, expected) => expect(String(figure.interval())).toBe(expected));

  it.each([
    // figure   round   other reading
    ["900",     false,  "[900; 900]"],
    ["1000",    true,   "[500; 1500]"],
    ["40500",   true,   "[40450; 40550]"],
    ["40510",   false,  "[40510; 40510]"],
    ["12000000000000000000000", true, "[11500000000000000000000; 12500000000000000000000]"],
  ])("a round count has another reading: %s", (value, isRound, rounded) => {
    expect([counted(value).isRound, String(counted(value).rounded)]).toEqual([isRound, rounded]);
  });
});

describe("a figure in Vietnamese", () => {
  it.each([
    [quantity({ value: "20.25", unit: unitOf("đồng"), exponent: 9 }), "20,25 tỷ đồng"],
    [counted("18908"),                                                "18.908 hồ sơ"],
    [measured("88.10"),                                               "88,10 %"],
    [quantity({ value: "-5" }),                                       "-5"],
  ])("%s", (figure, expected) => expect(figure.format()).toBe(expected));

  it.each([[0, ""], [3, "nghìn"], [12, "nghìn tỷ"], [5, "×10^5"]])("multiplier 10^%i is %s", (exponent, name) => expect(multiplierName(exponent)).toBe(name));

  it("keeps value and multiplier apart", () => {
    const { value, multiplier, decimals } = quantity({ value: "20.50", unit: unitOf("đồng"), exponent: 9 });
    expect([value.toString(), multiplier.toString(), decimals]).toEqual(["20.5", "1000000000", 2]);
  });
});

it.each([
  ["18.9084", 2, "18.9", "0.0084"],
  ["18.90",   2, null,   null],
  ["1234",   -2, "1200", "34"],
])("digits in excess of %s at %i decimals", (value, decimals, significant, excess) => {
  const found = excessDigits(value, decimals);
  expect([found?.significant.toString() ?? null, found?.excess.toString() ?? null]).toEqual([significant, excess]);
});
