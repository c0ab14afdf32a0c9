import {
  addressKey,
  type Cell,
  type Indicator,
  KhopError,
  type Member,
  type Network,
  nearest,
  type OrgUnit,
  type Period,
  previous,
  type WindowRule,
} from "@khop/core";
import "../errors.ts";

/** Whose figures a report tells, of when. */
export interface Told {
  readonly indicators: readonly Indicator[];
  readonly network: Network;
  readonly orgUnit: OrgUnit;
  readonly period: Period;
  /** When figures close whose indicator does not say it; as Decree 09/2019 has it unless given. */
  readonly windows?: readonly WindowRule[];
  /** The day since which things are told otherwise: a rise or fall that has no figure is not comparable with what was before. ISO date. */
  readonly incomparableBefore?: string;
}

/** A figure that a template names. */
export interface Named {
  readonly key: string;
  readonly indicator: Indicator;
  readonly members: Readonly<Record<string, string>>;
  /** Undefined where the network has no such figure: nobody is asked for it and nothing ties it. */
  readonly cell: Cell | undefined;
}

/** Finds figures by the words that a template names them with: an indicator, and the members that it is of, in any order. */
export class Names {
  readonly told: Told;
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #cells: ReadonlyMap<string, Cell>;
  /** Figures that are told less often than the report is made, such as a population: the last one there is. */
  readonly #latest = new Map<string, Cell>();

  constructor(told: Told) {
    this.told = told;
    this.#indicators = new Map(told.indicators.map((one) => [one.id, one]));
    this.#cells = new Map(told.network.cells.map((cell) => [addressKey(cell.address), cell]));
    for (const cell of told.network.cells) {
      const { period, ...address } = cell.address;
      if (period === undefined || period.frequency === told.period.frequency) continue;
      const key = addressKey(address);
      const before = this.#latest.get(key)?.address.period?.id;
      if (before === undefined || before < period.id) this.#latest.set(key, cell);
    }
  }

  /**
   * - Shape: "documents sent province".
   * - Throws: `KhopError` "writer/unknown-name" for an indicator or member that is not there; says the nearest.
   */
  find(words: string): Named {
    const [id = "", ...rest] = words.trim().split(/\s+/);
    const indicator = this.#indicators.get(id);
    if (indicator === undefined) throw unknown("indicator", id, [...this.#indicators.keys()]);
    return this.of(indicator, Object.fromEntries(rest.map((word) => memberOf(indicator, word))));
  }

  of(indicator: Indicator, members: Readonly<Record<string, string>>): Named {
    const { orgUnit, period } = this.told;
    const address = { indicator: indicator.id, orgUnit: orgUnit.id, members };
    const key = addressKey({ ...address, period });
    const cell = this.#cells.get(key);
    const before = cell === undefined ? this.#latest.get(addressKey(address)) : undefined;
    return before === undefined ? { key, indicator, members, cell } : { key: addressKey(before.address), indicator, members, cell: before };
  }

  /** The same figure of each period that there is one of, the report's own last. */
  history({ indicator, members }: Named): readonly { readonly period: Period; readonly key: string }[] {
    const { orgUnit, period: last } = this.told;
    const found: { period: Period; key: string }[] = [];
    for (let period = last; ; period = previous(period)) {
      const key = addressKey({ indicator: indicator.id, orgUnit: orgUnit.id, members, period });
      if (this.#cells.get(key)?.quantity == null) return found.reverse();
      found.push({ period, key });
    }
  }

  /** The figures of each member of a breakdown, in its order; those that cannot be are left out. */
  along({ indicator, members }: Named, breakdown: string): readonly { readonly member: Member; readonly named: Named }[] {
    const known = indicator.breakdowns ?? [];
    const found = known.find(({ id }) => id === breakdown);
    if (found === undefined)
      throw unknown(
        "breakdown",
        breakdown,
        known.map(({ id }) => id),
      );
    return found.members
      .map((member) => ({ member, named: this.of(indicator, { ...members, [breakdown]: member.id }) }))
      .filter(({ named }) => named.cell !== undefined && named.cell.status !== "structuralZero" && named.cell.status !== "notApplicable");
  }
}

function memberOf({ breakdowns = [] }: Indicator, word: string): readonly [string, string] {
  const breakdown = breakdowns.find(({ members }) => members.some(({ id }) => id === word));
  if (breakdown !== undefined) return [breakdown.id, word];
  throw unknown(
    "member",
    word,
    breakdowns.flatMap(({ members }) => members.map(({ id }) => id)),
  );
}

const vietnamese = { indicator: "chỉ tiêu", member: "giá trị phân tổ", breakdown: "phân tổ" } as const;

function unknown(what: keyof typeof vietnamese, name: string, known: readonly string[]): KhopError<"writer/unknown-name"> {
  const near = nearest(name, known);
  const [vi, en] =
    near === undefined
      ? [
          known.length === 0 ? "" : `; có: ${known.slice(0, 8).join(", ")}`,
          known.length === 0 ? "" : `; there is ${known.slice(0, 8).join(", ")}`,
        ]
      : [`; gần nhất là "${near}"`, `; the nearest is "${near}"`];
  return new KhopError("writer/unknown-name", `không có ${vietnamese[what]} "${name}"${vi} / there is no ${what} "${name}"${en}`, {
    what,
    name,
    nearest: near,
  });
}
