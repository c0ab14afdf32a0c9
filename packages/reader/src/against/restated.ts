import { fit, type Relation, relations } from "@khop/core";
import type { Figure } from "../document.ts";
import { alike, isLevel } from "./changes.ts";
import type { Placed } from "./passages.ts";
import { isOfEarlier, LONGEST, mentionsIn, referenceOf, sentenceAbout } from "./reference.ts";
import type { Tying } from "./ties.ts";

/** Figures of the earlier period that are printed again: bases of changes, and those with "tháng trước" or the month beside them. */
export function tieRestated(tying: Tying): void {
  const { now } = tying.pairing;
  for (const relation of ownRelations(tying)) tieBase(tying, relation);
  for (const placed of now.placed.values()) {
    if (!isLevel(placed.figure) || placed.column >= 0) continue;
    if (placed.month === undefined || !tieSameMonth(tying, placed)) tieNamed(tying, placed);
  }
}

export const ownRelations = ({ pairing: { now } }: Tying): readonly Relation[] => now.document.network.relations;

/** `21.456 hồ sơ, tăng 1.138 so với 20.318 của tháng trước`: the base of a change that the text ties already. */
function tieBase(tying: Tying, { kind, places }: Relation): void {
  if (kind !== relations.difference && kind !== relations.growth) return;
  const [change, current, base] = [places[kind.focus], places.current, places.base].map((cell) => figureWith(tying, cell));
  if (change === undefined || current === undefined || base === undefined) return;
  const reference = referenceOf(change);
  const pair = tying.pairing.pairOf(current.figure);
  if (reference === undefined || pair === undefined || !isOfEarlier(reference, tying.pairing.periods)) return;
  restate(tying, base, pair.before, 0.96 * pair.sure, reference.words);
}

export function figureWith({ pairing: { now } }: Tying, cell: unknown): Placed | undefined {
  const cells = cellsOfNow.get(now.placed) ?? new Map([...now.placed.values()].map((one) => [one.figure.cell, one] as const));
  cellsOfNow.set(now.placed, cells);
  return cell === null || cell === undefined ? undefined : cells.get(cell as Figure["cell"]);
}

const cellsOfNow = new WeakMap<ReadonlyMap<Figure, Placed>, Map<Figure["cell"], Placed>>();

function restate(tying: Tying, restated: Placed, published: Placed, intended: number, cue: string): void {
  if (restated.figure.cell === null || !alike(restated.figure, published.figure)) return;
  const places = { restated: restated.figure.cell, published: tying.cellOf(published.figure) };
  tying.add({ readings: [{ kind: relations.restatement, places }], intended, cue });
}

/** `tháng 01: 93,1` in both reports: the same month, so the same figure, where the passage names that month once. */
function tieSameMonth(tying: Tying, placed: Placed): boolean {
  const { periods, passages } = tying.pairing;
  if (periods.now?.frequency !== "month" || periods.now.index === placed.month || periods.now.year !== periods.before?.year) return false;
  const isSuch = (one: Placed): boolean => one.month === placed.month && isLevel(one.figure) && alike(one.figure, placed.figure);
  if (placed.passage.figures.filter(isSuch).length !== 1) return false;
  for (const { before, now, sure } of passages) {
    const [published, ...others] = now === placed.passage ? before.figures.filter(isSuch) : [];
    if (published === undefined || others.length > 0) continue;
    restate(tying, placed, published, 0.96 * sure, `tháng ${placed.month}`);
    return true;
  }
  return false;
}

const NEAR_BEFORE = /^[\s:(,]*(?:là|đạt|có|chỉ)?[\s:(]*$/iu;
const NEAR_AFTER = /^\s*[\p{L}\s]{0,24}(?:của|trong|ở|\()\s*$/iu;
const REACH = 40;

/** The period is named right before the figure, or right behind it with "của", "trong" or a bracket between. */
function isBeside(mention: { readonly from: number; readonly to: number }, { passage: { text }, from, to, behind }: Placed): boolean {
  if (mention.to <= from) return mention.from >= behind && from - mention.to < REACH && NEAR_BEFORE.test(text.slice(mention.to, from));
  return mention.from >= to && mention.from - to < REACH && NEAR_AFTER.test(text.slice(to, mention.from));
}

/** `(tháng trước 20.318 hồ sơ)`, `20.318 hồ sơ của tháng trước`, `tháng 02/2025 (17,9 tỷ đồng)`: of the figure before it of its kind. */
function tieNamed(tying: Tying, placed: Placed): void {
  const { passage, from } = placed;
  const { pairing } = tying;
  if (passage.text.length > LONGEST) return;
  const mention = mentionsIn(passage).find((one) => isBeside(one, placed) && isOfEarlier(one, pairing.periods));
  if (mention === undefined) return;
  const sentence = sentenceAbout(passage, from);
  const isOwnMonth = ({ month }: Placed): boolean => month === undefined || month === pairing.periods.now?.index;
  const heads = passage.figures.filter(
    (one) => one.to <= from && isLevel(one.figure) && isOwnMonth(one) && alike(one.figure, placed.figure),
  );
  const near = heads.filter((one) => one.from >= sentence.from).reverse();
  const tries = [...near, ...heads.filter((one) => one.from < sentence.from)]
    .slice(0, 6)
    .flatMap((one) => pairing.pairOf(one.figure) ?? []);
  const holding = tries.find(
    ({ before }) =>
      tying.verdictOf({
        readings: [{ kind: relations.restatement, places: { restated: placed.figure.cell, published: tying.cellOf(before.figure) } }],
      }) === "holds",
  );
  const proven = tries.find(({ now }) => explains(sentence, now, placed));
  if (holding !== undefined) restate(tying, placed, holding.before, 0.95 * holding.sure, mention.words);
  else if (proven !== undefined) restate(tying, placed, proven.before, 0.95 * proven.sure, mention.words);
  else if (near.length === 1 && tries[0] !== undefined && tries[0].now === near[0])
    restate(tying, placed, tries[0].before, 0.95 * tries[0].sure, mention.words);
}

/** A change of the sentence is what lies between the two, so the one is what the other is compared with. */
const explains = ({ from, to }: { from: number; to: number }, current: Placed, base: Placed): boolean =>
  base.passage.figures.some(
    ({ figure, ...at }) =>
      figure.change !== undefined &&
      figure.cell !== null &&
      at.from >= from &&
      at.to <= to &&
      alike(figure, current.figure) &&
      fit(relations.difference, {
        difference: figure.cell,
        current: current.figure.cell,
        base: base.figure.cell,
        falls: figure.change === "fall",
      }) === "holds",
  );
