import { cellOf, implied, isMultiplierSlip, type Quantity, quantity, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, type Passage, telling } from "../figures.ts";
import { TOTAL } from "../table-outline.ts";
import type { Table } from "../tables.ts";
import { nameWords } from "../words.ts";
import { alike, type Hypothesis, isUnseen, type Option, Sight } from "./sight.ts";
import { holds, placesOf, verdictOf } from "./table/proposals.ts";

/** Digits that a figure must have for what it would fit with another multiplier to be no accident. */
const LEAST = 3;
/** Passages about it that are read again. */
const ABOUT = 1;
/** In a text with more such figures than these, multipliers are left out rather than wrong. */
const MOST = 40;
const BELIEVED = 0.6;
/** Places that the figure may be off by: the next multiplier up or down, its comma one place farther. */
const OFF = [3, -3, 1, -1];
/** So often passages are read again; where more such figures stand together, the last are not asked about. */
const ROUNDS = 4;

/**
 * `phải thi hành 642,8 tỷ đồng, thu được 94,6 tỷ đồng; còn 548,2 triệu đồng`, `2.486,5 tỷ đồng trên 27,84 km, bình quân 8,931 tỷ đồng/km`: an amount
 * that fits nothing, and would fit what stands about it if it were told in the next multiplier up or down, or with its comma one place farther. What is
 * about it is read once more, as if it were; for a person to look at.
 *
 * @param discover how relations are sought
 */
export function discoverScales(sight: Sight, tables: readonly Table[], discover: (sight: Sight) => void): void {
  const loose = looseAmounts(sight);
  if (loose.length === 0 || loose.length > MOST) return;
  saidElsewhere(sight, tables, loose.filter(isMultiplied));
  const found = new Map<Fig, Hypothesis[]>();
  for (const some of apart(loose.filter((fig) => isPlain(fig) && hasLikes(sight, fig))))
    for (const by of OFF) {
      const others = new Map(some.flatMap((fig) => otherwise(fig, by)));
      if (others.size === 0) continue;
      for (const [fig, one] of readAs(sight, others, Math.abs(by) === 1, discover)) found.set(fig, [...(found.get(fig) ?? []), one]);
    }
  for (const [meant, other] of found.values())
    if (meant && !other) sight.add({ ...meant, prior: 0.65, pattern: `scale:${meant.pattern}`, confirm: false });
}

/** Something about it is told in its measure; else there is nothing that it could fit. */
const hasLikes = ({ quantities }: Sight, fig: Fig): boolean => {
  const near = quantities.slice(Math.max(0, fig.order - REACH), fig.order + REACH + 1);
  return near.some(
    (other) => other !== fig && Math.abs(other.blockIndex - fig.blockIndex) <= ABOUT && isAmount(other) && alike(other, fig),
  );
};

const REACH = 12;

/** Those that are read at once: far enough from each other that no relation ties two. */
function apart(loose: readonly Fig[]): Fig[][] {
  const rounds: Fig[][] = [];
  for (const fig of loose) {
    const round = rounds.find((one) => fig.blockIndex - (one.at(-1) as Fig).blockIndex > 2 * ABOUT);
    if (round) round.push(fig);
    else if (rounds.length < ROUNDS) rounds.push([fig]);
  }
  return rounds;
}

/** Amounts of money with a multiplier, and amounts with decimals, that no relation speaks for, nor against. */
function looseAmounts({ hypotheses, quantities }: Sight): Fig[] {
  const may = quantities.filter((fig) => isAmount(fig) && telling(fig) >= LEAST && !fig.threshold && (isMultiplied(fig) || isBroken(fig)));
  if (may.length === 0) return may;
  const free = new Set<unknown>(may);
  for (const { options, confirm, prior } of hypotheses) {
    for (const option of options) {
      const seats = Object.values(option.seats).flat();
      if (!seats.some((seat) => free.has(seat))) continue;
      if ((!confirm && prior >= BELIEVED) || holds(option)) for (const seat of seats) free.delete(seat);
    }
  }
  return may.filter((fig) => free.has(fig));
}

/** An amount of money in thousands, millions, billions. */
const isMultiplied = ({ quantity: of }: Fig): boolean => of?.unit.dimension === "VND" && of.exponent > 0;

/** An amount with decimals. */
const isBroken = ({ quantity: of }: Fig): boolean => (of?.decimals ?? 0) > 0;

/** A figure as it would be so many places off. */
function otherwise(fig: Fig, by: number): [Fig, Quantity][] {
  if (fig.quantity === null || !(Math.abs(by) === 1 ? isBroken(fig) : isMultiplied(fig) && fig.quantity.exponent + by > 0)) return [];
  const { value, unit, exponent, decimals, hedge } = fig.quantity;
  const other = quantity({ value: value.toFixed(), unit, exponent: exponent + by, decimals, exact: false, ...(hedge ? { hedge } : {}) });
  return [[fig, other]];
}

/** What is found in some passages where some figures are others; for each, the first relation that holds of it and of none of the others. */
function readAs(
  { passages, quantities }: Sight,
  others: ReadonlyMap<Fig, Quantity>,
  isByOne: boolean,
  discover: (sight: Sight) => void,
): ReadonlyMap<Fig, Hypothesis> {
  const near = new Set([...others.keys()].flatMap(({ blockIndex: at }) => Array.from({ length: 2 * ABOUT + 1 }, (_, i) => at - ABOUT + i)));
  const own = quantities.filter(({ blockIndex }) => near.has(blockIndex));
  const before = own.map(({ order, subject, quantity: of, cell }) => ({ order, subject, quantity: of, cell }));
  own.forEach((fig, order) => {
    const other = others.get(fig);
    Object.assign(
      fig,
      { order },
      other && { quantity: other, cell: cellOf({ id: `other:${order}`, quantity: other, domain: { min: 0 } }) },
    );
  });
  try {
    const part = new Sight(
      passages.map((passage) => (near.has(passage.index) ? passage : empty(passage))),
      own,
    );
    discover(part);
    const found = new Map<Fig, Hypothesis>();
    for (const one of part.hypotheses) {
      for (const option of one.options) {
        const seats = new Set(Object.values(option.seats).flat());
        const [fig, second] = [...seats].filter((seat): seat is Fig => others.has(seat as Fig));
        if (
          fig === undefined ||
          second !== undefined ||
          found.has(fig) ||
          !tells(option) ||
          !holds(option) ||
          !isTold(option, fig) ||
          (isByOne && !tellsPlainly(one.pattern, option))
        )
          continue;
        found.set(fig, { ...one, options: [{ kind: option.kind, seats: option.seats }] });
      }
    }
    return found;
  } finally {
    for (const [i, fig] of own.entries()) Object.assign(fig, before[i]);
  }
}

/** Neither a limit, nor what rests on a figure that is printed nowhere or roughly. */
const tells = ({ kind, seats }: Option): boolean =>
  kind !== relations.part &&
  // A mean is told where its amount is, or called so.
  (kind !== relations.ratio ||
    (seats.ratio as Fig).cues.some(({ cue }) => cue.kind === "mean") ||
    (seats.numerators as readonly Fig[]).every(
      ({ tokens, sentence }) => tokens === (seats.ratio as Fig).tokens && sentence === (seats.ratio as Fig).sentence,
    )) &&
  !Object.values(seats)
    .flat()
    .some((seat) => isUnseen(seat) || isRough(seat));

/** The others tell it to two digits at least: neither is it too small to matter, nor they so round that much would do. */
function isTold({ kind, seats }: Option, fig: Fig): boolean {
  const [place, own] = Object.entries(seats).find(([, seat]) => [seat].flat().includes(fig)) ?? [];
  if (place === undefined || fig.quantity === null) return false;
  const { lo, hi } = implied(kind, placesOf(seats) as never, place as never, Array.isArray(own) ? own.indexOf(fig) : 0) ?? {};
  const said = fig.quantity.value.times(`1e${fig.quantity.exponent}`);
  return [lo, hi].every((end) => end?.minus(said).abs().times(PARTS).lessThanOrEqualTo(said.abs()));
}

const PARTS = 50;

/** A comma is soon found elsewhere: only figures of three digits each, in a wording that needs no arithmetic to be found. */
const tellsPlainly = (pattern: string, { seats }: Option): boolean =>
  !/^(?:run|columns|change:difference|slip|half)/.test(pattern) &&
  Object.values(seats)
    .flat()
    .every((seat) => typeof seat !== "object" || telling(seat as Fig) >= LEAST);

const isRough = (seat: unknown): boolean => typeof seat === "object" && seat !== null && "hedge" in seat && !isPlain(seat as Fig);

const isPlain = ({ hedge }: Pick<Fig, "hedge">): boolean => hedge === undefined || hedge === "estimate";

const empty = (passage: Passage): Passage => ({ ...passage, tokens: [], figures: [], openers: [] });

/** `nộp ngân sách 6,84 triệu đồng` in the summary of a report that tells of 6.842 triệu đồng: the same digits, in another multiplier, named alike. */
function saidElsewhere(sight: Sight, tables: readonly Table[], loose: readonly Fig[]): void {
  const byDigits = Map.groupBy(
    [...sight.quantities, ...cellsOf(tables)].filter((fig) => isAmount(fig) && fig.quantity?.unit.dimension === "VND"),
    firstDigits,
  );
  for (const fig of loose) {
    const others = (byDigits.get(firstDigits(fig)) ?? []).filter((one) => one !== fig);
    if (others.some((one) => verdictOf(relations.equality, { values: [one, fig] }) === "holds")) continue;
    const meant = others.filter((one) => digitsOf(one) >= digitsOf(fig) && isNamedAlike(sight, one, fig) && isOtherMultiplier(one, fig));
    const [said] = meant;
    if (said === undefined) continue;
    sight.add({
      options: [{ kind: relations.equality, seats: { values: [said, fig] } }],
      prior: 0.65,
      pattern: "again:multiplier",
      cue: "",
      confirm: false,
      passage: fig.blockIndex,
    });
  }
}

const isOtherMultiplier = (one: Fig, fig: Fig): boolean =>
  fig.cell !== null && isMultiplierSlip(relations.equality, { values: [one.cell, fig.cell] }, fig.cell);

const cellsOf = (tables: readonly Table[]): Fig[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])));

/** The first two digits: rounding may change the third. */
const firstDigits = ({ quantity: of }: Fig): string => String(of?.stated.n ?? "").slice(0, 2);

/** By two words, or by one where the other is a total; or right behind it, in brackets. */
function isNamedAlike({ totalled }: Sight, one: Fig, fig: Fig): boolean {
  const words = one.named === undefined ? nameWords(one) : new Set(one.named.toLowerCase().split(/[ ,()]+/));
  const common = [...nameWords(fig)].filter((word) => words.has(word)).length;
  const isAside = fig.tokens === one.tokens && fig.depth > one.depth && fig.order === one.order + 1;
  return isAside || common >= (totalled.has(one) || TOTAL.test(one.named ?? "") ? 1 : 2);
}
