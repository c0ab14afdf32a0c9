import { cellOf, type Misprint } from "@khop/core";
import type { Fig, Passage } from "./figures.ts";
import { labelOf } from "./label.ts";
import { unitNouns } from "./lexicon/units.ts";
import { styleOf } from "./numbers.ts";
import type { CleanText } from "./text.ts";

const nouns: ReadonlySet<string> = new Set(unitNouns);

/** So many numbers of a text are grouped by points before one that is not is a slip of the key. */
const ENOUGH = 3;
const GROUPED = /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?!\d)/g;
/** `75.40%`, `3.5 tỷ`: points before decimals, which some write beside points between thousands. */
const POINTED = /(?<![\d.,])\d+\.\d{1,2}(?=\s?(?:%|tỷ|triệu|ha|km|tấn|điểm))/g;

/**
 * Numbers that are written as none is, in a text that groups thousands by points: `207.1137 tấn`, `50.5523,2 ha`, `706.42 thuê bao`. Those that could
 * not be read at all become quantities whose value nobody can tell, with a cell of their own.
 */
export function misprintsIn(ready: CleanText, passages: readonly Passage[]): Misprint[] {
  if (styleOf(ready.text) !== undefined || (ready.text.match(GROUPED)?.length ?? 0) < ENOUGH) return [];
  const mixes = (ready.text.match(POINTED)?.length ?? 0) > 0;
  return passages.flatMap(({ figures }) =>
    figures
      .filter((fig) => isMisprinted(ready.text.slice(fig.start, fig.end).replace(/[^\d.,].*$/u, ""), fig, mixes))
      .map((fig) => {
        fig.role = "quantity";
        fig.cell ??= cellOf({
          id: `f${fig.index + 1}`,
          label: () => labelOf(ready.text, fig),
          anchor: { in: "document", start: ready.at(fig.start), end: ready.at(fig.end - 1) + 1 },
        });
        const [start, end] = [ready.at(fig.start), ready.at(fig.end - 1) + 1];
        return { cell: fig.cell, text: ready.source.slice(start, end) };
      }),
  );
}

function isMisprinted(digits: string, fig: Fig, mixes: boolean): boolean {
  if (fig.role === "reference") return isBroken(digits) && isCounted(fig);
  if (fig.role !== "quantity" || fig.quantity === null) return false;
  const { unit } = fig.quantity;
  // People are not told in hundredths, unless so many of each.
  if (/^\d{1,3}\.\d\d$/.test(digits)) return !mixes && unit.kind === "count" && nouns.has(unit.id) && !isMean(fig);
  return !mixes && /^\d{1,3}\.\d{4}$/.test(digits) && unit.id !== "";
}

/** A group of thousands that has not three digits, with more behind it: `50.5523,2`, `1.234.56`, `12.34.567`. */
const isBroken = (digits: string): boolean =>
  /^\d+(?:\.\d+)+(?:,\d+)?$/.test(digits) && !/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits) && /\..*[.,]/.test(digits);

/** What it counts or measures stands right behind it, as behind no number of a section or an address. */
function isCounted({ tokens, token: at }: Fig): boolean {
  const behind = tokens[at + 1];
  return behind?.type === "word" && (nouns.has(behind.text) || MEASURES.has(behind.text));
}

const MEASURES = new Set("ha tấn kg km m2 m3 đồng nghìn triệu tỷ kwh lít".split(" "));

const isMean = ({ cues, tokens, token: at }: Fig): boolean =>
  cues.some(({ cue, near }) => near && cue.kind === "mean") || tokens.slice(at + 1, at + 4).some(({ text }) => text === "/");
