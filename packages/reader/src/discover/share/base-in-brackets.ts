import { near, relations, shareFits } from "@khop/core";
import { type Fig, isLevelFigure, isPercent } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";

const FORM = /^(?:đạt|bằng|đạt tỷ lệ|tỷ lệ|tỷ lệ đạt)$/;
const ROW = 12;

/**
 * `đạt 91,1% (19.911 trẻ); uốn ván 16.940 người, đạt 87,0% (19.480 người)`: alone in brackets right behind a share, what it is of. Believed where it does not fit when
 * a slip of a key would mend it, or where a share told so beside it fits.
 */
export function ofBaseInBrackets(sight: Sight, share: Fig, part: Fig): Option | undefined {
  const whole = baseBehind(sight, share, part);
  if (whole === undefined || shareFits(share.cell, part.cell, whole.cell) === "holds") return undefined;
  const places = { share: share.cell, parts: [part.cell], whole: whole.cell };
  const isBeside = sight
    .between(share.order - ROW, share.order + ROW)
    .some((other) => other !== share && isPercent(other) && other.tokens === share.tokens && fitsItsOwn(sight, other));
  const isOff = near(relations.share, places, isBeside ? "double" : "slip");
  return isOff ? { kind: relations.share, seats: { share, parts: [part], whole } } : undefined;
}

/** A share that is of what stands in brackets right behind it. */
function fitsItsOwn(sight: Sight, share: Fig): boolean {
  const part = sight.quantities[share.order - 1];
  const whole = part && isLevelFigure(part) ? baseBehind(sight, share, part) : undefined;
  return part !== undefined && whole !== undefined && shareFits(share.cell, part.cell, whole.cell) === "holds";
}

function baseBehind(sight: Sight, share: Fig, part: Fig): Fig | undefined {
  const whole = sight.quantities[share.order + 1];
  if (!whole || whole.tokens !== share.tokens || whole.depth !== share.depth + 1 || whole.hedge !== undefined) return undefined;
  if (share.tokens[share.token + 1]?.text !== "(" || share.tokens[share.token + 2]?.figure !== whole) return undefined;
  const isSaid = share.cues.some(({ cue, near: beside }) => beside && FORM.test(cue.words));
  const end = whole.tokens.slice(whole.token + 1).findIndex(({ type }) => type !== "word");
  const unit = whole.tokens.slice(whole.token + 1, whole.token + 1 + end).map(({ text }) => text);
  const isAlone = end >= 0 && whole.tokens[whole.token + 1 + end]?.text === ")" && unit.length <= UNIT;
  return isSaid && isAlone && share.change === undefined && isLevelFigure(whole) && alike(whole, part) ? whole : undefined;
}

/** Words of a unit and its multiplier. */
const UNIT = 3;
