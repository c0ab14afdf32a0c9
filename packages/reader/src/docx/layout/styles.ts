import type { OoxmlPackage, XmlElement } from "@khop/ooxml";
import { type ParagraphProperties, paragraphProperties, type RunProperties, runProperties } from "./properties.ts";

interface Style {
  readonly id: string;
  readonly basedOn: string | undefined;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
  readonly numbering: XmlElement | undefined;
  readonly outline: boolean;
}

const value = (element: XmlElement | undefined): string | undefined => element?.attributes["w:val"];

/** More generations than anybody writes; styles may be based on each other in a ring. */
const mostBases = 20;

/** The styles of a document with their properties, a style's own first, then those of what it is based on. */
export class StyleSheet {
  readonly defaults: { readonly run: RunProperties; readonly paragraph: ParagraphProperties };
  readonly #styles = new Map<string, Style>();
  readonly #default = new Map<string, string>();
  readonly #chains = new Map<string, readonly Style[]>();

  constructor(opened: OoxmlPackage, main: string) {
    const part = opened.related("styles", main);
    const root = part === undefined ? undefined : opened.xml(part);
    const defaults = root?.child("w:docDefaults");
    this.defaults = {
      run: runProperties(defaults?.child("w:rPrDefault")?.child("w:rPr")),
      paragraph: paragraphProperties(defaults?.child("w:pPrDefault")?.child("w:pPr")),
    };
    for (const style of root?.elements("w:style") ?? []) this.#add(style);
  }

  /** A style that is not there, or none named, is the default one of its kind. */
  chain(kind: "paragraph" | "character" | "table", id: string | undefined): readonly Style[] {
    const own = id !== undefined && this.#styles.has(`${kind} ${id}`) ? id : this.#default.get(kind);
    if (own === undefined) return [];
    const key = `${kind} ${own}`;
    let chain = this.#chains.get(key);
    if (chain === undefined) {
      const made: Style[] = [];
      let style = this.#styles.get(key);
      while (style !== undefined && made.length < mostBases) {
        made.push(style);
        style = this.#styles.get(`${kind} ${style.basedOn ?? ""}`);
      }
      chain = made;
      this.#chains.set(key, chain);
    }
    return chain;
  }

  #add(element: XmlElement): void {
    const { "w:styleId": id = "", "w:type": kind = "paragraph", "w:default": isDefault } = element.attributes;
    const paragraph = element.child("w:pPr");
    this.#styles.set(`${kind} ${id}`, {
      id,
      basedOn: value(element.child("w:basedOn")),
      run: runProperties(element.child("w:rPr")),
      paragraph: paragraphProperties(paragraph),
      numbering: paragraph?.child("w:numPr"),
      outline: Number(value(paragraph?.child("w:outlineLvl")) ?? 9) < 9,
    });
    if (/^(?:1|true|on)$/.test(isDefault ?? "") && !this.#default.has(kind)) this.#default.set(kind, id);
  }
}

/** What the first of some places states; each property for itself. */
export const merged = <T extends object>(places: readonly T[]): T => Object.assign({}, ...[...places].reverse()) as T;
