import type { Fig, Token } from "./figures.ts";

const NAMES = new Set(["tháng", "quý", "quí", "năm", "tuần"]);
const FROM = new Set(["từ", "kể"]);
const UNTIL = new Set(["đến", "tới", "hết"]);

/** The period that a date of the text names for the figures behind it, as written; null for the date of a document or a birth. */
export function periodAt(tokens: readonly Token[], date: Fig): string | null {
  const at = date.token;
  const one = tokens[at - 1];
  const two = tokens[at - 2];
  const three = tokens[at - 3];
  const text = tokens[at]?.text ?? "";
  if (one?.type !== "sign" && one !== undefined && NAMES.has(one.text)) {
    const until = two !== undefined && UNTIL.has(two.text) ? `${two.text} ` : "";
    const months = tokens[at - 1]?.text === "năm" && two?.text === "đầu" ? monthsBefore(tokens, at - 2) : "";
    return `${months}${until}${one.text} ${text}`;
  }
  const range =
    one?.text === "-" ||
    one?.text === "–" ||
    (one !== undefined && UNTIL.has(one.text)) ||
    (one?.text === "ngày" && two !== undefined && UNTIL.has(two.text));
  const start = [tokens[at - 2], tokens[at - 3], tokens[at - 4]].find((token) => token?.figure?.role === "date");
  if (range && start) {
    const first = tokens.indexOf(start, Math.max(0, at - 4));
    const opens = [tokens[first - 1], tokens[first - 2]].some((token) => token !== undefined && FROM.has(token.text));
    if (opens) return `từ ${start.text} đến ${text}`;
  }
  if (one?.text === "ngày" && ((two && UNTIL.has(two.text)) || (three && UNTIL.has(three.text)))) return `đến ngày ${text}`;
  return null;
}

function monthsBefore(tokens: readonly Token[], at: number): string {
  const months = tokens[at - 1];
  const count = tokens[at - 2];
  return months?.text === "tháng" && count?.figure ? `${count.text} tháng đầu ` : "";
}
