import { measureOf, multipliers, noUnit, percent, type Quantity, quantity, type Unit, unitOf } from "@khop/core";
import type { Passage } from "./figures.ts";
import { countNouns } from "./lexicon/units.ts";
import { oneTonePlace } from "./tone.ts";

/** A unit as a heading, a column of units or a line above the table names it. */
export interface Named {
  readonly unit: Unit;
  readonly exponent: number;
}

const BRACKETS = /\(([^)]*)\)|đơn vị(?: tính)?:?\s*(.+)$|đvt:?\s*(.+)$/iu;
const CAPTION = /(?:đơn vị(?: tính)?|đvt)\s*:\s*([^)\n|]+)/iu;
const RATE = /tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu/iu;

/** The unit that a heading says in brackets, or by what it is called. */
export function unitOfHeading(heading: string): Named | null {
  const named = BRACKETS.exec(heading);
  const said = named?.[1] ?? named?.[2] ?? named?.[3] ?? (heading.includes("%") ? "%" : "");
  // "So sánh (+/-) %": signs in brackets are no unit.
  if (said.includes("%") || (heading.includes("%") && !/\p{L}/u.test(said)) || (RATE.test(heading) && !/\p{L}/u.test(said)))
    return { unit: percent, exponent: 0 };
  return unitIn(said);
}

/** A spelled unit with its multipliers: "triệu đồng", "nghìn người", "ha"; null where there is none. */
export function unitIn(spelled: string): Named | null {
  const words = oneTonePlace(spelledOut(spelled.trim().toLowerCase())).split(/\s+/);
  let exponent = 0;
  while (words[0] !== undefined && multipliers.has(words[0])) exponent += multipliers.get(words.shift() as string) as number;
  const spelling = words.join(" ");
  if (spelling === "%") return { unit: percent, exponent: 0 };
  if (spelling === "" && exponent === 0) return null;
  if (/^[\d\s=+*/().-]*$/.test(spelling)) return exponent === 0 ? null : { unit: noUnit, exponent };
  const [above, below] = spelling.split("/");
  if (above && below) return { unit: measureOf(above.trim()) ?? { id: above.trim(), kind: "ratio" }, exponent };
  return { unit: measureOf(spelling) ?? (spelling.length > 20 ? noUnit : unitOf(spelling)), exponent };
}

/** "tr.đ", "trđ", "ngđ", "1.000đ", "tỷ đ": money as narrow columns shorten it. */
const spelledOut = (unit: string): string =>
  unit
    .replace(/^tr(?:iệu)?[.\s]*đ(?:ồng)?$/u, "triệu đồng")
    .replace(/^(?:ng(?:h|àn|hìn)?|1\.?000)[.\s]*đ(?:ồng)?$/u, "nghìn đồng")
    .replace(/^t[ỷỉ][.\s]*đ(?:ồng)?$/u, "tỷ đồng");

/** A unit of measure, a multiplier or a noun that counts, and no name. */
export const isMeasure = (spelled: string): boolean => isMeasured(spelled) || countNouns.has(spelled.toLowerCase());

/** A unit of measure or a multiplier. */
export function isMeasured(spelled: string): boolean {
  const words = spelled.toLowerCase();
  return words.includes("%") || words.split(/\s+/).some((word) => multipliers.has(word)) || measureOf(words) !== null;
}

const ABOVE = 2;

/** "Đơn vị tính: triệu đồng" in the lines right above a table. */
export function captionUnit(text: string, passages: readonly Passage[], first: number): Named | null {
  for (let i = first - 1; i >= Math.max(0, first - ABOVE); i--) {
    const passage = passages[i] as Passage;
    if (passage.block.kind === "row") return null;
    const [from, to] = passage.block.ranges[0] as [number, number];
    const said = to - from > 200 ? null : CAPTION.exec(text.slice(from, to));
    if (said) return unitIn((said[1] as string).replace(/[.;,].*$/, ""));
  }
  return null;
}

/** The figure in the unit that its table names for it, unless it has one of its own. */
export function inUnit(stated: Quantity, named: Named | null): Quantity {
  if (stated.unit.id !== "" || named === null) return stated;
  const { value, decimals, hedge } = stated;
  return quantity({
    value: value.toFixed(Math.max(decimals, 0)),
    unit: named.unit,
    exponent: stated.exponent + named.exponent,
    decimals,
    ...(hedge ? { hedge } : {}),
  });
}
