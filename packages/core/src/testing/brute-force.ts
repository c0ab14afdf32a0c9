import { type Figures, isRate, type Model, rate, type Tie } from "./models.ts";

/** Judges models by plain whole-number arithmetic, knowing nothing of core: what `locate` is held against. */

/** A range of whole numbers over one denominator; `open` when the upper end does not belong to it. */
interface Range {
  readonly lo: number;
  readonly hi: number;
  readonly open?: boolean;
}

/** Half a unit of the last significant digit of a count of four digits or more that ends in two zeros, doubled; else 0. */
function roundness(count: number): number {
  if (count < 1000 || count % 100 !== 0) return 0;
  let step = 1;
  while (count % (step * 10) === 0) step *= 10;
  return step;
}

/** Twice the count, give or take its roundness. */
const roundCount = (count: number): Range => ({ lo: 2 * count - roundness(count), hi: 2 * count + roundness(count) });

/** Twice the rate, in hundredths: rounded to either side of a half. */
const halfAbout = (rate: number): Range => ({ lo: 2 * rate - 1, hi: 2 * rate + 1 });
/** Twice the rate when its further digits were cut. */
const cut = (rate: number): Range => ({ lo: rate === 0 ? -2 : 2 * rate, hi: 2 * rate + 2, open: true });

type Judgement = "kept" | "broken" | "meaningless";

function judge(tie: Tie, at: (name: string) => number): Judgement {
  switch (tie.kind) {
    case "total": {
      const gap = at(tie.total) - tie.parts.reduce((sum, part) => sum + at(part), 0);
      const slack = [tie.total, ...tie.parts].reduce((sum, name) => sum + roundness(at(name)), 0);
      return 2 * Math.abs(gap) <= slack ? "kept" : "broken";
    }
    case "part":
      return roundCount(at(tie.part)).lo <= roundCount(at(tie.whole)).hi ? "kept" : "broken";
    case "same": {
      const ranges = tie.values.map((name) => roundCount(at(name)));
      return Math.max(...ranges.map(({ lo }) => lo)) <= Math.min(...ranges.map(({ hi }) => hi)) ? "kept" : "broken";
    }
    case "share":
      return judgeShare(at(tie.share), at(tie.part), at(tie.whole));
    case "shares": {
      const rates = tie.shares.map(at);
      const sum = rates.reduce((a, b) => a + b, 0);
      const rounded = Math.abs(2 * sum - 20_000) <= rates.length;
      const ends = rates.map(cut);
      const cutLow = ends.reduce((a, { lo }) => a + lo, 0);
      const cutHigh = ends.reduce((a, { hi }) => a + hi, 0);
      const cutFits = (cutLow < 20_000 || (cutLow === 20_000 && !rates.includes(0))) && 20_000 < cutHigh;
      return rounded || cutFits ? "kept" : "broken";
    }
    case "change": {
      const [current, difference] = [at(tie.current), at(tie.difference)];
      const stated = judgeChange(tie, at, current, difference);
      if (stated !== "broken") return stated;
      const kept =
        numbersAbout(current).some((one) => judgeChange(tie, at, one, difference) === "kept") ||
        numbersAbout(difference).some((one) => judgeChange(tie, at, current, one) === "kept");
      return kept ? "kept" : "broken";
    }
  }
}

function judgeChange(tie: Tie & { kind: "change" }, at: (name: string) => number, current: number, difference: number): Judgement {
  const base = current + (tie.falls ? difference : -difference);
  if (base < 0) return "broken";
  if (base === 0) return current === 0 ? "meaningless" : "broken";
  return within(halfAbout(at(tie.growth)), tie.falls ? base - current : current - base, base) ? "kept" : "broken";
}

/** The numbers that a round count may have been rounded from; none for others. */
function numbersAbout(count: number): number[] {
  const half = roundness(count) / 2;
  return half === 0 || half > 500 ? [] : Array.from({ length: 2 * half + 1 }, (_, i) => count - half + i);
}

/** lo/2 ≤ 10.000 × part/whole ≤ hi/2, in hundredths of a percent. */
const within = ({ lo, hi, open }: Range, part: number, whole: number): boolean =>
  lo * whole <= 20_000 * part && (open ? 20_000 * part < hi * whole : 20_000 * part <= hi * whole);

function judgeShare(share: number, part: number, whole: number, slack = 0): Judgement {
  if (whole === 0) return "meaningless";
  const rounded = { lo: halfAbout(share).lo - slack, hi: halfAbout(share).hi + slack };
  if (within(rounded, part, whole) || (slack === 0 && within(cut(share), part, whole))) return "kept";
  const [parts, wholes] = [roundCount(part), roundCount(whole)];
  const low = 20_000 * parts.lo;
  const high = 20_000 * parts.hi;
  const meets = low <= rounded.hi * wholes.hi && rounded.lo * wholes.lo <= high;
  return slack === 0 && (roundness(part) > 0 || roundness(whole) > 0) && meets ? "kept" : "broken";
}

/** The ties that the figures break; a share moved by one last digit so that its list makes exactly 100, as rounding would not, is not broken. */
export function brokenTies({ ties }: Model, figures: Figures): { broken: Tie[]; meaningless: Tie[] } {
  const at = (name: string): number => figures[name] as number;
  const rounded = (name: string): number => {
    const own = ties.find((tie) => tie.kind === "share" && tie.share === name);
    return own?.kind === "share" && at(own.whole) > 0 ? rate(at(own.part), at(own.whole)) : at(name);
  };
  const makesAll = (names: readonly string[], of: (name: string) => number): boolean =>
    names.reduce((sum, name) => sum + of(name), 0) === 10_000;
  const exact = ties.filter((tie) => tie.kind === "shares" && makesAll(tie.shares, at) && !makesAll(tie.shares, rounded));
  const moved = (tie: Tie): boolean =>
    tie.kind === "share" &&
    exact.some((list) => list.kind === "shares" && list.shares.includes(tie.share)) &&
    judgeShare(at(tie.share), at(tie.part), at(tie.whole), 2) === "kept";
  const broken: Tie[] = [];
  const meaningless: Tie[] = [];
  for (const tie of ties) {
    const judgement = judge(tie, at);
    if (judgement === "meaningless") meaningless.push(tie);
    else if (judgement === "broken" && !moved(tie)) broken.push(tie);
  }
  return { broken, meaningless };
}

export interface Change {
  readonly name: string;
  readonly value: number;
}

/**
 * Stretches of values that hold every one worth a try: parts, totals and shares are bounded by the other figures; a fall may be
 * many times what is left, if the rate says so; else a digit too many is still tried.
 */
function stretches({ ties }: Model, figures: Figures, name: string, most: number): [number, number][] {
  if (ties.some((tie) => tie.kind === "share" && tie.share === name)) return [[0, 10_200]];
  if (isRate(name)) return [[0, 100_000]];
  if (ties.some((tie) => tie.kind === "total" && [tie.total, ...tie.parts].includes(name))) return [[0, 5 * most]];
  const fall = ties.find((tie) => tie.kind === "change" && tie.difference === name && tie.falls);
  if (fall?.kind !== "change") return [[0, 12 * most + 100]];
  const { lo, hi } = halfAbout(figures[fall.growth] as number);
  const left = figures[fall.current] as number;
  const first = lo < 20_000 ? Math.trunc((lo * left) / (20_000 - lo)) - 1 : 0;
  const last = hi < 20_000 ? Math.trunc((hi * left) / (20_000 - hi)) + 1 : first;
  return [
    [0, 5 * most],
    [Math.max(first, 5 * most + 1), Math.min(last, first + 100_000)],
  ];
}

/** Every change of one figure, to any whole number of last digits, that leaves nothing broken. */
export function singleRepairs(model: Model, figures: Figures): Change[] {
  const most = Math.max(...Object.entries(figures).map(([name, value]) => (isRate(name) ? 0 : value)));
  const found: Change[] = [];
  for (const [name, printed] of Object.entries(figures)) {
    const changed: Record<string, number> = { ...figures };
    const at = (one: string): number => changed[one] as number;
    const plain = model.ties.filter(({ kind }) => kind !== "share" && kind !== "shares");
    const mine = plain.filter((tie) => Object.values(tie).flat().includes(name));
    if (plain.some((tie) => !mine.includes(tie) && judge(tie, at) !== "kept")) continue;
    for (const [first, last] of stretches(model, figures, name, most)) {
      for (let value = first; value <= last; value++) {
        if (value === printed) continue;
        changed[name] = value;
        if (mine.some((tie) => judge(tie, at) !== "kept")) continue;
        const { broken, meaningless } = brokenTies(model, changed);
        if (broken.length === 0 && meaningless.length === 0) found.push({ name, value });
      }
    }
  }
  return found;
}
