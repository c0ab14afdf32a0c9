import { measureOf, type Numeral } from "@khop/core";
import type { Role } from "./document.ts";
import type { Token } from "./figures.ts";
import { isDigit } from "./lex.ts";
import { notUnits } from "./lexicon/units.ts";

/** What stands at a place among the words, numbers and signs of a block. */
export interface Around {
  readonly text: string;
  readonly raws: readonly Token[];
  readonly word: (k: number) => string | undefined;
  readonly sign: (k: number) => string | undefined;
  /** Whether what begins at a place is a unit of things. */
  readonly counts: (k: number) => boolean;
}

/** What a number is that no word before it gives away: part of a name, an end of a stretch, the number of a heading. Null where it may be a quantity. */
export function noQuantity(around: Around, i: number): Role | null {
  const { raws, word, sign } = around;
  if (opensRange(raws, i, word) || closesRange(raws, i, word) || isStretch(raws, i, word) || isEnd(around, i)) return "other";
  if (isBound(word, i) || isBaseOfRate(around, i)) return "other";
  if (isOutline(around, i)) return "ordinal";
  // "[1]": the mark of a note, or a place in a list of sources.
  if ((raws[i]?.numeral?.digits.length ?? 9) <= 3 && sign(i - 1) === "[" && sign(i + 1) === "]") return "reference";
  if (isOfCode(around, i)) return "reference";
  return goesOnNaming(around, i);
}

/** `DENV-2`, `COVID-19`, `Covid-19`, `MiG-29`: letters, a hyphen and a number in one piece; but not `Hà Nam-12 ca`, a place and its figure. */
function isOfCode({ raws, counts }: Around, i: number): boolean {
  const [before, letters, hyphen, number] = [raws[i - 3], raws[i - 2], raws[i - 1], raws[i]];
  if (letters?.type !== "word" || hyphen?.text !== "-" || number === undefined) return false;
  if (letters.end !== hyphen.start || hyphen.end !== number.start) return false;
  if (letters.shout) return true;
  const isOfPlace = before?.type === "word" && before.capital;
  return letters.capital && isPlain(letters.text) && !isOfPlace && !counts(i + 1) && number.numeral?.scale === 0;
}

const isPlain = (word: string): boolean => /^[a-z]+$/.test(word);

/** `8,9 bác sĩ trên 10.000 dân`: the base of a rate, with a figure and its unit right before. */
function isBaseOfRate({ raws, word }: Around, i: number): boolean {
  if (word(i - 1) !== "trên" || word(i + 1) !== "dân" || !/^10{2,6}$/.test(raws[i]?.numeral?.digits ?? "")) return false;
  return [3, 4].some((back) => raws[i - back]?.type === "number" && raws.slice(i - back + 1, i).every(({ type }) => type === "word"));
}

const BOUND_REACH = 5;

/** `đạt từ 15 điểm trở lên`, `vốn từ 300 tỷ đồng trở xuống`: where a class begins or ends. */
function isBound(word: Around["word"], i: number): boolean {
  if (word(i - 1) !== "từ") return false;
  for (let k = i + 1; k < i + BOUND_REACH && word(k) !== undefined; k++)
    if (word(k) === "trở") return word(k + 1) === "lên" || word(k + 1) === "xuống";
  return false;
}

/** `lớp 10, 11, 12`, `các quận 2, 8 và 9`: what follows the number of a thing, over a comma, is the number of the next. */
function goesOnNaming({ raws, word, sign, counts }: Around, i: number): Role | null {
  const [before, number] = [raws[i - 2], raws[i]];
  if (before?.named === undefined || number?.numeral?.scale !== 0 || number.numeral.digits.length > 2) return null;
  if (sign(i - 1) !== "," && word(i - 1) !== "và") return null;
  const next = word(i + 1);
  if (next !== undefined && notUnits.has(next)) return before.named;
  const isAlone =
    word(i + 1) === undefined ? /^[,;.)]$/.test(sign(i + 1) ?? ".") : !counts(i + 1) && (word(i + 1) === "và" || word(i - 1) === "và");
  return isAlone ? before.named : null;
}

/** `từ 12 đến dưới 15 m 729 tàu`: the lower end of a range that names a kind, and no amount. */
const opensRange = (raws: readonly Token[], i: number, word: (k: number) => string | undefined): boolean =>
  (word(i - 1) === "từ" || (word(i - 1) === "đủ" && word(i - 2) === "từ")) &&
  word(i + 1) === "đến" &&
  (raws[i + 2]?.type === "number" || (word(i + 2) === "dưới" && raws[i + 3]?.type === "number"));

/** `đón từ 65.000 đến 70.000 lượt khách`: the upper end, which is no amount either. */
const closesRange = (raws: readonly Token[], i: number, word: (k: number) => string | undefined): boolean =>
  word(i - 1) === "đến" && raws[i - 2]?.type === "number" && raws[i - 2]?.role === null && word(i - 3) === "từ";

/** `giá từ 50 – 60 triệu đồng`, `7-6`: both ends of a span, or a score; but not `120 - 45 = 75`, which is worked out, nor `(500 -3)`, a sign. */
function isEnd({ raws }: Around, i: number): boolean {
  for (const low of [i, i - 2]) {
    const [first, dash, second] = raws.slice(Math.max(0, low), low + 3);
    if (low < 0 || first?.type !== "number" || second?.type !== "number" || !/^[-–]$/.test(dash?.text ?? "")) continue;
    if (first.role !== null || second.role !== null || first.numeral === null || second.numeral === null) continue;
    const [left, right] = [(dash as Token).start - first.end, second.start - (dash as Token).end];
    // "90 - 95%" is one figure with two ends.
    if (raws[low + 3]?.text === "%") continue;
    if (left > 0 !== right > 0 || raws.slice(low + 3, low + 3 + EQUATION).some(({ text }) => text === "=") || raws[low - 1]?.text === "=")
      continue;
    const isScore = left === 0 && [first, second].every(({ numeral }) => numeral?.scale === 0 && numeral.digits.length <= 2);
    if (isScore || isLess(first.numeral, second.numeral)) return true;
  }
  return false;
}

const EQUATION = 8;

/** Whether one number as written is less than another. */
function isLess(a: Numeral, b: Numeral): boolean {
  const scale = Math.max(a.scale, b.scale);
  const [one, other] = [a, b].map(({ digits, scale: own }) => BigInt(digits + "0".repeat(scale - own))) as [bigint, bigint];
  return one < other;
}

/** `12–20 giờ 38 vụ`, `15-17 tuổi`, `200–400 mm`: both ends of a stretch. */
function isStretch(raws: readonly Token[], i: number, word: (k: number) => string | undefined): boolean {
  const isDash = (k: number): boolean => raws[k]?.type === "sign" && /^[-–]$/.test(raws[k]?.text ?? "");
  const unit =
    isDash(i + 1) && raws[i + 2]?.type === "number"
      ? word(i + 3)
      : isDash(i - 1) && raws[i - 2]?.type === "number"
        ? word(i + 1)
        : undefined;
  return (
    unit === "giờ" ||
    unit === "tuổi" ||
    unit === "tháng" ||
    (unit !== undefined && measureOf(unit) !== null && raws[i]?.numeral?.scale === 0)
  );
}

/** "1." or "a)" or "(1)" at the head of a block or list item. */
function isOutline({ text, raws, sign }: Around, i: number): boolean {
  const raw = raws[i] as Token;
  if ((raw.numeral?.digits.length ?? 9) > 2 || !isDigit(text.charCodeAt(raw.start))) return false;
  const first =
    i === 0 ||
    (i === 1 && (sign(0) === "." || sign(0) === "(" || sign(0) === "#")) ||
    (i <= 6 && raws.slice(0, i).every((one) => one.type === "sign" && one.text === "#"));
  if (first && (sign(i + 1) === "." || sign(i + 1) === ")" || sign(i + 1) === "/")) return true;
  const enclosed = sign(i - 1) === "(" && sign(i + 1) === ")";
  return enclosed && (i === 1 || /[:;,.]/.test(sign(i - 2) ?? "")) && raws[i + 2]?.type === "word";
}
