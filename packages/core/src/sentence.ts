import type { Cell } from "./cell.ts";
import type { Decimal } from "./decimal.ts";
import { computedValue, gapOf } from "./outcome.ts";
import type { Quantity } from "./quantity.ts";
import { isCell, type Language, type Relation, type RelationKind, relate, type Spoken } from "./relation.ts";
import { formatVi } from "./vi-number.ts";

const WORDS = {
  vi: {
    hidden: "không ghi",
    missing: "để trống",
    nameless: "một số",
    point: "điểm %",
    earlier: "báo cáo trước",
    beside: "tệp kèm",
    up: "tăng",
    down: "giảm",
  },
  en: {
    hidden: "not printed",
    missing: "left empty",
    nameless: "a figure",
    point: "pp",
    earlier: "earlier report",
    beside: "beside it",
    up: "up",
    down: "down",
  },
} as const;

/**
 * A cell as sentences show it: its figure as Vietnamese prints it, in either language, so that it can be found in the report; one
 * that states nothing by its label, "dân số (không ghi)".
 */
export function spoken(one: Cell, language: Language = "vi"): Spoken {
  const { quantity, label } = one;
  const text = (): string => {
    if (quantity !== null) return figureText(one, language) + whereabouts(one, language);
    return `${label === "" ? WORDS[language].nameless : label} (${figureText(one, language)})`;
  };
  return { label, unitExponent: quantity?.unit.exponent ?? 0, toString: text };
}

/** " (báo cáo trước: thang-9.docx, đoạn 5)" for a figure of another document. */
export function whereabouts({ elsewhere }: Cell, language: Language): string {
  return elsewhere === undefined ? "" : ` (${WORDS[language][elsewhere.as]}: ${elsewhere.file}, ${elsewhere.place[language]})`;
}

/** The figure of a cell as Vietnamese prints it, or why there is none. */
export function figureText({ quantity, hidden }: Cell, language: Language): string {
  if (quantity !== null) return formatVi(quantity.value, shown(quantity)) + suffix(quantity, language);
  return hidden ? WORDS[language].hidden : WORDS[language].missing;
}

/** A sentence that opens with what it is about, if that has a name. */
export function about(label: string, rest: string): string {
  const said = label === "" ? rest : `${label}: ${rest}`;
  return said.charAt(0).toLocaleUpperCase("vi") + said.slice(1);
}

/** "tăng", "giảm". */
export const wayOf = (went: "up" | "down", language: Language): string => WORDS[language][went];

/** "tăng 6", "giảm 4 %": a change with its direction in words; a negative one is turned round. */
export function change(amount: Spoken | string, falls: boolean | undefined, language: Language): string {
  const text = String(amount);
  const negative = text.startsWith("-");
  return `${wayOf(negative !== (falls === true) ? "down" : "up", language)} ${negative ? text.slice(1) : text}`;
}

/** "là 2,85 %, không phải 2,95 %": what the figures make against what is stated; only the latter when the former cannot be told. */
export function instead(made: string | null, stated: Spoken | string, language: Language): string {
  if (language === "vi") return made === null ? `không phải ${stated}` : `là ${made}, không phải ${stated}`;
  return made === null ? `is not ${stated}` : `is ${made}, not ${stated}`;
}

/** The kind's sentence about these figures, with what is missing to make them fit. */
export function sentenceOf(relation: Relation, language: Language): string {
  if (!relation.kind.consensus && relation.cells.every(({ hidden, quantity }) => hidden && quantity === null))
    return unprinted(relation, language);
  const say = (value: unknown): unknown => (isCell(value) ? spoken(value, language) : value);
  const lists = Object.values(relation.places).filter(Array.isArray).length;
  const list = (all: readonly unknown[]): unknown[] => (lists === 1 ? shortened(all, language) : [...all]).map(say);
  const places = Object.fromEntries(
    Object.entries(relation.places).map(([key, value]) => [key, Array.isArray(value) ? list(value) : say(value)]),
  );
  const said = relation.kind.sentence[language](places, gapText(relation, language), madeText(relation, language));
  return about("", said.replace(/^: /, "").replace(UNTOLD_GAP, ""));
}

/** A relation of nothing but figures that are printed nowhere: what was before, worked back from what there is and how it rose. */
function unprinted({ cells }: Relation, language: Language): string {
  const names = [...new Set(cells.map(({ label }) => label))].filter((label) => label !== "").join(", ");
  const of = names === "" ? "" : ` (${names})`;
  return language === "vi"
    ? `Tính ngược từ các con số có in, những số không in${of} không khớp với nhau.`
    : `Worked back from the printed figures, those that are not printed${of} do not fit together.`;
}

/** ", lệch " with nothing behind it: against a figure that is printed nowhere, by how much cannot be told. */
const UNTOLD_GAP = /, (?:lệch|vượt|off by|over by) (?=\.)/;

const FIRST = 8;
const LAST = 2;

/** The first and last of a long list, and how many stand between: nobody reads three thousand parts of a sum. */
function shortened(all: readonly unknown[], language: Language): unknown[] {
  const between = all.length - FIRST - LAST;
  if (between < 2) return [...all];
  return [...all.slice(0, FIRST), language === "vi" ? `… (${between} số nữa)` : `… (${between} more)`, ...all.slice(-LAST)];
}

/** The sentence for cells tied by a kind. */
export function sentence<P extends Readonly<Record<string, unknown>>>(kind: RelationKind<P>, language: Language, places: P): string {
  return sentenceOf(relate(kind, places), language);
}

/** The gap in the unit of the focus: "1 hồ sơ"; between percentages in points, "0,10 điểm %"; empty where it cannot be told. */
export function gapText(relation: Relation, language: Language = "vi"): string {
  const gap = gapOf(relation)?.abs();
  if (gap === undefined) return "";
  const quantity = printedLike(relation);
  const decimals = quantity === null ? 0 : shown(quantity);
  const text = formatVi(
    gap,
    fewest(decimals, (rounded) => !rounded.isZero(), gap),
  );
  if (quantity === null) return text;
  const unit = isRate(quantity) ? WORDS[language].point : quantity.format().replace(/^\S+\s?/, "");
  return unit === "" ? text : `${text} ${unit}`;
}

/**
 * What the other figures make of the focus, as it would be printed; null when it cannot be told.
 *
 * With one decimal more where that looks the same as what is stated, unless they are known to fit.
 */
export function madeText(relation: Relation, language: Language, fits = false): string | null {
  const made = computedValue(relation);
  const quantity = printedLike(relation);
  if (made === null || quantity === null) return null;
  const stated = relation.places[relation.kind.focus] === undefined ? null : quantity.value;
  return (
    formatVi(
      made,
      fewest(shown(quantity), (rounded) => fits || stated === null || !rounded.eq(stated), made),
    ) + suffix(quantity, language)
  );
}

/** The figure whose print the gap follows: the focus, else the finest of the relation's figures. */
function printedLike({ focus, cells }: Relation): Quantity | null {
  const figures = cells.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]));
  return focus.quantity ?? figures.sort((a, b) => b.decimals - a.decimals)[0] ?? null;
}

const shown = ({ decimals }: Quantity): number => Math.max(decimals, 0);
const isRate = ({ unit }: Quantity): boolean => unit.kind === "percent" || unit.kind === "point";
const fewest = (decimals: number, tells: (rounded: Decimal) => boolean, value: Decimal): number =>
  value.isInteger() || tells(value.toDecimalPlaces(decimals)) ? decimals : decimals + 1;

function suffix(quantity: Quantity, language: Language): string {
  if (quantity.unit.kind === "percent") return " %";
  if (quantity.unit.kind === "point") return ` ${WORDS[language].point}`;
  const text = quantity.format();
  const space = text.indexOf(" ");
  return quantity.exponent > 0 && space > 0 ? text.slice(space) : "";
}
