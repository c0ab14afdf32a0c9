import { type Address, addressKey } from "./address.ts";
import { type Cell, cellOf } from "./cell.ts";
import { KhopError } from "./errors.ts";
import { type Fact, factKey } from "./fact.ts";
import { domainOf, type Indicator, membersOf } from "./indicator.ts";
import { childrenOf, type OrgUnit } from "./org-unit.ts";
import { type Period, periodName, previous, sinceYearStart, windowOf, yearBefore } from "./period.ts";
import { quantity } from "./quantity.ts";
import type { Pattern } from "./rule.ts";

/** What rules are asked of. */
export interface Scope {
  readonly indicators: readonly Indicator[];
  readonly orgUnits: readonly OrgUnit[];
  /** The ids of those that rules are asked of; all of them unless given. */
  readonly of?: readonly string[];
  readonly periods: readonly Period[];
  /** Of these periods and of earlier ones that rules look back to. */
  readonly facts: readonly Fact[];
  /** Where there can be nothing, or no figure applies; asked only where no fact is. */
  readonly absent?: (address: Address) => "structuralZero" | "notApplicable" | undefined;
}

/** The cells of a scope by address, each made once. */
export class Places {
  readonly #scope: Scope;
  readonly #facts = new Map<string, Fact>();
  readonly #cells = new Map<string, Cell>();
  readonly #children = new Map<string, readonly OrgUnit[]>();
  /** Periods by indicator and orgUnit, made when first asked for. */
  #told: Map<string, Period[]> | undefined;

  constructor(scope: Scope) {
    this.#scope = scope;
    for (const fact of scope.facts) {
      const key = factKey(fact);
      if (this.#facts.has(key))
        throw new KhopError("core/duplicate-id", `Two facts are given for "${key}". Give the one that is valid.`, { id: key });
      this.#facts.set(key, fact);
    }
  }

  get cells(): Cell[] {
    return [...this.#cells.values()];
  }

  /** The cells that a pattern means, seen from an orgUnit and a period. */
  at(pattern: Pattern, self: OrgUnit, period: Period): Cell[] {
    const indicator = named("indicator", pattern.indicator, this.#scope.indicators);
    const cells: Cell[] = [];
    for (const when of periodsOf(pattern, period)) {
      for (const orgUnit of this.#whose(pattern, self, when, indicator)) {
        const at = pattern.period === "latest" ? this.#latest(indicator, orgUnit, period) : when;
        for (const members of memberSets(pattern, indicator)) cells.push(this.#cell(indicator, orgUnit, at, members));
      }
    }
    return cells;
  }

  /**
   * Makes the cell of an address, if there is none.
   *
   * @throws KhopError `core/not-in-scope` for a part that is not known; a whole address names indicator, orgUnit and period.
   */
  add({ indicator: id = "", orgUnit = "", period, members = {} }: Address): void {
    const indicator = named("indicator", id, this.#scope.indicators);
    for (const [breakdown, member] of Object.entries(members)) named("member", member, membersOf(indicator, breakdown));
    if (period !== undefined) this.#cell(indicator, named("orgUnit", orgUnit, this.#scope.orgUnits), period, members);
  }

  /** The newest period that has a fact of the indicator; this one, where none has. */
  #latest(indicator: Indicator, orgUnit: OrgUnit, period: Period): Period {
    const key = `${indicator.id}|${orgUnit.id}`;
    if (this.#told === undefined) {
      this.#told = new Map();
      for (const fact of this.#scope.facts) {
        const name = `${fact.indicator}|${fact.orgUnit}`;
        const periods = this.#told.get(name) ?? [];
        periods.push(fact.period);
        this.#told.set(name, periods);
      }
    }
    const end = endOf(period);
    const told = (this.#told.get(key) ?? []).filter((one) => endOf(one) <= end);
    return told.reduce<Period | null>((newest, one) => (newest === null || endOf(one) > endOf(newest) ? one : newest), null) ?? period;
  }

  #whose({ orgUnit = "self" }: Pattern, self: OrgUnit, period: Period, { kind }: Indicator): readonly OrgUnit[] {
    if (orgUnit === "self") return [self];
    if (orgUnit === "children") return this.#childrenOf(self, period, kind === "stock");
    return self.parent === null ? [] : [named("orgUnit", self.parent, this.#scope.orgUnits)];
  }

  /** A stock is that of the units of the last day; those that ended in the course of a period have handed theirs on. */
  #childrenOf(self: OrgUnit, period: Period, isStock: boolean): readonly OrgUnit[] {
    const key = `${self.id}|${period.id}|${isStock}`;
    const before = this.#children.get(key);
    if (before !== undefined) return before;
    const window = windowOf(period);
    const children = childrenOf(self, this.#scope.orgUnits, isStock && window !== null ? { from: window.to, to: window.to } : window);
    this.#children.set(key, children);
    return children;
  }

  #cell(indicator: Indicator, orgUnit: OrgUnit, period: Period, members: Readonly<Record<string, string>>): Cell {
    const address: Address = {
      indicator: indicator.id,
      orgUnit: orgUnit.id,
      period,
      ...(Object.keys(members).length > 0 ? { members } : {}),
    };
    const id = addressKey(address);
    const before = this.#cells.get(id);
    if (before !== undefined) return before;
    const cell = cellOf({
      id,
      address,
      label: () => labelOf(indicator, orgUnit, period, members),
      domain: domainOf(indicator),
      ...this.#stated(id, address, indicator),
    });
    this.#cells.set(id, cell);
    return cell;
  }

  #stated(
    id: string,
    address: Address,
    { unit, exponent = 0 }: Indicator,
  ): Pick<Cell, "quantity"> & Partial<Pick<Cell, "status" | "anchor">> {
    const nothing = quantity({ value: "0", unit, exponent, exact: true });
    const fact = this.#facts.get(id);
    if (fact !== undefined) {
      const anchor = { in: "fact", fact: factKey(fact) } as const;
      const figure = fact.quantity ?? (fact.status === "structuralZero" ? nothing : null);
      return { quantity: figure, anchor, ...(fact.status === undefined ? {} : { status: fact.status }) };
    }
    const status = this.#scope.absent?.(address);
    if (status === undefined) return { quantity: null };
    return { quantity: status === "structuralZero" ? nothing : null, status };
  }
}

function periodsOf({ period: when = "self" }: Pattern, period: Period): readonly Period[] {
  switch (when) {
    case "previous":
      return [previous(period)];
    case "yearBefore":
      return [yearBefore(period)];
    case "sinceYearStart":
      return sinceYearStart(period);
    default:
      return [period];
  }
}

/** The last day of a period's window; a week, which has none, sorts by its name. */
const endOf = (period: Period): string => windowOf(period)?.to ?? period.id;

function memberSets({ members = {}, over }: Pattern, indicator: Indicator): Readonly<Record<string, string>>[] {
  for (const [breakdown, member] of Object.entries(members)) named("member", member, membersOf(indicator, breakdown));
  return over === undefined ? [members] : membersOf(indicator, over).map(({ id }) => ({ ...members, [over]: id }));
}

function named<T extends { readonly id: string }>(what: "indicator" | "orgUnit" | "member", id: string, among: readonly T[]): T {
  const found = among.find((one) => one.id === id);
  if (found !== undefined) return found;
  const known = among.map((one) => one.id);
  throw new KhopError(
    "core/not-in-scope",
    `There is no ${what} "${id}" here. There is ${known.map((one) => `"${one}"`).join(", ") || "none"}.`,
    {
      what,
      id,
      known,
    },
  );
}

/** "Hồ sơ tiếp nhận, trực tuyến, xã Bình Minh, tháng 10/2024". */
function labelOf(indicator: Indicator, orgUnit: OrgUnit, period: Period, members: Readonly<Record<string, string>>): string {
  const said = Object.entries(members).map(([breakdown, member]) => named("member", member, membersOf(indicator, breakdown)).vi);
  return [indicator.vi, ...said, orgUnit.name, periodName(period)].join(", ");
}
