import type { WorkCalendar } from "@khop/core";

/** Days from one to another of the same month, both included. */
const days = (month: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${month}-${String(from + i).padStart(2, "0")}`);

/**
 * Public holidays of Vietnam and the weekend days worked in exchange, as the government announced them for civil servants.
 *
 * A province that grants others, or a year not here, hands in a calendar of its own.
 *
 * - Source: Bộ luật Lao động 2019, điều 112; yearly notices of the Ministry of Home Affairs and of Labour. Have the days confirmed.
 */
export const workCalendar: WorkCalendar = {
  holidays: [
    "2024-01-01",
    ...days("2024-02", 8, 9),
    ...days("2024-02", 12, 14),
    "2024-04-18",
    ...days("2024-04", 29, 30),
    "2024-05-01",
    ...days("2024-09", 2, 3),
    "2025-01-01",
    ...days("2025-01", 27, 31),
    "2025-04-07",
    "2025-04-30",
    ...days("2025-05", 1, 2),
    ...days("2025-09", 1, 2),
    ...days("2026-01", 1, 2),
    ...days("2026-02", 16, 20),
    "2026-04-27",
    "2026-04-30",
    "2026-05-01",
    "2026-08-31",
    ...days("2026-09", 1, 2),
  ],
  workdays: ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"],
};
