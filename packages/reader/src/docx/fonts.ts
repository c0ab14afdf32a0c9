import type { OoxmlPackage, XmlElement } from "@khop/ooxml";
import type { Decoder } from "../legacy/encoding.ts";
import { FontText, FontVote, fontDecoder, mentionsLegacyFont } from "../legacy/fonts.ts";
import type { Styles } from "./styles.ts";

/** What the fonts of a document say about its letters. A document without a font of old costs one look at its parts. */
export class DocxFonts {
  readonly text = new FontText();
  readonly #styles: Styles;
  readonly #holds: boolean;

  constructor(opened: OoxmlPackage, main: string, styles: Styles) {
    this.#styles = styles;
    const stories = [main, ...["footnotes", "endnotes"].flatMap((kind) => opened.related(kind, main) ?? [])];
    const parts = [...stories, ...["styles", "theme"].flatMap((kind) => opened.related(kind, main) ?? [])];
    this.#holds = parts.some((part) => mentionsLegacyFont(opened.text(part))) && this.#vote(stories.map((part) => opened.xml(part)));
  }

  /** What turns the characters of a run into letters; undefined in a font of Unicode. */
  decoderOf(run: XmlElement | undefined, paragraph: XmlElement | undefined): Decoder | undefined {
    return this.#holds ? fontDecoder(this.#styles.font(run, paragraph)) : undefined;
  }

  #vote(roots: readonly XmlElement[]): boolean {
    const vote = new FontVote();
    const texts = new Map<Decoder, string>();
    const visit = (element: XmlElement, paragraph: XmlElement | undefined): void => {
      for (const node of element.elements()) {
        if (node.name === "w:r") {
          const decoder = fontDecoder(this.#styles.font(node.child("w:rPr"), paragraph));
          const said = node.elements("w:t").map(({ text }) => text);
          if (decoder !== undefined) texts.set(decoder, `${texts.get(decoder) ?? ""}${said.join("")}`);
        }
        visit(node, node.name === "w:p" ? node.child("w:pPr") : paragraph);
      }
      if (element.name === "w:p") for (const [decoder, text] of texts) texts.set(decoder, `${text}\n`);
    };
    for (const root of roots) visit(root, undefined);
    for (const [decoder, text] of texts) for (const line of text.split("\n")) vote.add(line, decoder);
    return vote.holds;
  }
}
