import { type Fig, isAmount, type Place, type Span, type Token } from "../figures.ts";
import { ENDS } from "./signs.ts";

const OPENS = new Set(["(", "["]);

const CLOSES = new Set([")", "]"]);

const LISTS = new Set(["opener", "whole", "respectively"]);

/** Places every token in the scope tree: parentheses, sentences, clauses, items of lists. */
export function placeTokens(tokens: readonly Token[]): { spans: Span[]; openers: number[] } {
  const spans: Span[] = [{ open: -1, close: tokens.length, amounts: 0, opener: false }];
  const openers: number[] = [];
  const open: number[] = [];
  let sentence = 0;
  let clause = 0;
  let item = 0;
  let place: Place = { depth: 0, group: 0, sentence, clause, item };
  tokens.forEach((token, i) => {
    const sign = token.type === "sign" ? token.text : "";
    if (sign !== "" && OPENS.has(sign)) {
      spans.push({ open: i, close: tokens.length, amounts: 0, opener: false });
      open.push(spans.length - 1);
      item += 1;
    }
    const group = open.at(-1) ?? 0;
    if (place.item !== item || place.clause !== clause || place.group !== group || place.sentence !== sentence)
      place = { depth: open.length, group, sentence, clause, item };
    token.place = place;
    if (token.figure) settle(token.figure, place, spans[group] as Span);
    else if (token.cue && LISTS.has(token.cue.kind)) {
      openers.push(i);
      (spans[group] as Span).opener = true;
    }
    if (sign === "") {
      if (token.text === "và") item += 1;
    } else if (CLOSES.has(sign)) {
      const closed = open.pop();
      if (closed !== undefined) (spans[closed] as Span).close = i;
      item += 1;
    } else if (sign === ",") item += 1;
    else if (sign === ";") {
      item += 1;
      if (open.length === 0) clause += 1;
    } else if (ENDS.has(sign) && endsSentence(tokens, i)) {
      sentence += 1;
      clause += 1;
      item += 1;
      for (const unclosed of open) (spans[unclosed] as Span).close = i;
      open.length = 0;
    }
  });
  return { spans, openers };
}

function settle(figure: Fig, { depth, group, sentence, clause, item }: Place, span: Span): void {
  figure.depth = depth;
  figure.group = group;
  figure.sentence = sentence;
  figure.clause = clause;
  figure.item = item;
  if (isAmount(figure)) span.amounts += 1;
}

/** A stop that is no part of an abbreviation ("N.Thuận", "TP. Hà Giang"). */
function endsSentence(tokens: readonly Token[], i: number): boolean {
  const stop = tokens[i] as Token;
  const next = tokens[i + 1];
  const before = tokens[i - 1];
  if (stop.text === "|" || stop.text === "\t") return true;
  if (stop.text === "…") return next === undefined || next.capital;
  if (next?.type === "sign" && (next.text === "." || next.text === ")" || next.text === ";")) return false;
  if (next === undefined) return true;
  if (next.start === stop.end) return false;
  if (before?.type === "word" && before.capital && before.end - before.start <= 2 && !isOrdinal(tokens, i - 1)) return false;
  return next.capital || next.type !== "word";
}

const COUNTED_BY = new Set(["quý", "kỳ", "đợt", "khóa", "loại", "hạng", "nhóm", "phần", "mục"]);

/** `so với quý I. Cộng dồn …`: a numeral that a sentence may end with, and no initial of a name. */
const isOrdinal = (tokens: readonly Token[], i: number): boolean =>
  /^[ivx]+$/.test(tokens[i]?.text ?? "") && COUNTED_BY.has(tokens[i - 1]?.text ?? "");
