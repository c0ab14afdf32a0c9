import { type Fact, type Quantity, quantity } from "@khop/core";
import { type Entry, entryKey } from "../entries.ts";

/** A usual figure of an entry, as digits and how many of them are decimals. */
export interface Usual {
  readonly digits: bigint;
  readonly decimals: number;
  /** A figure that is repeated as it stands: one that was hedged, or a percentage that someone stated. */
  readonly repeated: Quantity | null;
}

/** Usual figures: those of facts to be like, else what the form calls typical, else 20. */
export function usually(like: readonly Fact[]): (entry: Entry) => Usual {
  const known = new Map(like.map((fact) => [entryKey(fact.indicator, fact.members), fact.quantity]));
  return ({ indicator, members, row }) => {
    const fact = known.get(entryKey(indicator.id, members)) ?? null;
    const stated = fact ?? quantity({ value: row.typical ?? "20", unit: indicator.unit, exponent: indicator.exponent ?? 0 });
    const isRepeated = stated.hedge !== undefined || indicator.unit.kind === "percent";
    return { ...digitsOf(stated), repeated: isRepeated ? stated : null };
  };
}

/** The digits that a quantity shows. */
export function digitsOf(shown: Quantity): Pick<Usual, "digits" | "decimals"> {
  const [whole = "", decimals = ""] = shown.value.toFixed(Math.max(shown.decimals, 0)).split(".");
  return { digits: BigInt(whole + decimals), decimals: decimals.length };
}

/** A quantity of an entry from its digits. */
export function quantityOf({ indicator: { unit, exponent = 0 } }: Entry, digits: bigint, decimals: number): Quantity {
  const text = digits.toString().padStart(decimals + 1, "0");
  const value = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return quantity({ value, unit, exponent });
}
