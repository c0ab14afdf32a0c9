import type { Decisions } from "./view.ts";

/** Decisions with those before them and those that were undone. */
export interface History {
  readonly past: readonly Decisions[];
  readonly now: Decisions;
  readonly future: readonly Decisions[];
}

export const begun: History = { past: [], now: { accepted: {}, waived: {} }, future: [] };

/** The history with one more decision; what was undone is let go. */
export const decided = ({ past, now }: History, next: Decisions): History => ({ past: [...past, now], now: next, future: [] });

export function undone(history: History): History {
  const { past, now, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

export function redone(history: History): History {
  const { past, now, future } = history;
  const [next, ...rest] = future;
  return next === undefined ? history : { past: [...past, now], now: next, future: rest };
}

export const withAccepted = ({ accepted, waived }: Decisions, figure: string, value: string): Decisions => ({
  accepted: { ...accepted, [figure]: value },
  waived,
});

export const withWaived = ({ accepted, waived }: Decisions, finding: string, reason: string): Decisions => ({
  accepted,
  waived: { ...waived, [finding]: reason },
});

/** Without what was decided about a finding, or about a figure. */
export const without = ({ accepted, waived }: Decisions, id: string): Decisions => ({
  accepted: left(accepted, id),
  waived: left(waived, id),
});

const left = (of: Readonly<Record<string, string>>, id: string): Record<string, string> =>
  Object.fromEntries(Object.entries(of).filter(([key]) => key !== id));
