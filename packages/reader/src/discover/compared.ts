import { type Fig, isPercent, type Token } from "../figures.ts";
import { past, saysPast } from "../lexicon/earlier.ts";

const BESIDE = 24;

/** `215.010 việc, so với cùng kỳ (144.857 việc)`, `91,8% dự toán 21.500 triệu đồng`: a figure of another period or of a plan, and neither a part nor a total. */
export function isCompared({ tokens, token: at }: Fig): boolean {
  let planned = false;
  for (let i = at - 1; i >= Math.max(0, at - BESIDE); i--) {
    const token = tokens[i] as Token;
    if (token.cue?.kind === "versus") return true;
    planned ||= token.cue?.kind === "plan";
    if (planned && token.figure && isPercent(token.figure)) return true;
    if (token.figure?.role === "quantity" || (token.type === "sign" && /[,;.:)]/.test(token.text))) return false;
  }
  return false;
}

/**
 * `So với cùng kỳ (13.105 đơn vị) tăng 1.181 đơn vị`, `34 vụ (năm trước 39 vụ), tăng 5 vụ`, `tăng 0,5 điểm % so với năm trước (4,7 %)`: what there
 * was before a change, never what it became.
 */
export const isThen = (fig: Fig, change: Fig): boolean =>
  fig.sentence === change.sentence &&
  fig.blockIndex === change.blockIndex &&
  (isThenBehindSlash(fig) ||
    (fig.depth === change.depth + 1 && (fig.cues.some(({ cue }) => cue.kind === "versus") || saysPast(fig.before))));

/** `23 ca/41 ca cùng kỳ`: now, and behind the slash what it was. */
const isThenBehindSlash = ({ tokens, token: at, after }: Fig): boolean => tokens[at - 1]?.text === "/" && saysPast(after);

/** The same of a figure in brackets, by the first of them: `so với cùng kỳ (26 vụ, 16 người chết, 19 người bị thương)`. */
export function isComparedInBracket(fig: Fig): boolean {
  return isCompared(fig.group === 0 ? fig : (firstIn(fig.tokens).get(fig.group) ?? fig));
}

/** The first quantity of each pair of brackets, sought once for a passage. */
function firstIn(tokens: readonly Token[]): ReadonlyMap<number, Fig> {
  const known = firsts.get(tokens);
  if (known !== undefined) return known;
  const made = new Map<number, Fig>();
  for (const { group, figure } of tokens) if (figure?.role === "quantity" && !made.has(group)) made.set(group, figure);
  firsts.set(tokens, made);
  return made;
}

const firsts = new WeakMap<readonly Token[], ReadonlyMap<number, Fig>>();

/** `tỷ lệ 16,06% (năm 2022: 2.937.525 m3, tỷ lệ 16,49%)`: its brackets open with another time, and all that they tell is of then. */
export function isInBracketOfThen({ tokens, token: at, group, depth }: Fig): boolean {
  if (depth === 0) return false;
  let opens = at;
  while (opens > 0 && tokens[opens - 1]?.group === group) opens -= 1;
  for (let i = opens; i < at && i < opens + TIME; i++) {
    const { figure, text, cue } = tokens[i] as Token;
    if (figure?.role === "date" || text.split(" ").some((word) => past.has(word))) return true;
    if (figure || cue) return false;
  }
  return false;
}

/** "so với cùng kỳ năm": so many words tell a time. */
const TIME = 5;
