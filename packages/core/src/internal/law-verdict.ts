import type { Cell } from "../cell.ts";
import { add, divide, everything, Interval, intersect, point, subtract, zero } from "../interval.ts";
import { type Comparison, type Law, mentions } from "../law.ts";
import { type Linear, linearForm } from "./law-form.ts";
import { linearRange, type Reading, range } from "./law-range.ts";
import { solve } from "./law-solve.ts";
import { isZero, ZERO } from "./rational.ts";

export const targets: Record<Comparison, Interval> = {
  "=": zero,
  "<=": new Interval(null, ZERO),
  "<": new Interval(null, ZERO, false, false),
  ">=": new Interval(ZERO, null),
  ">": new Interval(ZERO, null, false, false),
};

/** A law made ready: its linear form is worked out once. */
export interface ReadyLaw {
  readonly law: Law;
  readonly linear: Linear | null;
  readonly parts: readonly ReadyLaw[];
}

export function ready(law: Law): ReadyLaw {
  return { law, linear: linearForm(law), parts: law.op === "all" ? law.laws.map(ready) : [] };
}

/** Whether some choice of the cells' values keeps the law; null when a denominator is surely zero. */
export function satisfiable({ law, linear, parts }: ReadyLaw, read: Reading): boolean | null {
  switch (law.op) {
    case "all": {
      let result: boolean | null = true;
      for (const part of parts) {
        const one = satisfiable(part, read);
        if (one === false) return false;
        if (one === null) result = null;
      }
      return result;
    }
    case "meet": {
      let common: Interval | null = everything;
      for (const cell of law.cells) common = common && intersect(common, read(cell));
      return common !== null;
    }
    case "compare": {
      if (linear) return intersect(linearRange(linear, read), targets[law.is]) !== null;
      const left = range(law.left, read);
      const right = range(law.right, read);
      return left === null || right === null ? null : intersect(subtract(left, right), targets[law.is]) !== null;
    }
  }
}

/** left − right: what the law misses by. Null when it is no comparison or a denominator is surely zero. */
export function residual({ law, linear }: ReadyLaw, read: Reading): Interval | null {
  if (law.op !== "compare") return null;
  if (linear) return linearRange(linear, read);
  const left = range(law.left, read);
  const right = range(law.right, read);
  return left && right && subtract(left, right);
}

/**
 * What the law leaves for one cell, given what the others may be: everything when the law does not bind it, null when no value
 * would do.
 */
export function implied(readyLaw: ReadyLaw, cell: Cell, read: Reading): Interval | null {
  const { law, linear, parts } = readyLaw;
  switch (law.op) {
    case "all": {
      let common: Interval | null = everything;
      for (const part of parts) {
        if (common === null) return null;
        const one = implied(part, cell, read);
        common = one && intersect(common, one);
      }
      return common;
    }
    case "meet": {
      if (!law.cells.includes(cell)) return everything;
      let common: Interval | null = everything;
      for (const other of law.cells) if (other !== cell) common = common && intersect(common, read(other));
      return common;
    }
    case "compare": {
      const target = targets[law.is];
      if (linear) {
        const weight = linear.weights.get(cell);
        if (weight === undefined || isZero(weight)) return everything;
        const left = subtract(target, linearRange(linear, read, cell));
        return divide(left, point(weight));
      }
      if (mentions(law.left, cell)) {
        const right = range(law.right, read);
        return right && solve(law.left, cell, add(right, target), read);
      }
      if (mentions(law.right, cell)) {
        const left = range(law.left, read);
        return left && solve(law.right, cell, subtract(left, target), read);
      }
      return everything;
    }
  }
}
