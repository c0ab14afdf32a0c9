import {
  type Cell,
  type Indicator,
  levels,
  type Member,
  multiplierName,
  type Network,
  type Period,
  periodName,
  previous,
} from "@khop/core";

/** A stretch of an appendix: indicators that stand on one sheet. */
export interface SheetGroup {
  readonly title: string;
  /** Ids of indicators, in the order of their rows. */
  readonly indicators: readonly string[];
  /** The breakdown whose members are the columns; levels where left out, null for none. */
  readonly across?: string | null;
}

/** A column of figures: of a period, of the whole or of one member of the breakdown that goes across. */
interface PlannedColumn {
  readonly period: string;
  /** Null where the sheet has no breakdown across. */
  readonly member: string | null;
}

interface PlannedRow {
  /** The number of its indicator; none for the members below it. */
  readonly number: number | null;
  readonly name: string;
  readonly unit: string;
  readonly cells: readonly (Cell | null)[];
}

export interface PlannedSheet {
  readonly title: string;
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
}

export interface Planned {
  readonly network: Network;
  readonly indicators: readonly Indicator[];
  readonly orgUnit: string;
  readonly period: Period;
}

type Members = Readonly<Record<string, string>>;

/** Which cell of the network stands where on the sheet of a group. */
export function planSheet({ title, indicators: ids, across }: SheetGroup, { network, indicators, orgUnit, period }: Planned): PlannedSheet {
  const listed = ids.flatMap((id) => indicators.filter((one) => one.id === id));
  const breakdown = across === undefined ? breakdownAcross(listed) : across;
  const members = listed
    .flatMap((one) => membersAcross(one, breakdown))
    .filter((one, i, all) => all.findIndex(({ id }) => id === one.id) === i);
  const own = network.cells.filter(({ address }) => address.orgUnit === orgUnit);
  const before = previous(period);
  const rows = listed.flatMap((indicator, i) => {
    const cells = own.filter(({ address }) => address.indicator === indicator.id);
    return rowsOf(indicator, i + 1, cells, breakdown, period);
  });
  const periods = [period, before];
  const columns = periods.flatMap((one) =>
    (breakdown === null || members.length === 0 ? [null] : [undefined, ...members]).map((member) => ({ of: one, member })),
  );
  const filled = rows.map(({ at, ...row }) => ({ ...row, cells: columns.map(({ of, member }) => at(of, member?.id) ?? null) }));
  // A column of the period before stands where it says something, one of this period always.
  const kept = columns.map(({ of }, i) => of === period || filled.some(({ cells }) => (cells[i]?.quantity ?? null) !== null));
  const keep = <T>(list: readonly T[]): T[] => list.filter((_, i) => kept[i]);
  return {
    title,
    columns: keep(columns).map(({ of, member }) => ({
      period: periodName(of),
      member: member === null ? null : (member?.vi ?? "tổng số"),
    })),
    rows: filled.map((row) => ({ ...row, cells: keep(row.cells) })),
  };
}

const isOfLevels = (members: readonly Member[]): boolean =>
  members.length > 0 && members.every(({ id }) => levels.some((level) => level.id === id));

const breakdownAcross = (indicators: readonly Indicator[]): string | null =>
  indicators.flatMap(({ breakdowns = [] }) => breakdowns).find(({ members }) => isOfLevels(members))?.id ?? null;

const membersAcross = ({ breakdowns = [] }: Indicator, across: string | null): readonly Member[] =>
  breakdowns.find(({ id }) => id === across)?.members ?? [];

interface Row extends Omit<PlannedRow, "cells"> {
  readonly at: (period: Period, member: string | undefined) => Cell | undefined;
}

/** The whole first, then the members in their order, then what was told of another period: a census. */
function rowsOf(indicator: Indicator, number: number, cells: readonly Cell[], across: string | null, period: Period): Row[] {
  const { vi, unit, exponent = 0, breakdowns = [] } = indicator;
  const down = breakdowns.filter(({ id }) => id !== across);
  const unitText = [multiplierName(exponent), unit.id].filter((part) => part !== "").join(" ");
  const told = new Set([period.id, previous(period).id]);
  const now = cells.filter(({ address }) => address.period !== undefined && told.has(address.period.id));
  const rest = ({ address: { members = {} } }: Cell): Members =>
    Object.fromEntries(Object.entries(members).filter(([id]) => id !== across));
  const order = (members: Members): number[] => down.map(({ id, members: known }) => known.findIndex((one) => one.id === members[id]));
  const sets = setsOf(now.length > 0 ? now.map(rest) : cells.map(rest)).sort((a, b) => compare(order(a), order(b)));
  const name = (members: Members): string =>
    down.flatMap(({ id, members: known }) => known.filter((one) => one.id === members[id]).map((one) => one.vi)).join(", ");
  const find = (of: readonly Cell[], members: Members, column: string | undefined): Cell | undefined =>
    of.find((one) =>
      same(one.address.members ?? {}, { ...members, ...(across === null || column === undefined ? {} : { [across]: column }) }),
    );
  const latest =
    now.length > 0 ? undefined : cells.map(({ address }) => address.period).sort((a, b) => ((a?.id ?? "") < (b?.id ?? "") ? 1 : -1))[0];
  const title = latest === undefined ? vi : `${vi}, ${periodName(latest)}`;
  const row = (members: Members, head: Pick<Row, "number" | "name">): Row => ({
    ...head,
    unit: unitText,
    at: (of, column) => {
      const wanted = latest !== undefined && of.id === period.id ? latest : of;
      return find(
        cells.filter(({ address }) => address.period?.id === wanted.id),
        members,
        column,
      );
    },
  });
  const isWhole = (members: Members): boolean => Object.keys(members).length === 0;
  const wholes = sets.filter(isWhole);
  return [
    { ...row({}, { number, name: title }), ...(wholes.length === 0 ? { at: () => undefined } : {}) },
    ...sets.filter((members) => !isWhole(members)).map((members) => row(members, { number: null, name: `- ${name(members)}` })),
  ];
}

function setsOf(all: readonly Members[]): Members[] {
  return all.filter((members, i) => all.findIndex((other) => same(members, other)) === i);
}

const same = (a: Members, b: Members): boolean => {
  const ids = Object.keys(a);
  return ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id]);
};

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
