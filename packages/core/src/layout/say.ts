import type { Language } from "../relation.ts";
import type { Alignment } from "./measured.ts";
import type { Range, Said } from "./rule.ts";

/** A measured number as people write it: at most one decimal, comma in Vietnamese. */
const numeral = (value: number, language: Language, decimals: number): string => {
  const text = String(Number(value.toFixed(decimals)));
  return language === "vi" ? text.replace(".", ",") : text;
};

export const same = (text: string): Said => ({ vi: text, en: text });

export const length = (value: number, unit: "mm" | "pt" | "", decimals = 1): Said => ({
  vi: `${numeral(value, "vi", decimals)}${unit && ` ${unit}`}`,
  en: `${numeral(value, "en", decimals)}${unit && ` ${unit}`}`,
});

export function range({ from, to }: Range, unit: "mm" | "pt" | ""): Said {
  if (to === from) return length(from, unit, 2);
  const [low, high] = [length(from, unit, 2), to === undefined ? undefined : length(to, unit, 2)];
  const bare = (text: string): string => text.split(" ")[0] as string;
  return high === undefined
    ? { vi: `ít nhất ${low.vi}`, en: `at least ${low.en}` }
    : { vi: `${bare(low.vi)}–${high.vi}`, en: `${bare(low.en)}–${high.en}` };
}

/** Below this, two measured lengths are one: files keep twentieths of a point. */
const hair = 1e-6;

export const within = (value: number, { from, to, tolerance = 0 }: Range): boolean =>
  value >= from - tolerance - hair && (to === undefined || value <= to + tolerance + hair);

export const alignments: Readonly<Record<Alignment, Said>> = {
  left: { vi: "canh trái", en: "left" },
  center: { vi: "canh giữa", en: "centred" },
  right: { vi: "canh phải", en: "right" },
  justify: { vi: "canh đều hai lề", en: "justified" },
};

export const oneOf = (list: readonly Said[]): Said => ({
  vi: list.map(({ vi }) => vi).join(" hoặc "),
  en: list.map(({ en }) => en).join(" or "),
});

/** The first of its words, so that a finding shows what it is about. */
export function quoted(text: string, most = 40): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `“${line.length <= most ? line : `${line.slice(0, most).replace(/\s\S*$/, "")}…`}”`;
}
