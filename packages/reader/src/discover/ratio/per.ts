import type { Fig, Passage, Token } from "../../figures.ts";

/** "bình quân", or the "mỗi" of "mỗi hộ 20 triệu đồng", which counts for no names before it. */
export const isPerOne = (fig: Fig): boolean =>
  fig.cues.some(({ cue, near }) => near && (cue.kind === "mean" || (cue.kind === "each" && (fig.each === 1 || fig.perCounted))));

export interface Per {
  readonly amount: string;
  readonly noun: string;
  readonly words: readonly string[];
}

/** The "/100 dân" of a figure: right behind its unit, or in the words before it. */
export function perOf(passage: Passage, fig: Fig): Per | null {
  const { tokens } = passage;
  for (let i = fig.token + 1; i < Math.min(tokens.length, fig.token + 6); i++) {
    const token = tokens[i] as Token;
    // "672 lượt mỗi ngày"
    if ((token.type === "sign" && token.text === "/") || token.cue?.kind === "each") return perAt(tokens, i);
    // "trung bình 6,5 triệu đồng một trường hợp"
    if (token.text === "một" && isPerOne(fig)) return perAt(tokens, i);
    // "8,9 bác sĩ trên 10.000 dân", "trên vạn dân"
    if (token.text === "trên" && (tokens[i + 1]?.figure?.role === "other" || MANY.has(tokens[i + 1]?.text ?? ""))) return perAt(tokens, i);
    if (token.type !== "word") break;
  }
  for (let i = fig.token - 1; i > Math.max(0, fig.token - 8); i--) {
    const token = tokens[i] as Token;
    if (token.type === "sign" && token.text === "/") return perAt(tokens, i);
    if (token.figure?.role === "quantity" || (token.type === "sign" && /[,;.(]/.test(token.text))) break;
  }
  return null;
}

/** Words for so many, by the zeros that they stand for. */
const MANY: ReadonlyMap<string, string> = new Map([
  ["trăm", "00"],
  ["nghìn", "000"],
  ["ngàn", "000"],
  ["vạn", "0000"],
]);

function perAt(tokens: readonly Token[], slash: number): Per | null {
  const number = tokens[slash + 1];
  const counted = number?.figure?.role === "other";
  if (!counted && number?.type !== "word") return null;
  const words: string[] = [];
  let from = slash + (counted ? 2 : 1);
  // "29,5 giường/vạn dân"
  const many = MANY.get(tokens[from]?.text ?? "");
  if (many !== undefined) from += 1;
  for (let i = from; i < tokens.length && tokens[i]?.type === "word" && words.length < 4; i++) words.push((tokens[i] as Token).text);
  const amount = `${counted ? number.text.replace(/\D/g, "") : "1"}${many ?? ""}`;
  return words.length === 0 ? null : { amount, noun: words[0] as string, words };
}

/** A ratio per km² is per the unit that is printed; laws count in base units, m². Undefined for one. */
export const perUnitOf = ({ quantity }: Fig): string | undefined =>
  quantity?.unit.exponent ? `1${"0".repeat(Math.max(0, quantity.unit.exponent))}` : undefined;

export function nameMeets(fig: Fig, words: readonly string[]): boolean {
  const unit = fig.quantity?.unit.id ?? "";
  return unit !== "" && (words.join(" ").startsWith(unit) || unit.startsWith(words.slice(0, 2).join(" ")));
}

/** `bình quân mỗi đơn vị 47,5 người`: the words behind "mỗi". */
export function eachBefore({ tokens, token: at }: Fig): Pick<Per, "words"> | null {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const token = tokens[i] as Token;
    if (token.figure || token.type === "sign") return null;
    if (token.cue?.kind === "each" || token.text === "một") return { words: tokens.slice(i + 1, at).map(({ text }) => text) };
  }
  return null;
}
