/** Days on which offices are shut, and weekend days on which they work instead. ISO dates. */
export interface WorkCalendar {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

const everyWeek: WorkCalendar = { holidays: [], workdays: [] };

/** True on a day on which offices work: Monday to Friday, as the calendar has it. */
export function isWorkingDay(day: string, { holidays, workdays }: WorkCalendar = everyWeek): boolean {
  if (workdays.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

/**
 * The last day on which a report is in time: so many working days after its figures close.
 *
 * - Source: Nghị định 09/2019/NĐ-CP, điều 13 (the deadline follows the day on which the figures close).
 */
export function dueDate(closed: string, workingDays: number, calendar: WorkCalendar = everyWeek): string {
  let day = closed;
  for (let left = workingDays; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
