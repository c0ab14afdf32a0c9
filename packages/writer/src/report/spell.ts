import { type FigureForm, formatVi, type Hedge, type Quantity, type Span } from "@khop/core";

type FigureSpan = Extract<Span, { is: "figure" }>;

/** How a figure is to be written; the rest of a span of it. */
export type Writing = Pick<FigureSpan, "form" | "around" | "whenZero" | "whenMissing" | "decimals">;

/** The word of a hedge; an estimate is called one by the sentence around it. */
const hedgeWord: Partial<Record<Hedge, string>> = {
  about: "khoảng",
  almost: "gần",
  over: "trên",
  atLeast: "ít nhất",
  atMost: "không quá",
};

const between = { true: "", false: " " } as const;

/**
 * A figure in Vietnamese writing: counts below ten with a zero in front, a whole hundred per cent without decimals, hedges in words.
 *
 * - Shape: "05", "05 trạm", "98,44%", "90 - 95%", "trên 50 máy chủ", "tăng 0,83 điểm phần trăm"; "…" for a fact that is missing.
 */
export function spell(quantity: Quantity | null, { form = "number", around, whenZero, whenMissing, decimals }: Writing): string {
  if (quantity === null) return whenMissing ?? (form === "change" ? "chưa có số liệu kỳ trước để so sánh" : "…");
  if (whenZero !== undefined && quantity.value.isZero()) return whenZero;
  const figure = forms[form](quantity, decimals);
  return around === undefined ? figure : around.replace("#", figure);
}

const forms: Readonly<Record<FigureForm, (quantity: Quantity, decimals: number | undefined) => string>> = {
  number: (quantity, decimals) => `${signOf(quantity)}${numberOf(quantity, decimals)}`,
  figure: (quantity, decimals) => withUnit(`${signOf(quantity)}${numberOf(quantity, decimals)}`, quantity),
  change: (quantity, decimals) => {
    if (quantity.value.isZero()) return "không tăng, không giảm";
    return `${quantity.value.isNegative() ? "giảm" : "tăng"} ${withUnit(numberOf(quantity, decimals), quantity)}`;
  },
};

const signOf = ({ value }: Quantity): string => (value.isNegative() && !value.isZero() ? "-" : "");

function withUnit(number: string, { unit, unitText }: Quantity): string {
  if (unitText === "") return number;
  return `${number}${between[`${unit.kind === "percent"}`]}${unit.kind === "point" ? "điểm phần trăm" : unitText}`;
}

function numberOf(quantity: Quantity, decimals = Math.max(quantity.decimals, 0)): string {
  const { value, unit, hedge, upper } = quantity;
  const size = value.abs();
  const places = unit.kind === "percent" && size.eq(100) ? 0 : decimals;
  const padded = unit.kind === "count" && places === 0 && size.gt(0) && size.lt(10) ? "0" : "";
  const number = `${padded}${formatVi(size, places)}`;
  if (hedge === "range" && upper !== undefined) return `${number} - ${formatVi(upper, places)}`;
  const word = hedge === undefined ? undefined : hedgeWord[hedge];
  return word === undefined ? number : `${word} ${number}`;
}
