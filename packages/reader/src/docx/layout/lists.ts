import type { OoxmlPackage, XmlElement } from "@khop/ooxml";
import { type ParagraphProperties, paragraphProperties } from "./properties.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2." */
  readonly text: string;
  readonly properties: ParagraphProperties;
}

interface List {
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** What a list gives to a paragraph. */
export interface ListItem {
  /** "2.1."; empty for a bullet. */
  readonly label: string;
  readonly isBullet: boolean;
  readonly properties: ParagraphProperties;
}

const value = (element: XmlElement | undefined): string | undefined => element?.attributes["w:val"];
const whole = (text: string | undefined, otherwise: number): number => {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number >= 0 && number < 1e6 ? number : otherwise;
};

/** Counts the items of a document's lists, as they come. */
export class Lists {
  readonly #lists = new Map<string, List>();
  /** By list: the number that each level stands at. Lists of one kind count together. */
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(opened: OoxmlPackage, main: string) {
    const part = opened.related("numbering", main);
    if (part === undefined) return;
    const root = opened.xml(part);
    const kinds = new Map(root.elements("w:abstractNum").map((kind) => [kind.attributes["w:abstractNumId"] ?? "", levelsOf(kind)]));
    for (const list of root.elements("w:num")) {
      const id = value(list.child("w:abstractNumId")) ?? "";
      const overrides = list.elements("w:lvlOverride");
      const starts = overrides.flatMap((one): [number, number][] => {
        const start = value(one.child("w:startOverride"));
        return start === undefined ? [] : [[whole(one.attributes["w:ilvl"], 0), whole(start, 1)]];
      });
      const levels = new Map([...(kinds.get(id) ?? []), ...overrides.flatMap((one) => [...levelsOf(one)])]);
      this.#lists.set(list.attributes["w:numId"] ?? "", { id, levels, starts: new Map(starts) });
    }
  }

  /** The item that comes next; undefined outside lists. What the paragraph states goes before what its style does. */
  next(own: XmlElement | undefined, style: XmlElement | undefined): ListItem | undefined {
    const number = value(own?.child("w:numId")) ?? value(style?.child("w:numId"));
    const list = this.#lists.get(number ?? "");
    if (list === undefined) return undefined;
    const depth = Math.min(whole(value(own?.child("w:ilvl")) ?? value(style?.child("w:ilvl")), 0), 8);
    const level = list.levels.get(depth);
    if (level === undefined) return undefined;
    const counts = this.#counts.get(list.id) ?? [];
    this.#counts.set(list.id, counts);
    const key = `${number} ${depth}`;
    const restart = this.#begun.has(key) ? undefined : list.starts.get(depth);
    this.#begun.add(key);
    const before = counts[depth];
    counts.length = depth + 1;
    counts[depth] = restart ?? (before === undefined ? level.start : before + 1);
    const isBullet = level.format === "bullet" || level.format === "none";
    const label = isBullet ? "" : level.text.replace(/%(\d)/g, (_, place) => this.#written(list, counts, Number(place) - 1));
    return { label, isBullet: level.format === "bullet", properties: level.properties };
  }

  #written({ levels }: List, counts: readonly (number | undefined)[], depth: number): string {
    const level = levels.get(depth);
    return level === undefined ? "" : numeral(counts[depth] ?? level.start, level.format);
  }
}

const levelsOf = (parent: XmlElement): Map<number, Level> =>
  new Map(
    parent.elements("w:lvl").map((level) => [
      whole(level.attributes["w:ilvl"], 0),
      {
        start: whole(value(level.child("w:start")), 0),
        format: value(level.child("w:numFmt")) ?? "decimal",
        text: value(level.child("w:lvlText")) ?? "",
        properties: paragraphProperties(level.child("w:pPr")),
      },
    ]),
  );

const romans = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function numeral(number: number, format: string): string {
  switch (format) {
    case "upperRoman":
    case "lowerRoman": {
      let [rest, text] = [Math.min(number, 5000), ""];
      for (const [size, letters] of romans) for (; rest >= size; rest -= size) text += letters;
      return format === "upperRoman" ? text : text.toLowerCase();
    }
    case "upperLetter":
    case "lowerLetter": {
      // Word's letters are the English ones: behind z come aa, bb.
      const letter = String.fromCharCode(97 + ((number - 1 + 26) % 26)).repeat(Math.min(9, Math.max(1, Math.ceil(number / 26))));
      return format === "upperLetter" ? letter.toUpperCase() : letter;
    }
    case "decimalZero":
      return String(number).padStart(2, "0");
    default:
      return String(number);
  }
}
