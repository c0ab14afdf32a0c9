import type { Alignment } from "@khop/core";
import type { XmlElement } from "@khop/ooxml";
import { isOn } from "../styles.ts";

/** A font by its name, or by its role in the theme: "minorHAnsi". */
export interface FontName {
  readonly name?: string;
  readonly theme?: string;
}

/** Properties of a run as one place in the file states them; what it does not state is absent. */
export interface RunProperties {
  readonly ascii?: FontName;
  readonly hAnsi?: FontName;
  readonly complex?: FontName;
  /** In half points. */
  readonly size?: number;
  readonly sizeComplex?: number;
  readonly bold?: boolean;
  readonly boldComplex?: boolean;
  readonly italic?: boolean;
  readonly italicComplex?: boolean;
  readonly caps?: boolean;
  readonly underline?: boolean;
  readonly colour?: string;
  readonly isComplex?: boolean;
}

/** Properties of a paragraph as one place states them. Lengths in twentieths of a point. */
export interface ParagraphProperties {
  readonly alignment?: Alignment;
  readonly left?: number;
  /** Of the first line beyond `left`; negative when it hangs. */
  readonly first?: number;
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly lineRule?: string;
  readonly contextual?: boolean;
  readonly tabs?: readonly number[];
}

/** Whatever a property is kept as, it is there or it is absent. */
const stated = <T extends object>(properties: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as T;

const value = (element: XmlElement | undefined): string | undefined => element?.attributes["w:val"];

/** Lengths may be in twentieths of a point or, in strict files, carry their unit: "12pt". */
const perUnit: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 1440 / 2.54, mm: 144 / 2.54, pc: 240, pi: 240 };
/** No paper is longer. */
const longest = 1e6;

export function twips(text: string | undefined): number | undefined {
  const match = /^([+-]?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?$/.exec(text ?? "");
  if (match === null) return undefined;
  const length = Number(match[1]) * (match[2] === undefined ? 1 : (perUnit[match[2]] as number));
  return Math.abs(length) <= longest ? length : undefined;
}

function halfPoints(element: XmlElement | undefined): number | undefined {
  const text = value(element);
  const size = text?.endsWith("pt") ? Number(text.slice(0, -2)) * 2 : Number(text);
  return size > 0 && size < 4000 ? size : undefined;
}

const toggle = (element: XmlElement | undefined): boolean | undefined => (element === undefined ? undefined : isOn(element));

function fontOf(fonts: XmlElement | undefined, slot: string, themeSlot: string): FontName | undefined {
  const [name, theme] = [fonts?.attributes[`w:${slot}`], fonts?.attributes[`w:${themeSlot}`]];
  return theme !== undefined ? { theme } : name !== undefined ? { name } : undefined;
}

/** Theme colours that are the text's own: black on white. */
const ownColours = new Set(["text1", "dark1", "tx1", "dk1"]);

function colourOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const { "w:val": hex = "auto", "w:themeColor": theme, "w:themeTint": tint } = element.attributes;
  if (theme !== undefined && ownColours.has(theme) && tint === undefined) return "000000";
  return /^[0-9a-f]{6}$/i.test(hex) ? hex.toUpperCase() : "000000";
}

export function runProperties(element: XmlElement | undefined): RunProperties {
  if (element === undefined) return {};
  const fonts = element.child("w:rFonts");
  const underline = value(element.child("w:u"));
  return stated<RunProperties>({
    ascii: fontOf(fonts, "ascii", "asciiTheme"),
    hAnsi: fontOf(fonts, "hAnsi", "hAnsiTheme"),
    complex: fontOf(fonts, "cs", "cstheme"),
    size: halfPoints(element.child("w:sz")),
    sizeComplex: halfPoints(element.child("w:szCs")),
    bold: toggle(element.child("w:b")),
    boldComplex: toggle(element.child("w:bCs")),
    italic: toggle(element.child("w:i")),
    italicComplex: toggle(element.child("w:iCs")),
    caps: toggle(element.child("w:caps")),
    underline: underline === undefined ? undefined : underline !== "none",
    colour: colourOf(element.child("w:color")),
    isComplex: toggle(element.child("w:cs")) ?? toggle(element.child("w:rtl")),
  });
}

const alignments: Readonly<Record<string, Alignment>> = {
  left: "left",
  start: "left",
  right: "right",
  end: "right",
  center: "center",
  both: "justify",
  distribute: "justify",
};

/** What Word makes of spacing that it chooses itself, as on web pages. */
const automatic = 280;

export function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (element === undefined) return {};
  const indent = element.child("w:ind")?.attributes ?? {};
  const spacing = element.child("w:spacing")?.attributes ?? {};
  const hanging = twips(indent["w:hanging"]);
  const auto = (name: string): boolean => /^(?:1|true|on)$/.test(spacing[`w:${name}Autospacing`] ?? "");
  const tabs = element
    .child("w:tabs")
    ?.elements("w:tab")
    .flatMap((tab) => (value(tab) === "clear" ? [] : (twips(tab.attributes["w:pos"]) ?? [])));
  return stated<ParagraphProperties>({
    alignment: alignments[value(element.child("w:jc")) ?? ""],
    left: twips(indent["w:left"] ?? indent["w:start"]),
    first: hanging === undefined ? twips(indent["w:firstLine"]) : -hanging,
    before: auto("before") ? automatic : twips(spacing["w:before"]),
    after: auto("after") ? automatic : twips(spacing["w:after"]),
    line: twips(spacing["w:line"]),
    lineRule: spacing["w:lineRule"],
    contextual: toggle(element.child("w:contextualSpacing")),
    tabs,
  });
}
