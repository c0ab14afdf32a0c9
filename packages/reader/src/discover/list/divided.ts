import type { Fig, Token } from "../../figures.ts";
import { classes } from "../../lexicon/classes.ts";
import { Phrases } from "../../phrases.ts";
import { areOpposite } from "../pairs.ts";

const named = new Map<string, number[]>();
for (const [at, { names }] of classes.entries()) for (const name of names) named.set(name, [...(named.get(name) ?? []), at]);
const phrases = new Phrases(named);

/**
 * `134 huy chương: 46 vàng, 39 bạc, 49 đồng`, `161 đơn vị (127 xã, 21 phường, 13 thị trấn)`, `52 nhiệm vụ: xuất sắc 9, đạt 41, không đạt 2`: the parts bear names
 * that divide a thing whole, each another one, or two of them are called the opposite of each other.
 */
export function isDividedWhole(parts: readonly Fig[], total: Fig): boolean {
  if (parts.length < 2) return false;
  const names = parts.map(namesOf);
  const own = namesIn(wordsBehind(total));
  const isWhole = classes.some(({ least }, of) => {
    // "30 giải khuyến khích; trong đó đơn vị giành 1 giải nhất, 4 giải nhì": one of them is not divided into them.
    if (own.has(of)) return false;
    const called = names.map((mine) => mine.get(of));
    return parts.length >= least && called.every((name) => name !== undefined) && new Set(called).size === called.length;
  });
  return isWhole || parts.some((part, i) => parts.slice(i + 1).some((other) => areOpposite(part, other)));
}

/** The name of a part in each class that has one: what it counts, else the words behind it, else those before it. */
function namesOf(part: Fig): ReadonlyMap<number, string> {
  return new Map([...namesIn(wordsAhead(part)), ...namesIn(wordsBehind(part))]);
}

function namesIn(words: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let i = 0; i < words.length; i += 1) {
    const name = phrases.at(i, (index) => words[index]);
    if (name === null) continue;
    for (const of of name.value) if (!found.has(of)) found.set(of, words.slice(i, i + name.length).join(" "));
    i += name.length - 1;
  }
  return found;
}

function wordsBehind({ tokens, token: at, quantity }: Fig): readonly string[] {
  const behind = tokens.slice(at + 1, at + 1 + REACH);
  const end = behind.findIndex(isEnd);
  return [...(quantity?.unit.id.split(" ") ?? []), ...wordsOf(end < 0 ? behind : behind.slice(0, end))];
}

function wordsAhead({ tokens, token: at }: Fig): readonly string[] {
  const ahead = tokens.slice(Math.max(0, at - REACH), at);
  return wordsOf(ahead.slice(ahead.findLastIndex(isEnd) + 1));
}

const isEnd = ({ type, figure }: Token): boolean => type === "sign" || figure !== undefined;

const wordsOf = (tokens: readonly Token[]): readonly string[] => tokens.flatMap(({ text }) => text.split(" "));

const REACH = 6;
