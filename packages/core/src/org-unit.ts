import type { LevelId } from "./level.ts";
import type { Window } from "./period.ts";

/** A body that reports (đơn vị): it sits on a level, has a parent, and exists from one date to another. */
export interface OrgUnit {
  readonly id: string;
  readonly name: string;
  readonly level: LevelId;
  readonly parent: string | null;
  /** ISO dates, both included; null where it has no end. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** True when the unit exists on some day of the window; every unit does in a window that is not known. */
export function existsIn({ validFrom, validTo }: OrgUnit, window: Window | null): boolean {
  if (window === null) return true;
  return (validFrom === null || validFrom <= window.to) && (validTo === null || validTo >= window.from);
}

/** The units right below one, as they are in the window. */
export function childrenOf(parent: OrgUnit, orgUnits: readonly OrgUnit[], window: Window | null): readonly OrgUnit[] {
  return orgUnits.filter((one) => one.parent === parent.id && existsIn(one, window));
}
