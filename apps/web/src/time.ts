import { period, periodName } from "@khop/core";
import type { Language } from "./language.tsx";

const zone = "Asia/Ho_Chi_Minh";
const hour = 3_600_000;

/** A day as the language writes it: 21/10/2024, 21 Oct 2024. */
export function dayIn(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (language === "vi") return day.split("-").reverse().join("/");
  return at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** A moment as offices in Vietnam see it: 09:12 ngày 21/10/2024. */
export function momentIn(moment: string | Date, language: Language): string {
  const at = new Date(moment);
  const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
  const day = dayIn(at.toLocaleDateString("en-CA", { timeZone: zone }), language);
  return language === "vi" ? `${time} ngày ${day}` : `${time}, ${day}`;
}

/** Today in Vietnam. */
export const today = (now: Date): string => now.toLocaleDateString("en-CA", { timeZone: zone });

/** How far it is to the end of a day in Vietnam, or how long that is ago. */
export interface TimeLeft {
  readonly isOver: boolean;
  readonly days: number;
  readonly hours: number;
}

export function timeLeft(dueOn: string, now: Date): TimeLeft {
  const end = Date.parse(`${dueOn}T24:00:00+07:00`);
  const hours = Math.floor(Math.abs(end - now.getTime()) / hour);
  return { isOver: now.getTime() >= end, days: Math.floor(hours / 24), hours: hours % 24 };
}

/** That in words: còn 3 ngày 4 giờ; quá hạn 2 ngày. */
export function leftIn({ isOver, days, hours }: TimeLeft, language: Language): string {
  const both = [days, hours] as const;
  const shown = (names: readonly [string, string]): string =>
    both.flatMap((count, i) => (count > 0 && !(i === 1 && days > 9) ? [`${count} ${names[i]}`] : [])).join(" ");
  if (language === "vi") {
    const much = shown(["ngày", "giờ"]) || "chưa đến 1 giờ";
    return isOver ? `quá hạn ${much}` : `còn ${much}`;
  }
  const much = shown(["d", "h"]) || "less than an hour";
  return isOver ? `overdue by ${much}` : `${much} left`;
}

/** A period by its name in the language: tháng 10/2024, October 2024. */
export function periodIn(id: string, language: Language): string {
  const of = period(id);
  if (language === "vi") return periodName(of);
  if (of.frequency === "month")
    return new Date(Date.UTC(of.year, of.index - 1, 1)).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  const names = {
    week: `week ${of.index}`,
    quarter: `Q${of.index}`,
    half: of.index === 1 ? "first half" : "second half",
    nineMonths: "nine months",
    year: "year",
  };
  return `${names[of.frequency]} ${of.year}`;
}
