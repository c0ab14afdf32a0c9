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
