import type { Glyph, Run } from "./page.ts";

/** A character of a line; a space that stands for a gap has no glyph. */
export interface Sign {
  readonly text: string;
  readonly glyph: Glyph | null;
  readonly run: Run;
}

/** Signs on one baseline, with no gap wider than a space may be. */
export interface Line {
  readonly kind: "line";
  readonly signs: readonly Sign[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** Whether all of it is bold, and the sign that it opens or ends with. */
  readonly bold: boolean;
  readonly opensBold: boolean;
  readonly endsBold: boolean;
}

/** Gaps in sizes of the font: from here on a space, from here on another column. */
const space = 0.17;
const apart = 1;
/** Behind a bullet or a number that stands alone, text begins this far at most. */
const behindBullet = 5;
const longestBullet = 8;
const loneBullet = /^(?:[-+*•▪●○–—]|\(?(?:\p{L}|[ivx]{2,4}|[IVX]{2,4}|\d{1,3})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$/u;

export const isBlank = ({ glyphs }: Run): boolean => glyphs.every(({ text }) => text.trim() === "");

/** Groups runs by their baselines into lines, top down; what stands far apart on one baseline makes several lines, from left to right. */
export function linesOf(runs: readonly Run[]): Line[] {
  const rows: Run[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row !== undefined && first !== undefined && first.y - run.y <= Math.max(first.size, run.size) * 0.2) row.push(run);
    else rows.push([run]);
  }
  return rows.flatMap((row) => pieces(row));
}

function pieces(row: Run[]): Line[] {
  row.sort((a, b) => a.x0 - b.x0);
  const found: Line[] = [];
  let signs: Sign[] = [];
  let x1 = 0;
  let blank = false;
  let last: Run | undefined;
  const end = (): void => {
    if (signs.length > 0) found.push(lineOf(signs));
    signs = [];
  };
  for (const run of row) {
    // Bold is faked by drawing twice.
    if (last !== undefined && Math.abs(last.x0 - run.x0) < run.size * 0.15 && sameText(last, run)) continue;
    last = run;
    const tracking = trackingOf(run);
    for (const glyph of run.glyphs) {
      const text = visible(glyph.text);
      if (text.trim() === "") {
        if (text !== "") blank = true;
        else if (signs.length > 0 && glyph.x0 - x1 < run.size * space) x1 = Math.max(x1, glyph.x1);
        continue;
      }
      const gap = glyph.x0 - x1;
      const size = Math.max(run.size, signs.at(-1)?.run.size ?? 0);
      if (signs.length > 0) {
        if (gap > size * apart && !(gap < size * behindBullet && signs.length <= longestBullet && loneBullet.test(textOf(signs)))) end();
        else if (!isMark(text) && (gap > size * space + tracking || (blank && gap > -size * 0.1)))
          signs.push({ text: " ", glyph: null, run });
      }
      signs.push({ text, glyph, run });
      x1 = signs.length === 1 ? glyph.x1 : Math.max(x1, glyph.x1);
      blank = false;
    }
  }
  end();
  return found;
}

/** How far the letters of a run are set apart, where an author did that for looks. */
function trackingOf({ glyphs, size }: Run): number {
  const least = size * 0.08;
  const gaps: number[] = [];
  let pairs = 0;
  for (let i = 1; i < glyphs.length; i += 1) {
    const [before, glyph] = [glyphs[i - 1] as Glyph, glyphs[i] as Glyph];
    if (glyph.text === " " || before.text === " ") continue;
    pairs += 1;
    if (glyph.x0 - before.x1 > least) gaps.push(glyph.x0 - before.x1);
  }
  if (glyphs.length < 4 || gaps.length * 2 <= pairs) return 0;
  return gaps.sort((x, y) => x - y)[gaps.length - 1 - Math.floor(pairs / 2)] ?? 0;
}

/** What signs show, by what fonts say they are: few, and asked for again and again. */
const shown = new Map<string, string>();

/** Controls and signs of no width say nothing. A soft hyphen that is drawn is a hyphen: some fonts have one shape for both. */
function visible(text: string): string {
  const known = shown.get(text);
  if (known !== undefined) return known;
  const made = text.replaceAll("\u00ad", "-").replace(/[\p{Cc}\p{Cf}]/gu, "");
  if (shown.size < 10_000) shown.set(text, made);
  return made;
}

const isMark = (text: string): boolean => (text.codePointAt(0) ?? 0) >= 0x300 && /^\p{M}+$/u.test(text);

const sameText = (a: Run, b: Run): boolean =>
  a.glyphs.length === b.glyphs.length && a.glyphs.every(({ text }, i) => text === b.glyphs[i]?.text);

const textOf = (signs: readonly Sign[]): string => signs.map(({ text }) => text).join("");

/** A line of these signs, which are not none. Raised ones say nothing of its size, unless there are no others. */
export function lineOf(signs: readonly Sign[]): Line {
  let [x0, x1, size, text, bold] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, "", true];
  let first: Run | undefined;
  let last: Run | undefined;
  const allRaised = signs.every(({ run, glyph }) => run.raised || glyph === null);
  for (const sign of signs) {
    text += sign.text;
    const { glyph, run } = sign;
    if (glyph === null) continue;
    x0 = Math.min(x0, glyph.x0);
    x1 = Math.max(x1, glyph.x1);
    if (run.raised && !allRaised) continue;
    first ??= run;
    last = run;
    size = Math.max(size, run.size);
    bold &&= run.bold;
  }
  const { y, bold: opensBold } = first ?? (signs[0] as Sign).run;
  return { kind: "line", signs, text, x0, x1, y, size, bold, opensBold, endsBold: last?.bold ?? opensBold };
}

/** Several lines on one baseline as one, a space between them. */
export function joined(lines: readonly Line[]): Line {
  const [first] = lines as [Line];
  if (lines.length === 1) return first;
  return lineOf(lines.flatMap(({ signs }, i) => (i === 0 ? signs : [{ text: " ", glyph: null, run: (signs[0] as Sign).run }, ...signs])));
}
