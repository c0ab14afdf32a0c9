import { describe, expect, it } from "vitest";
import { levelsOn } from "./level.ts";
import { period, periodName, previous, sinceYearStart, windowOf, yearBefore } from "./period.ts";

describe("period", () => {
  it.each([
    // id                  window (Decree 09/2019)       before                 year before           said
    ["2024-M10",           "2024-09-15 – 2024-10-14",    "2024-M09",            "2023-M10",           "tháng 10/2024"],
    ["2024-M01",           "2023-12-15 – 2024-01-14",    "2023-M12",            "2023-M01",           "tháng 1/2024"],
    ["2024-Q3",            "2024-06-15 – 2024-09-14",    "2024-Q2",             "2023-Q3",            "quý III/2024"],
    ["2024-Q1",            "2023-12-15 – 2024-03-14",    "2023-Q4",             "2023-Q1",            "quý I/2024"],
    ["2024-S1",            "2023-12-15 – 2024-06-14",    "2023-S2",             "2023-S1",            "6 tháng đầu năm 2024"],
    ["2024-A1",            "2023-12-15 – 2024-12-14",    "2023-A1",             "2023-A1",            "năm 2024"],
    ["2024-01-01/P9M",     "2023-12-15 – 2024-09-14",    "2023-01-01/P9M",      "2023-01-01/P9M",     "9 tháng năm 2024"],
    ["2024-W07",           "none",                       "2024-W06",            "2023-W07",           "tuần 7/2024"],
    ["2021-W01",           "none",                       "2020-W53",            "2020-W01",           "tuần 1/2021"],
    ["2020-W53",           "none",                       "2020-W52",            "2019-W52",           "tuần 53/2020"],
  ])("%s", (id, window, before, earlier, said) => {
    const of = period(id);
    const { from, to } = windowOf(of) ?? {};
    expect([from ? `${from} – ${to}` : "none", previous(of).id, yearBefore(of).id, periodName(of)]).toEqual([window, before, earlier, said]);
  });

  it.each([
    // a window of its own                  days                                                         window of 2024-M03
    ["the calendar month",                  { openingDay: 1, openingMonth: 0, closingDay: 31 },           "2024-03-01 – 2024-03-31"],
    ["the calendar month before",           { openingDay: 1, closingDay: 31, closingMonth: -1 },          "2024-02-01 – 2024-02-29"],
    ["from the 15th to the 13th",           { openingDay: 15, closingDay: 13 },                           "2024-02-15 – 2024-03-13"],
    ["three months back, over a new year",  { openingDay: 20, openingMonth: -3, closingDay: 19 },         "2023-12-20 – 2024-03-19"],
  ])("%s", (_, days, window) => {
    const { from, to } = windowOf(period("2024-M03"), [{ frequency: "month", validFrom: "2019-03-12", source: "", ...days }]) ?? {};
    expect(`${from} – ${to}`).toBe(window);
  });

  it.each(["2024", "2024-M00", "2024-M13", "2024-Q5", "2024-S3", "2024-A2", "2024-W54", "2021-W53", "10/2024", "2024-1"])("%s names none", (id) => {
    expect(() => period(id)).toThrow(`Cannot read the period "${id}".`);
  });

  it("counts from the year's start", () => expect(sinceYearStart(period("2024-M03")).map(({ id }) => id)).toEqual(["2024-M01", "2024-M02", "2024-M03"]));
});

it.each([
  ["2025-06-30", ["province", "district", "commune"]],
  ["2025-07-01", ["province", "commune"]],
])("levels on %s", (date, expected) => expect(levelsOn(date).map(({ id }) => id)).toEqual(expected));
