import type { Rational } from "../internal/rational.ts";
import type { Quantity } from "../quantity.ts";

/**
 * What compiled rules ask of a figure, as columns of a table: its interval as stated, as it would be if cut, and if rounded at its zeros.
 *
 * - Unit: the base unit; exact decimal text, null where there is no end.
 */
export interface FigureColumns {
  readonly lo: string | null;
  readonly hi: string | null;
  readonly lo_closed: boolean;
  readonly hi_closed: boolean;
  readonly cut_lo: string | null;
  readonly cut_hi: string | null;
  readonly cut_lo_closed: boolean;
  readonly cut_hi_closed: boolean;
  readonly round_lo: string | null;
  readonly round_hi: string | null;
  readonly round_lo_closed: boolean;
  readonly round_hi_closed: boolean;
  readonly is_round: boolean;
  readonly is_long: boolean;
}

/** The columns of a figure. Every end is a decimal, for half a unit of a last digit is one; so the database reckons without loss. */
export function figureColumns(quantity: Quantity): FigureColumns {
  const stated = quantity.interval();
  const cut = quantity.interval("truncate");
  const round = quantity.isRound ? quantity.rounded : stated;
  return {
    lo: end(stated.low),
    hi: end(stated.high),
    lo_closed: stated.loClosed,
    hi_closed: stated.hiClosed,
    cut_lo: end(cut.low),
    cut_hi: end(cut.high),
    cut_lo_closed: cut.loClosed,
    cut_hi_closed: cut.hiClosed,
    round_lo: end(round.low),
    round_hi: end(round.high),
    round_lo_closed: round.loClosed,
    round_hi_closed: round.hiClosed,
    is_round: quantity.isRound,
    is_long: quantity.approximate >= 1000,
  };
}

const end = (value: Rational | null): string | null => (value === null ? null : value.toDecimal().toFixed());
