import type { Fact } from "./facts.ts";

/** A figure with one of its digits changed. */
export interface Change extends Fact {
  /** As printed before and after. */
  readonly before: string;
  readonly after: string;
}

/**
 * Every other digit in every place of a figure; a whole number of two digits or more does not begin with 0.
 *
 * Of a range, or of a figure with a word in it, only plain numbers are changed.
 */
export function changesOf(fact: Fact): Change[] {
  const { text } = fact.figure;
  if (!/^\d[\d.,]*\s?%?$/.test(text)) return [];
  const whole = text.replaceAll(".", "").split(",")[0]?.replace(/\D/g, "").length ?? 0;
  return [...text].flatMap((old, at) => {
    if (!/\d/.test(old)) return [];
    const digits = [..."0123456789"].filter((digit) => digit !== old && !(at === 0 && whole > 1 && digit === "0"));
    return digits.map((digit) => ({ ...fact, before: text, after: text.slice(0, at) + digit + text.slice(at + 1) }));
  });
}

/** The digits of a printed number, and how many stand behind its comma. */
export function digitsOf(printed: string): { readonly digits: string; readonly decimals: number } {
  const [whole = "", fraction = ""] = printed.replaceAll(".", "").replace(/\s?%/, "").split(",");
  return { digits: whole + fraction, decimals: fraction.length };
}
