import { expect, it } from "vitest";
import { misfitOf } from "./misfit.ts";
import { quantity } from "./quantity.ts";
import { percent, unitOf } from "./unit.ts";

it.each([
  ["a whole count",            quantity({ value: "12", unit: unitOf("hồ sơ") }),                   { integer: true, min: 0 }, undefined],
  ["half a thing",             quantity({ value: "12.5", unit: unitOf("hồ sơ") }),                 { integer: true, min: 0 }, "notWhole"],
  ["1,2 thousand things",      quantity({ value: "1.2", unit: unitOf("hồ sơ"), exponent: 3 }),     { integer: true, min: 0 }, undefined],
  ["less than none",           quantity({ value: "-1", unit: unitOf("hồ sơ") }),                   { integer: true, min: 0 }, "below"],
  ["more than all",            quantity({ value: "100.01", unit: percent }),                       { min: 0, max: 100 },      "above"],
  ["all",                      quantity({ value: "100.00", unit: percent }),                       { min: 0, max: 100 },      undefined],
  ["2 thousand where 500 is most", quantity({ value: "2", unit: unitOf("hồ sơ"), exponent: 3 }),   { max: 500 },              "above"],
  ["anything",                 quantity({ value: "-0.5", unit: percent }),                         {},                        undefined],
] as const)("%s", (_, figure, domain, misfit) => expect(misfitOf(figure, domain)).toBe(misfit));
