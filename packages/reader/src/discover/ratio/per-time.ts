import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, type Token } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";

/** How many of the first there are in the second. */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  "tháng năm": ["12"],
  "quý năm": ["4"],
  "tháng quý": ["3"],
  "ngày năm": ["365", "366", "360"],
  "ngày tháng": ["30", "31"],
  "ngày tuần": ["7"],
  "giờ ngày": ["24"],
};

const LEAST = 3;
const REACH = 8;

/** `5,6 triệu đồng/tháng, tức 67,2 triệu đồng/năm`: the same of a longer time. */
export function perTime(sight: Sight): void {
  for (const long of sight.quantities) {
    // "951,5 tấn/ngày (đô thị 412,6 tấn/ngày; nông thôn 538,9 tấn/ngày), tương đương …": over what brackets tell.
    const short = sight.between(long.order - REACH, long.order - 1).findLast(({ depth }) => depth <= long.depth);
    if (!short || short.tokens !== long.tokens || short.sentence !== long.sentence || !isLevelFigure(short) || !isLevelFigure(long))
      continue;
    const times = TIMES[`${timeOf(short)} ${timeOf(long)}`];
    if (times === undefined || !alike(short, long) || !isSaidAgain(short, long)) continue;
    const optionOf = (many: string): Option => ({
      kind: relations.linear,
      seats: { terms: [long, short], weights: ["1", `-${many}`], is: "=", constant: "0" },
    });
    const placesOf = (many: string) => ({ terms: [long.cell, short.cell], weights: ["1", `-${many}`], is: "=", constant: "0" });
    const fitting = times.find((many) => fit(relations.linear, placesOf(many)) === "holds");
    const [first = ""] = times;
    const isOff = digitsOf(long) >= LEAST && digitsOf(short) >= 2 && isOneSlipOff([{ kind: relations.linear, places: placesOf(first) }]);
    if (fitting === undefined && !isOff) continue;
    sight.add({
      options: [optionOf(fitting ?? first)],
      prior: 0.8,
      pattern: "ratio:time",
      cue: "/",
      confirm: fitting !== undefined,
      passage: long.blockIndex,
    });
  }
}

/** "tức", "tương đương", "hay", "=" lead from the one to the other, or it stands in brackets behind. */
function isSaidAgain(short: Fig, long: Fig): boolean {
  const between = long.tokens.slice(short.token + 1, long.token);
  const own = between.filter(({ depth }) => depth <= short.depth);
  const isSaid = own.some(({ text, cue }) => cue?.kind === "same" || /^(?:tức|hay|nghĩa là)$/.test(text));
  return own.length <= REACH && (isSaid || (long.depth > short.depth && between.length - own.length <= 1));
}

/** The word of time behind its slash. */
function timeOf({ tokens, token: at }: Fig): string {
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const { type, text } = tokens[i] as Token;
    if (text === "/") return tokens[i + 1]?.text ?? "";
    if (type !== "word") return "";
  }
  return "";
}
