import { withMarks } from "../writing/marks.ts";
import type { Origin } from "../writing/source.ts";
import type { Stretch } from "../writing/writing.ts";
import type { Ink } from "./ink.ts";
import type { Line, Sign } from "./lines.ts";

/** A line, its page, and its number there where lines are counted: not in tables and notes. */
export type PagedLine = Line & { readonly page: number; readonly number?: number };

/** The signs of lines that are one text: raised digits become marks, and what the end of a line cut is whole again. */
export function stretchesOf(lines: readonly PagedLine[], ink: Ink): Stretch<Origin>[] {
  const atoms: (Stretch<Origin> & { raised: boolean })[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before !== undefined && !cutsWord(before.text)) atoms.push({ text: " ", origin: null, raised: false });
    for (const [signs, raised] of stretched(line.signs)) {
      const from = ink.length;
      let text = "";
      for (const sign of signs) {
        ink.add(sign, line.page, line.number ?? 0);
        text += sign.text;
      }
      atoms.push({ text, origin: { from, to: ink.length }, raised });
    }
  });
  return withMarks(atoms);
}

/** A line that ends so, ends within a word or a number: "2021-", "người/". */
const cutsWord = (text: string): boolean => /[\p{L}\d][-/]$/u.test(text);

/** Signs in groups of one kind: raised or not. */
function stretched(signs: readonly Sign[]): [signs: Sign[], raised: boolean][] {
  const groups: [Sign[], boolean][] = [];
  for (const sign of signs) {
    const raised = sign.run.raised && sign.glyph !== null;
    const last = groups.at(-1);
    if (last !== undefined && last[1] === raised) last[0].push(sign);
    else groups.push([[sign], raised]);
  }
  return groups;
}
