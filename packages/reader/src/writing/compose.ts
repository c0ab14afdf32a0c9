/** A stretch of a line that is left out of the clean text, and the footnote whose mark it is. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly mark?: string;
}

/** A clean line: its text, where each stretch of it begins in the line, and where marks stood. */
export interface Composed {
  readonly text: string;
  readonly pieces: readonly (readonly [clean: number, source: number])[];
  readonly marks: readonly (readonly [clean: number, mark: string])[];
}

const typedMark = /\[\^?(\d{1,2})\]/g;
const clusters = /\P{M}\p{M}*|\p{M}+/gsu;

/** Leaves out the marks of footnotes, typed ones too, and composes letters with their accents (NFC). */
export function compose(line: string, cuts: readonly Cut[]): Composed {
  const typed = [...line.matchAll(typedMark)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    mark: match[1] as string,
  }));
  const all = [...cuts, ...typed.filter(({ start, end }) => !cuts.some((cut) => cut.start < end && start < cut.end))].sort(
    (a, b) => a.start - b.start,
  );
  const pieces: [number, number][] = [];
  const marks: [number, string][] = [];
  let text = "";
  const keep = (from: number, to: number): void => {
    if (from >= to) return;
    const raw = line.slice(from, to);
    const composed = raw.normalize("NFC");
    if (composed.length === raw.length) {
      pieces.push([text.length, from]);
      text += composed;
      return;
    }
    for (const match of raw.matchAll(clusters)) {
      pieces.push([text.length, from + match.index]);
      text += match[0].normalize("NFC");
    }
  };
  let last = 0;
  for (const { start, end, mark } of all) {
    keep(last, start);
    if (mark !== undefined) marks.push([text.length, mark]);
    last = end;
  }
  keep(last, line.length);
  return { text, pieces, marks };
}
