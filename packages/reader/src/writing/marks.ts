import type { Origin } from "./source.ts";
import type { Stretch } from "./writing.ts";

/** A stretch, and whether it stands above the line, as footnote marks do. */
export interface Atom<O extends Origin> extends Stretch<O> {
  readonly raised: boolean;
}

/** Raised digits, in brackets or not: a footnote's mark that was typed. */
const typedMark = /^\s*\[?(\d{1,2})\]?\s*$/;
/** Behind these, raised digits are a power: m², km³. */
const measure = /(?:^|[\s\d(/])(?:[kcdm]?m)$/u;

/** A footnote's mark as it is written: in brackets, and no content. */
export const markStretch = (mark: string): Stretch<never> => ({ text: `[${mark}]`, origin: null, cut: { mark } });

/** Atoms as they are written: raised digits that are no power become marks. */
export function withMarks<O extends Origin>(atoms: readonly Atom<O>[]): Stretch<O>[] {
  const made: Stretch<O>[] = [];
  let before = "";
  for (let i = 0; i < atoms.length; i += 1) {
    const atom = atoms[i] as Atom<O>;
    if (atom.cut !== undefined) {
      made.push(atom);
      continue;
    }
    let end = i;
    while (atom.raised && atoms[end + 1]?.raised && atoms[end + 1]?.cut === undefined) end += 1;
    const group = atoms.slice(i, end + 1);
    const text = end === i ? atom.text : group.map((each) => each.text).join("");
    const mark = atom.raised && !measure.test(before) ? typedMark.exec(text)?.[1] : undefined;
    if (mark !== undefined) made.push(markStretch(mark));
    else made.push(...group);
    before = (before + text).slice(-5);
    i = end;
  }
  return made;
}
