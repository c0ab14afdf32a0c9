import type { OoxmlPackage, XmlElement } from "@khop/ooxml";

/** A stretch of a cell's text, and whether it stands above the line, as marks of notes do. */
export interface Run {
  readonly text: string;
  readonly raised: boolean;
  /** The font that it names; that of its cell where it names none. */
  readonly font?: string;
  /** How many characters of the cell it is, where that is not its length: a letter with its mark. */
  readonly length?: number;
}

/** The texts that cells share, by their place in the list. */
export function sharedStrings(opened: OoxmlPackage, workbook: string): readonly (readonly Run[])[] {
  const part = opened.related("sharedStrings", workbook);
  return part === undefined ? [] : opened.xml(part).elements("sml:si").map(runsOf);
}

/** The text of a string element; how it is spoken in Japanese is left out. */
export function runsOf(element: XmlElement): Run[] {
  const plain = element.elements("sml:t").map((text) => ({ text: unescaped(text.text), raised: false }));
  const rich = element.elements("sml:r").map((run) => {
    const properties = run.child("sml:rPr");
    const font = properties?.child("sml:rFont")?.attributes.val;
    return {
      text: unescaped(run.child("sml:t")?.text ?? ""),
      raised: properties?.child("sml:vertAlign")?.attributes.val === "superscript",
      ...(font === undefined ? {} : { font }),
    };
  });
  return [...plain, ...rich].filter(({ text }) => text !== "");
}

/** Excel writes signs that XML forbids as _x000D_. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
    const sign = String.fromCharCode(Number.parseInt(code, 16));
    return sign === "\r" ? "" : sign;
  });
