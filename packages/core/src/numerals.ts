/** Letters in the order of the points of Vietnamese documents: a) b) c) d) đ) e) g). */
export const pointLetters = "abcdđeghiklmnopqrstuvxy";

const romans = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

/** A number in Roman numerals; empty below one. Sections are few: forty and more are written with as many X as it takes. */
export function roman(number: number): string {
  let [rest, text] = [number, ""];
  for (const [value, letters] of romans) for (; rest >= value; rest -= value) text += letters;
  return text;
}
