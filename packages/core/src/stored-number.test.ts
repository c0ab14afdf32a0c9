import { expect, it } from "vitest";
import { formatStored, type StoredFormat } from "./stored-number.ts";

const places = (least: number, most = least) => ({ least, most });

it.each<[string, string, StoredFormat, string]>([
  ["a count",                              "1234",                 {},                                        "1234"],
  ["between thousands",                    "1234567",              { grouped: true, decimals: places(0) },    "1.234.567"],
  ["two decimals",                         "1234.5",               { grouped: true, decimals: places(2) },    "1.234,50"],
  ["half a step is rounded up",            "2.5",                  { decimals: places(0) },                   "3"],
  ["away from zero",                       "-2.5",                 { decimals: places(0) },                   "-3"],
  ["a binary fraction is what it stood for", "1.0049999999999999", { decimals: places(2) },                   "1,01"],
  ["so where no decimals are asked for",   "0.30000000000000004",  {},                                        "0,3"],
  ["a third, as wide as a cell",           "0.33333333333333331",  {},                                        "0,333333333"],
  ["a large number without decimals",      "123456789012.34",      {},                                        "123456789012"],
  ["a percentage",                         "0.12345",              { shift: 2, decimals: places(2) },         "12,35"],
  ["in thousands",                         "1234567",              { shift: -3, decimals: places(1) },        "1234,6"],
  ["an exponent",                          "1.2E-3",               { decimals: places(0, 4) },                "0,0012"],
  ["decimals that may be left out",        "1.50",                 { decimals: places(0, 3) },                "1,5"],
  ["nothing is left of it",                "-0.001",               { decimals: places(2) },                   "0,00"],
  ["zeros in front",                       "7",                    { whole: 3 },                              "007"],
  ["zero",                                 "0",                    {},                                        "0"],
])("shows %s", (_, stored, format, expected) => {
  expect(formatStored(stored, format)).toBe(expected);
});
