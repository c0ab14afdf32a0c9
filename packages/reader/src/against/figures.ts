import { comparable, type Unit } from "@khop/core";
import type { Aligned } from "./align.ts";
import type { Placed } from "./passages.ts";
import { likenessOf, wordsOf } from "./words.ts";

/** A figure of one report and the one that stands in its place in the other. */
export interface PairedFigures {
  readonly before: Placed;
  readonly now: Placed;
  /** How sure it is that they are of the same thing, 0–1. */
  readonly sure: number;
}

/** Beyond so many comparisons in one pair of passages figures are paired by their words alone. */
const MOST = 60_000;
const WORTH = 0.4;

/** Pairs the figures of two passages that are the same one: quantities with quantities, in order, by the words about them. */
export function pairFigures({ before, now, sure }: Aligned, taken: ReadonlySet<Placed>, months: Months): PairedFigures[] {
  const free = (placed: Placed): boolean => !taken.has(placed) && placed.figure.role === "quantity";
  const here = now.figures.filter(free);
  const there = before.figures.filter(free);
  const made = (pairs: readonly Match[]): PairedFigures[] =>
    pairs.map(({ a, b, score }) => ({ before: b, now: a, sure: Math.round(sure * Math.min(1, 0.5 + 0.6 * score) * 1000) / 1000 }));
  if (now.kind === "row") return made(byColumn(here, there, months));
  if (
    before.words.join(" ") === now.words.join(" ") &&
    here.length === there.length &&
    here.every((a, i) => may(a, there[i] as Placed, months))
  ) {
    return made(here.map((a, i) => ({ a, b: there[i] as Placed, score: 1 })));
  }
  const called = byLabel(here, there, months);
  const used = new Set(called.flatMap(({ a, b }) => [a, b]));
  const [left, right] = [here, there].map((side) => side.filter((one) => !used.has(one))) as [Placed[], Placed[]];
  return made([...called, ...(left.length * right.length > MOST ? [] : inSequence(left, right, months))]);
}

interface Match {
  readonly a: Placed;
  readonly b: Placed;
  readonly score: number;
}

/** The month that each of two reports is of, where it is known. */
export interface Months {
  readonly before: number | undefined;
  readonly now: number | undefined;
}

/** What can be the same figure at all: units that compare, a change with a change, and the month that each names its own or the same. */
function may({ figure: a, month: here }: Placed, { figure: b, month: there }: Placed, months: Months): boolean {
  if (here !== undefined && there !== undefined && here !== there && months.now !== undefined && months.before !== undefined) {
    if ((here - months.now + 12) % 12 !== (there - months.before + 12) % 12) return false;
  }
  const left = a.quantity?.unit;
  const right = b.quantity?.unit;
  if (left === undefined || right === undefined || (a.change === undefined) !== (b.change === undefined)) return false;
  return (a.level === undefined || b.level === undefined || a.level === b.level) && unitsAgree(left, right);
}

function unitsAgree(a: Unit, b: Unit): boolean {
  const rate = (unit: Unit): boolean => unit.kind === "percent" || unit.kind === "point";
  if (a.id === b.id || comparable(a, b) || (rate(a) && rate(b))) return true;
  if (a.kind !== "count" || b.kind !== "count") return false;
  return a.id === "" || b.id === "" || a.id.split(" ")[0] === b.id.split(" ")[0];
}

/** By the words of the heading and the place of the column, else by what only one column is called, else by the place alone. */
function byColumn(here: readonly Placed[], there: readonly Placed[], months: Months): Match[] {
  const headOf = ({ heading }: Placed): string => wordsOf(heading).join(" ");
  const columns = Map.groupBy(there, ({ column }) => column);
  const heads = Map.groupBy(there, headOf);
  const used = new Set<Placed>();
  return here.flatMap((a): Match[] => {
    const head = headOf(a);
    const fits = (b: Placed): boolean => !used.has(b) && may(a, b, months);
    const [below, named] = [columns.get(a.column) ?? [], heads.get(head) ?? []];
    const same = below.find((b) => fits(b) && headOf(b) === head) ?? (named.length === 1 ? named.find(fits) : undefined);
    const b = same ?? below.find(fits);
    if (b === undefined) return [];
    const score = same === undefined ? likenessOf(new Set(wordsOf(a.heading)), new Set(wordsOf(b.heading))) : 1;
    if (score < 0.5) return [];
    used.add(b);
    return [{ a, b, score }];
  });
}

/** The best pairing that keeps the order (Needleman and Wunsch), gaps free. */
function inSequence(here: readonly Placed[], there: readonly Placed[], months: Months): Match[] {
  const width = there.length + 1;
  const best = new Float64Array((here.length + 1) * width);
  const scores = new Float64Array(here.length * there.length);
  const left = here.map(aboutOf);
  const right = there.map(aboutOf);
  for (let i = here.length - 1; i >= 0; i--) {
    for (let j = there.length - 1; j >= 0; j--) {
      const score = may(here[i] as Placed, there[j] as Placed, months) ? scoreOf(left[i] as About, right[j] as About) : 0;
      scores[i * there.length + j] = score;
      const skip = Math.max(best[(i + 1) * width + j] as number, best[i * width + j + 1] as number);
      best[i * width + j] = score < WORTH ? skip : Math.max(skip, score + (best[(i + 1) * width + j + 1] as number));
    }
  }
  const matches: Match[] = [];
  for (let i = 0, j = 0; i < here.length && j < there.length; ) {
    const score = scores[i * there.length + j] as number;
    const now = best[i * width + j] as number;
    if (score >= WORTH && now === score + (best[(i + 1) * width + j + 1] as number)) {
      matches.push({ a: here[i] as Placed, b: there[j] as Placed, score });
      i += 1;
      j += 1;
    } else if (now === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
  return matches;
}

/** Those that are called alike, once on each side, wherever a list put them. */
function byLabel(here: readonly Placed[], there: readonly Placed[], months: Months): Match[] {
  const keyOf = ({ figure: { label, quantity, change, level } }: Placed): string | undefined => {
    const words = wordsOf(label).join(" ");
    return words === "" ? undefined : `${words}|${quantity?.unit.kind}|${change === undefined}|${level}`;
  };
  const others = Map.groupBy(there, keyOf);
  const found: Match[] = [];
  for (const [key, [a, ...more]] of Map.groupBy(here, keyOf)) {
    const [b, ...rest] = (key === undefined ? undefined : others.get(key)) ?? [];
    if (a === undefined || b === undefined || more.length > 0 || rest.length > 0 || !may(a, b, months)) continue;
    found.push({ a, b, score: Math.max(0.8, scoreOf(aboutOf(a), aboutOf(b))) });
  }
  return found;
}

/** Words about a figure: those between it and the figure before, a few more before those, and those behind it. */
interface About {
  readonly close: ReadonlySet<string>;
  readonly wide: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly label: ReadonlySet<string>;
  readonly level: string | undefined;
}

const known = new WeakMap<Placed, About>();

function aboutOf(placed: Placed): About {
  const made = known.get(placed);
  if (made !== undefined) return made;
  const { passage, from, to, behind, figure } = placed;
  const lead = wordsOf(passage.text.slice(Math.max(behind, from - 90), from));
  const about: About = {
    close: new Set(lead.slice(-6)),
    wide: new Set(wordsOf(passage.text.slice(Math.max(0, from - 70), from)).slice(-9)),
    after: new Set(wordsOf(passage.text.slice(to, to + 40)).slice(0, 4)),
    label: new Set(wordsOf(figure.label)),
    level: figure.level,
  };
  known.set(placed, about);
  return about;
}

function scoreOf(a: About, b: About): number {
  const close = likenessOf(a.close, b.close);
  const [wide, after] = [likenessOf(a.wide, b.wide), likenessOf(a.after, b.after)];
  const named = a.label.size === 0 || b.label.size === 0 ? 0 : likenessOf(a.label, b.label);
  const said = Math.max(0.5 * close + 0.25 * wide + 0.25 * after, 0.3 * close + 0.1 * wide + 0.2 * after + 0.4 * named);
  return a.level === b.level ? said : said * 0.8;
}
