import { itemDepth } from "../blocks.ts";
import type { FlowLine } from "./flow.ts";
import type { Line } from "./lines.ts";

/** How lines usually stand in a document. */
export interface Measure {
  /** The size of most text. */
  readonly size: number;
  /** From baseline to baseline, in sizes of the font. */
  readonly leading: number;
  /** First lines of paragraphs are set in. */
  readonly setsIn: boolean;
}

const stops = /[.!?…;:]["”’)\]]*$/u;
const bullet = /^[•●▪■○]\s/u;
const ends = /[.!?…]["”’)\]]*$/u;
const lowercase = /^["“‘(]?\p{Ll}/u;

/** True when a line goes on with the paragraph that these lines are. */
export function goesOn(lines: readonly FlowLine[], next: FlowLine, { leading, setsIn }: Measure, after?: FlowLine): boolean {
  const first = lines[0] as FlowLine;
  const last = lines.at(-1) as FlowLine;
  const size = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > size * 0.08) return false;
  if (last.bold !== next.bold && (last.bold ? !next.opensBold : !last.endsBold)) return false;
  const turned = next.page !== last.page || next.opens;
  if (turned && lowercase.test(next.text) && !stops.test(last.text)) return true;
  if (hasRoomFor(last, next)) return false;
  // A mark sticks to the word before it; one that opens a line opens a note that was typed.
  if (next.signs[0]?.run.raised && /^\[?\d/.test(next.text)) return false;
  if (bullet.test(next.text) || (itemDepth(next.text) > 0 && stops.test(last.text))) return false;
  if (!turned && last.y - next.y > size * leading * 1.18 + 1) return false;
  // A sentence that ends with its page goes on only where first lines are set in, and the next one is not.
  if (turned && ends.test(last.text)) return isSetIn(first) && !isSetIn(next) && itemDepth(next.text) === 0;
  // In a narrow column, such as the head of a letter, each centred line says something of its own.
  if (areCentred(last, next, size)) return next.right - next.left > size * 25 || lowercase.test(next.text);
  const shift = next.left - last.left;
  // Two first lines, one below the other: the upper one was a paragraph by itself.
  const level = lines.length === 1 && isSetIn(next) && Math.abs(next.x0 - shift - last.x0) < size * 0.3;
  if (level && itemDepth(last.text) === 0 && (setsIn || (after !== undefined && beginsAt(next, after, leading)))) return false;
  if (isIndented(next, lines, size)) return false;
  const hanging = next.x0 - shift < last.x0 - size * 0.6 && lines.length > 1;
  if (hanging) return false;
  return !(itemDepth(next.text) > 0 && itemDepth(first.text) > 0 && Math.abs(next.x0 - shift - first.x0) < size * 0.3);
}

/** The line after stands further out, and goes on with this one. */
const beginsAt = (line: FlowLine, after: FlowLine, leading: number): boolean =>
  after.page === line.page &&
  Math.abs(after.size - line.size) < line.size * 0.08 &&
  line.y - after.y < line.size * leading * 1.18 + 1 &&
  after.x0 < line.x0 - line.size * 0.6 &&
  !isSetIn(after) &&
  !hasRoomFor(line, after);

const isSetIn = ({ x0, left, size }: FlowLine): boolean => x0 - left > size * 0.6;

/** The first word of the next line would have fitted behind the last one: the author ended the line. */
function hasRoomFor(last: FlowLine, next: FlowLine): boolean {
  const word = next.signs.findIndex(({ text }) => text === " ");
  const signs = word < 0 ? next.signs : next.signs.slice(0, word);
  const end = signs.reduce((most, { glyph }) => Math.max(most, glyph?.x1 ?? most), next.x0);
  return last.right - last.x1 > end - next.x0 + next.size * 0.3 + 1;
}

/** Further in than the lines before: a first line, unless it hangs below a bullet's text. */
function isIndented(next: FlowLine, lines: readonly FlowLine[], size: number): boolean {
  const last = lines.at(-1) as FlowLine;
  const shift = next.left - last.left;
  if (next.x0 - shift <= last.x0 + size * 0.6) return false;
  return !(lines.length === 1 && itemDepth(last.text) > 0 && next.x0 - shift <= textStart(last) + size * 0.6);
}

/** Where the text behind a bullet or number begins. */
function textStart({ signs, x0 }: FlowLine): number {
  const blank = signs.findIndex(({ text }) => text === " ");
  return blank < 0 ? x0 : (signs.slice(blank).find(({ glyph }) => glyph !== null)?.glyph?.x0 ?? x0);
}

/** Lines of different length over one middle. */
const areCentred = (last: FlowLine, next: FlowLine, size: number): boolean =>
  last.bold === next.bold &&
  Math.abs(next.x0 + next.x1 - last.x0 - last.x1) < size * 0.7 &&
  Math.min(Math.abs(next.x0 - last.x0), Math.abs(next.x1 - last.x1)) > size * 0.3;

/** Bold or large all through, and short. */
export const isHeading = (lines: readonly FlowLine[], { size }: Measure): boolean =>
  lines.length <= 4 && lines.every((line) => line.bold || line.size > size * 1.12);

/** The size of most characters. */
export function sizeOf(lines: readonly Line[]): number {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
  }
  const [size = 12] = [...sizes].reduce<readonly [number, number]>((best, each) => (each[1] > best[1] ? each : best), [12, 0]);
  return size;
}

/** What most lines of a document have: their size by characters, their leading by lines. */
export function measureOf(lines: readonly FlowLine[]): Measure {
  const gaps: number[] = [];
  let [first, level] = [0, 0];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const gap = before === undefined || before.page !== line.page ? 0 : (before.y - line.y) / Math.max(line.size, 1);
    if (before !== undefined && gap > 0 && isSetIn(before) && itemDepth(before.text) === 0 && !hasRoomFor(before, line)) {
      if (!isSetIn(line)) first += 1;
      else if (Math.abs(line.x0 - before.x0) < line.size * 0.3) level += 1;
    }
    if (gap > 0.8 && gap < 2.6 && before !== undefined && !hasRoomFor(before, line)) gaps.push(gap);
  });
  gaps.sort((a, b) => a - b);
  return { size: sizeOf(lines), leading: gaps[Math.floor(gaps.length / 2)] ?? 1.3, setsIn: first >= 3 && first > level * 2 };
}
