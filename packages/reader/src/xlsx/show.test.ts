import { describe, expect, it } from "vitest";
import { Shown, shownIso } from "./show.ts";

const shown = new Shown(false);

describe("a number", () => {
  it.each([
    // how it is formatted             the code                                       what is kept              what the cell shows
    ["not at all",                     "General",                                     "1234.5",                 "1234,5"],
    ["a third",                        "General",                                     "0.33333333333333331",    "0,333333333"],
    ["whole",                          "0",                                           "1234.5",                 "1235"],
    ["with two decimals",              "0.00",                                        "1234.5",                 "1234,50"],
    ["between thousands",              "#,##0",                                       "1234567.4",              "1.234.567"],
    ["both",                           "#,##0.00",                                    "1234.005",               "1.234,01"],
    ["as a percentage",                "0%",                                          "0.12345",                "12%"],
    ["with what is shown of it",       "0.00%",                                       "0.12345",                "12,35%"],
    ["decimals that may be left out",  "#,##0.##",                                    "1234.5",                 "1.234,5"],
    ["a unit in quotes",               '#,##0 "hồ sơ"',                               "1234",                   "1.234 hồ sơ"],
    ["a percent sign that is a word",  '0.0"%"',                                      "12.34",                  "12,3%"],
    ["a currency of a country",        "#,##0\\ [$₫-42A]",                            "1234",                   "1.234 ₫"],
    ["thousands of it",                '#,##0.0,"k"',                                 "1234567",                "1.234,6k"],
    ["zeros in front",                 "000",                                         "7",                      "007"],
    ["less than nothing",              "#,##0",                                       "-1234",                  "-1.234"],
    ["less than nothing, in brackets", "#,##0;(#,##0)",                               "-1234",                  "-1.234"],
    ["less than nothing, in red",      "#,##0;[Red]#,##0",                            "-1234",                  "-1.234"],
    ["in a table of money",            '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "1234",                 "1.234"],
    ["none in a table of money",       '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "0",                    "-"],
    ["a debt in a table of money",     '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-5",                   "-5"],
    ["a zero that shows nothing",      "#,###",                                       "0",                      ""],
    ["a zero with a section of none",  "0;-0;",                                       "0",                      ""],
    ["by a condition",                 '[>=1000000]0.0,,"tr";[<1000]0;#,##0',         "2500000",                "2,5tr"],
    ["by another",                     '[>=1000000]0.0,,"tr";[<1000]0;#,##0',         "5000",                   "5.000"],
    ["with an exponent",               "0.00E+00",                                    "1234.5",                 "1234,5"],
    ["as a fraction",                  "# ?/?",                                       "0.5",                    "0,5"],
    ["as text",                        "@",                                           "12",                     "12"],
    ["a colour and a name of a colour", "[Blue]0.0",                                  "1.25",                   "1,3"],
    ["kept with an exponent",          "0.0000",                                      "1.2E-3",                 "0,0012"],
    ["what is no number",              "0.00",                                        "abc",                    "abc"],
    ["what no program keeps",          "0.00",                                        "1e999999999",            "1e999999999"],
    ["a code that is never closed",    '0.0"',                                        "1.25",                   "1,3"],
  ])("%s", (_, code, kept, expected) => {
    expect(shown.number(kept, code)).toBe(expected);
  });
});

describe("a day", () => {
  it.each([
    ["as Vietnam writes it",          "dd/mm/yyyy",           "45580",         "15/10/2024"],
    ["in the order of another country", "m/d/yy",             "45580",         "15/10/2024"],
    ["with its language",             "[$-42A]dd mmmm yyyy",  "45580",         "15/10/2024"],
    ["a month",                       "mm/yyyy",              "45580",         "10/2024"],
    ["a month with a word",           '"Tháng "m',            "45580",         "10"],
    ["a year",                        "yyyy",                 "45580",         "2024"],
    ["with its hour",                 "dd/mm/yyyy h:mm",      "45580.6041667", "15/10/2024 14:30"],
    ["an hour",                       "h:mm:ss",              "0.6041667",     "14:30:00"],
    ["hours past a day",              "[h]:mm",               "1.5",           "36:00"],
    ["the first that Excel knows",    "dd/mm/yyyy",           "1",             "01/01/1900"],
    ["no day",                        "dd/mm/yyyy",           "-5",            "-5"],
    ["no day of a calendar",          "dd/mm/yyyy",           "99999999",      "99999999"],
  ])("%s", (_, code, kept, expected) => {
    expect(shown.number(kept, code)).toBe(expected);
  });

  it("is counted from 1904 where the workbook says so", () => {
    expect(new Shown(true).number("44118", "dd/mm/yyyy")).toBe("15/10/2024");
  });

  it.each([
    ["2024-10-15T00:00:00", "15/10/2024"],
    ["2024-10-15T14:30:00", "15/10/2024 14:30"],
    ["hôm qua", "hôm qua"],
  ])("written as %s is %s", (kept, expected) => {
    expect(shownIso(kept)).toBe(expected);
  });
});
