import { type AnyKind, type Cell, fit, relations } from "@khop/core";
import type { Figure } from "../document.ts";
import type { Placed } from "./passages.ts";
import { isOfEarlier, type Reference, referenceOf, sentenceAbout } from "./reference.ts";
import type { Tie, Tying } from "./ties.ts";

/** Comparisons with a period that the earlier report is not of: they stay unchecked. */
export interface Unchecked {
  sameLastYear: number;
  previous: number;
}

/** The level figures that a change may be of, at most. */
const CANDIDATES = 12;
const PLAN = /kế hoạch|dự toán|chỉ tiêu|định mức|mục tiêu/iu;

/** Rises and falls whose base the earlier report printed. */
export function tieChanges(tying: Tying): Unchecked {
  const { now, periods } = tying.pairing;
  const unchecked: Unchecked = { sameLastYear: 0, previous: 0 };
  const based = printedBases(tying);
  for (const change of now.placed.values()) {
    if (change.figure.change === undefined || change.figure.cell === null || change.column >= 0) continue;
    const reference = referenceOf(change);
    if (reference === undefined) continue;
    if (based.has(change.figure.cell)) continue;
    if (isOfEarlier(reference, periods)) tieChange(tying, change, reference);
    else if (reference.kind === "sameLastYear") unchecked.sameLastYear += 1;
    else if (reference.kind === "previous") unchecked.previous += 1;
  }
  return unchecked;
}

/** Changes that fit a base which the report prints itself: that base is what is held against the earlier report. */
function printedBases({ pairing: { now } }: Tying): ReadonlySet<Cell> {
  const found = new Set<Cell>();
  for (const { kind, places, focus } of now.document.network.relations) {
    const base = places.base as Cell | undefined;
    if ((kind === relations.difference || kind === relations.growth) && base?.quantity && fit(kind, places) === "holds") found.add(focus);
  }
  for (const { kind, places, focus } of now.document.network.relations) {
    if (kind === relations.growth && places.difference !== undefined && found.has(places.difference as Cell)) found.add(focus);
  }
  return found;
}

function tieChange(tying: Tying, change: Placed, reference: Reference): void {
  const { now } = tying.pairing;
  const head = change.figure.of === undefined ? undefined : now.byId.get(change.figure.of);
  const own = head === undefined || isBase(head) ? undefined : head;
  const direct =
    own !== undefined &&
    own.passage === change.passage &&
    !change.passage.figures.some(({ from, figure }) => from >= own.to && from < change.from && isLevel(figure));
  const others = direct && isClose(own, change) && (isRate(change.figure) || alike(change.figure, own.figure)) ? [] : candidatesFor(change);
  const tries = (own === undefined ? others : [own, ...others.filter((one) => one !== own)]).flatMap((current) => {
    const tie = tieOf(tying, change, current, reference);
    return tie === undefined ? [] : [{ tie, current, verdict: tying.verdictOf(tie) }];
  });
  const holding = tries.find(({ verdict }) => verdict === "holds") ?? tries.find(({ verdict }) => verdict === "truncated");
  if (holding !== undefined) tying.add(holding.tie);
  else {
    const meant = accused(change, own, reference, tries);
    if (meant !== undefined) tying.add(meant.tie);
  }
}

/** `so với 20.318 hồ sơ của tháng trước, … tăng`: what it rose from, not what rose. */
const isBase = ({ passage, from }: Placed): boolean =>
  /so(?:\s+với)?\s+(?:mức\s+|con\s+số\s+)?$/iu.test(passage.text.slice(Math.max(0, from - 20), from));

/** `2.560 hồ sơ (tăng 5,92%`: in brackets right behind it, so of nothing else. */
const isClose = (own: Placed, change: Placed): boolean =>
  /^[^().,;\d]{0,40}\(\s*(?:tăng|giảm|cao hơn|thấp hơn)?\s*$/iu.test(own.passage.text.slice(own.to, change.from));

interface Try {
  readonly tie: Tie;
  readonly current: Placed;
}

/** What the author must have meant, where no reading holds: the figure right before in the same sentence, and nothing else. */
function accused(change: Placed, own: Placed | undefined, { close }: Reference, tries: readonly Try[]): Try | undefined {
  if (!close) return undefined;
  const meant = tries.find(({ current }) => current === own) ?? onlyOne(change, tries);
  if (meant === undefined || meant.current.passage !== change.passage) return undefined;
  if (PLAN.test(change.passage.text.slice(meant.current.to, change.from))) return undefined;
  // "đạt 4.500 tỷ đồng, tăng 5% về số thu": a rate may be of any amount before it, where more than one stands there.
  const rivals = tries.filter(({ current }) => current !== meant.current && current.from > meant.current.from && current.to <= change.from);
  return rivals.length === 0 ? meant : undefined;
}

/** `41 lượt công dân với 50 người (giảm 4 lượt`: of all figures before it in the sentence only one counts such things. */
function onlyOne(change: Placed, tries: readonly Try[]): Try | undefined {
  if (isRate(change.figure) || (change.figure.quantity?.unit.id ?? "") === "") return undefined;
  const { from } = sentenceAbout(change.passage, change.from);
  const [only, ...others] = tries.filter(({ current }) => current.from >= from);
  if (only === undefined || others.length > 0) return undefined;
  return { ...only, tie: { ...only.tie, intended: only.tie.intended * 0.9 } };
}

function tieOf(tying: Tying, change: Placed, current: Placed, { words }: Reference): Tie | undefined {
  const pair = tying.pairing.pairOf(current.figure);
  const { figure } = change;
  if (pair === undefined || pair.now !== current || figure.cell === null || current.figure.cell === null) return undefined;
  const base = tying.cellOf(pair.before.figure);
  const falls = figure.change === "fall";
  const ofRate = isRate(current.figure);
  const difference = reading(relations.difference, "difference", figure.cell, current.figure.cell, base, falls);
  const growth = reading(relations.growth, "growth", figure.cell, current.figure.cell, base, falls);
  const readings = isRate(figure)
    ? ofRate
      ? figure.quantity?.unit.kind === "point"
        ? [difference]
        : [difference, growth]
      : [growth]
    : [difference];
  if (!isRate(figure) && !alike(figure, current.figure)) return undefined;
  return { readings, intended: 0.96 * Math.min(1, pair.sure), cue: words };
}

function reading(
  kind: AnyKind,
  place: "difference" | "growth",
  change: Cell,
  current: Cell,
  base: Cell,
  falls: boolean,
): Tie["readings"][number] {
  return { kind, places: { [place]: change, current, base, falls } };
}

/** Level figures of the passage before a change, nearest first, its own sentence before others. */
function candidatesFor(change: Placed): Placed[] {
  const { passage, from } = change;
  const sentence = sentenceAbout(passage, from);
  const before = passage.figures.filter((one) => one.to <= from && isLevel(one.figure) && !isBase(one)).reverse();
  const [own, others] = [before.filter((one) => one.from >= sentence.from), before.filter((one) => one.from < sentence.from)];
  const fits = (one: Placed): boolean => isRate(change.figure) || alike(change.figure, one.figure);
  return [...own, ...others].filter(fits).slice(0, CANDIDATES);
}

export const isRate = ({ quantity }: Figure): boolean => quantity?.unit.kind === "percent" || quantity?.unit.kind === "point";
export const isLevel = ({ role, change, cell }: Figure): boolean => role === "quantity" && change === undefined && cell !== null;

/** Units of one thing, by their first word where both are counts. */
export function alike({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  if (a === null || b === null || a.unit.kind !== b.unit.kind) return false;
  if (a.unit.kind !== "count") return a.unit.id === b.unit.id || a.unit.dimension === b.unit.dimension;
  return a.unit.id === b.unit.id || a.unit.id === "" || b.unit.id === "" || a.unit.id.split(" ")[0] === b.unit.id.split(" ")[0];
}
