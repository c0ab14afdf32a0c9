import { cellOf, comparable, hundredFits, relations, shareFits, sumFits, total } from "@khop/core";
import { type Fig, isBoundless, isIntensive, isLevelFigure, isPercent, takesUp } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { baseOf, ofOneBase, type SharedPart, unseenBase } from "./common-base.ts";
import { mayBeShare } from "./may-be.ts";

const LEAST = 3;
const REACH = 60;

/**
 * Parts of a whole with the share of each right behind it, all in one form, one of which does not fit:
 *
 * - `xanh 38.217 tờ khai (64,34%), vàng 18.664 tờ khai (33,97%), đỏ 2.517 tờ khai (4,24%)`: all shares but one are what their parts make of
 *   all of them together, so that share is wrong;
 * - `1,84 tỷ đồng (42,20%), 1,73 tỷ đồng (31,42%), 0,29 tỷ đồng (6,65%), 0,86 tỷ đồng (19,72%)`: the shares make a hundred, and all parts but
 *   one are of one whole, so that part is wrong.
 *
 * No figure farther off says so much, whatever it fits. Gives the shares that are told so.
 */
export function brokenPartitions(sight: Sight): ReadonlySet<Fig> {
  const told = new Set<Fig>();
  const seen = new Set<Fig>();
  for (const start of sight.quantities) {
    if (seen.has(start) || !isPercent(start)) continue;
    const pairs = pairsFrom(sight, start);
    for (const { share } of pairs) seen.add(share);
    if (pairs.length < LEAST) continue;
    const parts = pairs.map(({ part }) => part);
    if (hundredFits(pairs.flatMap(({ share }) => share.quantity ?? []))) for (const part of parts) sight.beside.set(part, parts);
    const options = ofOddShare(sight, pairs) ?? ofOddPart(sight, pairs);
    if (options === undefined) continue;
    for (const { share, part } of pairs) {
      told.add(share);
      share.subject = part;
    }
    for (const option of options)
      sight.add({
        options: [option],
        prior: 0.9,
        pattern: "share:partition",
        cue: start.depth > 0 ? "(%)" : "%",
        confirm: false,
        passage: start.blockIndex,
      });
  }
  return told;
}

/** The shares of a sentence, or of items one under the other, in the form of the first, each right behind its part. */
function pairsFrom(sight: Sight, first: Fig): readonly SharedPart[] {
  const pairs: SharedPart[] = [];
  const part = partOf(sight, first);
  if (part === undefined) return pairs;
  for (const share of sight.between(first.order, first.order + REACH)) {
    const last = pairs.at(-1)?.share ?? share;
    if (share.blockIndex - last.blockIndex > 1 || (share.blockIndex === last.blockIndex && share.sentence !== last.sentence)) break;
    if (share.blockIndex !== last.blockIndex && !areItems(last, share)) break;
    const own = isPercent(share) && share.change === undefined ? partOf(sight, share) : undefined;
    if (own === undefined || share.depth !== first.depth) continue;
    if (own.depth !== part.depth || takesUp(share) !== takesUp(first)) continue;
    if (!isCountedAlike(own, part) || own.hedge !== undefined || isIntensive(own) || !mayBeShare(sight, share)) return [];
    pairs.push({ part: own, share });
  }
  return pairs;
}

/** In one unit: what is counted in two nouns is not added up here. */
const isCountedAlike = (a: Fig, b: Fig): boolean =>
  a.quantity !== null && b.quantity !== null && alike(a, b) && comparable(a.quantity.unit, b.quantity.unit);

const areItems = (a: Fig, b: Fig): boolean => a.block.kind === "item" && b.block.kind === "item";

/** The amount right before a share, in its sentence, and the share in brackets of its own or behind "chiếm". */
function partOf({ quantities }: Sight, share: Fig): Fig | undefined {
  const before = quantities[share.order - 1];
  if (before === undefined || !isLevelFigure(before) || before.tokens !== share.tokens || before.sentence !== share.sentence)
    return undefined;
  const isInBrackets = share.depth === before.depth + 1 && share.before.length === 0;
  const isTaken = share.depth === before.depth && takesUp(share) !== undefined;
  return isInBrackets || isTaken ? before : undefined;
}

/** The one share that is not what its part makes of all of them; with two decimals or three that are, no accident. */
function ofOddShare(sight: Sight, pairs: readonly SharedPart[]): readonly Option[] | undefined {
  const sum = total(pairs.map(({ part }) => part.quantity)).quantity;
  if (sum === null) return undefined;
  const all = cellOf({ id: "all", quantity: sum });
  const odd = pairs.filter(({ share, part }) => shareFits(share.cell, part.cell, all) === "violated");
  if (odd.length !== 1 || !isTelling(pairs, odd[0] as SharedPart)) return undefined;
  const parts = pairs.map(({ part }) => part);
  const whole = nearest(
    sight,
    pairs,
    ({ quantity: said }) =>
      said !== null &&
      sumFits(
        said,
        parts.flatMap(({ quantity: of }) => of ?? []),
      ),
  );
  if (whole === undefined) {
    const base = unseenBase(pairs, nameOf(pairs));
    return [{ kind: relations.total, seats: { total: base, parts } }, ofOneBase(pairs, base)];
  }
  return pairs.map((pair) => ofWhole(pair, whole));
}

/** The nearest printed figure that may be what all are of. */
function nearest({ quantities }: Sight, pairs: readonly SharedPart[], isWhole: (fig: Fig) => boolean): Fig | undefined {
  const [{ part }] = pairs as [SharedPart];
  const wholes = quantities.filter((fig) => isLevelFigure(fig) && !isBoundless(fig) && alike(fig, part) && isWhole(fig));
  return wholes.sort((a, b) => Math.abs(a.order - part.order) - Math.abs(b.order - part.order))[0];
}

/** The one part that is not of the whole of which the others are, while the shares make a hundred. */
function ofOddPart(sight: Sight, pairs: readonly SharedPart[]): readonly Option[] | undefined {
  if (!hundredFits(pairs.flatMap(({ share }) => share.quantity ?? []))) return undefined;
  if (baseOf(pairs) !== null) return undefined;
  const odd = pairs.filter((pair) => baseOf(pairs.filter((one) => one !== pair)) !== null);
  if (odd.length !== 1 || !isTelling(pairs, odd[0] as SharedPart)) return undefined;
  const parts = pairs.map(({ part }) => part);
  const fitting = pairs.filter((pair) => pair !== odd[0]);
  const whole = nearest(sight, pairs, (fig) => fitting.every(({ share, part }) => shareFits(share.cell, part.cell, fig.cell) === "holds"));
  if (whole === undefined) return [ofOneBase(pairs, unseenBase(pairs, nameOf(pairs)))];
  return [...pairs.map((pair) => ofWhole(pair, whole)), { kind: relations.total, seats: { total: whole, parts } }];
}

const ofWhole = ({ share, part }: SharedPart, whole: Fig): Option => ({ kind: relations.share, seats: { share, parts: [part], whole } });

/** Of those that fit, how many were written so exactly that they do not fit by chance. */
const isTelling = (pairs: readonly SharedPart[], odd: SharedPart): boolean =>
  pairs.filter((pair) => pair !== odd && (pair.share.quantity?.decimals ?? 0) >= 1).length >= 2;

const nameOf = ([first]: readonly SharedPart[]): string => `partition:${first?.share.index}`;
