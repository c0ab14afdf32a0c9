import type { Decoder } from "../legacy/encoding.ts";
import { FontText, FontVote, fontDecoder } from "../legacy/fonts.ts";
import type { SheetCell, SheetContent } from "./cells.ts";
import type { Run } from "./strings.ts";

const decoderOf = (run: Run, cell: SheetCell): Decoder | undefined => fontDecoder(run.font ?? cell.font);

/** What the fonts of a workbook say about its letters. */
export class XlsxFonts {
  readonly text = new FontText();
  readonly #holds: boolean;

  constructor(sheets: Iterable<SheetContent>) {
    const vote = new FontVote();
    let met = false;
    for (const { rows } of sheets)
      for (const cells of rows.values())
        for (const cell of cells.values())
          for (const run of cell.runs) {
            const decoder = decoderOf(run, cell);
            if (decoder === undefined) continue;
            met = true;
            vote.add(run.text, decoder);
          }
    this.#holds = met && vote.holds;
  }

  /** The runs of a cell in Unicode, cut where a letter is more than one character in the file. */
  runsOf(cell: SheetCell): readonly Run[] {
    if (!this.#holds) return cell.runs;
    const joined: Run[] = [];
    let tail: { readonly character: string; readonly decoder: Decoder } | undefined;
    for (const run of cell.runs) {
      const decoder = decoderOf(run, cell);
      const last = joined.at(-1);
      const letter = decoder !== undefined && tail?.decoder === decoder ? decoder.joined(tail.character, run.text.charAt(0)) : undefined;
      if (letter !== undefined && last !== undefined)
        joined[joined.length - 1] = { ...last, text: last.text.slice(0, -1) + letter, length: (last.length ?? last.text.length) + 1 };
      joined.push(...this.#converted(letter === undefined ? run : { ...run, text: run.text.slice(1) }, decoder));
      tail = decoder === undefined ? undefined : { character: run.text.slice(-1), decoder };
    }
    return joined;
  }

  #converted(run: Run, decoder: Decoder | undefined): Run[] {
    const pieces = this.text.pieces(run.text, decoder);
    return pieces === undefined ? [run] : pieces.map(({ shown, length }) => ({ ...run, text: shown, length }));
  }
}
