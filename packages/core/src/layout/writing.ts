import { type Miss, placeOf } from "./finding.ts";
import type { MeasuredLayout, MeasuredLine } from "./measured.ts";
import { partNames } from "./part.ts";
import type { Demand, Said } from "./rule.ts";
import { quoted, same } from "./say.ts";

type On<K extends Demand["on"]> = Extract<Demand, { on: K }>;

/** Lines of some parts whose text is not written as the pattern says. */
export function writingMisses(
  { parts, pattern, example, lines: which, before }: On<"writing">,
  layout: MeasuredLayout,
  required?: Said,
): Miss[] {
  const end = before === undefined ? layout.lines.length : layout.lines.findIndex(({ part }) => before.includes(part));
  const form = new RegExp(pattern, "u");
  const lines = layout.lines.slice(0, Math.max(0, end));
  // The end of the body is one line, whatever headings part its text.
  const only = before !== undefined && which === "last" ? lines.findLastIndex(({ part }) => parts.includes(part)) : undefined;
  return lines.flatMap((line, i) => {
    if (only === undefined ? !parts.includes(line.part) || !isAt(which, lines, i, parts) : i !== only) return [];
    const text = line.text.replace(/\s+/gu, " ").trim();
    if (form.test(text)) return [];
    const name = partNames[line.part];
    return [
      {
        about: { vi: `Cách ghi ${name.vi}`, en: `Writing of ${name.en}` },
        measured: same(which === undefined ? quoted(text, 60) : lastWords(text)),
        required: required ?? { vi: `như “${example}”`, en: `like “${example}”` },
        part: line.part,
        place: placeOf(line),
      },
    ];
  });
}

const lastWords = (text: string): string => (text.length <= 24 ? `“${text}”` : `“…${text.slice(-24).replace(/^\S*\s/, "")}”`);

/** In a page set in columns, lines of other parts stand between those of one list. */
const mostBetween = 3;

function isAt(which: "last" | "notLast" | undefined, lines: readonly MeasuredLine[], i: number, parts: readonly string[]): boolean {
  if (which === undefined) return true;
  const goesOn = lines.slice(i + 1, i + 2 + mostBetween).some(({ part }) => parts.includes(part));
  return goesOn === (which === "notLast");
}

/** What the text says in a form that it should not have; a match is told with the words about it. */
export function phraseMisses({ pattern, example, except = [] }: On<"phrase">, { text, lines }: MeasuredLayout, required?: Said): Miss[] {
  const left = lines.filter(({ part }) => except.includes(part));
  return [...text.matchAll(new RegExp(pattern, "gu"))].flatMap((match): Miss[] => {
    const place = { start: match.index, end: match.index + match[0].length };
    if (left.some(({ start, end }) => place.start >= start && place.start < end)) return [];
    return [
      {
        about: { vi: "Cách ghi", en: "Writing" },
        measured: same(`“${match[0].replace(/\s+/gu, " ")}”`),
        required: required ?? { vi: `như “${example}”`, en: `like “${example}”` },
        place,
      },
    ];
  });
}
