import { pointLetters, roman } from "../numerals.ts";
import { type Miss, placeOf } from "./finding.ts";
import type { HeadingNumber, MeasuredLayout, MeasuredLine } from "./measured.ts";
import type { Said } from "./rule.ts";
import { quoted, same } from "./say.ts";

/** A sequence of numbers that is still open. */
interface Open {
  readonly key: string;
  readonly rank: number;
  /** What stands in front of its numbers: of "2.4." the 2. */
  readonly above: readonly number[];
  /** The number before, and what it should have been where these differ: either may be gone on from. */
  readonly last: number;
  readonly meant: number;
  readonly written: string;
  /** Last numbers of sequences that a plain list broke into, where looks do not tell headings from lists. */
  readonly outer: readonly number[];
}

const ranks: Readonly<Record<HeadingNumber["scheme"], number>> = {
  part: 0,
  chapter: 1,
  capital: 2,
  roman: 3,
  article: 4,
  arabic: 5,
  letter: 9,
};

interface Fault {
  readonly why: Said;
  readonly likely: string;
}

/**
 * Headings and items whose number does not follow from those before: lost in part (".5."), said twice, left out, out of order, or under
 * another heading than they say. A new higher heading begins a new count, and so does a plain list.
 */
export function numberingMisses({ lines }: MeasuredLayout): Miss[] {
  const misses: Miss[] = [];
  let numbering = new Numbering();
  for (const line of lines) {
    if (line.part === "appendixNumber") numbering = new Numbering();
    if (line.number === null) continue;
    const fault = numbering.step(line.number);
    if (fault !== undefined) misses.push(missOf(line, line.number, fault));
  }
  return misses;
}

function missOf(line: MeasuredLine, { written }: HeadingNumber, { why, likely }: Fault): Miss {
  const title = quoted(line.text, 50);
  return {
    about: { vi: "Số thứ tự", en: "Numbering" },
    measured: same(written),
    required: same(likely),
    part: line.part,
    place: placeOf(line),
    sentence: {
      vi: `Số thứ tự “${written}” của ${title} ${why.vi}; nhiều khả năng là “${likely}”`,
      en: `The number “${written}” of ${title} ${why.en}; most likely “${likely}”`,
    },
  };
}

/** Lists in lists go no deeper. */
const mostOuter = 8;

class Numbering {
  #open: readonly Open[] = [];
  /** The last number under each "2.4.", for those that a list broke into. */
  readonly #seen = new Map<string, number>();
  /** The last number of each kind: articles, and now and then clauses, are counted on through the headings above them. */
  readonly #through = new Map<string, number>();

  /** Takes the next number; says what is wrong with it. */
  step(number: HeadingNumber): Fault | undefined {
    const { scheme, path, written, emphasised } = number;
    const depth = path.length;
    const value = path.at(-1) as number;
    const rank = ranks[scheme] + depth - 1;
    // A bold "1." and the plain "1." of a list under it are two sequences.
    const key = `${scheme}${depth}${scheme === "arabic" && depth === 1 && emphasised !== null ? emphasised : ""}`;
    const own = this.#open.findLastIndex((one) => one.key === key);
    // A heading that somebody forgot to make bold goes on from the bold ones.
    const isLike = (one: Open): boolean => key.startsWith("arabic1") && one.key.startsWith("arabic1") && one.last === value - 1;
    const at = own >= 0 || value === 1 ? own : this.#open.findLastIndex(isLike);
    const before = this.#open[at];
    const under = at >= 0 ? this.#open.slice(0, at) : this.#open.filter((one) => one.rank < rank || (value === 1 && mayHold(one, number)));
    if (rank < ranks.arabic) this.#seen.clear();
    const above = aboveOf(under, before, number);
    const likely = (meant: number): string => likeWritten(number, above, meant);
    const put = (meant: number, why?: Said, outer: readonly number[] = before?.outer ?? []): Fault | undefined => {
      const prefix = path.slice(0, -1).map((one, i) => one ?? above[i] ?? 1);
      this.#open = [...under, { key: before?.key ?? key, rank, above: prefix, last: value, meant, written, outer }];
      if (prefix.length > 0) this.#seen.set(prefix.join("."), value);
      this.#through.set(key, value);
      return why && { why, likely: likely(meant) };
    };

    if (path.some((one) => one === null)) return put((before?.last ?? value - 1) + 1, said.lost);
    const prefix = path.slice(0, -1) as number[];
    const isSame = before !== undefined && startsAlike(prefix, before.above);
    if (!startsAlike(prefix, above) && !isSame) {
      // "1.3." then "2.1." where no "2." is written anywhere.
      const isFree =
        value === 1 &&
        before !== undefined &&
        isNext(prefix, before.above) &&
        !under.some((one) => one.key.startsWith(`arabic${depth - 1}`));
      if (!isFree)
        return put(before !== undefined && startsAlike(before.above, above) ? before.last + 1 : value, said.elsewhere(above.join(".")));
    }
    if (!isSame) {
      const goesOn = depth === 1 && this.#through.get(key) === value - 1;
      if (value === 1 || goesOn || (prefix.length > 0 && this.#seen.get(prefix.join(".")) === value - 1)) return put(value);
      return put(1, said.opens);
    }
    if (value === before.last + 1 || value === before.meant + 1) return put(value);
    const outer = before.outer.lastIndexOf(value - 1);
    if (outer >= 0) return put(value, undefined, before.outer.slice(0, outer));
    // A plain list may begin anew under words without a number; a heading may not.
    if (value === 1 && depth === 1 && scheme !== "roman" && emphasised !== true)
      return put(1, undefined, [...before.outer.slice(-mostOuter), before.last]);
    const why = value === before.last ? said.repeats : value < before.last ? said.back : said.gap;
    return put(before.last + 1, why(before.written));
  }
}

const said = {
  lost: { vi: "bị mất phần đầu", en: "has lost its first part" },
  opens: { vi: "mở đầu một dãy mà không phải số đầu", en: "opens a sequence and is not its first" },
  elsewhere: (above: string): Said => ({ vi: `không thuộc mục “${above}.” ở trên`, en: `is not under the “${above}.” above` }),
  repeats: (before: string): Said => ({ vi: `trùng với “${before}” ngay trước`, en: `repeats the “${before}” before it` }),
  back: (before: string): Said => ({ vi: `lùi lại sau “${before}”`, en: `goes back after “${before}”` }),
  gap: (before: string): Said => ({ vi: `bỏ cách sau “${before}”`, en: `leaves a gap after “${before}”` }),
};

/** Letters hold plain numbers as often as numbers hold letters, and every heading may hold a list of plain ones. */
const mayHold = (one: Open, { scheme, path, emphasised }: HeadingNumber): boolean =>
  scheme === "arabic" && path.length === 1 && (one.key.startsWith("letter") || (emphasised !== true && one.key !== "arabic1false"));

/** The numbers that the headings above give to this one: of "2." and "2.4." for "2.4.1.". */
function aboveOf(stack: readonly Open[], before: Open | undefined, { scheme, path }: HeadingNumber): readonly number[] {
  if (scheme !== "arabic" || path.length === 1) return [];
  const parent = stack.findLast(({ key }) => key.startsWith(`arabic${path.length - 1}`));
  if (parent !== undefined) return [...parent.above, parent.last];
  if (before !== undefined) return before.above;
  return path.slice(0, -1).map((one) => one ?? 1);
}

const startsAlike = (prefix: readonly number[], above: readonly number[]): boolean => prefix.every((one, i) => one === above[i]);

const isNext = (prefix: readonly number[], before: readonly number[]): boolean =>
  prefix.length === before.length && prefix.at(-1) === (before.at(-1) ?? 0) + 1;

/** The right number with the signs that the wrong one was written with. */
function likeWritten({ scheme, written }: HeadingNumber, above: readonly number[], value: number): string {
  const ending = /[.)/:]?$/.exec(written)?.[0] ?? "";
  switch (scheme) {
    case "letter":
      return `${pointLetters[value - 1] ?? value}${ending}`;
    case "capital":
      return `${(pointLetters[value - 1] ?? String(value)).toUpperCase()}${ending}`;
    case "roman":
      return `${roman(value)}${ending}`;
    case "arabic":
      return `${[...above, value].join(".")}${ending}`;
    default:
      return written.replace(/[IVXLC]+(?=\W*$)|\d+(?=\W*$)/, (old) => (/\d/.test(old) ? String(value) : roman(value)));
  }
}
