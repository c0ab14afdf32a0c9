import { fit, near, relations } from "@khop/core";
import { type Fig, isLevelFigure, type Token } from "../../figures.ts";
import { alike, amountsBefore, type Option, type Sight } from "../sight.ts";

const REACH = 8;
const WORDS = 2;

/**
 * `cam kết 1.250 tỷ đồng, đã giải ngân 487,5 tỷ đồng, trong đó …; tỷ lệ giải ngân đạt 39,0%`: a rate that is called by what was done is of the
 * figure that was told with the same words, out of the one right before that.
 */
export function ofDeed(sight: Sight, share: Fig): { readonly option: Option; readonly holds: boolean } | undefined {
  const deed = deedOf(share);
  if (deed === undefined) return undefined;
  const part = [...amountsBefore(sight, share, 0)].slice(0, REACH).find((fig) => fig.depth === share.depth && says(fig, deed));
  const whole = part && sight.quantities[part.order - 1];
  if (!part || !whole || !isLevelFigure(whole) || !alike(whole, part)) return undefined;
  if (whole.blockIndex !== part.blockIndex || whole.depth !== part.depth) return undefined;
  const places = { share: share.cell, parts: [part.cell], whole: whole.cell };
  const holds = fit(relations.share, places) === "holds";
  if (!holds && !near(relations.share, places, "slip")) return undefined;
  return { option: { kind: relations.share, seats: { share, parts: [part], whole } }, holds };
}

/** The two words behind "tỷ lệ" before a percentage. */
function deedOf({ tokens, token: at }: Fig): readonly string[] | undefined {
  const words: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const { figure, type, text } = tokens[i] as Token;
    if (figure || type === "sign") return undefined;
    words.unshift(...text.split(" "));
    if (!/^t[ỷỉ]$/.test(words[0] ?? "") || words[1] !== "lệ") continue;
    const name = words.slice(2, 2 + WORDS);
    return name.length === WORDS ? name : undefined;
  }
  return undefined;
}

const says = ({ before }: Fig, deed: readonly string[]): boolean => before.some((_, i) => deed.every((word, k) => before[i + k] === word));
