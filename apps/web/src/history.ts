/** A state with those before it and those that were undone. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

export const historyOf = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** The history with one more state; what was undone is let go. */
export const stepped = <T>({ past, now }: History<T>, next: T): History<T> => ({ past: [...past, now], now: next, future: [] });

export function undone<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

export function redone<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const [next, ...rest] = future;
  return next === undefined ? history : { past: [...past, now], now: next, future: rest };
}
