import { describe, expect, it } from "vitest";
import { comparable, measureOf, unitOf } from "./unit.ts";

describe("unit", () => {
  it.each([
    // spelling           shown       kind
    ["%",                 "%",        "percent"],
    ["phần trăm",         "%",        "percent"],
    ["điểm phần trăm",    "điểm %",   "point"],
    ["VNĐ",               "đồng",     "money"],
    ["héc-ta",            "ha",       "measure"],
    [" Km2 ",             "km2",      "measure"],
    ["hồ sơ",             "hồ sơ",    "count"],
    ["",                  "",         "count"],
  ])("“%s” is %s, a %s", (spelling, id, kind) => expect(unitOf(spelling)).toMatchObject({ id, kind }));

  it("a thing that is counted is no measure", () => expect([measureOf("hồ sơ"), measureOf("TẤN")?.id]).toEqual([null, "tấn"]));

  it.each([
    ["km",    "m",       true],
    ["ha",    "km2",     true],
    ["km",    "ha",      false],
    ["đồng",  "USD",     false],
    ["%",     "điểm %",  true],
    ["%",     "hồ sơ",   false],
    ["hồ sơ", "văn bản", false],
    ["hồ sơ", "",        true],
  ])("%s and %s compare: %s", (left, right, expected) => {
    expect([comparable(unitOf(left), unitOf(right)), comparable(unitOf(right), unitOf(left))]).toEqual([expected, expected]);
  });
});
