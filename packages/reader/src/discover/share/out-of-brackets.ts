import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isPercent } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";

const LEAST = 3;

/** `Tỷ lệ che phủ rừng 52,51% (diện tích có rừng 172.406 ha trên 328.345 ha tự nhiên)`: in brackets right behind a share, what it is worked out from. */
export function sharesOutOfBrackets(sight: Sight): void {
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change !== undefined || sight.shares.has(share)) continue;
    const [part, whole] = sight.between(share.order + 1, share.order + 2);
    if (!part || !whole || !isInside(part, share) || !isInside(whole, share) || part.group !== whole.group || !alike(part, whole)) continue;
    const between = part.tokens.slice(part.token + 1, whole.token);
    if (!between.some(({ text }) => OVER.test(text)) || between.some(({ type, text }) => type === "sign" && text !== "/")) continue;
    const places = { share: share.cell, parts: [part.cell], whole: whole.cell };
    const holds = fit(relations.share, places) === "holds";
    if (!holds && !(digitsOf(part) >= LEAST && isOneSlipOff([{ kind: relations.share, places }]))) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
    sight.add({ options: [option], prior: 0.8, pattern: "share:out-of", cue: "trên", confirm: holds, passage: share.blockIndex });
  }
}

const OVER = /^(?:trên|trên tổng số|trong tổng số|so với)$/;

const isInside = (fig: Fig, share: Fig): boolean =>
  isLevelFigure(fig) && fig.tokens === share.tokens && fig.depth === share.depth + 1 && fig.sentence === share.sentence;
