import { type Frequency, period, windowOf } from "@khop/core";

/** How the periods of a year are called, by how often a regime reports. */
const within: Partial<Record<Frequency, readonly string[]>> = {
  month: Array.from({ length: 12 }, (_, i) => `M${String(i + 1).padStart(2, "0")}`),
  quarter: ["Q1", "Q2", "Q3", "Q4"],
  half: ["S1", "S2"],
  year: ["A1"],
};

/** Periods to choose from that have begun, the newest first. */
export function periodsOf(frequency: Frequency, today: Date): string[] {
  const year = today.getFullYear();
  const day = today.toISOString().slice(0, 10);
  const names = [...(within[frequency] ?? [])].reverse();
  return [year, year - 1, year - 2]
    .flatMap((one) => names.map((name) => `${one}-${name}`))
    .filter((id) => (windowOf(period(id))?.from ?? "") <= day);
}
