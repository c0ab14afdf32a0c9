import { type RawBuilder, sql } from "kysely";
import type { Store } from "../database/open.ts";
import type { Saying } from "../database/tables.ts";
import { membersIn } from "./saying.ts";

/** Units whose facts are wanted, and which indicators of them; all where none are named. */
export interface FactReach {
  readonly orgUnits: readonly string[];
  readonly indicators?: readonly string[];
}

/** What a list of facts is in order of. */
export type FactPlace = readonly [orgUnit: string, indicator: string, members: string];

/** A part of the facts of a period: so many, behind a place. */
export interface FactPage {
  readonly province: string;
  readonly period: string;
  readonly reach: readonly FactReach[];
  readonly indicator?: string;
  /** As the store knew them then. */
  readonly until?: Date;
  readonly after?: FactPlace;
  readonly limit: number;
}

/** A fact as it is shown: its value as decimal text with the decimals that were said, its time as an ISO instant. Nothing is reckoned with it. */
export interface ShownFact {
  readonly indicator: string;
  readonly orgUnit: string;
  readonly period: string;
  readonly members?: Record<string, string>;
  readonly value: string | null;
  readonly decimals?: number;
  readonly unit?: { id: string; kind: string };
  readonly exponent?: number;
  readonly upper?: string;
  readonly hedge?: string;
  readonly status: string;
  readonly asOf?: string;
  readonly source?: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly why?: string;
  readonly submission?: string;
}

/**
 * Facts of a period in the order of their addresses, and the place behind which there are more, if there are.
 *
 * The database cuts the part out: a page costs what it holds, however many facts the period has.
 */
export async function pageFacts(
  store: Pick<Store, "db">,
  page: FactPage,
): Promise<{ readonly items: ShownFact[]; readonly next: FactPlace | undefined }> {
  if (page.reach.length === 0) return { items: [], next: undefined };
  const { rows } = await asking(page).execute(store.db);
  const hasMore = rows.length > page.limit;
  if (hasMore) rows.length = page.limit;
  const last = hasMore ? rows.at(-1) : undefined;
  return { items: rows.map(shownIn), next: last && [last.org_unit, last.indicator, last.members] };
}

function asking({ province, period, reach, indicator, until, after, limit }: FactPage): RawBuilder<ShownRow> {
  const named = indicator === undefined ? all : sql`and indicator = ${indicator}`;
  const behind = after === undefined ? all : sql`and (org_unit, indicator, members) > (${after[0]}, ${after[1]}, ${after[2]})`;
  const where = sql`where province = ${province} and period = ${period} and ${reached(reach)} ${named} ${behind}`;
  const order = sql`order by org_unit, indicator, members`;
  if (until === undefined) return sql`select ${columns} from fact ${where} ${order} limit ${limit + 1}`;
  return sql`select distinct on (org_unit, indicator, members) ${columns} from fact_version
    ${where} and said_at <= ${until} ${order}, version desc limit ${limit + 1}`;
}

const all = sql``;

function reached(reach: readonly FactReach[]): RawBuilder<unknown> {
  const each = reach.map(({ orgUnits, indicators }) => {
    const [first] = orgUnits;
    const units = orgUnits.length === 1 && first !== undefined ? sql`org_unit = ${first}` : sql`org_unit = any(${orgUnits}::text[])`;
    return indicators === undefined ? units : sql`${units} and indicator = any(${indicators}::text[])`;
  });
  return sql`(${sql.join(each, sql` or `)})`;
}

const columns = sql.raw(`period, org_unit, indicator, members, value::text, upper::text, decimals, exponent, unit, unit_kind, hedge,
  status, as_of, source, version, said_by, submission, why,
  to_char(said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`);

interface ShownRow extends Omit<Saying, "unit_dimension" | "unit_exponent" | "exact"> {
  readonly period: string;
  readonly org_unit: string;
  readonly indicator: string;
  readonly members: string;
  readonly version: number;
  readonly said_by: string;
  readonly submission: string | null;
  readonly why: string | null;
  readonly at: string;
}

/** What is not said is left out; a list of hundreds is put together property by property. */
function shownIn(row: ShownRow): ShownFact {
  const { value, decimals, exponent, upper, hedge, as_of, source, why, submission } = row;
  const shown: { -readonly [K in keyof ShownFact]?: ShownFact[K] } = {
    indicator: row.indicator,
    orgUnit: row.org_unit,
    period: row.period,
  };
  if (row.members !== "") Object.assign(shown, membersIn(row.members));
  shown.value = value;
  if (value !== null) {
    shown.decimals = decimals ?? 0;
    shown.unit = { id: row.unit ?? "", kind: row.unit_kind ?? "count" };
    shown.exponent = exponent ?? 0;
  }
  if (upper !== null) shown.upper = upper;
  if (hedge !== null) shown.hedge = hedge;
  shown.status = row.status;
  if (as_of !== null) shown.asOf = as_of;
  if (source !== null) shown.source = source;
  shown.version = row.version;
  shown.by = row.said_by;
  shown.at = row.at;
  if (why !== null) shown.why = why;
  if (submission !== null) shown.submission = submission;
  return shown as ShownFact;
}
