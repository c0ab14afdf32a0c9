import { type Period, period, previous, yearBefore } from "@khop/core";
import type { Passage } from "./passages.ts";

/** How an earlier report stands to a later one. `untold` where the period of one of them cannot be read. */
export type Standing = "previous" | "yearBefore" | "same" | "other" | "untold";

/** What the texts of two reports say of when they are of. */
export interface Periods {
  readonly before: Period | null;
  readonly now: Period | null;
  readonly standing: Standing;
}

export function standingOf(before: Period | null, now: Period | null): Standing {
  if (before === null || now === null) return "untold";
  if (now.id === before.id) return "same";
  if (previous(now).id === before.id) return "previous";
  return yearBefore(now).id === before.id ? "yearBefore" : "other";
}

/**
 * The period of a later report whose title still bears the month of the earlier one: what the text itself speaks of, where that is the
 * next period and the earlier report speaks of it less.
 */
export function periodAfter(
  before: Period | null,
  now: Period | null,
  earlier: readonly Passage[],
  later: readonly Passage[],
): Period | null {
  if (before === null || now === null || now.id !== before.id) return now;
  const named = (passages: readonly Passage[]): Period[] =>
    [...countsOf(passages.filter(({ kind }) => kind !== "heading")).values()].flatMap(({ found, times }) =>
      Array<Period>(times).fill(found),
    );
  const following = (passages: readonly Passage[]): Period[] => named(passages).filter((one) => previous(one).id === before.id);
  const next = following(later);
  return next.length >= OFTEN && next.length > following(earlier).length ? (next[0] as Period) : now;
}

/** Passages that may hold a report's title. */
const HEAD = 14;
/** A name of a period that stands so often is that of the report, unless another stands nearly as often. */
const OFTEN = 2;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const TITLE = /báo cáo|kết quả|công tác|tình hình|số liệu|tổng hợp|sơ kết|tổng kết/iu;

/** The period that a report is of, by its title, else by the period that it names most; null where that is open. */
export function periodOf(passages: readonly Passage[]): Period | null {
  const head = passages.slice(0, HEAD);
  const titles = [
    ...head.filter(({ kind }) => kind === "heading"),
    ...head.filter(({ kind, text }) => kind !== "heading" && text.length < 300),
  ];
  for (const { text } of titles) {
    const found = TITLE.test(text) ? titled(text) : null;
    if (found !== null) return found;
  }
  return mostNamed(passages);
}

/** "Kết quả công tác tháng 12, nhiệm vụ tháng 01/2025": the first period is the report's, and its year stands later. */
function titled(text: string): Period | null {
  const said = text.normalize("NFC").toLowerCase();
  const [first] = namesIn(said);
  if (first === undefined) return /(?:báo cáo|tổng kết|kết quả|công tác).*năm (20\d\d)/.test(said) ? yearIn(said) : null;
  if (first.year !== undefined) return made(first.form, first.index, first.year);
  const next = namesIn(said).find(({ year, form }) => year !== undefined && form === first.form);
  const year = next?.year ?? Number(/(20\d\d)/.exec(said)?.[1] ?? Number.NaN);
  return Number.isNaN(year) ? null : made(first.form, first.index, next !== undefined && next.index < first.index ? year - 1 : year);
}

const yearIn = (said: string): Period | null => {
  const year = /năm (20\d\d)/.exec(said)?.[1];
  return year === undefined ? null : made("A", 1, Number(year));
};

interface Named {
  readonly form: "M" | "Q" | "W" | "S" | "A" | "P9M";
  readonly index: number;
  readonly year: number | undefined;
}

const NAMES =
  /(ngày\s+\d{1,2}\s+)?(?:(6|sáu|9|chín) tháng (đầu |cuối )?(?:năm )?(20\d\d)?|tháng\s+(\d{1,2})(?!\d)(?:\s*[/.-]\s*(20\d\d)|\s+năm\s+(20\d\d))?|quý\s+(i{1,3}v?|iv|[1-4])(?![\p{L}\d])(?:\s*[/-]\s*(20\d\d)|\s+năm\s+(20\d\d))?|tuần\s+(\d{1,2})(?!\d)(?:\s*[/-]\s*(20\d\d)|\s+năm\s+(20\d\d))?)/gu;

/** Periods that a text names, in order; the dates of days are none. */
function namesIn(said: string): Named[] {
  const found: Named[] = [];
  for (const match of said.matchAll(NAMES)) {
    const [, day, months, part, ofMonths, month, monthYear, monthYear2, quarter, quarterYear, quarterYear2, week, weekYear, weekYear2] =
      match;
    if (day !== undefined) continue;
    const year = [ofMonths, monthYear, monthYear2, quarterYear, quarterYear2, weekYear, weekYear2].find((one) => one !== undefined);
    const given = { year: year === undefined ? undefined : Number(year) };
    if (months !== undefined) {
      const six = months === "6" || months === "sáu";
      if (six) found.push({ form: "S", index: part?.startsWith("cuối") ? 2 : 1, ...given });
      else found.push({ form: "P9M", index: 1, ...given });
    } else if (month !== undefined) found.push({ form: "M", index: Number(month), ...given });
    else if (quarter !== undefined) found.push({ form: "Q", index: ROMAN[quarter] ?? Number(quarter), ...given });
    else if (week !== undefined) found.push({ form: "W", index: Number(week), ...given });
  }
  return found;
}

function made(form: Named["form"], index: number, year: number): Period | null {
  const two = String(index).padStart(2, "0");
  const id = form === "P9M" ? `${year}-01-01/P9M` : `${year}-${form}${form === "M" || form === "W" ? two : index}`;
  try {
    return period(id);
  } catch {
    return null;
  }
}

function countsOf(passages: readonly Passage[]): ReadonlyMap<string, { readonly found: Period; readonly times: number }> {
  const counts = new Map<string, { found: Period; times: number }>();
  for (const { text } of passages) {
    for (const { form, index, year } of namesIn(text.normalize("NFC").toLowerCase())) {
      const found = year === undefined ? null : made(form, index, year);
      if (found === null) continue;
      const known = counts.get(found.id) ?? { found, times: 0 };
      known.times += 1;
      counts.set(found.id, known);
    }
  }
  return counts;
}

function mostNamed(passages: readonly Passage[]): Period | null {
  const [first, second] = [...countsOf(passages).values()].sort((a, b) => b.times - a.times);
  if (first === undefined || first.times < OFTEN || first.times < 1.5 * (second?.times ?? 0)) return null;
  return first.found;
}
