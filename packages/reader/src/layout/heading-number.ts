import { type HeadingNumber, pointLetters } from "@khop/core";

type Found = Omit<HeadingNumber, "emphasised">;

const words = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const romanSigns: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function romanValue(text: string): number {
  const values = [...text].map((sign) => romanSigns[sign] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

const numeral = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : /^[IVX]+$/.test(text) ? romanValue(text) : words.indexOf(text.toLowerCase()) + 1;

const path = (text: string): number[] => text.split(".").map(Number);

/** The ways to number, and what each makes of a line; the first that fits is taken. */
const schemes: readonly (readonly [pattern: RegExp, found: (match: RegExpExecArray) => Found | undefined])[] = [
  [
    /^(?:Phần|PHẦN)\s+(?:(?:thứ|THỨ)\s+)?([IVX]+|\d{1,2}|\p{L}+)(?=\s*[.:]?(?:\s|$))/u,
    ([written, number = ""]) => single("part", written, numeral(number)),
  ],
  [/^(?:Chương|CHƯƠNG)\s+([IVX]+|\d{1,2})(?=\s*[.:]?(?:\s|$))/u, ([written, number = ""]) => single("chapter", written, numeral(number))],
  [/^(?:Điều|ĐIỀU)\s+(\d{1,3})\s*[.:](?=\s)/u, ([written, number = ""]) => single("article", written, Number(number))],
  [/^([IVX]{1,6})[.)/](?=\s+\p{Lu})/u, ([written, number = ""]) => single("roman", written, romanValue(number))],
  [/^([A-HĐ])[.)/](?=\s+\p{Lu})/u, ([written, letter = ""]) => single("capital", written, letterValue(letter))],
  [/^([a-zđ])[.)](?=\s*\p{L})/u, ([written, letter = ""]) => single("letter", written, letterValue(letter))],
  // A number whose beginning was lost: ".5. Thanh tra".
  [
    /^\.\s?(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?(?=\s+\p{Lu})/u,
    ([written, number = ""]) => ({ scheme: "arabic", written, path: [null, ...path(number)] }),
  ],
  [/^(\d{1,2}(?:\.\d{1,2}){1,4})(?=\s+\p{Lu})/u, ([written, number = ""]) => ({ scheme: "arabic", written, path: path(number) })],
  [
    /^(\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)](?=\s*["“(]?\p{L})|\/(?=\s+\p{L}))/u,
    ([written, number = ""]) => ({ scheme: "arabic", written, path: path(number) }),
  ],
];

const letterValue = (letter: string): number => pointLetters.indexOf(letter.toLowerCase()) + 1;

const single = (scheme: Found["scheme"], written: string, value: number): Found | undefined =>
  value === 0 ? undefined : { scheme, written, path: [value] };

/** The number that a line opens with; null when it opens with none. */
export function headingNumber(text: string, emphasised: boolean | null): HeadingNumber | null {
  const line = text.trimStart();
  for (const [pattern, found] of schemes) {
    const match = pattern.exec(line);
    const number = match === null ? undefined : found(match);
    if (number !== undefined) return { ...number, emphasised };
  }
  return null;
}
