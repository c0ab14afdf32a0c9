import { type Period, previous, sinceYearStart, yearBefore } from "@khop/core";

/** Every period that rules on one may look at, but for the newest of several. */
export const periodsOf = (period: Period): readonly string[] => [
  ...new Set([period, previous(period), yearBefore(period), ...sinceYearStart(period)].map(({ id }) => id)),
];
