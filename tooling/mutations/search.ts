import type { Cell, Network, Relation } from "@khop/core";

/**
 * Whether a network can be true at all, in plain whole numbers and with nothing of core's own arithmetic: what `check` is held against.
 *
 * A count stands for itself, or, when it has four digits or more and ends in two zeros, for every whole number that rounds to it. A
 * figure with decimals stands for all that rounds to it, an exact half either way. Hidden bases are whole numbers, each of which is
 * tried. Kinds that are not listed say nothing.
 */
export function isPossible(network: Network, about: readonly Cell[]): boolean {
  const relations = about.length === 0 ? network.relations : reach(network, about);
  const round = about.find((cell) => isRound(cell));
  const readings = round === undefined ? [new Map<Cell, Ends>()] : wholesAbout(round).map((value) => new Map([[round, ends(value, value, 1n)]]));
  return readings.some((reading) => relations.every((relation) => isKept(relation, relations, reading)) && basesFit(relations, reading));
}

/** The relations of the cells, and of the hidden cells beside them. */
function reach(network: Network, cells: readonly Cell[]): Relation[] {
  const own = network.relations.filter((relation) => relation.cells.some((cell) => cells.includes(cell)));
  const hidden = new Set(own.flatMap((relation) => relation.cells.filter((cell) => cell.quantity === null)));
  const sums = network.relations.filter((relation) => relation.cells.some((cell) => hidden.has(cell)));
  const all = new Set(sums.flatMap((relation) => relation.cells.filter((cell) => cell.quantity === null)));
  return network.relations.filter((relation) => own.includes(relation) || relation.cells.some((cell) => all.has(cell)));
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

type Places = Record<string, Cell & readonly Cell[] & boolean>;

function isKept(relation: Relation, all: readonly Relation[], read: Read): boolean {
  const places = relation.places as Places;
  const of = (cell: Cell | undefined): Ends => endsOf(cell as Cell, read);
  if (relation.cells.some((cell) => cell.quantity === null)) return true;
  switch (relation.kind.kind) {
    case "total":
      return !apart(of(places.total), sum((places.parts ?? []).map(of)));
    case "part":
      return !above(of(places.part).low, of(places.part).over, of(places.whole).high, of(places.whole).over);
    case "equality":
      return (places.values ?? []).every((one, index, list) => list.slice(index + 1).every((other) => !apart(of(one), of(other)) && !printedApart(one, other)));
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
      return meanFits(places, all, of);
    default:
      return true;
  }
}

/** Two prints of one precision are the same figure or are not. */
function printedApart(a: Cell, b: Cell): boolean {
  const [left, right] = [numberOf(a), numberOf(b)];
  return !left.exact && left.decimals === right.decimals && left.exponent === right.exponent && left.digits !== right.digits;
}

function meanFits(places: Places, _: readonly Relation[], of: (cell: Cell) => Ends): boolean {
  const mean = of(places.mean as Cell);
  const values = (places.values ?? []).map(of);
  if (places.weights === undefined) {
    return values.some((one) => !above(one.low, one.over, mean.high, mean.over)) && values.some((one) => !above(mean.low, mean.over, one.high, one.over));
  }
  const weights = places.weights.map(of);
  if (weights.some(({ low, high, over }) => low !== high || over !== 1n)) return true;
  const weighed = sum(values.map((one, index) => ends(one.low * (weights[index]?.low ?? 0n), one.high * (weights[index]?.low ?? 0n), one.over)));
  const weight = weights.reduce((total, { low }) => total + low, 0n);
  return !apart(ends(mean.low * weight, mean.high * weight, mean.over), weighed);
}

// ---- hidden bases of growth ------------------------------------------------------------------------------------------------------

/** Whole bases of every growth rate, and their sums. */
function basesFit(relations: readonly Relation[], read: Read): boolean {
  const bases = new Map<Cell, { low: bigint; high: bigint }>();
  for (const relation of relations) {
    const { growth, current, base, falls } = relation.places as Places;
    if (relation.kind.kind !== "growth" || base === undefined || base.quantity !== null) continue;
    const found = wholeBases(endsOf(growth as Cell, read), endsOf(current as Cell, read), falls === true);
    const before = bases.get(base);
    const low = before && found && before.low > found.low ? before.low : found?.low;
    const high = before && found && before.high < found.high ? before.high : found?.high;
    if (low === undefined || high === undefined || low > high) return false;
    bases.set(base, { low, high });
  }
  return relations.every((relation) => {
    const { total, parts = [] } = relation.places as unknown as { total: Cell; parts?: readonly Cell[] };
    if (relation.kind.kind !== "total" || !relation.cells.every((cell) => bases.has(cell))) return true;
    const low = parts.reduce((least, cell) => least + (bases.get(cell)?.low ?? 0n), 0n);
    const high = parts.reduce((most, cell) => most + (bases.get(cell)?.high ?? 0n), 0n);
    const whole = bases.get(total) as { low: bigint; high: bigint };
    return low <= whole.high && whole.low <= high;
  });
}

/** The least and the greatest whole base from which the current figure is so many percent up or down; every one between does. */
function wholeBases(rate: Ends, current: Ends, falls: boolean): { low: bigint; high: bigint } | undefined {
  const fits = (base: bigint): boolean => {
    // current × 100 against base × (100 ± rate)
    const factor = falls ? ends(100n * rate.over - rate.high, 100n * rate.over - rate.low, rate.over) : ends(100n * rate.over + rate.low, 100n * rate.over + rate.high, rate.over);
    return !apart(ends(100n * current.low, 100n * current.high, current.over), ends(base * factor.low, base * factor.high, factor.over));
  };
  // Around current ÷ (1 ± rate): tried one by one, outwards from the middle.
  const factor = falls ? 200n * rate.over - rate.low - rate.high : 200n * rate.over + rate.low + rate.high;
  if (factor <= 0n) return undefined;
  const middle = (100n * (current.low + current.high) * rate.over) / (current.over * factor);
  const reachOf = 3n;
  const start = Array.from({ length: Number(2n * reachOf) + 1 }, (_, index) => middle - reachOf + BigInt(index)).find(fits);
  if (start === undefined) return undefined;
  let [low, high] = [start, start];
  while (fits(low - 1n)) low -= 1n;
  while (fits(high + 1n)) high += 1n;
  return { low, high };
}
