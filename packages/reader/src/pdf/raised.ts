import { isBlank } from "./lines.ts";
import type { Run } from "./page.ts";

/** A raised run is this much smaller than its line at least, and has this many signs at most. */
const smaller = 0.86;
const mostSigns = 5;

/** Puts small runs that stand above the baseline of what is beside them on that baseline, and says that they are raised. */
export function withRaised(runs: readonly Run[]): Run[] {
  return runs.map((run, i) => {
    if (run.glyphs.length > mostSigns || isBlank(run)) return run;
    const base = baseOf(runs, i);
    return base === undefined ? run : { ...run, y: base.y, raised: run.y - base.y > base.size * 0.12 };
  });
}

/** Files draw a raised run next to its line; where one does not, the whole page is searched. */
function baseOf(runs: readonly Run[], at: number): Run | undefined {
  const run = runs[at] as Run;
  for (const step of [-1, 1, -2, 2, -3, 3]) {
    const other = runs[at + step];
    if (other !== undefined && bears(other, run)) return other;
  }
  return runs.length <= mostSearched ? runs.find((other) => bears(other, run)) : undefined;
}

const mostSearched = 5_000;

function bears(base: Run, run: Run): boolean {
  if (run.size > base.size * smaller || isBlank(base)) return false;
  const rise = run.y - base.y;
  if (rise < -base.size * 0.35 || rise > base.size * 0.75 || Math.abs(rise) < base.size * 0.02) return false;
  const near = base.size * 0.6;
  return run.x0 - base.x1 < near && base.x0 - run.x1 < near;
}
