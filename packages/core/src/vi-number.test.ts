import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isKhopError } from "./errors.ts";
import { formatVi, otherReading, parseVi, readNumeral } from "./vi-number.ts";

describe("reading a number", () => {
  it.each([
    // written                     digits              scale  style
    ["18.908",                     "18908",            0,     "vi"],
    ["1.234.567,89",               "123456789",        2,     "vi"],
    ["1234567,89",                 "123456789",        2,     "vi"],
    ["88,10",                      "8810",             2,     "vi"],
    ["03",                         "03",               0,     "plain"],
    ["-5",                         "-5",               0,     "plain"],
    ["−2,5",                       "-25",              1,     "vi"],
    ["+2,5",                       "25",               1,     "vi"],
    ["85.3",                       "853",              1,     "en"],
    ["1.13",                       "113",              2,     "en"],
    ["1,234,567",                  "1234567",          0,     "en"],
    ["1,234.5",                    "12345",            1,     "en"],
    ["4,762",                      "4762",             3,     "vi"],
    ["4.762",                      "4762",             0,     "vi"],
    ["123456789012345678901234567890,12", "12345678901234567890123456789012", 2, "vi"],
  ])("%s", (text, digits, scale, style) => expect(readNumeral(text)).toEqual({ digits, scale, style }));

  it.each(["", "-", ",5", "5,", "1.23.456", "12.34,5", "1,23,456", "1..234", "1,2,3", "một", "1 234", "1e5", "12.3456,7"])(
    "“%s” is no number", (text) => expect(readNumeral(text)).toBeNull(),
  );

  it.each([
    ["4,762", { digits: "4762", scale: 0, style: "en" }],
    ["4.762", { digits: "4762", scale: 3, style: "en" }],
    ["4,76",  null],
    ["4.762.100", null],
  ])("the other reading of %s", (text, expected) => expect(otherReading(text)).toEqual(expected));

  it("says how to write one", () => {
    expect(() => parseVi("12.34,5")).toThrow('Cannot read "12.34,5" as a number. Write it like 1.234.567,89.');
    expect(() => parseVi("x")).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "core/bad-number")));
  });
});

describe("writing a number", () => {
  it.each([
    // value                 decimals   written
    ["18908.5",              2,         "18.908,50"],
    ["18908",                undefined, "18.908"],
    ["-1234.5",              undefined, "-1.234,5"],
    ["2.845",                2,         "2,85"],
    ["-2.845",               2,         "-2,85"],
    ["0.005",                2,         "0,01"],
    ["999",                  undefined, "999"],
    ["123456789012345678901234567890.12", undefined, "123.456.789.012.345.678.901.234.567.890,12"],
  ])("%s at %s decimals", (value, decimals, written) => expect(formatVi(value, decimals)).toBe(written));

  it("is read back as the same number, at forty digits too", () => {
    const digits = fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }).map((list) => list.join("").replace(/^0+(?=\d)/, ""));
    fc.assert(fc.property(digits, fc.nat(9), (whole, fraction) => {
      const value = `${whole}.${fraction}1`;
      expect(parseVi(formatVi(value)).toFixed()).toBe(value);
    }));
  });
});
