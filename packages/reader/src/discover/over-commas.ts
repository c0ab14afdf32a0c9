import type { Fig, Token } from "../figures.ts";

/** `số hồ sơ đang xem xét, giải quyết: 15 hồ sơ`: the words since the figure before it, or since a semicolon, a colon or a full stop. */
export function overCommas({ tokens, token: at }: Fig): readonly string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const { type, text, figure } = tokens[i] as Token;
    // "Số dư đến 25/11/2024: 3.056": a date stands among the words.
    if (figure?.role === "date") continue;
    if (type === "figure" || (/^[;:.()]$/.test(text) && i < at - 1)) break;
    if (type !== "sign") words.unshift(...text.split(" "));
  }
  return words;
}
