import { type LevelId, percentagePoint, type Quantity, quantity } from "@khop/core";
import { type Fig, isPercent, isRate, type Passage, type Token } from "../figures.ts";
import { lendUnits } from "../lent-units.ts";
import type { Cue } from "../lexicon/cues.ts";
import { periodAt } from "../periods.ts";
import { changeOf, isComparedToo, isMore } from "./change-of.ts";
import { eachOf } from "./each.ts";
import { slash, withoutHedge } from "./out-of.ts";
import { ENDS, FARTHEST, HEDGE_WORDS } from "./signs.ts";

const SEPARATES = new Set([",", ";", ".", ":", "(", ")", "[", "]", "…"]);

/** What stands about each figure: cues before it, its own phrase, its level, whether it is a change. */
export function describe(passage: Passage): void {
  const { tokens, figures } = passage;
  lendUnits(passage);
  let level: LevelId | undefined;
  let levelGroup = 0;
  let cursor = 0;
  let last: Fig | undefined;
  let amount: Fig | undefined;
  /** The quantity before, over dates. */
  let moved: Fig | undefined;
  let period: string | undefined;
  for (const fig of figures) {
    for (; cursor < fig.token; cursor++) {
      const token = tokens[cursor] as Token;
      if (token.cue?.level) {
        level = token.cue.level;
        levelGroup = token.group;
      } else if (token.type === "sign" && token.text === ")" && levelGroup !== 0) {
        level = undefined;
        levelGroup = 0;
      } else if (token.type === "word" && token.text === "toàn") level = undefined;
    }
    fig.level = level;
    if (fig.role === "date") period = periodAt(tokens, fig) ?? period;
    fig.period = period;
    fig.cues = cuesBefore(tokens, fig);
    fig.each = eachOf(tokens, fig);
    slash(tokens, fig, last);
    if (fig.role === "quantity") {
      if (last && !isRate(last)) amount = last;
      fig.change = changeOf(tokens, fig, last, amount);
      if (fig.change === undefined && moved?.change && isComparedToo(tokens, moved, fig)) fig.change = moved.change;
      if (isMore(tokens, fig)) {
        fig.change = "rise";
        fig.hedge = undefined;
        fig.quantity = withoutHedge(fig.quantity);
      }
      if (fig.change && fig.quantity?.unit.id === "điểm" && last && isPercent(last) && last.sentence === fig.sentence)
        fig.quantity = inPoints(fig.quantity);
      moved = fig;
      fig.threshold = isThreshold(tokens, fig);
      if (fig.quantity?.exact && fig.cues.some(({ cue, near }) => cue.kind === "mean" && near)) fig.quantity = asMean(fig.quantity);
      last = fig;
    } else if (fig.role !== "other") last = undefined;
  }
}

/** `16,2%, giảm 1,3 điểm`: of a percentage, points of percent. */
const inPoints = ({ value, decimals, hedge }: Quantity): Quantity =>
  quantity({ value, unit: percentagePoint, decimals, ...(hedge ? { hedge } : {}) });

function cuesBefore(tokens: readonly Token[], fig: Fig): Fig["cues"] {
  const found: { cue: Cue; near: boolean; distance: number }[] = [];
  let near = true;
  let distance = 0;
  for (let i = fig.token - 1; i >= Math.max(0, fig.token - FARTHEST); i--) {
    const token = tokens[i] as Token;
    if (token.figure?.role === "quantity") break;
    if (token.cue) found.push({ cue: token.cue, near, distance });
    else if (token.type === "sign") {
      if (SEPARATES.has(token.text)) near = false;
      if (ENDS.has(token.text) && token.sentence !== fig.sentence) break;
    } else if (token.type === "word" && !HEDGE_WORDS.has(token.text)) distance += 1;
    if (token.sentence !== fig.sentence) break;
  }
  return found;
}

/** An average is rounded, even where it is printed whole. */
const asMean = ({ value, unit, exponent, decimals, hedge }: Quantity): Quantity =>
  quantity({ value, unit, exponent, decimals, exact: false, ...(hedge ? { hedge } : {}) });

const LIMITS = new Set(["dưới", "vượt", "quá", "qua", "từ"]);

function isThreshold(tokens: readonly Token[], fig: Fig): boolean {
  const one = tokens[fig.token - 1];
  const two = tokens[fig.token - 2];
  // "làm tròn đến 0,1 tỷ đồng": how exactly others are told.
  if ([one?.text, two?.text].includes("tròn") && [two?.text, tokens[fig.token - 3]?.text].includes("làm")) return true;
  // "dưới ngưỡng 200 bản sao/ml": a mark that others stay below.
  if (one?.text === "ngưỡng" && /^(?:dưới|trên|quá|vượt)$/.test(two?.text ?? "")) return true;
  if (!isRate(fig)) return false;
  if (fig.hedge === "range") return true;
  return (one !== undefined && LIMITS.has(one.text) && one.type !== "sign") || (two?.text === "vượt" && one?.text === "qua");
}
