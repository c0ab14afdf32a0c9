import { fit, isOneSlipOff, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isPercent, sizeOf } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";

const LEAST = 3;

/**
 * A share beside what it is worked out from, with "trên" or "trong" between the two:
 *
 * - `Tỷ lệ che phủ rừng 52,51% (diện tích có rừng 172.406 ha trên 328.345 ha tự nhiên)`: in brackets right behind;
 * - `2.098 người trong 2.145 người được xét nghiệm, đạt 97,8%`: right before, so that nothing else is meant.
 */
export function sharesOutOf(sight: Sight): void {
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change !== undefined) continue;
    if (sight.shares.has(share) || !outOfBrackets(sight, share)) outOfBefore(sight, share);
  }
}

function outOfBrackets(sight: Sight, share: Fig): boolean {
  const [part, whole] = sight.between(share.order + 1, share.order + 2);
  if (!part || !whole || !isInside(part, share) || !isInside(whole, share) || part.group !== whole.group || !alike(part, whole))
    return false;
  const between = part.tokens.slice(part.token + 1, whole.token);
  if (!between.some(({ text }) => OVER.test(text)) || between.some(({ type, text }) => type === "sign" && text !== "/")) return false;
  const places = { share: share.cell, parts: [part.cell], whole: whole.cell };
  const holds = fit(relations.share, places) === "holds";
  if (holds || (digitsOf(part) >= LEAST && isOneSlipOff([{ kind: relations.share, places }]))) add(sight, share, part, whole, holds);
  return true;
}

function outOfBefore(sight: Sight, share: Fig): void {
  const [part, whole] = sight.between(share.order - 2, share.order - 1);
  if (!part || !whole || !alike(part, whole) || sizeOf(part) > sizeOf(whole)) return;
  if (![part, whole].every((fig) => isAmount(fig) && !fig.change && fig.hedge === undefined && isBeside(fig, share))) return;
  const between = part.tokens.slice(part.token + 1, whole.token);
  if (!OVER.test(between.at(-1)?.text ?? "") || between.length > WORDS || between.some(({ type }) => type === "sign")) return;
  const known = sight.shares.get(share);
  if (known?.parts[0] === part && known.whole === whole) return;
  const places = { share: share.cell, parts: [part.cell], whole: whole.cell };
  const holds = fit(relations.share, places) === "holds";
  // "428 đại biểu trên tổng số 434 đại biểu biểu quyết, bằng 87,17% tổng số đại biểu": of another whole, which its words name.
  if (!holds && share.after.length > 0) return;
  if (!holds && !(digitsOf(part) >= LEAST && near(relations.share, places, "double"))) return;
  sight.takeBack(({ options: [option] }) => option?.kind === relations.share && option.seats.share === share);
  add(sight, share, part, whole, holds);
}

function add(sight: Sight, share: Fig, part: Fig, whole: Fig, holds: boolean): void {
  const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
  share.subject = part;
  sight.add({ options: [option], prior: 0.8, pattern: "share:out-of", cue: "trên", confirm: holds, passage: share.blockIndex });
}

const OVER = /^(?:trên|trên tổng số|trong|trong tổng số|so với)$/;
const WORDS = 6;

const isInside = (fig: Fig, share: Fig): boolean =>
  isLevelFigure(fig) && fig.tokens === share.tokens && fig.depth === share.depth + 1 && fig.sentence === share.sentence;

const isBeside = (fig: Fig, share: Fig): boolean =>
  fig.tokens === share.tokens && fig.sentence === share.sentence && fig.depth === share.depth;
