import { administrativeWindows, period, windowOf } from "@khop/core";

/** The day from which there are two levels of government. */
export const twoLevelsSince = "2025-07-01";

/** The day on which a period's figures close; the last day of what has no window. */
export const closes = (id: string): string => windowOf(period(id), administrativeWindows)?.to ?? `${id.slice(0, 4)}-12-31`;

/** Whether the change to two levels lies between two periods. */
export const isBreak = (earlier: string, later: string): boolean => closes(earlier) < twoLevelsSince && closes(later) >= twoLevelsSince;
