import { type RawBuilder, sql } from "kysely";
import type { Store } from "./database/open.ts";
import { sayingColumns } from "./facts/saying.ts";
import type { AuditFault } from "./verify-audit.ts";

/** A row that is not as the trail says; no `seq` where no entry knows of it. */
interface Stray {
  readonly seq: number | null;
  readonly row: string;
}

/** Rows of all tables that the trail tells of which are not as it tells them: changed, gone, or there without an entry. */
export async function strayRows(store: Pick<Store, "db">, province: string, last: number): Promise<readonly AuditFault[]> {
  const faults: AuditFault[] = [];
  for (const [what, query] of checks) {
    const { rows } = await query(province).execute(store.db);
    faults.push(...rows.map(({ seq, row }) => ({ seq: seq ?? last, what, row })));
  }
  return faults;
}

const audit = (province: string, which: RawBuilder<unknown>) =>
  sql`(select seq, at, by, subject, action, detail from audit where province = ${province} and ${which}) as audit`;

const submissionKey = sql`regime || '|' || period || '|' || org_unit`;

/** What is told and what is there, by one key; `said` is all that is compared. */
const compared = (told: RawBuilder<unknown>, there: RawBuilder<unknown>) => sql<Stray>`
  with told as (${told}), there as (${there})
  select told.seq, coalesce(told.key, there.key) as row from told full join there using (key) where told.said is distinct from there.said order by 1, 2`;

const checks: readonly (readonly [AuditFault["what"], (province: string) => RawBuilder<Stray>])[] = [
  [
    "orgUnits",
    (province) =>
      compared(
        sql`select distinct on (unit ->> 'id') seq, unit ->> 'id' as key,
            jsonb_build_array(unit ->> 'name', unit ->> 'level', unit ->> 'parent', unit ->> 'validFrom', unit ->> 'validTo') as said
          from ${audit(province, sql`action = 'orgUnits.put'`)}, jsonb_array_elements(detail -> 'orgUnits') as unit order by unit ->> 'id', seq desc`,
        sql`select id as key, jsonb_build_array(name, level, parent, valid_from::text, valid_to::text) as said from org_unit where province = ${province}`,
      ),
  ],
  [
    "lineage",
    (province) =>
      compared(
        // Earlier versions added to the list; since, each entry holds the whole.
        sql`select distinct on (key) seq, key, said from (
            select seq, jsonb_build_array(change ->> 'on', change -> 'from', change -> 'into')::text as key, jsonb_build_array(change ->> 'change', change ->> 'source') as said
            from ${audit(province, sql`action = 'lineage.put'`)}, jsonb_array_elements(detail -> 'lineage') as change
            where seq >= coalesce((select max(seq) from audit where province = ${province} and action = 'lineage.put' and detail ? 'whole'), 0)
          ) as every order by key, seq desc`,
        sql`select jsonb_build_array(on_day::text, to_jsonb(from_units), to_jsonb(into_units))::text as key, jsonb_build_array(change, source) as said
          from lineage where province = ${province}`,
      ),
  ],
  [
    "roles",
    (province) =>
      compared(
        sql`select seq, concat_ws(' ', subject, granted ->> 'role', granted ->> 'orgUnit', granted ->> 'regime') as key, true as said
          from (select distinct on (subject) * from ${audit(province, sql`action = 'roles.put'`)} order by subject, seq desc) as newest,
            jsonb_array_elements(detail -> 'grants') as granted group by 1, 2`,
        sql`select concat_ws(' ', user_id, role, org_unit, nullif(regime, '')) as key, true as said from role where province = ${province}`,
      ),
  ],
  [
    "periods",
    (province) => sql<Stray>`
      select audit.seq, coalesce(audit.subject, there.key) as row
      from ${audit(province, sql`action = 'period.open'`)}
      full join (select *, regime || '|' || period as key from collection where province = ${province}) as there on there.key = audit.subject
      where audit.seq is null or there.key is null or (there.due_on::text, there.regime_version, there.opened_by, there.opened_at)
        is distinct from (audit.detail ->> 'dueOn', audit.detail ->> 'version', audit.by, audit.at)
        -- Earlier versions said nothing of these.
        or (audit.detail ? 'blocks' and (there.blocks, there.from_day::text, there.to_day::text)
          is distinct from (audit.detail ->> 'blocks', audit.detail -> 'window' ->> 'from', audit.detail -> 'window' ->> 'to'))
      order by 1, 2`,
  ],
  ["submissions", (province) => submissions(province)],
  [
    "steps",
    (province) =>
      compared(
        sql`select seq, subject || ' ' || (detail ->> 'version') as key,
            jsonb_build_array(substr(action, 12), at, by, detail ->> 'as', detail ->> 'reason', coalesce(detail -> 'cells', '[]')) as said
          from ${audit(province, sql`action like 'submission.%'`)}`,
        sql`select ${submissionKey} || ' ' || seq as key, jsonb_build_array(action, at, by, "as", reason, cells) as said
          from submission_step where province = ${province}`,
      ),
  ],
  [
    "waivers",
    (province) =>
      compared(
        sql`select distinct on (key) * from (
            select seq, subject || ' ' || (detail ->> 'finding') as key, jsonb_build_array(detail -> 'message', detail ->> 'reason', by, at) as said
            from ${audit(province, sql`action = 'finding.waive'`)}) as every order by key, seq`,
        sql`select ${submissionKey} || ' ' || finding as key, jsonb_build_array(message, reason, by, at) as said from waiver where province = ${province}`,
      ),
  ],
  [
    "comments",
    (province) =>
      compared(
        sql`select seq, subject || ' ' || (detail ->> 'id') as key, jsonb_build_array(detail ->> 'cell', detail ->> 'text', by, at) as said
          from ${audit(province, sql`action = 'comment.add'`)}`,
        sql`select ${submissionKey} || ' ' || id as key, jsonb_build_array(cell, text, by, at) as said from comment where province = ${province}`,
      ),
  ],
  [
    "evidence",
    (province) =>
      compared(
        sql`select seq, subject || ' ' || (detail ->> 'id') as key,
            jsonb_build_array(detail ->> 'cell', detail ->> 'name', detail ->> 'type', detail -> 'size', detail ->> 'sha256', by, at) as said
          from ${audit(province, sql`action = 'evidence.add'`)}`,
        sql`select ${submissionKey} || ' ' || id as key, jsonb_build_array(cell, name, type, size, sha256, by, at) as said
          from evidence where province = ${province}`,
      ),
  ],
  [
    "passages",
    (province) =>
      compared(
        sql`select seq, concat_ws(' ', subject, passage ->> 'passage', passage ->> 'version') as key, jsonb_build_array(by, at, detail ->> 'why') as said
          from ${audit(province, sql`action = 'passages.write'`)}, jsonb_array_elements(detail -> 'passages') as passage`,
        sql`select concat_ws(' ', ${submissionKey}, passage, version) as key, jsonb_build_array(by, at, why) as said from passage where province = ${province}`,
      ),
  ],
  [
    "templates",
    (province) =>
      compared(
        sql`select seq, subject || ' ' || (detail ->> 'version') as key, jsonb_build_array(by, at, detail ->> 'why') as said
          from ${audit(province, sql`action = 'template.write'`)}`,
        sql`select regime || '|' || template || ' ' || version as key, jsonb_build_array(by, at, why) as said from template where province = ${province}`,
      ),
  ],
  [
    "reports",
    (province) =>
      compared(
        sql`select distinct on (subject) seq, subject as key, jsonb_build_array(
            case action when 'report.draft' then 'drafted' when 'report.check' then 'checked' when 'report.sign' then 'signed' else 'withdrawn' end,
            detail -> 'version', (detail ->> 'until')::timestamptz, detail ->> 'regimeVersion', detail -> 'head') as said
          from ${audit(province, sql`action like 'report.%'`)} order by subject, seq desc`,
        sql`select ${submissionKey} as key, jsonb_build_array(state, version, until, regime_version, head) as said from report where province = ${province}`,
      ),
  ],
  [
    "reports",
    (province) =>
      compared(
        sql`select seq, subject || ' ' || (detail ->> 'version') as key,
            jsonb_build_array(substr(action, 8), at, by, detail ->> 'reason', (detail ->> 'until')::timestamptz, detail ->> 'regimeVersion', detail -> 'head') as said
          from ${audit(province, sql`action like 'report.%'`)}`,
        sql`select ${submissionKey} || ' ' || seq as key, jsonb_build_array(action, at, by, reason, until, regime_version, head) as said
          from report_step where province = ${province}`,
      ),
  ],
  [
    "reminders",
    (province) =>
      compared(
        sql`select distinct on (key) * from (
            select seq, concat_ws(' ', subject, detail ->> 'kind', detail ->> 'dueOn', detail ->> 'recipient') as key, to_jsonb(at) as said
            from ${audit(province, sql`action = 'reminder.send'`)}) as every order by key, seq desc`,
        // One that was taken and not sent yet is in no entry.
        sql`select concat_ws(' ', ${submissionKey}, kind, due_on::text, recipient) as key, to_jsonb(sent_at) as said
          from reminder where province = ${province} and sent_at is not null`,
      ),
  ],
  ["webhooks", (province) => webhooks(province)],
  [
    "facts",
    (province) => {
      const key = sql`concat_ws(' ', period, org_unit, indicator, nullif(members, ''))`;
      const said = sql`jsonb_build_array(version, ${sql.join(sayingColumns.map((column) => sql.ref(column)))}, said_by, said_at, submission, why, change)`;
      return compared(
        sql`select distinct on (period, org_unit, indicator, members) null::integer as seq, ${key} as key, ${said} as said
          from fact_version where province = ${province} order by period, org_unit, indicator, members, version desc`,
        sql`select ${key} as key, ${said} as said from fact where province = ${province}`,
      );
    },
  ],
  [
    "facts",
    (province) => sql<Stray>`
      select audit.seq, concat_ws(' ', period, org_unit, indicator, nullif(members, ''), version) as row
      from (select * from fact_version where province = ${province}) as there
      left join (select *, (detail ->> 'change')::uuid as change from ${audit(province, sql`action = 'facts.write'`)}) as audit using (change)
      where audit.seq is null or (there.said_by, there.said_at, there.submission, there.why)
        is distinct from (audit.by, audit.at, nullif(audit.subject, ${province}), audit.detail ->> 'why') order by 1, 2`,
  ],
];

/** How each submission must stand: opened, then moved by its steps; its version counts them and the writings that it was renewed by. */
const submissions = (province: string) => sql<Stray>`
  with opened as (
    select distinct on (key) * from (
      select seq, subject || '|' || unit as key, detail ->> 'dueOn' as due_on
      from ${audit(province, sql`action = 'period.open'`)}, jsonb_array_elements_text(detail -> 'orgUnits') as unit) as every order by key, seq),
  steps as (select seq, at, subject as key, substr(action, 12) as action, detail from ${audit(province, sql`action like 'submission.%'`)}),
  last as (select distinct on (key) key, seq, action, detail ->> 'state' as state from steps order by key, seq desc),
  begun as (select key, max(seq) as seq from steps where action in ('submit', 'return', 'unlock') group by key),
  approved as (
    select key, array_agg(detail ->> 'as' order by steps.seq) as by_units from steps left join begun using (key)
    where action = 'approve' and steps.seq > coalesce(begun.seq, 0) group by key),
  counted as (
    select key, count(*) as steps, min(at) filter (where action = 'submit') as first_at, max(at) filter (where action = 'submit') as last_at
    from steps group by key),
  renewed as (
    select key, count(*) as times from ${audit(province, sql`action = 'facts.write'`)}, jsonb_array_elements_text(detail -> 'renewed') as key group by key),
  -- Entries of earlier versions do not say which submissions they renewed; then a version can be too low only.
  loose as (select exists (select 1 from audit where province = ${province} and action = 'facts.write' and not detail ? 'renewed') as is),
  there as (select *, ${submissionKey} as key from submission where province = ${province})
  select coalesce(last.seq, opened.seq) as seq, coalesce(opened.key, there.key) as row
  from opened full join there using (key) left join last using (key) left join approved using (key) left join counted using (key) left join renewed using (key)
  where opened.seq is null or there.version is null or there.due_on::text <> opened.due_on
    or not (there.state = any(case
      when last.state is not null then array[last.state]
      when last.action is null then array['draft']
      when last.action = 'submit' then array['submitted']
      when last.action = 'approve' then array['submitted', 'approved']
      when last.action = 'lock' then array['locked']
      else array['returned'] end))
    or there.approved_by is distinct from coalesce(approved.by_units, '{}')
    or (there.first_submitted_at, there.submitted_at) is distinct from (counted.first_at, counted.last_at)
    or there.version < 1 + coalesce(counted.steps, 0) + coalesce(renewed.times, 0)
    or (there.version > 1 + coalesce(counted.steps, 0) + coalesce(renewed.times, 0) and not (select loose.is from loose))
  order by 1, 2`;

/** Secrets are in no entry; where a webhook is told and of what is. */
const webhooks = (province: string) => sql<Stray>`
  with deeds as (select seq, at, by, subject as key, action, detail from ${audit(province, sql`action like 'webhook.%' and action <> 'webhook.dead'`)}),
  made as (
    select seq, key, by, at,
      (select detail ->> 'host' from deeds as one where one.key = deeds.key and one.detail ? 'host' order by seq desc limit 1) as host,
      (select detail -> 'events' from deeds as one where one.key = deeds.key and one.detail ? 'events' order by seq desc limit 1) as events
    from deeds where action = 'webhook.add' and not exists (select 1 from deeds as gone where gone.key = deeds.key and gone.action = 'webhook.remove')),
  there as (select *, id::text as key from webhook where province = ${province})
  select made.seq, coalesce(made.key, there.key) as row from made full join there using (key)
  where made.seq is null or there.id is null or (there.made_by, there.made_at, to_jsonb(there.events)) is distinct from (made.by, made.at, made.events)
    or strpos(lower(there.url), lower(made.host)) = 0 order by 1, 2`;
