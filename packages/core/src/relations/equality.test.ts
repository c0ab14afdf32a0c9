import { describe, expect, it } from "vitest";
import { verdict } from "../relation.ts";
import { billionDong, dossier, percentage, quantityIn } from "../testing/index.ts";
import { equality } from "./equality.ts";

describe("equality", () => {
  it.each([
    // how the figure is printed            unit         prints             verdict
    ["the same twice",                      dossier,     "116; 116",        "holds"],
    ["two counts",                          dossier,     "116; 161",        "violated"],
    ["one print is finer",                  billionDong, "20,25; 20,3",     "holds"],
    ["one print is finer, and cut",         billionDong, "20,27; 20,2",     "truncated"],
    ["further off than rounding",           billionDong, "20,25; 20,4",     "violated"],
    ["one precision, neighbouring values",  percentage,  "2,85; 2,86",      "violated"],
    ["three prints of which two differ",    percentage,  "2,9; 2,85; 2,86", "violated"],
    ["one print is missing",                dossier,     "116; …",          "unknown"],
  ])("%s", (_, unit, prints, expected) => {
    expect(verdict(equality, { values: prints.split("; ").map((text) => quantityIn(unit)(text)) })).toBe(expected);
  });
});
