import { type Cell, domainInterval } from "../cell.ts";
import { outcomesUnder } from "../check.ts";
import { contains, type Interval, meets } from "../interval.ts";
import { alternativesOf, type Constraint, isChoice } from "../network.ts";
import type { Outcome, Override } from "../outcome.ts";
import type { Quantity } from "../quantity.ts";
import type { Relation } from "../relation.ts";
import {
  COST,
  isOneKeystroke,
  keystrokesApart,
  otherMultipliers,
  restated,
  stepOf,
  toPrinted,
  type Variant,
  variantsOf,
} from "./keystrokes.ts";
import { propagate } from "./propagate.ts";
import {
  add,
  ceiling,
  compare,
  decimalKey,
  divide,
  floor,
  integer,
  isInteger,
  multiply,
  negate,
  ONE,
  Rational,
  subtract,
} from "./rational.ts";
import { cellsUnder, mayBeWrong, type Scene, widest } from "./scene.ts";

/** Other figures in place of some cells', under which no constraint that they touch is violated. */
export interface Fix {
  readonly changes: readonly { readonly cell: Cell; readonly variant: Variant }[];
  readonly cost: number;
}

const HALF = new Rational(1, 2);
type Assumed = ReadonlyMap<Cell, Quantity | null>;
export const MARGIN = Math.log(20);
/** For a repair under which figures must have been cut instead of rounded, or a round count rounded: more than the margin. */
const LEFT_UNTIDY = 4;
const DEEPEST = 3;
const PATIENCE = 1200;
/** What a region gets at least, however much the others took. */
const LEAST_PATIENCE = 120;
/** So many constraints to try at once cost one step of patience more. */
const CROWD = 16;

/** The region's repairs by one figure; each must touch every violated constraint. */
export function singles(scene: Scene, region: readonly Constraint[], given: Assumed = new Map()): Fix[] {
  const fixes: Fix[] = [];
  for (const [cell, touched] of suspectsOf(scene, region, given)) {
    for (const variant of valuesFor(scene, cell, touched, given)) fixes.push({ changes: [{ cell, variant }], cost: variant.cost });
  }
  return fixes.sort((a, b) => a.cost - b.cost);
}

/** Whether one slip of a key in one figure would mend the region. */
export function isOneSlip(scene: Scene, region: readonly Constraint[]): boolean {
  for (const [cell, touched] of suspectsOf(scene, region, new Map())) {
    const fits = fitting(scene, cell, touched, new Map());
    const slips = fits === null ? [] : variantsOf(cell.quantity as Quantity);
    // A slip that fits only because round figures may have been rounded mends nothing: 100 is not 1600 for 1566.
    const mends = (slip: Variant): boolean => fits?.(slip).some(({ untidy }) => !untidy) === true;
    if (slips.some((slip) => isOneKeystroke(slip.edit) && mends(slip))) return true;
  }
  return false;
}

/** Figures that touch every constraint of the region, each with all that it touches. */
function* suspectsOf(scene: Scene, region: readonly Constraint[], given: Assumed): Generator<[Cell, readonly Constraint[]]> {
  for (const cell of figuresOf(scene, region)) {
    const touched = given.has(cell) ? [] : scene.touched(cell);
    if (touched.length > 0 && region.every((constraint) => touched.includes(constraint))) yield [cell, touched];
  }
}

/** Figures that may be wrong, of these constraints and of those bound to them through hidden cells. */
function figuresOf(scene: Scene, region: readonly Constraint[]): Cell[] {
  return [...new Set(region.flatMap((constraint) => scene.bound(constraint)).flatMap(cellsUnder))].filter(mayBeWrong);
}

/** The values of one figure that leave nothing it touches violated: slips of the keys, a neighbour's value, else the nearest. */
function valuesFor(scene: Scene, cell: Cell, touched: readonly Constraint[], given: Assumed): Variant[] {
  const printed = cell.quantity as Quantity;
  const fits = fitting(scene, cell, touched, given);
  if (fits === null) return [];
  const found = slipsOf(cell, touched).flatMap(fits);
  if (found.some(({ untidy }) => !untidy)) return found;
  for (const interval of allowed(scene, cell, touched, given, false)) {
    const nearest = lattice(interval, printed);
    const near = nearest.filter((quantity) => keystrokesApart(printed, quantity, 2)).slice(0, 5);
    for (const quantity of near) found.push(...fits({ quantity, edit: "twoKeystrokes", cost: COST.twoKeystrokes }));
    for (const quantity of found.every(({ untidy }) => untidy) ? nearest.slice(0, 3) : []) {
      found.push(...fits({ quantity, edit: "arbitrary", cost: COST.arbitrary }));
      if (found.some(({ untidy }) => !untidy)) break;
    }
  }
  return found;
}

/** A value that leaves nothing violated; untidy where a figure must have been cut for it instead of rounded. */
interface Fitting extends Variant {
  readonly untidy: boolean;
}

/** Takes a value that leaves nothing the cell touches violated, at its cost there; null when no value does. */
function fitting(
  scene: Scene,
  cell: Cell,
  touched: readonly Constraint[],
  given: Assumed,
): ((variant: Variant) => readonly Fitting[]) | null {
  const wide = allowed(scene, cell, touched, given, true);
  if (wide.length === 0) return null;
  const factor = workedOut(cell, touched) ? COST.worked : 1;
  const isFarOff = farOff(wide);
  return ({ quantity, edit, cost }) => {
    if (isFarOff(quantity) || !inDomain(cell, quantity) || !wide.some((interval) => meets(interval, widest(quantity)))) return [];
    const untidy = tried(scene, touched, new Map([...given, [cell, quantity]]));
    return untidy === null ? [] : [{ quantity, edit, cost: cost * factor + untidy, untidy: untidy > 0 }];
  };
}

/** Tells in doubles what lies plainly outside all the intervals; what is near one is decided exactly. */
function farOff(intervals: readonly Interval[]): (quantity: Quantity) => boolean {
  const ends = intervals.map(({ low, high }): readonly [low: number, high: number] => [
    low === null ? Number.NEGATIVE_INFINITY : Number(low.n) / Number(low.d),
    high === null ? Number.POSITIVE_INFINITY : Number(high.n) / Number(high.d),
  ]);
  return (quantity) => {
    if (quantity.hedge !== undefined || quantity.isRound) return false;
    const value = quantity.approximate;
    const slack = 10 ** (quantity.exponent + (quantity.unit.exponent ?? 0) - quantity.decimals) + Math.abs(value) * 1e-9;
    return ends.every(([low, high]) => value + slack < low - Math.abs(low) * 1e-9 || value - slack > high + Math.abs(high) * 1e-9);
  };
}

/** Null when the assumption leaves a constraint violated or without a verdict; else what its untidiness costs. */
function tried(scene: Scene, touched: readonly Constraint[], assumed: Assumed): number | null {
  // What round counts may have been rounded from is looked at for one figure at a time, not for every pair and triple.
  const outcomes = outcomesUnder(touched, (cell) => assumed.get(cell), assumed.size <= 1);
  let cost = 0;
  for (const [i, outcome] of outcomes.entries()) {
    const constraint = touched[i] as Constraint;
    const before = scene.checked.get(constraint);
    if (fails(outcome, before?.verdict === "unknown")) return null;
    const asBefore = before?.verdict === outcome.verdict && before.reason === outcome.reason;
    if ((outcome.verdict === "truncated" || outcome.reason === "rounded") && !asBefore) cost = LEFT_UNTIDY;
  }
  return cost;
}

const fails = (outcome: Outcome, wasUnknown: boolean): boolean =>
  outcome.verdict === "violated" || (outcome.reason === "zero-denominator" && !wasUnknown);

/** The intervals that the constraints leave for a cell, one for each way to read the choices among them; outer bounds. */
function allowed(scene: Scene, cell: Cell, touched: readonly Constraint[], given: Assumed, wide: boolean): Interval[] {
  const asked = touched.filter((constraint) => {
    const reason = scene.checked.get(constraint)?.reason;
    return reason !== "adjusted" && reason !== "zero-denominator" && !(wide && scene.elastic(constraint));
  });
  const override: Override = (one) => {
    if (one === cell) return null;
    const assumed = given.has(one) ? given.get(one) : one.quantity;
    return wide && assumed ? widest(assumed) : given.get(one);
  };
  const intervals: Interval[] = [];
  for (const relations of readings(asked)) {
    const known = propagate(relations, override, false);
    if (!relations.some((relation) => known.conflicts.has(relation))) intervals.push(known.interval(cell));
  }
  return intervals;
}

const MOST_READINGS = 16;

/** In how many ways the choices can be settled. */
const ways = (constraints: readonly Constraint[]): number =>
  constraints.reduce((product, constraint) => product * alternativesOf(constraint).length, 1);

/** Every way to settle the choices, up to a few; beyond these, choices bind nothing. */
function readings(constraints: readonly Constraint[]): Relation[][] {
  const plain = constraints.filter((constraint): constraint is Relation => !isChoice(constraint));
  const choices = constraints.filter(isChoice).map(alternativesOf);
  if (ways(constraints) > MOST_READINGS) return [plain];
  let all: Relation[][] = [plain];
  for (const alternatives of choices) all = all.flatMap((before) => alternatives.map((relation) => [...before, relation]));
  return all;
}

/** Slips of the keys, a rise told as a fall, millions for billions, and copies of a neighbour; a copy that is also a slip is called the slip, at the lower cost. */
function slipsOf(cell: Cell, touched: readonly Constraint[]): Variant[] {
  const variants = new Map(variantsOf(cell.quantity as Quantity).map((variant) => [decimalKey(variant.quantity.stated), variant]));
  for (const copy of [...turnsOf(cell, touched), ...otherMultipliers(cell.quantity as Quantity), ...neighbours(cell, touched)]) {
    const value = decimalKey(copy.quantity.stated);
    const slip = variants.get(value);
    variants.set(value, slip === undefined ? copy : { ...slip, cost: Math.min(slip.cost, copy.cost) });
  }
  return [...variants.values()].sort((a, b) => a.cost - b.cost);
}

/** The same change the other way, where one of the constraints takes the figure for a rise or fall that words tell. */
function turnsOf(cell: Cell, touched: readonly Constraint[]): Variant[] {
  const isTold = touched.some((constraint) =>
    alternativesOf(constraint).some(({ kind, places }) => kind.way?.(places, cell) !== undefined),
  );
  const printed = cell.quantity as Quantity;
  return isTold ? [{ quantity: restated(printed, negate(printed.stated)), edit: "turn", cost: COST.turn }] : [];
}

/** Values of figures beside this one, in the same unit: a copied line. */
function neighbours(cell: Cell, touched: readonly Constraint[]): Variant[] {
  const printed = cell.quantity as Quantity;
  const values = new Map<string, Quantity>();
  for (const { quantity } of touched.flatMap(cellsUnder)) {
    if (quantity === null || quantity.unit.id !== printed.unit.id || quantity.exponent !== printed.exponent) continue;
    if (quantity.value.decimalPlaces() <= Math.max(0, printed.decimals)) values.set(decimalKey(quantity.stated), quantity);
  }
  values.delete(decimalKey(printed.stated));
  const cost = COST.neighbour + Math.log(Math.max(1, values.size));
  return [...values.values()].map(({ stated }) => ({ quantity: restated(printed, stated), edit: "neighbour", cost }));
}

/** Printable values that the interval allows, that in its middle first, then the nearest to the printed one; as many as are worth a look. */
function lattice(interval: Interval, printed: Quantity): Quantity[] {
  const step = stepOf(printed);
  const half = printed.exact ? integer(0) : multiply(step, HALF);
  const at = divide(printed.base, step);
  const first = interval.low && lowest(divide(subtract(interval.low, half), step), interval.loClosed);
  const last = interval.high && negate(lowest(divide(negate(add(interval.high, half)), step), interval.hiClosed));
  const below = first !== null && compare(first, at) > 0;
  const above = last !== null && compare(last, at) < 0;
  const fits = (one: Rational): boolean => (first === null || compare(one, first) >= 0) && (last === null || compare(one, last) <= 0);
  // What people print is what the stated figures make, and those stand in the middle of what they may be.
  const middle = interval.low && interval.high && floor(add(divide(add(interval.low, interval.high), multiply(step, integer(2))), HALF));
  const found = middle !== null && fits(middle) && compare(middle, at) !== 0 ? [middle] : [];
  const from = below ? first : above ? last : isInteger(at) ? at : floor(at);
  for (let k = 0; k < MANY; k++) {
    for (const one of k === 0 ? [from] : [add(from, integer(k)), subtract(from, integer(k))])
      if (fits(one) && compare(one, at) !== 0 && (middle === null || compare(one, middle) !== 0)) found.push(one);
  }
  return found.map((one) => restated(printed, toPrinted(printed, multiply(one, step))));
}

const MANY = 100;

const lowest = (end: Rational, closed: boolean): Rational => (!closed && isInteger(end) ? add(end, ONE) : ceiling(end));

function inDomain(cell: Cell, { base }: Quantity): boolean {
  const domain = domainInterval(cell.domain);
  return domain !== null && contains(domain, base) && (cell.domain.integer !== true || isInteger(base));
}

/** Whether the figure stands where people work a value out from the others. */
function workedOut(cell: Cell, constraints: readonly Constraint[]): boolean {
  return constraints.some((constraint) =>
    alternativesOf(constraint).some(({ kind, places }) =>
      kind.worked?.some((place) => {
        const at = places[place];
        return at === cell || (Array.isArray(at) && at.includes(cell));
      }),
    ),
  );
}

// ---- several figures ---------------------------------------------------------------------------------------------------------

/** The region's repairs by two or three figures, and whether the search went as deep as it may. */
export function several(scene: Scene, region: readonly Constraint[]): { fixes: Fix[]; exceeded: boolean } {
  const fixes: Fix[] = [];
  const seen = new Set<string>();
  const tested = new Set<string>();
  const feasible: ReadonlySet<Cell>[] = [];
  let best = Infinity;
  const given = Math.min(PATIENCE, Math.max(LEAST_PATIENCE, scene.effort.left));
  let patience = given;
  let exceeded = false;

  const limit = (): number => best + MARGIN;
  const least = (figures: number): number => figures * COST.worked + (figures - 1) * COST.further;

  const touchedBy = (cells: readonly Cell[]): Constraint[] => [...new Set([...region, ...cells.flatMap(scene.touched)])];

  const free = (cells: readonly Cell[]): void => {
    const key = cells
      .map(({ id }) => id)
      .sort()
      .join("\n");
    if (seen.has(key) || feasible.some((set) => [...set].every((cell) => cells.includes(cell)))) return;
    seen.add(key);
    if (patience-- <= 0) {
      exceeded = true;
      return;
    }
    const constraints = touchedBy(cells);
    patience -= Math.floor(constraints.length / CROWD);
    const freed: Assumed = new Map(cells.map((cell) => [cell, null]));
    const outcomes = outcomesUnder(constraints, (cell) => freed.get(cell), false);
    const broken = constraints.filter(
      (constraint, i) => outcomes[i]?.verdict === "violated" && scene.checked.get(constraint)?.reason !== "adjusted",
    );
    if (broken.length === 0 && cells.length > 1) {
      const before = fixes.length;
      tested.clear();
      assign(cells, constraints, new Map(), [], 0);
      if (fixes.length > before) feasible.push(new Set(cells));
      return;
    }
    if (cells.length === DEEPEST) {
      exceeded = true;
      return;
    }
    if (least(cells.length + 1) > limit()) return;
    for (const cell of nextToFree(scene, broken.length > 0 ? broken : region, freed)) if (!freed.has(cell)) free([...cells, cell]);
  };

  const assign = (
    left: readonly Cell[],
    constraints: readonly Constraint[],
    assumed: Assumed,
    changes: Fix["changes"],
    cost: number,
  ): void => {
    if (patience-- <= 0) {
      exceeded = true;
      return;
    }
    patience -= Math.min(ways(constraints), MOST_READINGS) - 1;
    const open = new Map<Cell, Quantity | null>([...assumed, ...left.map((cell) => [cell, null] as const)]);
    const options = left.map((cell) => ({ cell, values: candidates(scene, cell, constraints, open, left.length === 1) }));
    for (const { cell, values } of options.sort((a, b) => a.values.length - b.values.length)) {
      const rest = left.filter((one) => one !== cell);
      for (const variant of values) {
        const sum = cost + variant.cost + (changes.length > 0 ? COST.further : 0);
        if (sum + (rest.length > 0 ? least(rest.length) + COST.further : 0) > limit()) break;
        const made = [...changes, { cell, variant }];
        const key = made
          .map((change) => `${change.cell.id} ${change.variant.quantity.value}`)
          .sort()
          .join("\n");
        if (tested.has(key)) continue;
        tested.add(key);
        const now: Assumed = new Map([...assumed, [cell, variant.quantity]]);
        if (rest.length > 0) {
          assign(rest, constraints, now, made, sum);
          continue;
        }
        const untidy = tried(scene, constraints, now);
        if (untidy === null) continue;
        fixes.push({ changes: made, cost: sum + untidy });
        best = Math.min(best, sum + untidy);
      }
    }
  };

  free([]);
  scene.effort.left -= given - Math.max(0, patience);
  return { fixes: fixes.filter(({ cost }) => cost <= limit()).sort((a, b) => a.cost - b.cost), exceeded: exceeded && fixes.length === 0 };
}

/** A constraint of stated figures alone needs one of them freed; where freed or hidden cells clash, a figure of any of those may be the one. */
function nextToFree(scene: Scene, broken: readonly Constraint[], freed: Assumed): readonly Cell[] {
  const settled = broken.filter((constraint) => cellsUnder(constraint).every((cell) => cell.quantity !== null && !freed.has(cell)));
  if (settled.length === 0) return figuresOf(scene, broken);
  return settled.map((constraint) => figuresOf(scene, [constraint])).reduce((a, b) => (b.length < a.length ? b : a));
}

/** What one of several freed figures may be, the others still free. */
function candidates(scene: Scene, cell: Cell, constraints: readonly Constraint[], open: Assumed, last: boolean): Variant[] {
  const printed = cell.quantity as Quantity;
  const factor = workedOut(cell, constraints) ? COST.worked : 1;
  const intervals = allowed(scene, cell, constraints, open, false);
  const fit = (quantity: Quantity): boolean =>
    inDomain(cell, quantity) && intervals.some((interval) => meets(interval, quantity.interval()));
  const found = slipsOf(cell, constraints).filter(({ quantity }) => fit(quantity));
  const near = intervals.flatMap((interval) => lattice(interval, printed)).filter(fit);
  const few = near.length <= 30 || (last && found.length === 0);
  if (few)
    for (const quantity of near.slice(0, 30)) {
      if (found.some((one) => one.quantity.value.equals(quantity.value))) continue;
      const edit = keystrokesApart(printed, quantity, 2) ? "twoKeystrokes" : "arbitrary";
      found.push({ quantity, edit, cost: COST[edit] });
    }
  return found.map((variant) => ({ ...variant, cost: variant.cost * factor })).sort((a, b) => a.cost - b.cost);
}
