import { Decimal as Global } from "decimal.js";

/**
 * Core's own decimal: exact for sums and products of any figures that reports hold.
 *
 * A clone, so that no other user of decimal.js can change its precision. 200 significant digits leave room for the product of
 * several 30-digit figures; nothing is divided in order to be compared, so no verdict depends on this number.
 */
export const Decimal = Global.clone({ precision: 200, rounding: Global.ROUND_HALF_UP, toExpNeg: -1e9, toExpPos: 1e9, defaults: true });
export type Decimal = Global;
