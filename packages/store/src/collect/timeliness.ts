import type { Submission } from "./submission.ts";

/** `owed`: nothing was sent and it is not yet due; `missing`: nothing was sent and it was. */
export type Timeliness = "early" | "onTime" | "late" | "missing" | "owed";

/** The day on which something happened, where offices keep their calendars. */
const dayInVietnam = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** How a submission stands to its deadline: by the day on which it was first sent. What was returned and mended later was not late for it. */
export function timelinessOf({ dueOn, firstSubmittedAt }: Pick<Submission, "dueOn" | "firstSubmittedAt">, now: Date): Timeliness {
  if (firstSubmittedAt === null) return dayInVietnam(now) > dueOn ? "missing" : "owed";
  const sent = dayInVietnam(firstSubmittedAt);
  return sent < dueOn ? "early" : sent === dueOn ? "onTime" : "late";
}

/** How many submissions are in time, late, missing. */
export function tallyOf(submissions: readonly Submission[], now: Date): Readonly<Record<Timeliness, number>> {
  const tally = { early: 0, onTime: 0, late: 0, missing: 0, owed: 0 };
  for (const one of submissions) tally[timelinessOf(one, now)] += 1;
  return tally;
}
