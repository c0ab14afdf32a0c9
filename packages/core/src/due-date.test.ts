import { expect, it } from "vitest";
import { dueDate, isWorkingDay } from "./due-date.ts";

const calendar = { holidays: ["2025-09-01", "2025-09-02"], workdays: ["2025-09-06"] };

it.each<[string, string, number, string]>([
  // the figures close                       on            working days   due
  ["in the middle of a week",                "2024-10-14", 2,             "2024-10-16"],
  ["so that a weekend lies between",         "2024-11-14", 2,             "2024-11-18"],
  ["on a Saturday",                          "2024-12-14", 1,             "2024-12-16"],
  ["before a holiday",                       "2025-08-29", 1,             "2025-09-03"],
  ["before a Saturday that is worked",       "2025-09-05", 1,             "2025-09-06"],
  ["at the end of a year",                   "2024-12-31", 1,             "2025-01-01"],
  ["and it is due at once",                  "2024-12-14", 0,             "2024-12-14"],
])("a deadline, when the figures close %s", (_, closed, days, due) => {
  expect(dueDate(closed, days, calendar)).toBe(due);
  expect(days === 0 || isWorkingDay(due, calendar)).toBe(true);
});
