import { KhopError } from "../errors.ts";
import type { Quantity } from "../quantity.ts";
import { comparable, noUnit, type Unit } from "../unit.ts";

/** How figures of one unit are printed together. */
export interface Manner {
  readonly unit: Unit;
  readonly exponent: number;
  readonly decimals: number;
}

/**
 * The unit, multiplier and decimals of a sum or difference of figures: theirs where they agree, else the base unit.
 *
 * @throws KhopError `core/unit-mismatch` when they cannot be added or compared.
 */
export function mannerOf(figures: readonly (Quantity | null)[]): Manner {
  const stated = figures.filter((one) => one !== null);
  const named = stated.find(({ unit }) => unit.id !== "") ?? stated[0];
  if (named === undefined) return { unit: noUnit, exponent: 0, decimals: 0 };
  const odd = stated.find(({ unit }) => !comparable(unit, named.unit));
  if (odd !== undefined) {
    const info = { left: named.unit.id, right: odd.unit.id };
    throw new KhopError(
      "core/unit-mismatch",
      `Cannot reckon "${info.left}" together with "${info.right}". Give figures of one unit.`,
      info,
    );
  }
  const { unit, exponent } = named;
  if (stated.every((one) => one.exponent === exponent && (one.unit.exponent ?? 0) === (unit.exponent ?? 0))) {
    return { unit, exponent, decimals: Math.max(0, ...stated.map(({ decimals }) => decimals)) };
  }
  const { exponent: _, ...base } = unit;
  const finest = Math.max(0, ...stated.map((one) => one.decimals - one.exponent - (one.unit.exponent ?? 0)));
  return { unit: (unit.exponent ?? 0) === 0 ? unit : { ...base, id: baseName(unit, stated) }, exponent: 0, decimals: finest };
}

/** The name of a figure's unit that is its dimension's base (m for km), if one is at hand. */
const baseName = (unit: Unit, figures: readonly Quantity[]): string =>
  figures.find((one) => (one.unit.exponent ?? 0) === 0 && one.unit.id !== "")?.unit.id ?? unit.dimension ?? unit.id;
