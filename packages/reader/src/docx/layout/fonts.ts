import type { OoxmlPackage } from "@khop/ooxml";
import type { FontName } from "./properties.ts";

/** What Word takes where nothing in the file names a font. */
const unnamed = "Times New Roman";

/** The fonts of a document's theme: which name stands behind "minorHAnsi". */
export class Fonts {
  readonly #major: string | undefined;
  readonly #minor: string | undefined;

  constructor(opened: OoxmlPackage, main: string) {
    const part = opened.related("theme", main);
    const scheme = part === undefined ? undefined : opened.xml(part).child("a:themeElements")?.child("a:fontScheme");
    const latin = (name: string): string | undefined => scheme?.child(name)?.child("a:latin")?.attributes.typeface || undefined;
    this.#major = latin("a:majorFont");
    this.#minor = latin("a:minorFont");
  }

  nameOf(font: FontName | undefined): string {
    if (font?.theme !== undefined) return (font.theme.startsWith("major") ? this.#major : this.#minor) ?? unnamed;
    return font?.name ?? unnamed;
  }
}
