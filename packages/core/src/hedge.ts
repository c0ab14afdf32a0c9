/**
 * How a figure was weakened by a word before it.
 *
 * Source: CHECK 1.10. `over` ("hơn", "trên") and `almost` ("gần") span one unit of the last significant digit; `about` ("khoảng")
 * half of it, and no less than 5 %; `estimate` ("ước") does not loosen the arithmetic.
 */
export type Hedge = "about" | "almost" | "over" | "atLeast" | "atMost" | "estimate" | "range";

/** The words, longest first where one opens another. */
export const hedgeWords: readonly (readonly [word: string, hedge: Hedge])[] = [
  ["xấp xỉ", "about"],
  ["trên dưới", "about"],
  ["khoảng", "about"],
  ["chừng", "about"],
  ["gần", "almost"],
  ["ngót", "almost"],
  ["sắp", "almost"],
  ["hơn", "over"],
  ["trên", "over"],
  ["quá", "over"],
  ["ít nhất", "atLeast"],
  ["tối thiểu", "atLeast"],
  ["không dưới", "atLeast"],
  ["không quá", "atMost"],
  ["tối đa", "atMost"],
  ["ước đạt", "estimate"],
  ["ước thực hiện", "estimate"],
  ["ước tính", "estimate"],
  ["ước", "estimate"],
];
