import type { Fig, Token } from "../figures.ts";
import { FARTHEST } from "./signs.ts";

/** `A, B và C mỗi huyện có 2 ca`: how many names the figure counts for; 1 without "mỗi". */
export function eachOf(tokens: readonly Token[], fig: Fig): number {
  let at = fig.token - 1;
  // "A và B cùng 1 vụ": one each.
  if (tokens[at]?.text !== "cùng") {
    if (!fig.cues.some(({ cue, near }) => cue.kind === "each" && near)) return 1;
    while (at >= 0 && tokens[at]?.cue?.kind !== "each") at -= 1;
    const counted = countedBefore(tokens, at);
    fig.perCounted = counted !== undefined;
    if (counted !== undefined) return counted;
  }
  let names = 0;
  let named = false;
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
    const token = tokens[i] as Token;
    if (token.figure || (token.type === "sign" && /[;.:()]/.test(token.text)) || token.cue?.kind === "opener") break;
    if (token.text === "," || token.text === "và") {
      if (named) names += 1;
      named = false;
    } else if (token.capital) named = true;
  }
  return Math.max(1, names + (named ? 1 : 0));
}

/** `02 lô, mỗi lô 60 chiếc`: as many as were counted right before, under the noun behind "mỗi". */
function countedBefore(tokens: readonly Token[], each: number): number | undefined {
  const noun = tokens[each + 1]?.text;
  for (let i = each - 1; i >= Math.max(0, each - 5); i--) {
    const { figure, type, text } = tokens[i] as Token;
    if (figure?.quantity) {
      const { exact, unit, approximate } = figure.quantity;
      return exact && unit.id.split(" ")[0] === noun && approximate > 1 && approximate < MOST_EACH ? approximate : undefined;
    }
    if (type !== "word" && text !== ",") return undefined;
  }
  return undefined;
}

const MOST_EACH = 1000;
