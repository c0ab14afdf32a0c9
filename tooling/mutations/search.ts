import type { Cell, Network, Relation } from "@khop/core";

/**
 * Whether the relations about a cell can all be true, in plain whole numbers and with nothing of core's own arithmetic: what `check` is
 * held against.
 *
 * A count stands for itself; one of four digits or more that ends in two zeros also for every whole number that rounds to it, each of
 * which is tried. A figure with decimals stands for all that rounds to it, an exact half either way. Hidden bases and hidden counts are
 * whole numbers, tried one by one. Kinds that are not listed say nothing. Of a choice each reading must fail.
 *
 * With `behind`, also the whole counts behind the percents of a weighted mean, which no relation names (CHECK 1.6).
 */
export function isPossible(network: Network, about: Cell, behind = false): boolean {
  const mine = network.choices.filter(({ alternatives }) => alternatives.some(({ cells }) => cells.includes(about)));
  const relations = reach(network.relations, about);
  const readings = isRound(about) ? wholesAbout(about).map((value) => new Map([[about, ends(value, value, 1n)]])) : [new Map<Cell, Ends>()];
  return readings.some(
    (read) =>
      relations.every((relation) => isKept(relation, read) && (!behind || countsBehindFit(relation, read))) &&
      hiddenFit(relations, read) &&
      mine.every(({ alternatives }) => alternatives.some((relation) => isKept(relation, read))),
  );
}

/** The relations of a cell, and those that hidden cells lead on to. */
function reach(relations: readonly Relation[], about: Cell): Relation[] {
  const cells = new Set([about]);
  for (let before = 0; cells.size > before; ) {
    before = cells.size;
    for (const relation of relations) {
      if (relation.cells.some((cell) => cells.has(cell))) for (const cell of relation.cells) if (cell.quantity === null) cells.add(cell);
    }
  }
  return relations.filter((relation) => relation.cells.some((cell) => cells.has(cell)));
}

/** Least and greatest value, over one denominator. */
interface Ends {
  readonly low: bigint;
  readonly high: bigint;
  readonly over: bigint;
}

const ends = (low: bigint, high: bigint, over: bigint): Ends => ({ low, high, over });
const power = (exponent: number): bigint => 10n ** BigInt(exponent);

function numberOf(cell: Cell): { digits: bigint; decimals: number; exponent: number; exact: boolean } {
  const { quantity } = cell;
  if (quantity === null) throw new Error(`${cell.id} holds no figure`);
  const [whole = "", fraction = ""] = quantity.value.toFixed(Math.max(quantity.decimals, 0)).split(".");
  return { digits: BigInt(whole + fraction), decimals: fraction.length, exponent: quantity.exponent, exact: quantity.exact };
}

function isRound(cell: Cell): boolean {
  if (cell.quantity === null) return false;
  const { digits, decimals, exact } = numberOf(cell);
  return exact && decimals === 0 && digits >= 1000n && digits % 100n === 0n;
}

function stepOf(digits: bigint): bigint {
  let step = 1n;
  while (digits % (step * 10n) === 0n) step *= 10n;
  return step;
}

function wholesAbout(cell: Cell): bigint[] {
  const { digits } = numberOf(cell);
  const half = stepOf(digits) / 2n;
  return Array.from({ length: Number(2n * half) + 1 }, (_, index) => digits - half + BigInt(index));
}

type Read = ReadonlyMap<Cell, Ends>;

function endsOf(cell: Cell, read: Read): Ends {
  const known = read.get(cell);
  if (known) return known;
  const { digits, decimals, exponent, exact } = numberOf(cell);
  const scale = power(exponent);
  if (exact) return ends(digits * scale, digits * scale, power(decimals));
  return ends((2n * digits - 1n) * scale, (2n * digits + 1n) * scale, 2n * power(decimals));
}

// Comparisons of fractions, by cross-multiplication only.
const above = (a: bigint, overA: bigint, b: bigint, overB: bigint): boolean => a * overB > b * overA;
const apart = (a: Ends, b: Ends): boolean => above(a.low, a.over, b.high, b.over) || above(b.low, b.over, a.high, a.over);

function sum(all: readonly Ends[]): Ends {
  return all.reduce((a, b) => ends(a.low * b.over + b.low * a.over, a.high * b.over + b.high * a.over, a.over * b.over), ends(0n, 0n, 1n));
}

/** The places of the kinds below. */
interface Places {
  readonly total?: Cell;
  readonly parts?: readonly Cell[];
  readonly part?: Cell;
  readonly whole?: Cell;
  readonly share?: Cell;
  readonly shares?: readonly Cell[];
  readonly mean?: Cell;
  readonly values?: readonly Cell[];
  readonly weights?: readonly Cell[];
  readonly growth?: Cell;
  readonly current?: Cell;
  readonly base?: Cell;
  readonly falls?: boolean;
}

function isKept(relation: Relation, read: Read): boolean {
  const places = relation.places as Places;
  const of = (cell: Cell | undefined): Ends => endsOf(cell as Cell, read);
  if (relation.cells.some((cell) => cell.quantity === null)) return true;
  switch (relation.kind.kind) {
    case "total":
      return !apart(of(places.total), sum((places.parts ?? []).map(of)));
    case "part":
      return !above(of(places.part).low, of(places.part).over, of(places.whole).high, of(places.whole).over);
    case "equality":
      return (places.values ?? []).every((one, index, list) =>
        list.slice(index + 1).every((other) => !apart(of(one), of(other)) && !printedApart(one, other)),
      );
    case "composition":
      return !apart(places.whole === undefined ? ends(100n, 100n, 1n) : of(places.whole), sum((places.shares ?? []).map(of)));
    case "share": {
      const part = sum((places.parts ?? []).map(of));
      const whole = of(places.whole);
      const share = of(places.share);
      // 100 × part ÷ whole, least and greatest
      return !(
        above(100n * part.low * whole.over, part.over * whole.high, share.high, share.over) ||
        above(share.low, share.over, 100n * part.high * whole.over, part.over * whole.low)
      );
    }
    case "mean":
      return meanFits(places, of);
    default:
      return true;
  }
}

/** Two prints of one precision are the same figure or are not. */
function printedApart(a: Cell, b: Cell): boolean {
  const [left, right] = [numberOf(a), numberOf(b)];
  return !left.exact && left.decimals === right.decimals && left.exponent === right.exponent && left.digits !== right.digits;
}

function meanFits(places: Places, of: (cell: Cell | undefined) => Ends): boolean {
  const mean = of(places.mean);
  const values = (places.values ?? []).map(of);
  if (places.weights === undefined) {
    return (
      values.some((one) => !above(one.low, one.over, mean.high, mean.over)) &&
      values.some((one) => !above(mean.low, mean.over, one.high, one.over))
    );
  }
  const weights = places.weights.map(of);
  if (weights.some(({ low, high, over }) => low !== high || over !== 1n)) return true;
  const weighed = sum(
    values.map((one, index) => ends(one.low * (weights[index]?.low ?? 0n), one.high * (weights[index]?.low ?? 0n), one.over)),
  );
  const weight = weights.reduce((total, { low }) => total + low, 0n);
  return !apart(ends(mean.low * weight, mean.high * weight, mean.over), weighed);
}

// ---- hidden whole numbers --------------------------------------------------------------------------------------------------------

interface Wholes {
  readonly low: bigint;
  readonly high: bigint;
}

function meet(a: Wholes | undefined, b: Wholes): Wholes {
  const low = a !== undefined && a.low > b.low ? a : b;
  const high = a !== undefined && a.high < b.high ? a : b;
  return { low: low.low, high: high.high };
}

/** Bases behind growth rates, counts behind shares, and their sums. */
function hiddenFit(relations: readonly Relation[], read: Read): boolean {
  const known = new Map<Cell, Wholes>();
  for (const relation of relations) {
    const found = hiddenIn(relation, read);
    if (found === undefined) continue;
    const wholes = meet(known.get(found.cell), found);
    if (wholes.low > wholes.high) return false;
    known.set(found.cell, wholes);
  }
  return relations.every((relation) => {
    const { total, parts = [] } = relation.places as { total?: Cell; parts?: readonly Cell[] };
    if (relation.kind.kind !== "total" || total === undefined || !relation.cells.some((cell) => cell.quantity === null)) return true;
    const of = (cell: Cell): Wholes | undefined => known.get(cell) ?? (cell.quantity === null ? undefined : stated(cell, read));
    return sumsMeet(of(total), parts.map(of));
  });
}

function stated(cell: Cell, read: Read): Wholes | undefined {
  const { low, high, over } = endsOf(cell, read);
  return low === high && low % over === 0n ? { low: low / over, high: high / over } : undefined;
}

function sumsMeet(total: Wholes | undefined, parts: readonly (Wholes | undefined)[]): boolean {
  if (total === undefined || parts.includes(undefined)) return true;
  const [low, high] = [sumOf(parts, "low"), sumOf(parts, "high")];
  return low <= total.high && total.low <= high;
}

const sumOf = (parts: readonly (Wholes | undefined)[], end: keyof Wholes): bigint =>
  parts.reduce((all, part) => all + (part?.[end] ?? 0n), 0n);

/** The whole numbers that one relation leaves for its one hidden cell; undefined when it says nothing of one. */
function hiddenIn(relation: Relation, read: Read): (Wholes & { cell: Cell }) | undefined {
  const { growth, current, base, falls, share, parts, whole } = relation.places as Places;
  if (relation.kind.kind === "growth" && base?.quantity === null && growth && current) {
    return { cell: base, ...wholeBases(endsOf(growth, read), endsOf(current, read), falls === true) };
  }
  const [part, ...more] = parts ?? [];
  if (relation.kind.kind === "share" && part?.quantity === null && more.length === 0 && share && whole?.quantity) {
    return { cell: part, ...wholeParts(endsOf(share, read), endsOf(whole, read)) };
  }
  return undefined;
}

/** Every whole base from which the current figure is so many percent up or down. */
function wholeBases(rate: Ends, current: Ends, falls: boolean): Wholes {
  // current × 100 against base × (100 ± rate)
  const hundred = 100n * rate.over;
  const factor = falls
    ? ends(hundred - rate.high, hundred - rate.low, rate.over)
    : ends(hundred + rate.low, hundred + rate.high, rate.over);
  const both = factor.low + factor.high;
  if (both <= 0n) return NO_WHOLES;
  const middle = (100n * (current.low + current.high) * rate.over) / (current.over * both);
  const now = ends(100n * current.low, 100n * current.high, current.over);
  return outwards(middle, (base) => !apart(now, ends(base * factor.low, base * factor.high, factor.over)));
}

/** Every whole part that is so many percent of the whole. */
function wholeParts(share: Ends, whole: Ends): Wholes {
  const middle = ((share.low + share.high) * (whole.low + whole.high)) / (400n * share.over * whole.over);
  return outwards(
    middle,
    (part) => !apart(ends(100n * part, 100n * part, 1n), ends(share.low * whole.low, share.high * whole.high, share.over * whole.over)),
  );
}

const NO_WHOLES: Wholes = { low: 1n, high: 0n };

/** The run of whole numbers about a middle that fit, tried one by one. */
function outwards(middle: bigint, fits: (whole: bigint) => boolean): Wholes {
  const start = [0n, -1n, 1n, -2n, 2n].map((step) => middle + step).find(fits);
  if (start === undefined) return NO_WHOLES;
  let [low, high] = [start, start];
  while (fits(low - 1n)) low -= 1n;
  while (fits(high + 1n)) high += 1n;
  return { low, high };
}

/** Whole counts behind the rates of a weighted mean must add up to one behind the rate of the whole. */
function countsBehindFit(relation: Relation, read: Read): boolean {
  const { mean, values, weights } = relation.places as Places;
  if (relation.kind.kind !== "mean" || !mean || !values || !weights) return true;
  const all = sum(weights.map((weight) => endsOf(weight, read)));
  const counts = values.map((value, index) => wholeParts(endsOf(value, read), endsOf(weights[index] as Cell, read)));
  if (counts.some(({ low, high }) => low > high)) return false;
  return sumsMeet(wholeParts(endsOf(mean, read), all), counts);
}
