import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../decimal.ts";
import { isKhopError } from "../errors.ts";
import { quantity } from "../quantity.ts";
import { percent, unitOf } from "../unit.ts";
import type { Amount } from "./amount.ts";
import { byLevel } from "./by-level.ts";
import { difference } from "./difference.ts";
import { growth } from "./growth.ts";
import { share } from "./share.ts";
import { total } from "./total.ts";

const rate = (value: string) => quantity({ value, unit: percent });
const billion = (value: string) => quantity({ value, unit: unitOf("đồng"), exponent: 9 });
const dossiers = (value: string) => quantity({ value, unit: unitOf("hồ sơ") });

describe("the plain functions", () => {
  it.each([
    // what is asked                        answer                                          value         vi                en
    ["a share",                             share(4603, 18908),                             null,         "24,34 %",        "24.34%"],
    ["a share that ends",                   share(1, 8),                                    "12.5",       "12,50 %",        "12.50%"],
    ["a share of nothing",                  share(0, 0),                                    null,         "không xác định", "unknown"],
    ["a part is missing",                   share(null, 18908),                             null,         "thiếu số liệu",  "missing"],
    ["no part is not a missing one",        share(0, 18908),                                "0",          "0,00 %",         "0.00%"],
    ["a total",                             total([4603, 14205, 100]),                      "18908",      "18.908",         "18,908"],
    ["a total of a unit",                   total([dossiers("4603"), dossiers("100")]),     "4703",       "4.703 hồ sơ",    "4,703 hồ sơ"],
    ["one multiplier stays",                total([billion("20.25"), billion("1")]),        "21.25",      "21,25 tỷ đồng",  "21.25 billion đồng"],
    ["multipliers differ",                  total([billion("1.5"), quantity({ value: "20", unit: unitOf("đồng") })]), "1500000020", "1.500.000.020 đồng", "1,500,000,020 đồng"],
    ["units of one dimension",              total([quantity({ value: "1.5", unit: unitOf("km") }), quantity({ value: "20", unit: unitOf("m") })]), "1520", "1.520 m", "1,520 m"],
    ["a total with a missing part",         total([4603, null]),                            null,         "thiếu số liệu",  "missing"],
    ["a total of nothing",                  total([]),                                      null,         "thiếu số liệu",  "missing"],
    ["strings and Decimals",                total(["0.1", new Decimal("0.2")]),             "0.3",        "0,3",            "0.3"],
    ["digits beyond a double",              total(["9007199254740993", 1]),                 "9007199254740994", "9.007.199.254.740.994", "9,007,199,254,740,994"],
    ["a difference",                        difference(1250, 1000),                         "250",        "250",            "250"],
    ["a fall",                              difference("19.8", "20.0"),                     "-0.2",       "-0,2",           "-0.2"],
    ["of percentages, in points",           difference(rate("98.44"), rate("97.61")),       "0.83",       "0,83 điểm %",    "0.83 pp"],
    ["of shares, exact before it is cut",   difference(share(2, 3), share(1, 3)),           null,         "33,33 điểm %",   "33.33 pp"],
    ["growth",                              growth(110, 100),                               "10",         "10,00 %",        "10.00%"],
    ["growth from nothing",                 growth(110, 0),                                 null,         "không xác định", "unknown"],
    ["a base is missing",                   growth(110, null),                              null,         "thiếu số liệu",  "missing"],
  ])("%s", (_, answer, value, vi, en) => {
    if (value !== null) expect(answer.value?.toString()).toBe(value);
    expect([answer.format("vi"), answer.format("en")]).toEqual([vi, en]);
  });

  it.each([
    ["half up, away from zero", share(1, 8),       { decimals: 1, rounding: "half-up" },   "12,5 %"],
    ["a half goes up",          share(1, 8),       { decimals: 0 },                        "13 %"],
    ["a half goes to even",     share(1, 8),       { decimals: 0, rounding: "half-even" }, "12 %"],
    ["cut",                     share(2, 3),       { decimals: 1, rounding: "truncate" },  "66,6 %"],
    ["a fall goes away too",    growth(175, 200),  { decimals: 0 },                        "-13 %"],
    ["no minus before nothing", growth(9999, 10000), { decimals: 0, rounding: "half-up" }, "0 %"],
  ] as const)("rounding: %s", (_, answer, options, expected) => {
    expect(answer.format("vi", options)).toBe(expected);
  });

  it.each([
    ["as rounded",            share(4603, 18908), "24,34 %",  "holds"],
    ["finer",                 share(4603, 18908), "24,344%",  "holds"],
    ["cut, not rounded",      share(19, 667),     "2,84 %",   "truncated"],
    ["one digit off",         share(19, 667),     "2,95 %",   "violated"],
    ["a figure is missing",   share(null, 667),   "2,85 %",   "unknown"],
    ["of nothing",            share(0, 0),        "0 %",      "unknown"],
    ["a count must be exact", total([60, 39]),    "100",      "violated"],
    ["points",                difference(rate("98.44"), rate("97.61")), "0,83 điểm %", "holds"],
  ])("shows: %s", (_, answer, text, expected) => {
    expect(answer.shows(text)).toBe(expected);
  });

  it("reads English print when told so", () => expect(total([18000, 908]).shows("18,908", "en")).toBe("holds"));

  it.each([
    ["a binary fraction",      () => share(0.1, 3),                            "core/inexact-number"],
    ["past 2^53",              () => total([2 ** 53]),                         "core/inexact-number"],
    ["no number",              () => total([Number.NaN]),                      "core/inexact-number"],
    ["Vietnamese writing",     () => share("1,5", 3),                          "core/bad-number"],
    ["units that do not add",  () => total([rate("2.85"), dossiers("19")]),    "core/unit-mismatch"],
    ["print that is none",     () => share(1, 2).shows("một nửa"),             "core/bad-number"],
  ])("refuses %s", (_, call, code) => {
    expect(call).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, code as "core/bad-number")));
  });

  it("says how to mend a binary fraction", () => {
    expect(() => share(0.1, 3)).toThrow('The number 0.1 is no whole number below 2^53, so it is not exact. Write it as a string, "0.1", or a Decimal.');
  });

  it("gives total and shares by level", () => {
    const dossiers = byLevel({ province: 8644, district: 667, commune: 8641 });
    const said = Object.entries(dossiers.shares).map(([level, one]) => `${level} ${one.format("vi")}`);
    expect([dossiers.total.format("vi"), ...said]).toEqual(["17.952", "province 48,15 %", "district 3,72 %", "commune 48,13 %"]);
    expect(byLevel({ province: 8644, commune: null }).shares.province.reason).toBe("missing-operand");
  });

  it("shows what it formats, and adds what it shares", () => {
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1_000_000 }), fc.nat(4), (part, whole, decimals) => {
        const made: [typeof share, Amount, Amount][] = [[share, part, whole], [growth, part, whole]];
        for (const [of, a, b] of made) expect(of(a, b).shows(of(a, b).format("vi", { decimals }))).toBe("holds");
        expect(total([share(part, whole), share(whole, whole)]).value?.toFixed(20)).toBe(share(part + whole, whole).value?.toFixed(20));
      }),
    );
  });
});
