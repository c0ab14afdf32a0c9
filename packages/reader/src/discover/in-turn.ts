import { type Fig, isPercent } from "../figures.ts";
import type { Sight } from "./sight.ts";

const WORDS = 5;

/** `tỷ trọng lần lượt là 22,9%, 67,0% và 10,1%`: words right before a figure, with none between, say that it is the first of some in turn. */
export function isInTurn({ tokens, token: at }: Fig): boolean {
  const before = tokens.slice(Math.max(0, at - WORDS), at);
  const told = before.findLastIndex(({ text }) => /^(?:tương ứng|lần lượt|thứ tự|theo thứ tự|tuần tự)/.test(text));
  return told >= 0 && before.slice(told).every(({ figure }) => figure === undefined);
}

/** Two figures one behind the other, with nothing but a sign, "và" and the unit of the first between. */
export function areInRow(one: Fig | undefined, other: Fig | undefined): boolean {
  if (!one || !other || one.tokens !== other.tokens || one.sentence !== other.sentence || one.depth !== other.depth) return false;
  const unit = new Set(one.quantity?.unit.id.split(" "));
  const between = one.tokens.slice(one.token + 1, other.token).filter(({ text }) => text !== "%" && !unit.has(text));
  const links = isPercent(other) ? /^(?:[;,–-]|và)$/ : /^(?:[;,]|và)$/;
  return between.length > 0 && between.every(({ text }) => links.test(text));
}

/** The figures that stand in a row from the first, at most so many. */
export function rowFrom(sight: Sight, first: Fig, most: number): readonly Fig[] {
  const row = [first];
  for (let next = sight.quantities[first.order + 1]; next && row.length < most; next = sight.quantities[next.order + 1]) {
    if (!areInRow(row.at(-1), next)) break;
    row.push(next);
  }
  return row;
}
