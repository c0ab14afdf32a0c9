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
  readonly font: string | undefined;
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
  /** The style of paragraphs that name none. */
  #plain: string | undefined;
  /** Fonts of the theme, and that of a document whose styles name none. */
  readonly #theme: ReadonlyMap<string, string>;
  #default: string | undefined;

  constructor(opened: OoxmlPackage, main: string) {
    const theme = opened.related("theme", main);
    this.#theme = themeFonts(theme === undefined ? undefined : opened.xml(theme));
    const styles = opened.related("styles", main);
    if (styles !== undefined)
      this.#default = this.#fontIn(opened.xml(styles).child("w:docDefaults")?.child("w:rPrDefault")?.child("w:rPr"));
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

  /**
   * The font of a run's letters outside ASCII: its own, else that of its style, its paragraph's style, the document, each perhaps by
   * way of the theme. Styles of tables are not looked at.
   */
  font(run: XmlElement | undefined, paragraph: XmlElement | undefined): string | undefined {
    const own = this.#fontIn(run);
    if (own !== undefined) return own;
    const styles = [...this.#chain(value(run?.child("w:rStyle"))), ...this.#chain(value(paragraph?.child("w:pStyle")) ?? this.#plain)];
    return styles.find(({ font }) => font !== undefined)?.font ?? this.#default;
  }

  #fontIn(properties: XmlElement | undefined): string | undefined {
    const fonts = properties?.child("w:rFonts")?.attributes;
    return this.#theme.get(fonts?.["w:hAnsiTheme"] ?? "") ?? fonts?.["w:hAnsi"];
  }

  #addStyle(style: XmlElement): void {
    const { "w:styleId": id = "", "w:type": type } = style.attributes;
    if (type === "paragraph" && /^(?:1|true|on)$/.test(style.attributes["w:default"] ?? "")) this.#plain = id;
    const paragraph = style.child("w:pPr");
    this.#styles.set(id, {
      basedOn: value(style.child("w:basedOn")),
      outline: value(paragraph?.child("w:outlineLvl")),
      numbering: paragraph?.child("w:numPr"),
      named: type !== "character" && headingName.test((value(style.child("w:name")) ?? "").normalize("NFC")),
      raised: raisedBy(style.child("w:rPr")),
      font: this.#fontIn(style.child("w:rPr")),
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

/** The fonts for Latin letters of a theme, by the names that runs refer to them. */
function themeFonts(theme: XmlElement | undefined): ReadonlyMap<string, string> {
  const scheme = theme?.child("a:themeElements")?.child("a:fontScheme");
  return new Map(
    (["major", "minor"] as const).flatMap((kind) => {
      const face = scheme?.child(`a:${kind}Font`)?.child("a:latin")?.attributes.typeface;
      return face === undefined ? [] : [[`${kind}HAnsi`, face] as const, [`${kind}Ascii`, face] as const];
    }),
  );
}
