import type { XmlElement } from "@khop/ooxml";
import type { Decoder } from "../legacy/encoding.ts";
import { visiblePieces } from "../writing/invisible.ts";
import type { DocxFonts } from "./fonts.ts";
import { isOn, type Standing, type Styles } from "./styles.ts";
import { symbolText } from "./symbols.ts";

/** Where characters come from: a run, the element in it, and the first of its characters. */
interface Origin {
  readonly run: XmlElement;
  readonly node: XmlElement;
  readonly from: number;
}

/** A stretch of a paragraph: characters that stand in the file one behind the other, or a footnote's mark. */
export interface Atom {
  readonly text: string;
  readonly origin: Origin | null;
  /** How many characters it is in the file, where that is not its length: a letter with its mark. */
  readonly length?: number;
  readonly raised: boolean;
  /** The note that it refers to. */
  readonly note?: { readonly kind: "footnote" | "endnote"; readonly id: string };
}

/** A paragraph as it reads with all tracked changes accepted. */
export interface Paragraph extends Standing {
  readonly atoms: readonly Atom[];
  /** Text boxes that hang on it. */
  readonly boxes: readonly XmlElement[];
  /** The mark at its end was deleted: it goes on in the next one. */
  readonly continues: boolean;
}

/** Results of these fields are places on paper, not content. */
const pageField = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|SECTION)\b/i;

const hyphen = "\u00ad";

const dropped = new Set(["w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:rt", "w:rubyPr", "w:fldData"]);

export const paragraphOf = (element: XmlElement, styles: Styles, fonts: DocxFonts): Paragraph => new Gathering(styles, fonts).read(element);

/** How a run looks: above the line, and in a font of old. */
interface Looks {
  readonly raised: boolean;
  readonly decoder: Decoder | undefined;
}

interface Field {
  instruction: string;
  phase: "instruction" | "result";
}

class Gathering {
  readonly #styles: Styles;
  readonly #fonts: DocxFonts;
  #properties: XmlElement | undefined;
  /** The last character of the last atom as the file has it, if its font is one of old. */
  #tail: { readonly character: string; readonly decoder: Decoder; readonly atoms: number } | undefined;
  readonly #atoms: Atom[] = [];
  readonly #boxes: XmlElement[] = [];
  /** Open fields. Those that run on into other paragraphs, such as a table of contents, show their result there. */
  readonly #fields: Field[] = [];

  constructor(styles: Styles, fonts: DocxFonts) {
    this.#styles = styles;
    this.#fonts = fonts;
  }

  read(element: XmlElement): Paragraph {
    const properties = element.child("w:pPr");
    this.#properties = properties;
    this.#inline(element);
    const mark = properties?.child("w:rPr");
    const continues = mark?.child("w:del") !== undefined || mark?.child("w:moveFrom") !== undefined;
    return { ...this.#styles.standing(properties), atoms: this.#atoms, boxes: this.#boxes, continues };
  }

  #inline(parent: XmlElement): void {
    for (const node of parent.children) {
      if (node.kind !== "element" || dropped.has(node.name)) continue;
      if (node.name === "w:r") this.#run(node);
      else if (node.name === "m:oMath" || node.name === "m:oMathPara") this.#formula(node, node);
      else if (node.name === "w:fldSimple") {
        if (!pageField.test(node.attributes["w:instr"] ?? "")) this.#inline(node);
      } else if (node.name === "w:sdt") this.#control(node);
      else if (node.name === "mc:AlternateContent") this.#inline(alternative(node));
      else this.#inline(node);
    }
  }

  #control(control: XmlElement): void {
    const content = control.child("w:sdtContent");
    if (content !== undefined && !isOn(control.child("w:sdtPr")?.child("w:showingPlcHdr"))) this.#inline(content);
  }

  #run(run: XmlElement): void {
    const properties = run.child("w:rPr");
    if (isOn(properties?.child("w:vanish"))) return;
    const looks = { raised: this.#styles.isRaised(properties), decoder: this.#fonts.decoderOf(properties, this.#properties) };
    for (const node of run.children) if (node.kind === "element") this.#content(run, node, looks);
  }

  #content(run: XmlElement, node: XmlElement, looks: Looks): void {
    switch (node.name) {
      case "w:fldChar":
        this.#fieldMark(node.attributes["w:fldCharType"]);
        break;
      case "w:instrText": {
        const field = this.#fields.at(-1);
        if (field?.phase === "instruction") field.instruction += node.text;
        return;
      }
      case "w:t":
        this.#text(run, node, looks);
        break;
      case "w:tab":
      case "w:ptab":
        this.#sign("\t", run, node, looks);
        break;
      case "w:br":
      case "w:cr":
        this.#sign("\n", run, node, looks);
        break;
      case "w:noBreakHyphen":
        this.#sign("-", run, node, looks);
        break;
      case "w:softHyphen": {
        // What Word shows only at a line's end; LibreOffice writes so the ư of TCVN3, which has the same code.
        const shown = looks.decoder === undefined ? hyphen : this.#fonts.text.pieces(hyphen, looks.decoder)?.[0]?.shown;
        if (shown !== undefined && shown !== hyphen) this.#sign(shown, run, node, looks);
        break;
      }
      case "w:sym":
        this.#sign(symbolText(node.attributes["w:font"] ?? "", node.attributes["w:char"] ?? ""), run, node, looks);
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.#note(node.name === "w:footnoteReference" ? "footnote" : "endnote", run, node);
        break;
      case "w:ruby":
        for (const base of node.elements("w:rubyBase")) this.#inline(base);
        return;
      case "mc:AlternateContent":
        for (const inner of alternative(node).elements()) this.#content(run, inner, looks);
        return;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        this.#boxes.push(...boxesIn(node));
        return;
    }
  }

  #fieldMark(type: string | undefined): void {
    if (type === "begin") this.#fields.push({ instruction: "", phase: "instruction" });
    else if (type === "end") this.#fields.pop();
    else if (type === "separate") {
      const field = this.#fields.at(-1);
      if (field !== undefined) field.phase = "result";
    }
  }

  get #shown(): boolean {
    return this.#fields.every(({ phase, instruction }) => phase === "result" && !pageField.test(instruction));
  }

  #text(run: XmlElement, node: XmlElement, { raised, decoder }: Looks): void {
    if (!this.#shown) return;
    const whole = node.text;
    // Word trims what is not said to be kept.
    const kept = node.attributes["xml:space"] === "preserve" ? whole : whole.trim();
    if (kept === "") return;
    const from = whole.indexOf(kept);
    const done = decoder === undefined ? 0 : this.#joined(kept.charAt(0), decoder);
    const rest = kept.slice(done);
    let at = from + done;
    for (const { shown, length } of this.#fonts.text.pieces(rest, decoder) ?? [{ shown: rest, length: rest.length }]) {
      const pieces = shown.length === length ? visiblePieces(shown) : [{ shown, length }];
      for (const piece of pieces) {
        if (piece.shown !== "") this.#atoms.push({ text: piece.shown, origin: { run, node, from: at }, raised, length: piece.length });
        at += piece.length;
      }
    }
    this.#tail = decoder === undefined ? undefined : { character: kept.slice(-1), decoder, atoms: this.#atoms.length };
  }

  /** Puts a mark that opens a run on the letter that ends the one before, and says how many characters that took. */
  #joined(mark: string, decoder: Decoder): number {
    const last = this.#atoms.at(-1);
    if (last === undefined || this.#tail?.atoms !== this.#atoms.length || this.#tail.decoder !== decoder) return 0;
    const letter = decoder.joined(this.#tail.character, mark);
    if (letter === undefined) return 0;
    this.#atoms[this.#atoms.length - 1] = { ...last, text: last.text.slice(0, -1) + letter };
    return 1;
  }

  #sign(text: string, run: XmlElement, node: XmlElement, { raised }: Looks): void {
    if (text !== "" && this.#shown) this.#atoms.push({ text, origin: { run, node, from: 0 }, raised: raised && text !== "\n" });
  }

  #note(kind: "footnote" | "endnote", run: XmlElement, node: XmlElement): void {
    const id = node.attributes["w:id"];
    if (id !== undefined && this.#shown) this.#atoms.push({ text: "", origin: { run, node, from: 0 }, raised: true, note: { kind, id } });
  }

  #formula(whole: XmlElement, element: XmlElement): void {
    for (const node of element.elements()) {
      if (node.name === "m:t") {
        if (node.text !== "" && this.#shown) this.#atoms.push({ text: node.text, origin: { run: whole, node, from: 0 }, raised: false });
      } else if (node.name !== "w:del") this.#formula(whole, node);
    }
  }
}

/** The first choice, which is what Word shows; the fallback repeats it for older programs. */
export const alternative = (element: XmlElement): XmlElement =>
  element.elements("mc:Choice").find((choice) => choice.elements().length > 0) ?? element.child("mc:Fallback") ?? element;

/** The contents of the text boxes of a drawing, outermost only. */
function boxesIn(element: XmlElement): XmlElement[] {
  return element.elements().flatMap((node) => {
    if (node.name === "w:txbxContent") return [node];
    return boxesIn(node.name === "mc:AlternateContent" ? alternative(node) : node);
  });
}
