import fc from "fast-check";
import { type Cell, type CellInput, cellOf } from "../cell.ts";
import { Decimal } from "../decimal.ts";
import { quantity } from "../quantity.ts";
import { percent, type Unit, unitOf } from "../unit.ts";
import { formatVi, readNumeral } from "../vi-number.ts";

export { type Figures, type Model, models, networkOf, type Tie } from "./models.ts";

/** How a test's figures are written: a unit, and the multiplier before it. */
export interface Written {
  readonly unit: Unit;
  readonly exponent?: number;
  /** Whether a figure stands for itself; counts do. */
  readonly exact?: boolean;
}

export const dossier: Written = { unit: unitOf("hồ sơ") };
export const billionDong: Written = { unit: unitOf("đồng"), exponent: 9 };
export const percentage: Written = { unit: percent };

let made = 0;

/**
 * Reads figures of one unit, as Vietnamese writes them, into cells; "…" is a figure that is not stated.
 *
 * @example quantityIn(dossier)("18.908")
 */
export function quantityIn({ unit, exponent = 0, exact }: Written): (text: string, more?: Partial<CellInput>) => Cell {
  return (text, more = {}) => {
    const id = more.id ?? `cell ${++made}`;
    if (text === "…") return cellOf({ id, ...more });
    const numeral = readNumeral(text.trim());
    if (numeral === null) throw new TypeError(`Not a figure: "${text}".`);
    const value = new Decimal(`${numeral.digits}e-${numeral.scale}`).toFixed(numeral.scale);
    return cellOf({ id, quantity: quantity({ value, unit, exponent, ...(exact === undefined ? {} : { exact }) }), ...more });
  };
}

/** A value as a report prints it, rounded half up at so many decimals. */
export const printed = (value: Decimal, decimals = 1): string => formatVi(value, decimals);

/** A count of hồ sơ with its label. */
export const said = (label: string, text: string, written: Written = dossier): Cell => quantityIn(written)(text, { label });

/** A cell that stands for one exact value. */
export const point = (value: Decimal): Cell => cellOf({ id: `cell ${++made}`, quantity: quantity({ value, exact: true }) });

/** Values as reports hold them: up to nine digits before the separator and four after it. */
export const anyDecimal: fc.Arbitrary<Decimal> = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, scale]) => new Decimal(digits).times(new Decimal(10).pow(-scale)));
