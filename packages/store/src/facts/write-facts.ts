import { randomUUID } from "node:crypto";
import { type Fact, type FigureColumns, factKey, figureColumns } from "@khop/core";
import { type RawBuilder, sql, type Transaction } from "kysely";
import { type Acting, digestOf } from "../audit.ts";
import { editable, wrongState } from "../collect/step.ts";
import { keyIn, lockRow, renew, type SubmissionState } from "../collect/submission.ts";
import type { Store } from "../database/open.ts";
import { makePartitions } from "../database/partitions.ts";
import type { FactTable, Tables } from "../database/tables.ts";
import { unknownOrgUnit } from "../org-units.ts";
import { Raced, transact, type Work } from "../transact.ts";
import {
  addressColumns,
  factColumns,
  factIn,
  membersText,
  type StoredFact,
  sayingColumns,
  sayingOf,
  saysTheSame,
  versionColumns,
} from "./saying.ts";

/** A fact to be written. */
export interface FactEntry {
  readonly fact: Fact;
  /** The version that its author had seen, 0 for none; whatever stands there is replaced when this is not said. */
  readonly seen?: number;
}

/** Someone else wrote the same fact in the meantime: both values, for a person to choose. Nothing of it is written. */
export interface Conflict {
  readonly mine: Fact;
  readonly theirs: StoredFact;
}

export interface Written {
  /** How many facts are new or say something else now. */
  readonly written: number;
  readonly conflicts: readonly Conflict[];
}

export interface WriteOptions {
  /** The submission that they come from. */
  readonly submission?: string;
  readonly why?: string;
}

/**
 * Writes facts; what they said before stays as a version.
 *
 * - A fact that says what stands there already makes no version, and no conflict.
 * - Throws: KhopError `store/unknown-org-unit`, `store/bad-members`; `store/wrong-state` for what a submission holds that was sent.
 */
export async function writeFacts(
  store: Store,
  acting: Acting,
  entries: readonly FactEntry[],
  options: WriteOptions = {},
): Promise<Written> {
  await makePartitions(
    store,
    entries.map(({ fact }) => fact.period.id),
  );
  return transact(store, acting, async (work) => {
    await knownOrgUnits(work.trx, acting.province, entries);
    return writeIn(work, acting, entries, options);
  });
}

/** The same inside a work that has more to do; partitions must be there, and the units known. Who counts up the version of submissions besides names them. */
export async function writeIn(
  { trx, at, record }: Work,
  acting: Acting,
  entries: readonly FactEntry[],
  { submission, why, renews = [] }: WriteOptions & { readonly renews?: readonly string[] },
): Promise<Written> {
  if (entries.length === 0) return { written: 0, conflicts: [] };
  const { province, by } = acting;
  const standing = await lockStanding(trx, province, entries);
  const change = randomUUID();
  const rows = new Map<string, FactRow>();
  const conflicts: Conflict[] = [];
  for (const { fact, seen } of entries) {
    const key = factKey(fact);
    const before = rows.get(key) ?? standing.get(key);
    const saying = sayingOf(fact);
    if (before !== undefined && saysTheSame(saying, before)) continue;
    if (seen !== undefined && seen !== (before?.version ?? 0) && before !== undefined) {
      conflicts.push({ mine: fact, theirs: factIn(before) });
      continue;
    }
    rows.set(key, {
      province,
      period: fact.period.id,
      org_unit: fact.orgUnit,
      indicator: fact.indicator,
      members: membersText(fact),
      version: (standing.get(key)?.version ?? 0) + 1,
      ...saying,
      said_by: by,
      said_at: at as unknown as FactTable["said_at"],
      submission: submission ?? null,
      why: why ?? null,
      change,
      ...(fact.quantity === null ? {} : figureColumns(fact.quantity)),
    });
  }
  if (rows.size === 0) return { written: 0, conflicts };
  const renewed = submission === undefined ? await openSubmissions(trx, province, rows.keys(), standing) : renews;
  await insert(trx, [...rows.values()]);
  record({
    action: "facts.write",
    subject: submission ?? province,
    detail: { change, facts: rows.size, digest: digestOfVersions([...rows.values()]), renewed, ...(why === undefined ? {} : { why }) },
  });
  return { written: rows.size, conflicts };
}

/** A fact with what compiled rules reckon with; its versions do without. */
type FactRow = FactTable & Partial<FigureColumns>;

/** What seals the versions of one change: every row, in the order of addresses. */
export function digestOfVersions(rows: readonly FactTable[]): string {
  const texts = rows.map((row) => [
    row.period,
    row.org_unit,
    row.indicator,
    row.members,
    row.version,
    ...sayingColumns.map((column) => row[column]),
  ]);
  return digestOf(texts.map((one) => JSON.stringify(one)).sort());
}

/**
 * What was entered in a submission is changed from outside only while it may be changed there, and the submission has a new version then.
 *
 * - Throws: KhopError `store/wrong-state`.
 */
async function openSubmissions(
  trx: Transaction<Tables>,
  province: string,
  keys: Iterable<string>,
  standing: ReadonlyMap<string, FactTable>,
): Promise<readonly string[]> {
  const names = new Set([...keys].flatMap((one) => standing.get(one)?.submission ?? []));
  const renewed: string[] = [];
  for (const named of [...names].sort()) {
    const row = await lockRow(trx, province, keyIn(named));
    if (row === undefined) continue;
    if (!editable.includes(row.state as SubmissionState)) throw wrongState("write", "sửa", row.state as SubmissionState, editable);
    await renew(trx, row);
    renewed.push(named);
  }
  return renewed;
}

async function knownOrgUnits(trx: Transaction<Tables>, province: string, entries: readonly FactEntry[]): Promise<void> {
  const named = [...new Set(entries.map(({ fact }) => fact.orgUnit))];
  if (named.length === 0) return;
  const found = await trx.selectFrom("org_unit").select("id").where("province", "=", province).where("id", "in", named).execute();
  const known = new Set(found.map(({ id }) => id));
  const missing = named.find((id) => !known.has(id));
  if (missing !== undefined) throw unknownOrgUnit(province, missing);
}

const quoted = (names: readonly string[], of = "") => names.map((name) => `${of}"${name}"`).join(", ");

const ofFact = sql.raw(quoted(factColumns(), "fact."));

/** The rows that are there, kept from others until the work is done; always in one order, so that nobody waits for each other. */
async function lockStanding(trx: Transaction<Tables>, province: string, entries: readonly FactEntry[]): Promise<Map<string, FactTable>> {
  const asked = entries.map(({ fact }) => ({
    period: fact.period.id,
    org_unit: fact.orgUnit,
    indicator: fact.indicator,
    members: membersText(fact),
  }));
  // Said again as lists, so that the planner takes the index whatever it knows of the tables.
  const periods = [...new Set(asked.map(({ period }) => period))];
  const orgUnits = [...new Set(asked.map(({ org_unit }) => org_unit))];
  const { rows } = await sql<FactTable>`
    select ${ofFact} from fact
    join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (period text, org_unit text, indicator text, members text)
      using (period, org_unit, indicator, members)
    where fact.province = ${province} and fact.period in (${sql.join(periods)}) and fact.org_unit in (${sql.join(orgUnits)})
    order by fact.period, fact.org_unit, indicator, members for update of fact`.execute(trx);
  return new Map(rows.map((row) => [factKey(factIn(row)), row]));
}

const columns = factColumns();
const ends = ["", "cut_", "round_"].flatMap((how) => [`${how}lo`, `${how}hi`, `${how}lo_closed`, `${how}hi_closed`]);
const reckoned = [...ends, "is_round", "is_long"];
const every = [...columns, ...reckoned];

/** What all rows of one writing have in common, and what each has for itself. */
const common = ["province", "said_by", "said_at", "submission", "why", "change"] as const satisfies readonly (keyof FactRow)[];
const isCommon = new Set<string>(common);

/** The same text each time: put together once. */
const inserting = {
  input: every.map((name) => (isCommon.has(name) ? `common."${name}"` : `own."${name}"`)).join(", "),
  every: quoted(every),
  names: quoted(columns),
  address: quoted(addressColumns),
  updates: [...versionColumns(), ...reckoned].map((name) => `"${name}" = excluded."${name}"`).join(", "),
};
const text = Object.fromEntries(Object.entries(inserting).map(([part, one]) => [part, sql.raw(one)])) as Record<
  keyof typeof inserting,
  RawBuilder<unknown>
>;

/** All rows in one statement: where the facts stand now, and as versions for good. What is common to all goes once, and what a row has none of not at all. */
async function insert(trx: Transaction<Tables>, rows: readonly FactRow[]): Promise<void> {
  const [first] = rows;
  const shared = Object.fromEntries(common.map((name) => [name, first?.[name] ?? null]));
  const { rows: written } = await sql<{ written: number }>`
    with standing as (
      insert into fact (${text.every}) select ${text.input}
      from json_populate_recordset(null::fact, ${JSON.stringify(rows.map(ownOf))}::json) as own,
        json_populate_record(null::fact, ${JSON.stringify(shared)}::json) as common
      on conflict (${text.address}) do update set ${text.updates} where fact.version = excluded.version - 1
      returning ${text.names}
    ),
    kept as (insert into fact_version (${text.names}) select ${text.names} from standing returning 1)
    select count(*)::integer as written from kept`.execute(trx);
  if (written[0]?.written !== rows.length) throw new Raced();
}

function ownOf(row: FactRow): object {
  const own: Record<string, unknown> = {};
  for (const name in row) {
    const value = row[name as keyof FactRow];
    if (value !== null && !isCommon.has(name)) own[name] = value;
  }
  return own;
}
