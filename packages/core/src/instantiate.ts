import type { Address } from "./address.ts";
import type { Cell } from "./cell.ts";
import { type Network, network } from "./network.ts";
import { existsIn, type OrgUnit } from "./org-unit.ts";
import { type Period, windowOf } from "./period.ts";
import { type Relation, relate } from "./relation.ts";
import { isPattern, type Pattern, type Rule, type RulePlace } from "./rule.ts";
import { Places, type Scope } from "./scope.ts";

/**
 * The network that rules make of facts: one relation for every rule, orgUnit and period of the scope.
 *
 * A fact that is not there becomes a missing cell, never a zero; where the scope, or the fact itself, says that there can be nothing it
 * becomes a structural zero, and where the figure does not apply it drops out of lists, and a relation that needs it is not made. Nor is one
 * made of a unit that does not exist in the period, or has no units below it where the rule asks for them.
 *
 * - `also`: addresses that are wanted whether or not a rule speaks of them: what a form asks for.
 * - Shape: cells are shared: one address, one cell. A relation's id is `rule|orgUnit|period`.
 * - Throws: KhopError `core/not-in-scope` for an indicator, breakdown, member or orgUnit that the scope does not know;
 *   `core/duplicate-id` for two facts of one address; `core/bad-shape` for places that are not those of the kind.
 */
export function instantiate(rules: readonly Rule[], scope: Scope, also: readonly Address[] = []): Network {
  const places = new Places(scope);
  for (const address of also) places.add(address);
  const relations: Relation[] = [];
  for (const period of scope.periods) {
    const window = windowOf(period);
    for (const orgUnit of scope.orgUnits.filter((one) => existsIn(one, window))) {
      if (scope.of?.includes(orgUnit.id) === false) continue;
      for (const rule of rules) {
        if (rule.levels?.includes(orgUnit.level) === false) continue;
        const made = tie(rule, orgUnit, period, places);
        if (made !== null) relations.push(made);
      }
    }
  }
  return network({ cells: places.cells, relations });
}

function tie(rule: Rule, orgUnit: OrgUnit, period: Period, places: Places): Relation | null {
  const seats: Record<string, unknown> = {};
  for (const [name, place] of Object.entries(rule.places)) {
    const seat = seatOf(place, orgUnit, period, places);
    if (seat === null) return null;
    seats[name] = seat;
  }
  return relate(rule.kind, seats, { id: `${rule.id}|${orgUnit.id}|${period.id}` });
}

/** The cells of a place; null when there are none, though the place asks for some. */
function seatOf(place: RulePlace, orgUnit: OrgUnit, period: Period, places: Places): unknown {
  const cellsAt = (pattern: Pattern): Cell[] => places.at(pattern, orgUnit, period).filter(({ status }) => status !== "notApplicable");
  if (isPattern(place)) {
    const cells = cellsAt(place);
    return isList(place) ? (cells.length === 0 ? null : cells) : (cells[0] ?? null);
  }
  if (!Array.isArray(place) || !place.some(isPattern)) return place;
  const cells = place.flatMap((one) => (isPattern(one) ? cellsAt(one) : []));
  return cells.length === 0 ? null : cells;
}

const isList = ({ over, orgUnit, period }: Pattern): boolean => over !== undefined || orgUnit === "children" || period === "sinceYearStart";
