import { isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, type Token } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";

/** Words of a name, figures back that it may have been said of, tokens from a colon to the first part. */
const NAME = 2;
const FIGURES_BACK = 16;
const TO_COLON = 6;
const TELLING = 3;

/**
 * `văn bản đến 72.478. … Theo cấp, … văn bản đến: cấp tỉnh 27.318, cấp huyện 14.206, cấp xã 30.954`: what stands before the colon names the total, told
 * before; one slip of a key off.
 */
export function totalCalled(sight: Sight, parts: readonly Fig[]): Fig | undefined {
  const [first] = parts;
  const name = first && nameBeforeColon(first);
  if (!first || !name || parts.length < 3) return undefined;
  const total = sight
    .between(first.order - FIGURES_BACK, first.order - 1)
    .findLast(
      (fig) => isLevelFigure(fig) && digitsOf(fig) >= TELLING && alike(fig, first) && fig.before.slice(-NAME).join(" ") === name.join(" "),
    );
  const isOff = total && isOneSlipOff([{ kind: relations.total, places: { total: total.cell, parts: parts.map(({ cell }) => cell) } }]);
  return isOff ? total : undefined;
}

function nameBeforeColon({ tokens, token: at }: Fig): readonly string[] | undefined {
  for (let i = at - 1; i >= Math.max(NAME, at - TO_COLON); i--) {
    const token = tokens[i] as Token;
    if (token.text === ":" || token.cue?.words === ":") {
      // "Nước ghi thu chia theo đối tượng:": the name stands before the words that divide it.
      const divides = tokens.slice(Math.max(NAME, i - TO_COLON), i).findIndex(({ cue }) => cue?.kind === "opener");
      const end = divides < 0 ? i : Math.max(NAME, i - TO_COLON) + divides;
      const name = tokens.slice(end - NAME, end);
      return name.every(({ type }) => type === "word") ? name.map(({ text }) => text) : undefined;
    }
    if (token.figure || token.type === "sign") return undefined;
  }
  return undefined;
}
