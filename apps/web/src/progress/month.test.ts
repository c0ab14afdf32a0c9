import { expect, it } from "vitest";
import { daysOf, monthAfter, weeksOf } from "./month.ts";

it.each([
  ["begins on a Tuesday",        "2024-10", 31, 5, [null, "2024-10-01"]],
  ["a leap year's February",     "2024-02", 29, 5, [null, null]],
  ["begins on a Monday",         "2024-07", 31, 5, ["2024-07-01", "2024-07-02"]],
  ["reaches into a sixth week",  "2024-09", 30, 6, [null, null]],
])("a month that %s", (_, month, days, weeks, first) => {
  expect([daysOf(month).length, weeksOf(month).length, weeksOf(month)[0]?.slice(0, 2)]).toEqual([days, weeks, first]);
});

it("goes on over the year's end", () => expect([monthAfter("2024-12", 1), monthAfter("2025-01", -1)]).toEqual(["2025-01", "2024-12"]));
