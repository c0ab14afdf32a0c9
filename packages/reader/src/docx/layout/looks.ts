import type { Look, Setting } from "@khop/core";
import type { OoxmlPackage, XmlElement } from "@khop/ooxml";
import { Fonts } from "./fonts.ts";
import { Lists } from "./lists.ts";
import { type ParagraphProperties, paragraphProperties, type RunProperties, runProperties, twips } from "./properties.ts";
import { merged, StyleSheet } from "./styles.ts";

/** What Word takes where nothing states a size: 10 points. */
const unstatedSize = 20;
const defaultTab = 720;
/** How high a single line of Times New Roman is, in its size. */
const singleLine = 1.15;

export const millimetres = (length: number): number => Math.round((length * 2540) / 1440) / 100;

/** A paragraph's properties, resolved; its runs take theirs from it. */
export interface ResolvedParagraph {
  readonly properties: ParagraphProperties;
  /** The id of its style; empty when there is none. */
  readonly style: string;
  /** The number or bullet that its list gives it. */
  readonly label: string;
  readonly isBullet: boolean;
  readonly isHeading: boolean;
  readonly lookOf: (run: XmlElement, text: string) => Look;
}

/** Resolves what runs and paragraphs look like, as Word does: defaults, table style, paragraph style, list, character style, own. */
export class Looks {
  readonly #sheet: StyleSheet;
  readonly #fonts: Fonts;
  readonly #lists: Lists;
  readonly #tab: number;

  constructor(opened: OoxmlPackage, main: string) {
    this.#sheet = new StyleSheet(opened, main);
    this.#fonts = new Fonts(opened, main);
    this.#lists = new Lists(opened, main);
    const settings = opened.related("settings", main);
    const tab = settings === undefined ? undefined : opened.xml(settings).child("w:defaultTabStop")?.attributes["w:val"];
    this.#tab = twips(tab) || defaultTab;
  }

  paragraph(element: XmlElement, tableStyle: string | undefined): ResolvedParagraph {
    const own = element.child("w:pPr");
    const chain = this.#sheet.chain("paragraph", own?.child("w:pStyle")?.attributes["w:val"]);
    const table = tableStyle === undefined ? [] : this.#sheet.chain("table", tableStyle);
    const numberedStyle = chain.findIndex(({ numbering }) => numbering !== undefined);
    const item = this.#lists.next(own?.child("w:numPr"), chain[numberedStyle]?.numbering);
    // A list's indents are stronger than the styles', but not than those of the style that names the list.
    const from = own?.child("w:numPr") !== undefined ? 0 : numberedStyle + 1;
    const inherited = [
      ...chain.slice(0, from).map(({ paragraph }) => paragraph),
      ...(item === undefined ? [] : [item.properties]),
      ...chain.slice(from).map(({ paragraph }) => paragraph),
      ...table.map(({ paragraph }) => paragraph),
      this.#sheet.defaults.paragraph,
    ];
    const outline = Number(own?.child("w:outlineLvl")?.attributes["w:val"] ?? 9) < 9;
    const base = { paragraph: merged(chain.map(({ run }) => run)), table: merged(table.map(({ run }) => run)) };
    return {
      properties: merged([paragraphProperties(own), ...inherited]),
      style: chain[0]?.id ?? "",
      label: item?.label ?? "",
      isBullet: item?.isBullet ?? false,
      isHeading: outline || chain.some((style) => style.outline),
      lookOf: (run, text) => this.#look(run, text, base.paragraph, base.table),
    };
  }

  /** Lengths in millimetres, spaces in points. */
  setting({ properties }: ResolvedParagraph, text: string, size: number): Setting {
    const { alignment = "left", left = 0, first = 0, before = 0, after = 0, line = 240, lineRule = "auto", tabs = [] } = properties;
    let indent = left + first;
    const leading = /^\t+/.exec(text)?.[0].length ?? 0;
    for (let i = 0; i < Math.min(leading, 20); i += 1) {
      const at = indent;
      const stop = [...tabs, ...(first < 0 ? [left] : [])].filter((one) => one > at).sort((a, b) => a - b)[0];
      indent = stop ?? (Math.floor(at / this.#tab) + 1) * this.#tab;
    }
    const multiple = lineRule === "auto" ? line / 240 : line / 20 / (size * singleLine);
    return {
      alignment,
      indent: millimetres(indent),
      before: before / 20,
      after: after / 20,
      lineSpacing: lineRule === "atLeast" ? Math.max(1, multiple) : multiple,
    };
  }

  #look(run: XmlElement, text: string, paragraph: RunProperties, table: RunProperties): Look {
    const element = run.child("w:rPr");
    const own = runProperties(element);
    const character = merged(this.#characterStyle(element).map((style) => style.run));
    const defaults = this.#sheet.defaults.run;
    const all = merged([own, character, paragraph, table, defaults]);
    const isComplex = all.isComplex === true;
    // Toggles of styles on different levels undo each other; what the run itself states stands.
    const toggled = (name: "bold" | "italic" | "caps" | "boldComplex" | "italicComplex"): boolean => {
      if (own[name] !== undefined) return own[name];
      if (defaults[name] === true) return true;
      return [character, paragraph, table].filter((one) => one[name] === true).length % 2 === 1;
    };
    const letters = text.replace(/[^\p{L}\p{N}]/gu, "");
    const slot = isComplex ? all.complex : /[^\0-\x7f]/.test(letters) ? all.hAnsi : all.ascii;
    return {
      letters: letters.length,
      font: this.#fonts.nameOf(slot),
      size: ((isComplex ? all.sizeComplex : all.size) ?? unstatedSize) / 2,
      bold: toggled(isComplex ? "boldComplex" : "bold"),
      italic: toggled(isComplex ? "italicComplex" : "italic"),
      underline: all.underline ?? false,
      caps: toggled("caps"),
      colour: all.colour ?? "000000",
    };
  }

  #characterStyle(element: XmlElement | undefined): ReturnType<StyleSheet["chain"]> {
    const id = element?.child("w:rStyle")?.attributes["w:val"];
    return this.#sheet.chain("character", id);
  }
}
