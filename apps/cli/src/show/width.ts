/** Ranges of code points that a terminal draws two cells wide: East Asian wide and fullwidth, and emoji. */
const wide: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1faff],
  [0x20000, 0x3fffd],
];

const nothing = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** How many terminal cells a code point takes: none for a combining mark, so that decomposed Vietnamese lines up too. */
export function cellsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return code === 0xad ? 0 : 1;
  if (code >= 0x1e00 && code < 0x2000) return 1;
  if (nothing.test(character)) return 0;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** How many terminal cells a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cellsOf(character);
  return width;
}

const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Text that may be shown: what would move the cursor, colour the screen or turn the line round becomes a space, unit for unit. */
export const shown = (text: string): string => text.replace(unsafe, " ");

/** Lines of at most `width` cells, broken at spaces; a word that is longer stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(/ +/)) {
    const more = widthOf(word);
    if (line !== "" && used + 1 + more > width) {
      lines.push(line);
      line = word;
      used = more;
    } else {
      line = line === "" ? word : `${line} ${word}`;
      used += line === word ? more : more + 1;
    }
  }
  return [...lines, line];
}

/** Like {@link wrap}, but broken between items only. */
export const wrapItems = (items: readonly string[], between: string, width: number): string[] =>
  wrap(items.map((item) => item.replaceAll(" ", "\u00a0")).join(between), width).map((line) => line.replaceAll("\u00a0", " "));
