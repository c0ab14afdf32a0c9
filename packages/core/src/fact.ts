import { type Address, addressKey } from "./address.ts";
import type { Status } from "./cell.ts";
import type { Period } from "./period.ts";
import type { Quantity } from "./quantity.ts";

/** What a fact said at one time, and why it was said; never overwritten. */
export interface FactVersion {
  /** ISO date and time. */
  readonly at: string;
  readonly by: string;
  readonly submission?: string;
  readonly why?: string;
  readonly quantity: Quantity | null;
  readonly status: Status;
}

/** One indicator, one orgUnit, one period, one set of members → a quantity (số liệu). A fact without one is missing, not zero. */
export interface Fact {
  readonly indicator: string;
  readonly orgUnit: string;
  readonly period: Period;
  /** breakdown → member; none for the whole. */
  readonly members?: Readonly<Record<string, string>>;
  readonly quantity: Quantity | null;
  /** `stated` where there is a quantity, else `missing`, unless said otherwise. */
  readonly status?: Status;
  /** The day of which the figure is true, where that is not its window's end: a census. ISO date. */
  readonly asOf?: string;
  /** Where the figure comes from: a register, a decision, a survey. */
  readonly source?: string;
  /** What the fact said before, the oldest first. */
  readonly versions?: readonly FactVersion[];
}

/** Where a fact belongs. */
export function addressOf({ indicator, orgUnit, period, members }: Fact): Address {
  return { indicator, orgUnit, period, ...(members === undefined ? {} : { members }) };
}

/** The one name of a fact, from its address. */
export const factKey = (fact: Fact): string => addressKey(addressOf(fact));

/** The fact with a new quantity; what it said before joins its versions. */
export function revise(fact: Fact, next: FactVersion, before: Omit<FactVersion, "quantity" | "status">): Fact {
  const status = fact.status ?? (fact.quantity === null ? "missing" : "stated");
  const versions = [...(fact.versions ?? []), { ...before, quantity: fact.quantity, status }];
  return { ...fact, quantity: next.quantity, status: next.status, versions };
}
