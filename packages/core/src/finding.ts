import type { Cell } from "./cell.ts";
import type { Decimal } from "./decimal.ts";
import type { Relation } from "./relation.ts";

/** From worst to least. A finding at `review` or above asks a person to look. */
export type Severity = "error" | "warning" | "review" | "info";

export const severities: readonly Severity[] = ["error", "warning", "review", "info"];

/** True when `severity` is at least as bad as `floor`. */
export const atLeast = (severity: Severity, floor: Severity): boolean => severities.indexOf(severity) <= severities.indexOf(floor);

/** What a figure probably should have been. */
export interface Suspect {
  readonly cell: Cell;
  /** In the figure's printed unit; null when it cannot be told. */
  readonly expected: Decimal | null;
  /** Which way a change went, where the words beside the figure tell the other and it is printed without sign. */
  readonly went?: "up" | "down";
  /** The power of ten of the multiplier that should stand behind the same digits: 9 where tỷ was meant and triệu is printed. */
  readonly multiplier?: number;
  /** How likely it is that this figure is the wrong one, 0–1. */
  readonly score: number;
}

/** Violated relations with their figures, the arithmetic and the suspects. */
export interface Finding {
  /** What was found, in kebab case: `total-mismatch`, `share-mismatch`, `bases-differ` … */
  readonly code: string;
  readonly severity: Severity;
  readonly message: { readonly vi: string; readonly en: string };
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  /** The likeliest first. */
  readonly suspects: readonly Suspect[];
  /** True when several repairs are about as likely, so that nobody is accused. */
  readonly ambiguous: boolean;
}
