/** Until the engine has compiled what runs often: about 200 checks of a report, for every contender alike. */
const WARM = 2000;

/** The middle of many runs, in milliseconds. Runs until both are reached: a number of runs and a time. */
export function median(act: () => unknown, { runs = 30, atLeast = 400 } = {}): number {
  for (let warm = performance.now(); performance.now() - warm < WARM; ) act();
  const times: number[] = [];
  for (const start = performance.now(); times.length < runs || performance.now() - start < atLeast; ) {
    const before = performance.now();
    act();
    times.push(performance.now() - before);
  }
  return middle(times);
}

export async function medianAsync(act: () => Promise<unknown>, { runs = 10, atLeast = 400 } = {}): Promise<number> {
  for (let warm = performance.now(); performance.now() - warm < WARM; ) await act();
  const times: number[] = [];
  for (const start = performance.now(); times.length < runs || performance.now() - start < atLeast; ) {
    const before = performance.now();
    await act();
    times.push(performance.now() - before);
  }
  return middle(times);
}

export const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** Least milliseconds of each act. */
export type Times<Name extends string> = Readonly<Record<Name, number>>;

/** Acts by turns, so that a busy machine slows all alike; the least time of each is what it takes when nothing else disturbs it. */
export async function inTurns<Name extends string>(
  acts: Readonly<Record<Name, () => unknown>>,
  { warm = 6, runs = 15 } = {},
): Promise<Times<Name>> {
  const names = Object.keys(acts) as Name[];
  const least = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>;
  for (let run = -warm; run < runs; run += 1)
    for (const name of names) {
      const before = performance.now();
      await acts[name]();
      if (run >= 0) least[name] = Math.min(least[name], performance.now() - before);
    }
  return least;
}
