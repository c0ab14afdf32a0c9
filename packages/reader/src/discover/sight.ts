import { type AnyKind, comparable, relations, type Unit, type Verdict } from "@khop/core";
import { type Fig, isLevelFigure, type Passage } from "../figures.ts";
import { crimeReports, people } from "../lexicon/units.ts";

/** What places of a kind's law hold while a reading is only tried: figures, not yet cells. */
export type Seats = Readonly<
  Record<
    string,
    | Fig
    | readonly Fig[]
    | Unseen
    | readonly Unseen[]
    | readonly (Fig | Unseen)[]
    | readonly string[]
    | readonly number[]
    | string
    | number
    | boolean
    | undefined
  >
>;

/** A cell that is printed nowhere. Readings that name the same `id` mean the same cell. */
export interface Unseen {
  readonly unseen: string;
  readonly label: string;
  readonly integer: boolean;
  /** A value that is meant without being printed: the zero of "không có". */
  readonly value?: string;
}

export const isUnseen = (value: unknown): value is Unseen => typeof value === "object" && value !== null && "unseen" in value;

/** One way to read a promise. */
export interface Option {
  readonly kind: AnyKind;
  readonly seats: Seats;
  /** Its verdict, where discovery has worked it out already. */
  readonly verdict?: Verdict;
}

/**
 * A promise between figures, with the ways to read it, the likeliest first.
 *
 * The first option that holds is taken. When none does, the first is what the author meant, as surely as `prior` and its siblings
 * of the same `pattern` say; a `confirm` hypothesis is dropped instead, for arithmetic alone confirms and never accuses.
 */
export interface Hypothesis {
  readonly options: readonly Option[];
  readonly prior: number;
  /** Names the wording: hypotheses of one pattern are siblings. */
  readonly pattern: string;
  readonly cue: string;
  readonly confirm: boolean;
  /** Where it stands, to find its siblings. */
  readonly passage: number;
}

/** The document while relations are sought in it, and what was found so far. */
export class Sight {
  readonly passages: readonly Passage[];
  /** Every quantity of its prose, in order. */
  readonly quantities: readonly Fig[];
  /** The total whose list a figure stands in. */
  readonly parents = new Map<Fig, Fig>();
  readonly hypotheses: Hypothesis[] = [];
  /** The reading taken of each percentage that is a share, and the totals found. */
  readonly shares = new Map<Fig, ShareSeats>();
  readonly totals: FoundTotal[] = [];
  readonly #lists = new Map<Fig, FoundTotal[]>();
  readonly totalled = new Set<Fig>();
  /** Totals whose lists name all their parts: what some of those make is no sum that was meant. */
  readonly closed = new Set<Fig | Unseen>();

  /** Figures that stand side by side in one list, each with its share of what is not among them: none of them is made of the others. */
  readonly beside = new Map<Fig, readonly Fig[]>();

  constructor(passages: readonly Passage[], quantities: readonly Fig[]) {
    this.passages = passages;
    this.quantities = quantities;
  }

  add(hypothesis: Hypothesis): void {
    const [option] = hypothesis.options;
    if (option?.kind === relations.total && !hypothesis.pattern.startsWith("list:") && this.closed.has(option.seats.total as Fig)) return;
    this.hypotheses.push(hypothesis);
    if (option?.kind === relations.share) this.shares.set(option.seats.share as Fig, option.seats as unknown as ShareSeats);
    else if (option?.kind === relations.total) {
      const { total, parts } = option.seats as { total: Fig | Unseen; parts: readonly (Fig | Unseen)[] };
      const list: FoundTotal = { found: hypothesis, total, parts };
      this.totals.push(list);
      for (const part of parts) if (!isUnseen(part)) this.#lists.set(part, [...(this.#lists.get(part) ?? []), list]);
      if (!isUnseen(total)) this.totalled.add(total);
    }
  }

  /** The totals found so far that a figure is a part of. */
  listsOf(part: Fig): readonly FoundTotal[] {
    return this.#lists.get(part) ?? [];
  }

  /** Takes back what was found before its figures were seen to mean something else. */
  takeBack(isMistaken: (hypothesis: Hypothesis) => boolean): void {
    for (let i = this.hypotheses.length - 1; i >= 0; i--) if (isMistaken(this.hypotheses[i] as Hypothesis)) this.hypotheses.splice(i, 1);
  }

  /** Quantities of the prose from one place to another, both included, cut at the ends of the document. */
  between(from: number, to: number): readonly Fig[] {
    return this.quantities.slice(Math.max(0, from), Math.max(0, to + 1));
  }
}

/** A total with its parts, and the hypothesis that ties them. */
interface FoundTotal {
  readonly found: Hypothesis;
  readonly total: Fig | Unseen;
  readonly parts: readonly (Fig | Unseen)[];
}

export interface ShareSeats {
  readonly share: Fig;
  readonly parts: readonly [Fig];
  readonly whole: Fig;
}

/** Counts, amounts and measures of the same thing, or of things not named. */
export function alike(a: Fig, b: Fig): boolean {
  const left = a.quantity?.unit;
  const right = b.quantity?.unit;
  if (!left || !right) return false;
  if (left === right || left.id === right.id) return true;
  // "bổ sung 62.400, bằng 104% kế hoạch 60 tỷ đồng": what a heading says once is not told of the bare number.
  if (isBareBesideMoney(a, b) || isBareBesideMoney(b, a)) return false;
  const known = pairs.get(left) ?? new WeakMap<Unit, boolean>();
  pairs.set(left, known);
  const answer = known.get(right) ?? unitsAlike(left, right);
  known.set(right, answer);
  return answer;
}

/** Money with a multiplier, and a number of four digits and more that has neither unit nor multiplier. */
const isBareBesideMoney = ({ quantity: bare }: Fig, { quantity: money }: Fig): boolean =>
  bare?.unit.id === "" && bare.exponent === 0 && bare.approximate >= 1000 && money?.unit.dimension === "VND" && money.exponent > 0;

const pairs = new WeakMap<Unit, WeakMap<Unit, boolean>>();

function unitsAlike(left: Unit, right: Unit): boolean {
  // A bare number beside hectares: nobody knows what it counts, and its base is another.
  if ((left.id === "" || right.id === "") && (left.exponent ?? 0) !== (right.exponent ?? 0)) return false;
  if (left.kind !== right.kind && left.id !== "" && right.id !== "") return false;
  if (comparable(left, right) || [people, crimeReports].some((nouns) => nouns.has(left.id) && nouns.has(right.id))) return true;
  return (
    left.kind === "count" &&
    right.kind === "count" &&
    (left.id.startsWith(`${right.id} `) ||
      right.id.startsWith(`${left.id} `) ||
      left.id.endsWith(` ${right.id}`) ||
      right.id.endsWith(` ${left.id}`) ||
      sharesWord(left.id, right.id) ||
      isCountedIn(left.id, right.id) ||
      isCountedIn(right.id, left.id))
  );
}

/** `847 tàu cá … 312 chiếc`: things that are counted by a word for one of them. */
const isCountedIn = (things: string, one: string): boolean => one === "chiếc" && MADE.test(things);
const MADE = /^(?:tàu|xe|máy|thuyền|ô tô|phương tiện|thiết bị)(?: |$)/;

function sharesWord(a: string, b: string): boolean {
  const first = a.split(" ");
  return b.split(" ").some((word) => (word.length > 2 || word === "hộ" || word === "vụ") && first.includes(word));
}

/** Counts of things under different names that may still be parts of one total ("trường hợp" and "cảnh báo"). */
export const sameNature = (a: Fig, b: Fig): boolean =>
  a.quantity?.unit.kind === b.quantity?.unit.kind && a.quantity?.unit.dimension === b.quantity?.unit.dimension;

/** Nobody ties figures that stand farther apart than this without naming them. */
const REACH = 80;

/** The amounts before a figure, nearest first, in its own passage and then in those before it. */
export function* amountsBefore(sight: Sight, fig: Fig, passages = 0): Generator<Fig> {
  const from = passages === 0 ? fig.blockIndex : startOfList(sight, fig.blockIndex);
  for (let i = fig.order - 1; i >= Math.max(0, fig.order - REACH); i--) {
    const other = sight.quantities[i] as Fig;
    if (from - other.blockIndex > passages) return;
    if (isLevelFigure(other)) yield other;
  }
}

/** The items of a list are as far from what stands above it as its first. */
function startOfList({ passages }: Sight, index: number): number {
  let at = index;
  while (at > index - REACH && at > 0 && passages[at]?.block.kind === "item" && passages[at - 1]?.block.kind === "item") at -= 1;
  return at;
}

/** The amounts after a figure, nearest first. */
export function* amountsAfter(sight: Sight, fig: Fig, passages = 0): Generator<Fig> {
  for (let i = fig.order + 1; i < Math.min(sight.quantities.length, fig.order + REACH); i++) {
    const other = sight.quantities[i] as Fig;
    if (other.blockIndex - fig.blockIndex > passages) return;
    if (isLevelFigure(other)) yield other;
  }
}

/** How alike two figures are named, 0–1: common words over the shorter name; 0.5 when one has no name at all. */
export function likeness(a: Fig, b: Fig): number {
  const left = a.keys;
  const right = b.keys;
  if (left.size === 0 || right.size === 0) return left.size === right.size ? 0.5 : 0.3;
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return common / Math.min(left.size, right.size, 4);
}

/** The zeros that words say among parts: `không có hồ vượt mức; có 01 hồ …; 21 hồ …` of 22 hồ. */
export function withZeros(sight: Sight, total: Fig, parts: readonly Fig[]): readonly (Fig | Unseen)[] {
  const passage = sight.passages[total.blockIndex];
  const last = parts.at(-1);
  const unit = total.quantity?.unit.id.split(" ")[0];
  if (!passage || !last || !unit || last.blockIndex !== total.blockIndex) return parts;
  const zeros = passage.tokens.filter(
    (token, i) => token.cue?.kind === "none" && i > total.token && i < last.token && passage.tokens[i + 1]?.text === unit,
  );
  if (zeros.length === 0) return parts;
  const all = [
    ...parts,
    ...zeros.map((token): Unseen & { start: number } => ({
      unseen: `zero:${token.start}`,
      label: token.text,
      integer: true,
      value: "0",
      start: token.start,
    })),
  ];
  return all.sort((a, b) => a.start - b.start);
}
