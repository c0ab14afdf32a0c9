import { measureOf, type Numeral } from "@khop/core";
import type { Block } from "./blocks.ts";
import type { Role } from "./document.ts";
import { Token } from "./figures.ts";
import { countNouns } from "./lexicon/units.ts";
import { numberAt, type Style } from "./numbers.ts";

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x2bff) && code < 0xfe00) ||
  code === 0xb2 ||
  code === 0xb3;

/** Words, numbers and signs of a block. */
export function rawTokens(text: string, lower: string, block: Block, style: Style | undefined): Token[] {
  const raws: Token[] = [];
  for (const [from, to] of block.ranges) {
    let i = from;
    while (i < to) {
      const code = text.charCodeAt(i);
      if (isDigit(code)) {
        const raised = raisedAt(text, lower, raws, i);
        if (raised !== null) {
          raws[raws.length - 1] = raised;
          i = raised.end;
          continue;
        }
        const found = numberAt(text, i, to, style);
        raws.push(numberToken(i, found.end, found.role, found.numeral));
        i = found.end;
      } else if (isLetter(code)) {
        let j = i + 1;
        while (j < to && isLetter(text.charCodeAt(j))) j++;
        let digits = j;
        while (digits < to && isDigit(text.charCodeAt(digits))) digits++;
        if (digits > j) {
          const glued = text.slice(i, digits);
          if (measureOf(glued)) j = digits;
          else if (isGluedCount(text, lower, i, j, digits)) {
            raws.push(new Token("word", i, j, lower.slice(i, j), code !== lower.charCodeAt(i)));
            i = j;
            continue;
          } else {
            raws.push(new Token("word", i, j, lower.slice(i, j), code !== lower.charCodeAt(i)));
            raws.push(numberToken(j, digits, "reference", { digits: text.slice(j, digits), scale: 0, style: "plain" }));
            i = digits;
            continue;
          }
        }
        const capital = code !== lower.charCodeAt(i);
        const shout =
          capital && j - i > 2 && text.charCodeAt(j - 1) !== lower.charCodeAt(j - 1) && text.charCodeAt(i + 1) !== lower.charCodeAt(i + 1);
        raws.push(new Token("word", i, j, lower.slice(i, j), capital, shout));
        i = j;
      } else if (block.kind === "row" && isMinus(code) && isDigit(text.charCodeAt(i + 1)) && opensCell(raws)) {
        const found = numberAt(text, i + 1, to, style);
        raws.push(numberToken(i, found.end, found.role, found.numeral, true));
        i = found.end;
      } else {
        if ((code > 32 && code !== 0xa0) || (code === TAB && block.kind === "row")) raws.push(new Token("sign", i, i + 1, text.charAt(i)));
        i++;
      }
    }
  }
  return raws;
}

const LENGTHS: ReadonlySet<string> = new Set(["m", "km", "cm", "dm", "mm"]);

/** `679 m 2`, `6 triệu đồng/m 2`: the raised figure of a square or cubic metre, which slid down behind a space. */
function raisedAt(text: string, lower: string, raws: readonly Token[], at: number): Token | null {
  const [before, metre] = raws.slice(-2);
  if (metre === undefined || !LENGTHS.has(metre.text) || metre.end !== at - 1 || !/[23]/.test(text.charAt(at))) return null;
  if (before?.type !== "number" && before?.text !== "/") return null;
  const behind = /^(?:$|\s*[^\s\p{L}\d.,%]|\s*[.,](?!\d)|\s+\p{L}+)/u.exec(lower.slice(at + 1, at + 14));
  if (behind === null || countNouns.has(behind[0].trim())) return null;
  return new Token("word", metre.start, at + 1, `${metre.text}${text.charAt(at)}`);
}

/** `Hòa Bình116ha`: a space was lost between a name and a number with its unit; "H5N1" and "QL1A" are names. */
function isGluedCount(text: string, lower: string, from: number, to: number, end: number): boolean {
  let last = end;
  while (last < text.length && last < end + 6 && isLetter(text.charCodeAt(last))) last++;
  const unit = lower.slice(end, last);
  const isName = to - from >= 3 && /\P{ASCII}/u.test(text.slice(from, to));
  return isName && last > end && (countNouns.has(unit) || measureOf(unit) !== null);
}

export function numberToken(start: number, end: number, role: Role | null, numeral: Numeral | null, negative = false): Token {
  const token = new Token("number", start, end, "");
  token.number = { role, numeral, negative };
  return token;
}

const isMinus = (code: number): boolean => code === 0x2d || code === 0x2212 || code === 0x2013;

/** In a cell of its own, a dash before a number is its sign. */
const opensCell = (raws: readonly Token[]): boolean => /^[|\t]$/.test(raws.at(-1)?.text ?? "");

/** Parts the cells of a row, where no bar does. */
const TAB = 9;
