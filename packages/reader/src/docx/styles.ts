import type { OoxmlPackage, XmlElement } from "@khop/ooxml";

/** What a paragraph is by its style and its own settings. */
export interface Standing {
  readonly heading: boolean;
  /** How deep it stands as a list item; 0 outside lists. */
  readonly depth: number;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly outline: string | undefined;
  readonly numbering: XmlElement | undefined;
  readonly named: boolean;
  readonly raised: boolean | undefined;
}

/** Built-in names as Word, Word in Vietnamese and LibreOffice write them. */
const headingName = /^(?:heading|đầu đề|tiêu đề|đề mục)\s*\d*$|^(?:title|subtitle)$/iu;
const mostBases = 20;

const value = (element: XmlElement | undefined): string | undefined => element?.attributes["w:val"];

/** On unless it says otherwise: `<w:vanish/>`, `<w:vanish w:val="0"/>`. */
export const isOn = (element: XmlElement | undefined): boolean => element !== undefined && !/^(?:0|false|off)$/.test(value(element) ?? "1");

/** LibreOffice 7.4 writes the superscript of a web page as a raised position in half points. */
const highPosition = 6;

const raisedBy = (properties: XmlElement | undefined): boolean | undefined => {
  const align = value(properties?.child("w:vertAlign"));
  if (align !== undefined) return align === "superscript";
  const position = value(properties?.child("w:position"));
  return position === undefined ? undefined : Number(position) >= highPosition;
};

/** The styles and lists of a document. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  /** Number formats by list and level: "decimal", "bullet", "none". */
  readonly #formats = new Map<string, ReadonlyMap<string, string>>();

  constructor(opened: OoxmlPackage, main: string) {
    const styles = opened.related("styles", main);
    for (const style of styles === undefined ? [] : opened.xml(styles).elements("w:style")) this.#addStyle(style);
    const numbering = opened.related("numbering", main);
    if (numbering !== undefined) this.#addLists(opened.xml(numbering));
  }

  standing(properties: XmlElement | undefined): Standing {
    const chain = this.#chain(value(properties?.child("w:pStyle")));
    const outline = value(properties?.child("w:outlineLvl")) ?? chain.find((style) => style.outline !== undefined)?.outline;
    const heading = (outline !== undefined && Number(outline) < 9) || chain.some(({ named }) => named);
    return { heading, depth: this.#depth(properties?.child("w:numPr") ?? chain.find((style) => style.numbering !== undefined)?.numbering) };
  }

  /** Whether a run stands above the line, as footnote marks do. */
  isRaised(properties: XmlElement | undefined): boolean {
    if (properties === undefined) return false;
    return (
      raisedBy(properties) ?? this.#chain(value(properties.child("w:rStyle"))).find(({ raised }) => raised !== undefined)?.raised ?? false
    );
  }

  #addStyle(style: XmlElement): void {
    const { "w:styleId": id = "", "w:type": type } = style.attributes;
    const paragraph = style.child("w:pPr");
    this.#styles.set(id, {
      basedOn: value(style.child("w:basedOn")),
      outline: value(paragraph?.child("w:outlineLvl")),
      numbering: paragraph?.child("w:numPr"),
      named: type !== "character" && headingName.test((value(style.child("w:name")) ?? "").normalize("NFC")),
      raised: raisedBy(style.child("w:rPr")),
    });
  }

  #addLists(root: XmlElement): void {
    const formats = (list: XmlElement): [string, string][] =>
      list.elements("w:lvl").map((level) => [level.attributes["w:ilvl"] ?? "0", value(level.child("w:numFmt")) ?? "decimal"]);
    const abstract = new Map(root.elements("w:abstractNum").map((list) => [list.attributes["w:abstractNumId"], formats(list)]));
    for (const list of root.elements("w:num")) {
      const own = list.elements("w:lvlOverride").flatMap(formats);
      this.#formats.set(list.attributes["w:numId"] ?? "", new Map([...(abstract.get(value(list.child("w:abstractNumId"))) ?? []), ...own]));
    }
  }

  #chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    for (
      let style = this.#styles.get(id ?? "");
      style !== undefined && chain.length < mostBases;
      style = this.#styles.get(style.basedOn ?? "")
    )
      chain.push(style);
    return chain;
  }

  #depth(numbering: XmlElement | undefined): number {
    const list = value(numbering?.child("w:numId"));
    if (list === undefined || list === "0") return 0;
    const level = value(numbering?.child("w:ilvl")) ?? "0";
    return this.#formats.get(list)?.get(level) === "none" ? 0 : Number(level) + 1;
  }
}
