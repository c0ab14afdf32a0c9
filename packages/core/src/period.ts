import { KhopError } from "./errors.ts";

/** How often a report is due. */
export type Frequency = "week" | "month" | "quarter" | "half" | "nineMonths" | "year";

/** What a report covers, by the calendar's name for it: `2024-M10`, `2024-Q3`, `2024-S1`, `2024-A1`, `2024-01-01/P9M`. */
export interface Period {
  readonly id: string;
  readonly frequency: Frequency;
  readonly year: number;
  /** 1–12 for months, 1–4 for quarters, 1–2 for half-years, 1–53 for weeks, 1 for the year and the nine months. */
  readonly index: number;
}

/** What figures truly cover, both days included. ISO dates. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

const FORMS: readonly [RegExp, Frequency, number][] = [
  [/^(\d{4})-W(\d{2})$/, "week", 53],
  [/^(\d{4})-M(\d{2})$/, "month", 12],
  [/^(\d{4})-Q(\d)$/, "quarter", 4],
  [/^(\d{4})-S(\d)$/, "half", 2],
  [/^(\d{4})-A(1)$/, "year", 1],
  [/^(\d{4})-01-01\/P9(M)$/, "nineMonths", 1],
];

/**
 * Reads a period's name.
 *
 * @throws KhopError `core/bad-period` when it names none.
 * @source SDMX 2.1, Section 6, time formats.
 */
export function period(id: string): Period {
  for (const [form, frequency, last] of FORMS) {
    const match = form.exec(id);
    if (!match) continue;
    const index = frequency === "nineMonths" ? 1 : Number(match[2]);
    if (index >= 1 && index <= last && (frequency !== "week" || index <= weeksOf(Number(match[1]))))
      return { id, frequency, year: Number(match[1]), index };
  }
  throw new KhopError("core/bad-period", `Cannot read the period "${id}". Write 2024-M10, 2024-Q3, 2024-S1, 2024-A1 or 2024-01-01/P9M.`, {
    text: id,
  });
}

const two = (n: number): string => String(n).padStart(2, "0");

/** The days on which a frequency's data open and close, with the date from which the rule is law. */
export interface WindowRule {
  readonly frequency: Frequency;
  /** Day on which the window opens: of the month before the period, unless `openingMonth` says otherwise. */
  readonly openingDay: number;
  /** Day on which it closes: of the period's last month, unless `closingMonth` says otherwise; past a month's end it is its last day. */
  readonly closingDay: number;
  /** Months from the period's first month to that of the opening day: 0 for a calendar month; −1 unless given. */
  readonly openingMonth?: number;
  /** Months from the period's last month to that of the closing day; 0 unless given. */
  readonly closingMonth?: number;
  readonly validFrom: string;
  readonly source: string;
}

/** Administrative reports: the month runs from the 15th of the month before to the 14th. */
export const administrativeWindows: readonly WindowRule[] = (["month", "quarter", "half", "nineMonths", "year"] as const).map(
  (frequency) => ({
    frequency,
    openingDay: 15,
    closingDay: 14,
    validFrom: "2019-03-12",
    source: "Nghị định 09/2019/NĐ-CP, điều 12",
  }),
);

/** The window of a period under a rule; null when no rule covers the frequency. */
export function windowOf(of: Period, rules: readonly WindowRule[] = administrativeWindows): Window | null {
  const rule = rules.find((one) => one.frequency === of.frequency);
  if (!rule) return null;
  const months = { month: 1, quarter: 3, half: 6, nineMonths: 9, year: 12, week: 0 }[of.frequency];
  const last = of.index * months;
  return {
    from: dayOf(of.year, last - months + 1 + (rule.openingMonth ?? -1), rule.openingDay),
    to: dayOf(of.year, last + (rule.closingMonth ?? 0), rule.closingDay),
  };
}

/** The days that a period covers: its window, or by the calendar where no rule tells one, as of weeks. */
export function daysOf(of: Period, rules: readonly WindowRule[] = administrativeWindows): Window {
  const window = windowOf(of, rules) ?? windowOf(of);
  if (window !== null) return window;
  // The week with the fourth of January is the first.
  const fourth = new Date(Date.UTC(of.year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (of.index - 1) * 7;
  const day = (n: number): string => new Date(Date.UTC(of.year, 0, n)).toISOString().slice(0, 10);
  return { from: day(monday), to: day(monday + 6) };
}

/** A day of a month counted from the year's first, which is 1; past the month's end its last day. */
function dayOf(year: number, month: number, day: number): string {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, length))).toISOString().slice(0, 10);
}

/** The period before, of the same frequency. */
export function previous(of: Period): Period {
  const last = { week: weeksOf(of.year - 1), month: 12, quarter: 4, half: 2, nineMonths: 1, year: 1 }[of.frequency];
  const [year, index] = of.index > 1 ? [of.year, of.index - 1] : [of.year - 1, last];
  return nameOf(of.frequency, year, index);
}

/** The period behind, of the same frequency. */
export function following(of: Period): Period {
  const last = { week: weeksOf(of.year), month: 12, quarter: 4, half: 2, nineMonths: 1, year: 1 }[of.frequency];
  const [year, index] = of.index < last ? [of.year, of.index + 1] : [of.year + 1, 1];
  return nameOf(of.frequency, year, index);
}

/** 53 weeks in an ISO year that begins on a Thursday, or is a leap year that begins on a Wednesday; else 52. */
function weeksOf(year: number): number {
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return first === 4 || (first === 3 && isLeap) ? 53 : 52;
}

/** The same period of the year before; the last week, where that year had no week 53. */
export function yearBefore({ frequency, year, index }: Period): Period {
  return nameOf(frequency, year - 1, frequency === "week" ? Math.min(index, weeksOf(year - 1)) : index);
}

/** Every period of the same frequency in the year, up to this one. */
export function sinceYearStart(of: Period): readonly Period[] {
  return Array.from({ length: of.index }, (_, i) => nameOf(of.frequency, of.year, i + 1));
}

/** A period as Vietnamese names it: "tháng 10/2024", "quý III/2024", "6 tháng đầu năm 2024". */
export function periodName({ frequency, year, index }: Period): string {
  const names: Record<Frequency, string> = {
    week: `tuần ${index}/${year}`,
    month: `tháng ${index}/${year}`,
    quarter: `quý ${["I", "II", "III", "IV"][index - 1]}/${year}`,
    half: `6 tháng ${index === 1 ? "đầu" : "cuối"} năm ${year}`,
    nineMonths: `9 tháng năm ${year}`,
    year: `năm ${year}`,
  };
  return names[frequency];
}

function nameOf(frequency: Frequency, year: number, index: number): Period {
  const id = {
    week: `${year}-W${two(index)}`,
    month: `${year}-M${two(index)}`,
    quarter: `${year}-Q${index}`,
    half: `${year}-S${index}`,
    year: `${year}-A1`,
    nineMonths: `${year}-01-01/P9M`,
  }[frequency];
  return { id, frequency, year, index };
}
