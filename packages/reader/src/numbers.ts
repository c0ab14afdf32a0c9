import { type Numeral, readNumeral } from "@khop/core";
import type { Role } from "./document.ts";

/** A number found in the text: its span, its role so far, its numeral when it may be a quantity. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly role: Role | null;
  readonly numeral: Numeral | null;
}

/**
 * What a number is by its shape and its neighbours, tried in this order. Each entry is anchored at the first digit; `when` looks at
 * the text around it. A maintainer adds a shape here with a row in the test's table.
 */
interface Shape {
  readonly role: Role;
  readonly pattern: RegExp;
  readonly when?: (match: RegExpExecArray, before: string, after: string) => boolean;
}

const DATE_BEFORE = /(?:ngày|phiên|sáng|chiều|tối|trưa|đêm|đến|từ|hết|trước|sau|hôm|nay|qua|tháng|quý|kỳ|và|[-–(])\s*\(?$/iu;
const inRange = (text: string | undefined, low: number, high: number): boolean => Number(text) >= low && Number(text) <= high;

const SHAPES: readonly Shape[] = [
  { role: "docNumber", pattern: /\d+(?:\/(?:19|20)\d\d)?\/\p{Lu}[\p{Lu}\d]*(?:[-/]\p{L}[\p{L}\d]*)*/uy },
  { role: "docNumber", pattern: /\d+(?:\/(?:19|20)\d\d)(?:\/\p{L}[\p{L}\d-]*)/uy },
  {
    role: "date",
    pattern: /(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?![\d])/y,
    when: (m) => inRange(m[1], 1, 31) && inRange(m[3], 1, 12),
  },
  { role: "date", pattern: /(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?![\d.,]\d|\d)/y, when: (m) => inRange(m[1], 1, 12) },
  { role: "date", pattern: /(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d)/y },
  {
    role: "date",
    pattern: /(\d{1,2})([/.-])(\d{1,2})(?![\d/]|[.,]\d|\s?%)/y,
    when: (m, before, after) =>
      inRange(m[1], 1, 31) &&
      inRange(m[3], 1, 12) &&
      (DATE_BEFORE.test(before) || /^\s*năm(?!\p{L})/u.test(after)) &&
      !/^\s*(?:=|hồ|tỷ|triệu)/u.test(after),
  },
  { role: "other", pattern: /\d{1,2}:\d{2}(?!\d)/y },
  { role: "other", pattern: /24\/7/y },
  // A telephone number: 0235 3852 114, 0912.345.678.
  { role: "other", pattern: /0\d{2,4}[ .-]\d{3,4}[ .-]\d{3,4}(?![\d.,]\d|\d)/y },
  { role: "other", pattern: /\d{1,2}h(?:\d{2})?(?!\p{L})/uy },
  { role: "reference", pattern: /\d+\p{Lu}(?!\p{Ll})\d*/uy },
  // "dầu mazút 3,5S", "0,05S": a grade; "2,5T" and "1,5L" may be measures.
  { role: "reference", pattern: /\d+[.,]\d+(?![TLMWVK])\p{Lu}(?!\p{L})/uy },
  // "tỷ lệ 1:1,02", "18,5:9", "tỷ số 3:1"
  {
    role: "other",
    pattern: /\d+(?:,\d+)?:\d+(?:,\d+)?(?![\d.,]*\d)/y,
    when: (m, before) =>
      /t[ỷỉ] (?:lệ|số)\s(?:\S+\s){0,1}$/iu.test(before) || /^\d{1,2}(?:,\d+)?:\d{1,2},\d+$|^\d{1,2},\d+:\d{1,2}$/.test(m[0]),
  },
];

const NUMBER = /\d+(?:[.,]\d+)*/y;
/** `37, 38 tỷ`, `13, 92 triệu`: a space slipped in behind the comma. */
const STRAY = /(\d+), (\d{1,2})(?=\s?(?:%|tỷ|tỉ|triệu|nghìn|ngàn)(?!\p{L}))/uy;

/** `19 136 hộ`, `| 2 345,5 |`: spaces for points between thousands, as yearbooks have them. */
const SPACED = /[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?(?![.,]?\d)/y;
/** Words before a number that it is the name of, and does not count with what follows: "tháng 12 500 người". */
const NAMED_BY =
  /(?:ngày|tháng|năm|quý|tuần|kỳ|số|thứ|khóa|điều|khoản|mục|cấp|độ|mức|lớp|khối|hạng|nhóm|loại|bảng|biểu|phường|quận|đội|tổ|thôn|ấp|khu)\s$/iu;

/** Whether digits apart are one number: alone in a cell, or between two words; wherever they stand in a text that writes them so. */
function isSpaced(text: string, start: number, end: number, style: Style | undefined): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 14), start), text.slice(end, end + 3)];
  if (style === "spaced") return !NAMED_BY.test(before) && !/[\d.,]$/.test(before);
  const isAlone = /(?:^|[|\t\n])[ ]*[+−–-]?$/.test(before) && /^[ ]*(?:$|[|\t\n])/.test(after);
  // "695 vụ/1 197 bị can (cũ 238)", "(1 571 vụ": behind a stroke or a bracket as behind a word.
  return isAlone || (/(?:\p{L}\s|\p{L}\/|\()$/u.test(before) && !NAMED_BY.test(before) && /^\s\p{Ll}/u.test(after));
}

/** Most numbers are followed by a space and a word: no shape needs to be tried on them. */
function mayBeShape(text: string, start: number): boolean {
  if (text.charAt(start) === "0") return true;
  let i = start + 1;
  while (text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) i++;
  const next = text.charAt(i);
  if (next === " ") return "/-–.".includes(text.charAt(i + 1) || " ");
  if (next === "," || next === "%" || next === ")" || next === ";" || next === "") return false;
  return next !== "." || i - start <= 2 || !(text.charCodeAt(i + 1) >= 48 && text.charCodeAt(i + 1) <= 57);
}

/** How a text writes its numbers, where it is not 10.384 and 61,1%. */
export type Style = "english" | "spaced";

/** The English way, 10,384 and 61.1%, or with spaces for points, 10 384: as many of them say so that it is no slip. */
export function styleOf(text: string): Style | undefined {
  const spaced = text.match(EVERY_SPACED)?.length ?? 0;
  const grouped = text.match(EVERY_GROUPED)?.length ?? 0;
  if (spaced >= SPACED_ENOUGH && spaced > MANY * grouped) return "spaced";
  return isEnglish(text) ? "english" : undefined;
}

const SPACED_ENOUGH = 8;
const EVERY_SPACED = /(?<![\d.,] ?)[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?(?![.,]?\d)/g;
const EVERY_GROUPED = /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?!\d)/g;

function isEnglish(text: string): boolean {
  const count = { group: 0, decimal: 0, ours: 0 };
  for (const [number] of text.matchAll(EVERY)) {
    if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number)) count.group += 1;
    else if (/^\d+\.\d{1,2}$/.test(number)) count.decimal += 1;
    else if (/^(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)$/.test(number)) count.ours += 1;
  }
  return count.group >= FEW && count.decimal >= FEW && Math.min(count.group, count.decimal) > MANY * count.ours;
}

/** Takes whole numbers too: a pattern that has to give them up again takes their length squared. */
const EVERY = /\d+(?:[.,]\d+)*/g;
const FEW = 4;
const MANY = 3;

/** Points for commas, and commas for points. */
const turned = (number: string): string => number.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));

/** Reads the number that begins at a digit. */
export function numberAt(text: string, start: number, limit: number, style?: Style): Found {
  const before = text.slice(Math.max(0, start - 14), start);
  if (mayBeShape(text, start))
    for (const { role, pattern, when } of SHAPES) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match === null || start + match[0].length > limit) continue;
      const end = start + match[0].length;
      if (when === undefined || when(match, before, text.slice(end, end + 12))) return { start, end, role, numeral: null };
    }
  STRAY.lastIndex = start;
  const stray = STRAY.exec(text);
  if (stray !== null && !NAMED_BY.test(before))
    return { start, end: start + stray[0].length, role: null, numeral: readNumeral(stray[0].replace(" ", "")) };
  SPACED.lastIndex = start;
  const spaced = SPACED.exec(text);
  if (spaced !== null && start + spaced[0].length <= limit && isSpaced(text, start, start + spaced[0].length, style))
    return { start, end: start + spaced[0].length, role: null, numeral: readNumeral(spaced[0].replace(/\s/g, ".")) };
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(text) as RegExpExecArray;
  const end = start + match[0].length;
  const numeral = readNumeral(style === "english" ? turned(match[0]) : match[0]);
  return { start, end, role: numeral === null ? "reference" : null, numeral };
}

const ONES: ReadonlyMap<string, number> = new Map([
  ["một", 1],
  ["mốt", 1],
  ["hai", 2],
  ["ba", 3],
  ["bốn", 4],
  ["tư", 4],
  ["năm", 5],
  ["lăm", 5],
  ["sáu", 6],
  ["bảy", 7],
  ["tám", 8],
  ["chín", 9],
]);

/** A count in words, up to 999, that begins at word `at`: "bốn", "mười hai", "hai mươi lăm", "một trăm linh năm". */
export function spelledAt(at: number, word: (index: number) => string | undefined): { value: number; length: number } | null {
  const one = (i: number): number | undefined => ONES.get(word(i) ?? "");
  let i = at;
  let value = 0;
  const hundreds = one(i);
  if (hundreds !== undefined && word(i + 1) === "trăm") {
    value = hundreds * 100;
    i += 2;
    const zero = word(i) === "linh" || word(i) === "lẻ";
    const small = one(i + 1);
    if (zero && small !== undefined) return { value: value + small, length: i + 2 - at };
  }
  const tens = word(i) === "mười" ? 1 : word(i + 1) === "mươi" ? one(i) : undefined;
  if (tens !== undefined) {
    value += tens * 10;
    i += word(i) === "mười" ? 1 : 2;
    const small = one(i);
    if (small !== undefined) return { value: value + small, length: i + 1 - at };
  } else if (value === 0) {
    const small = one(i);
    if (small === undefined || word(i) === "mốt" || word(i) === "lăm" || word(i) === "tư") return null;
    return { value: small, length: 1 };
  }
  return { value, length: i - at };
}
