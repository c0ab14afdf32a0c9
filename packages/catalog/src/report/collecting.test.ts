import { dueDate, isWorkingDay, windowOf } from "@khop/core";
import { expect, it } from "vitest";
import { collecting, departmentMonthly, healthQuarterly, october2024, workCalendar } from "./index.ts";

it("says of a regime what is entered, and leaves out what cannot be", () => {
  const { entries, absent, id, level } = collecting(departmentMonthly);
  expect([id, level]).toEqual(["department-monthly", "province"]);
  const key = (members: Readonly<Record<string, string>> = {}) => Object.values(members).sort().join(" ");
  expect(entries.filter(({ indicator }) => indicator === "dossiers.received").map(({ members }) => key(members))).toContain("commune online");
  expect(entries.some((entry) => absent(entry) !== undefined)).toBe(false);
  expect(departmentMonthly.structuralZeros.every((one) => absent(one) === "structuralZero")).toBe(true);
});

it("tells what is told once a year, and what only opens a series", () => {
  const { entries } = collecting(healthQuarterly);
  expect(entries.find(({ indicator }) => indicator === "population")).toMatchObject({ frequency: "year" });
  expect(entries.find(({ indicator }) => indicator === "visits")).not.toHaveProperty("frequency");
});

it("counts working days by the holidays of the year", () => {
  expect(dueDate(windowOf(october2024.period)?.to ?? "", departmentMonthly.dueWithin, workCalendar)).toBe("2024-10-21");
  expect(dueDate("2025-01-24", 2, workCalendar)).toBe("2025-02-04");
  expect(workCalendar.workdays.every((day) => [0, 6].includes(new Date(day).getUTCDay()) && isWorkingDay(day, workCalendar))).toBe(true);
  expect(workCalendar.holidays.every((day) => ![0, 6].includes(new Date(day).getUTCDay()))).toBe(true);
});
