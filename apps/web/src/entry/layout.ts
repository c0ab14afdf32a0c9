import { codeOf, entriesOf, type Form, type FormRow, type RegimeIndicator, type ReportRegime } from "@khop/catalog/report";
import { quantity } from "@khop/core";
import { type Follower, followersOf } from "./followers.ts";

/** A place of the grid: a figure by its code, entered by hand or worked out. */
export interface Place {
  readonly code: string;
  readonly is: "entry" | "computed";
  /** A figure of the year that ended last, not of the period. */
  readonly yearly: boolean;
  /** The codes of what is entered for it, where it is worked out of one column. */
  readonly parts?: readonly string[];
}

export interface GridRow {
  readonly title: string;
  readonly unit: string;
  readonly is: "entry" | "total" | "follows";
  /** One for each column; null where there can be nothing. */
  readonly places: readonly (Place | null)[];
}

/** What is entered together and shown as one table. */
export interface GridTable {
  readonly id: string;
  /** What the rows go over: a breakdown, "" for a list of indicators. */
  readonly down: string;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  /** One of its rows, turned: the total stands beside, without the period before. */
  readonly isNarrow?: true;
}

export interface GridForm {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly tables: readonly GridTable[];
}

/** More columns than this would not fit beside those of the period before. */
const mostColumns = 4;

interface Column {
  readonly indicator: RegimeIndicator;
  readonly members: Readonly<Record<string, string>>;
  readonly title: string;
}

/** The forms of a regime as grids: levels, or what else a form goes over, are rows; the breakdowns across are columns. */
export function gridsOf(regime: ReportRegime): readonly GridForm[] {
  const indicators = new Map(regime.indicators.map((one) => [one.id, one]));
  const asked = new Set(entriesOf(regime).map(({ indicator, members }) => codeOf(indicator, members)));
  const followers = followersOf(regime);
  return regime.forms.map((form) => ({
    id: form.id,
    title: form.title,
    tables: [...tablesOf(form, indicators, asked), ...followingOf(form, followers.get(form.id) ?? [])],
  }));
}

/** The table of what follows from a form: shares, rises and falls, densities. */
function followingOf({ id }: Form, followers: readonly Follower[]): GridTable[] {
  if (followers.length === 0) return [];
  const rows = followers.map(
    ({ indicator, members }): GridRow => ({
      title: titleOf(indicator, members),
      unit: unitOf(indicator),
      is: "follows",
      places: [{ code: codeOf(indicator, members), is: "computed", yearly: indicator.frequency !== undefined }],
    }),
  );
  return [{ id: `${id}-follows`, down: "", columns: [], rows }];
}

/** How many cells stand beside each other: the name, then this period and the one before. */
export const widthOf = ({ columns, isNarrow }: GridTable): number =>
  1 + 2 * Math.max(columns.length, 1) - (isNarrow && columns.length > 1 ? 1 : 0);

/** Whether a table is shown row by row where there is room for little: one whose rows cut the same figures. */
export const hasOneRowAtATime = ({ down, rows }: GridTable): boolean => down !== "" && rows.length > 1;

/** The table as it stands where there is room for one of its rows only: its columns below each other, the total beside. */
export function narrowed({ id, down, columns, rows }: GridTable, at: number): GridTable {
  const total = rows.find((row) => row.is === "total");
  const row = rows[at];
  return {
    id,
    down,
    isNarrow: true,
    columns: [row?.title ?? "", ...(total === undefined || total === row ? [] : [""])],
    rows: columns.map((title, i) => ({
      title,
      unit: "",
      is: "entry",
      places: [row?.places[i] ?? null, ...(total === undefined || total === row ? [] : [total.places[i] ?? null])],
    })),
  };
}

/** What a line of a form goes down by: the level, where it goes over levels. */
const downOf = ({ over = [] }: FormRow): string => (over.includes("level") ? "level" : (over[0] ?? ""));

function tablesOf(form: Form, indicators: ReadonlyMap<string, RegimeIndicator>, asked: ReadonlySet<string>): GridTable[] {
  const tables: GridTable[] = [];
  let group: { down: string; columns: Column[] } | undefined;
  const close = (): void => {
    if (group !== undefined) tables.push(tableOf(`${form.id}-${tables.length + 1}`, group.down, group.columns, asked));
    group = undefined;
  };
  for (const row of form.rows) {
    const down = downOf(row);
    const columns = columnsOf(row, down, indicators.get(row.indicator) as RegimeIndicator);
    const fits = group !== undefined && group.down === down && (down === "" || group.columns.length + columns.length <= mostColumns);
    if (!fits) close();
    group = { down, columns: [...(group?.columns ?? []), ...columns] };
  }
  close();
  return tables;
}

function columnsOf({ over = [], members = {} }: FormRow, down: string, indicator: RegimeIndicator): Column[] {
  const across = over.filter((one) => one !== down);
  const cuts = across.reduce<Readonly<Record<string, string>>[]>(
    (before, id) => before.flatMap((cut) => membersOf(indicator, id).map((member) => ({ ...cut, [id]: member.id }))),
    [members],
  );
  return cuts.map((cut) => ({ indicator, members: cut, title: titleOf(indicator, cut) }));
}

/** What a figure is called, whoever's and whenever's. */
const titleOf = (indicator: RegimeIndicator, members: Readonly<Record<string, string>>): string =>
  [
    indicator.vi,
    ...Object.entries(members).map(([id, member]) => membersOf(indicator, id).find((one) => one.id === member)?.vi ?? member),
  ].join(", ");

const membersOf = ({ breakdowns = [] }: RegimeIndicator, id: string) => breakdowns.find((one) => one.id === id)?.members ?? [];

const unitOf = ({ unit, exponent = 0 }: RegimeIndicator): string => quantity({ value: "0", unit, exponent }).unitText;

function tableOf(id: string, down: string, columns: readonly Column[], asked: ReadonlySet<string>): GridTable {
  const place = ({ indicator, members }: Column, more: Readonly<Record<string, string>>): Place | null => {
    const code = codeOf(indicator, { ...members, ...more });
    return asked.has(code) ? { code, is: "entry", yearly: indicator.frequency !== undefined } : null;
  };
  if (down === "") {
    const rows = columns.map(
      (column): GridRow => ({ title: column.title, unit: unitOf(column.indicator), is: "entry", places: [place(column, {})] }),
    );
    return { id, down, columns: [], rows };
  }
  const [first] = columns;
  const members = first === undefined ? [] : membersOf(first.indicator, down);
  const total: GridRow = {
    title: "",
    unit: "",
    is: "total",
    places: columns.map(
      (column): Place => ({
        code: codeOf(column.indicator, column.members),
        is: "computed",
        yearly: column.indicator.frequency !== undefined,
        parts: members.flatMap((member) => place(column, { [down]: member.id })?.code ?? []),
      }),
    ),
  };
  const adds = columns.some(({ indicator }) => indicator.additive);
  return {
    id,
    down,
    columns: columns.map(({ title, indicator }) => `${title} (${unitOf(indicator)})`),
    rows: [
      ...members.map(
        (member): GridRow => ({
          title: member.vi,
          unit: "",
          is: "entry",
          places: columns.map((column) => place(column, { [down]: member.id })),
        }),
      ),
      ...(adds ? [total] : []),
    ],
  };
}
