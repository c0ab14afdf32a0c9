import type { Suspect } from "./finding.ts";
import { quantity as quantityOf } from "./quantity.ts";
import type { Language } from "./relation.ts";
import { wayOf } from "./sentence.ts";

/** What stands in a report, and what should. */
export interface Mend {
  readonly printed: string;
  /** Null when it cannot be told. */
  readonly right: string | null;
}

/**
 * A suspect's figure and its likely value, with their units; of a change that went the other way, with the word that tells it. Null
 * for a cell that states nothing.
 *
 * @example mendOf(suspect) // { printed: "2,95 %", right: "2,85 %" }, { printed: "tăng 7 vụ", right: "giảm 7 vụ" }, { printed: "5,2 triệu đồng", right: "5,2 tỷ đồng" }
 */
export function mendOf({ cell: { quantity }, expected, went, multiplier }: Suspect, language: Language = "vi"): Mend | null {
  if (quantity === null) return null;
  if (expected === null) return { printed: quantity.format(), right: null };
  if (multiplier !== undefined) {
    const { value, decimals, unit } = quantity;
    return { printed: quantity.format(), right: quantityOf({ value, decimals, unit, exponent: multiplier }).format() };
  }
  if (went === undefined) return { printed: quantity.format(), right: quantity.corrected(expected).format() };
  const told = wayOf(went === "up" ? "down" : "up", language);
  return { printed: `${told} ${quantity.format()}`, right: `${wayOf(went, language)} ${quantity.corrected(expected.abs()).format()}` };
}

/** Whether words beside the figure are wrong, and not its digits: nothing can be written over them. */
export const isMendedInWords = ({ went, multiplier }: Suspect): boolean => went !== undefined || multiplier !== undefined;
