import type { Decoder, Piece } from "../legacy/encoding.ts";
import type { FontText } from "../legacy/fonts.ts";
import { visiblePieces } from "../writing/invisible.ts";
import { type Atom, markStretch } from "../writing/marks.ts";
import type { Origin } from "../writing/source.ts";
import type { HtmlElement, HtmlText } from "./tree.ts";

/** How characters stand in a line. */
export interface Look {
  readonly raised: boolean;
  /** Spaces and line ends are shown as they are written. */
  readonly kept: boolean;
  /** In a font of signs, where a letter is a bullet. */
  readonly signs: boolean;
  /** In a font of old, whose characters stand for other letters. */
  readonly decoder?: Decoder | undefined;
}

const spaces = /[ \t\n\r\f]{2,}/g;

/** The characters of a paragraph while they are gathered, white space collapsed as browsers do. */
export class Line {
  #atoms: Atom<Origin>[] = [];
  /** Space that would come next is not shown. */
  #atSpace = true;
  readonly #fonts: FontText;
  /** The last character of the last atom as the page has it, if its font is one of old. */
  #tail: { readonly character: string; readonly decoder: Decoder; readonly atoms: number } | undefined;

  constructor(fonts: FontText) {
    this.#fonts = fonts;
  }

  add(node: HtmlText, look: Look): void {
    if (look.kept) {
      this.#keep(node, look);
      return;
    }
    let from = 0;
    for (const { index, 0: run } of node.text.matchAll(spaces)) {
      this.#text(node.text.slice(from, index), { from: node.from + from, to: node.from + index }, look);
      this.#text(" ", { from: node.from + index, to: node.from + index + run.length }, look);
      from = index + run.length;
    }
    this.#text(node.text.slice(from), { from: node.from + from, to: node.to }, look);
  }

  mark(mark: string): void {
    this.#atoms.push({ ...markStretch(mark), raised: true });
    this.#atSpace = false;
  }

  /** What parts two words and is not written: a line end in a cell. */
  space(): void {
    if (!this.#atSpace) this.#atoms.push({ text: " ", origin: null, raised: false });
    this.#atSpace = true;
  }

  break({ from, to }: HtmlElement): void {
    this.#atoms.push({ text: "\n", origin: { from, to }, raised: false });
    this.#atSpace = true;
  }

  /** All that was gathered; what comes next is another paragraph. */
  take(): Atom<Origin>[] {
    const atoms = this.#atoms;
    this.#atoms = [];
    for (let last = atoms.at(-1); last?.text.endsWith(" "); last = atoms.at(-1)) {
      atoms.pop();
      const { text, origin } = last;
      if (text.length > 1) atoms.push({ ...last, text: text.slice(0, -1), origin: origin && { ...origin, to: origin.to - 1 } });
    }
    this.#atSpace = true;
    return atoms;
  }

  #text(text: string, { from, to }: Origin, { raised, signs, decoder }: Look): void {
    const one = text.replace(/[\t\n\r\f]/g, " ");
    const lead = this.#atSpace && one.startsWith(" ") ? 1 : 0;
    const shown = signs ? one.replace(/[^\s\u00a0]/g, "•") : one;
    if (shown.length === lead) return;
    this.#atSpace = shown.endsWith(" ");
    const done = decoder === undefined ? 0 : this.#joined(shown.charAt(lead), decoder);
    const pieces = this.#pieces(shown.slice(lead + done), decoder);
    if (to - from !== text.length) {
      const seen = pieces.map((piece) => piece.shown).join("");
      if (seen !== "") this.#atoms.push({ text: seen, origin: { from, to }, raised });
    } else {
      let at = lead + done;
      for (const { shown: piece, length } of pieces) {
        if (piece !== "") this.#atoms.push({ text: piece, origin: { from: from + at, to: from + at + length }, raised });
        at += length;
      }
    }
    this.#tail = decoder === undefined ? undefined : { character: shown.slice(-1), decoder, atoms: this.#atoms.length };
  }

  #pieces(text: string, decoder: Decoder | undefined): readonly Piece[] {
    const converted = this.#fonts.pieces(text, decoder);
    if (converted === undefined) return visiblePieces(text);
    return converted.flatMap((piece) => (piece.shown.length === piece.length ? visiblePieces(piece.shown) : [piece]));
  }

  /** Puts a mark that opens a text on the letter that ends the one before, and says how many characters that took. */
  #joined(mark: string, decoder: Decoder): number {
    const last = this.#atoms.at(-1);
    if (last === undefined || this.#tail?.atoms !== this.#atoms.length || this.#tail.decoder !== decoder) return 0;
    const letter = decoder.joined(this.#tail.character, mark);
    if (letter === undefined) return 0;
    this.#atoms[this.#atoms.length - 1] = { ...last, text: last.text.slice(0, -1) + letter };
    return 1;
  }

  #keep({ text, from, to }: HtmlText, look: Look): void {
    if (to - from !== text.length) {
      this.#text(text, { from, to }, look);
      return;
    }
    let at = from;
    for (const piece of text.split(/(\r?\n)/)) {
      const origin = { from: at, to: at + piece.length };
      if (/^\r?\n$/.test(piece)) this.#atoms.push({ text: "\n", origin, raised: false });
      else if (look.decoder !== undefined) this.#text(piece, origin, look);
      else if (piece !== "") this.#atoms.push({ text: piece, origin, raised: look.raised });
      this.#atSpace = false;
      at += piece.length;
    }
  }
}
