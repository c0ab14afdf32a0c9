import { figureColumns, quantity, unitOf } from "@khop/core";
import { type AuditEntry, digestOf, sealOf } from "../audit.ts";
import type { FactTable } from "../database/tables.ts";
import { digestOfVersions } from "../facts/write-facts.ts";

/** Rows as an earlier version left them, by the step that made their tables: what was done, in its words, and what it did. */
export interface LeftBehind {
  /** What rows of its day and before need to be there first. */
  readonly homes?: readonly string[];
  /** How rows of earlier steps were written from then on: one text for another. */
  readonly from?: readonly (readonly [before: string, then: string])[];
  readonly rows: readonly string[];
  readonly deeds: readonly Pick<AuditEntry, "action" | "subject" | "detail">[];
}

export const province = "p";
const at = "2024-10-15T02:00:00.123Z";
const by = "lan";
const key = "'p', '2024-M10', 'r', 'xa'";
const named = "r|2024-M10|xa";
const uuid = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const told = `'${by}', '${at}'`;
const sha256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

const figure: Partial<FactTable> = {
  value: "12.50",
  upper: null,
  decimals: 2,
  exponent: 9,
  unit: "đồng",
  unit_kind: "money",
  unit_dimension: null,
  unit_exponent: null,
  exact: null,
  hedge: "about",
  status: "stated",
  as_of: null,
  source: "sổ",
};
const address = { province, period: "2024-M10", org_unit: "xa", indicator: "spent", members: "by=road", version: 1 };
const saying = "value, upper, decimals, exponent, unit, unit_kind, unit_dimension, unit_exponent, exact, hedge, status, as_of, source";
const said = "12.50, null, 2, 9, 'đồng', 'money', null, null, false, 'about', 'stated', null, 'sổ'";
const columns = `province, period, org_unit, indicator, members, version, ${saying}, said_by, said_at, submission, why, change`;
const values = `'p', '2024-M10', 'xa', 'spent', 'by=road', 1, ${said}, ${told}, null, null, '${uuid(1)}'`;

/** What compiled rules reckon with of that figure. */
const ends = figureColumns(quantity({ value: "12.50", unit: unitOf("đồng"), exponent: 9, decimals: 2, exact: false, hedge: "about" }));
const literal = (end: string | boolean | null): string => (end === null ? "null" : String(end));

export const leftBehind: Readonly<Record<string, LeftBehind>> = {
  "0001-facts": {
    rows: [
      "insert into org_unit (province, id, name, level, parent, valid_from, valid_to) values ('p', 'xa', 'xã', 'commune', null, null, '2025-06-30'), ('p', 'xa-moi', 'xã mới', 'commune', null, '2025-07-01', null)",
      "insert into lineage (province, on_day, change, from_units, into_units, source) values ('p', '2025-07-01', 'rename', '{xa}', '{xa-moi}', 'Nghị quyết')",
      "create table fact_2024_m10 partition of fact for values in ('2024-M10')",
      "create table fact_version_2024_m10 partition of fact_version for values in ('2024-M10')",
      `insert into fact (${columns}, ${Object.keys(ends).join(", ")}) values (${values}, ${Object.values(ends).map(literal).join(", ")})`,
      `insert into fact_version (${columns}) values (${values})`,
    ],
    deeds: [
      {
        action: "orgUnits.put",
        subject: province,
        detail: {
          orgUnits: [
            { id: "xa", name: "xã", level: "commune", parent: null, validFrom: null, validTo: "2025-06-30" },
            { id: "xa-moi", name: "xã mới", level: "commune", parent: null, validFrom: "2025-07-01", validTo: null },
          ],
        },
      },
      {
        action: "lineage.put",
        subject: province,
        detail: { lineage: [{ on: "2025-07-01", change: "rename", from: ["xa"], into: ["xa-moi"], source: "Nghị quyết" }] },
      },
      {
        action: "facts.write",
        subject: province,
        detail: { change: uuid(1), facts: 1, digest: digestOfVersions([{ ...address, ...figure, exact: false } as FactTable]) },
      },
    ],
  },
  "0002-collect": {
    rows: [
      `insert into collection (province, period, regime, regime_version, from_day, to_day, due_on, blocks, opened_at, opened_by)
        values ('p', '2024-M10', 'r', '1', '2024-09-15', '2024-10-14', '2024-10-21', 'error', '${at}', '${by}')`,
      `insert into submission (province, period, regime, org_unit, state, version, due_on, first_submitted_at, submitted_at, approved_by)
        values (${key}, 'approved', 3, '2024-10-21', '${at}', '${at}', '{xa}')`,
      `insert into submission_step (province, period, regime, org_unit, seq, action, at, by, "as", reason, cells)
        values (${key}, 2, 'submit', '${at}', '${by}', null, null, '[]'), (${key}, 3, 'approve', '${at}', '${by}', 'xa', null, '[]')`,
      `insert into waiver (province, period, regime, org_unit, finding, message, reason, by, at)
        values (${key}, 'f', '{"vi": "lệch", "en": "off"}', 'đã đối chiếu', ${told})`,
      `insert into comment (province, period, regime, org_unit, id, cell, text, by, at) values (${key}, '${uuid(2)}', null, 'xem lại', ${told})`,
    ],
    deeds: [
      { action: "period.open", subject: "r|2024-M10", detail: { dueOn: "2024-10-21", orgUnits: ["xa"], version: "1" } },
      { action: "finding.waive", subject: named, detail: { finding: "f", reason: "đã đối chiếu", message: { vi: "lệch", en: "off" } } },
      { action: "submission.submit", subject: named, detail: { version: 2 } },
      { action: "submission.approve", subject: named, detail: { version: 3, as: "xa" } },
      { action: "comment.add", subject: named, detail: { id: uuid(2), text: "xem lại" } },
    ],
  },
  "0003-access": {
    rows: [
      "insert into role (province, user_id, role, org_unit, regime) values ('p', 'lan', 'clerk', 'xa', '')",
      `insert into token (id, user_id, name, hash, scopes, created_at, expires_at, revoked_at) values ('${uuid(3)}', 'lan', 't', 'h', '{read}', '${at}', null, null)`,
      `insert into answer (asker, key, request, status, body, at) values ('lan', 'k', 'POST /', 200, '{}', '${at}')`,
      "insert into setting (name, value) values ('secret', 's')",
    ],
    deeds: [{ action: "roles.put", subject: "lan", detail: { grants: [{ role: "clerk", orgUnit: "xa" }] } }],
  },
  "0004-texts": {
    rows: [
      `insert into passage (province, period, regime, org_unit, passage, version, text, by, at, why) values (${key}, 'judgement', 1, 'Tốt.', ${told}, null)`,
      `insert into report (province, period, regime, org_unit, state, version, until, regime_version, head) values (${key}, 'drafted', 1, '${at}', '1', '{"letter": {}}')`,
      `insert into report_step (province, period, regime, org_unit, seq, action, at, by, reason, until, regime_version, head)
        values (${key}, 1, 'draft', '${at}', '${by}', null, '${at}', '1', '{"letter": {}}')`,
      `insert into evidence (province, period, regime, org_unit, id, cell, name, type, size, sha256, bytes, by, at)
        values (${key}, '${uuid(4)}', null, 'so.txt', 'text/plain', 3, '${sha256}', 'foo'::bytea, ${told})`,
    ],
    deeds: [
      {
        action: "passages.write",
        subject: named,
        detail: { passages: [{ passage: "judgement", version: 1, digest: digestOf("Tốt.") }] },
      },
      { action: "report.draft", subject: named, detail: { version: 1, until: at, regimeVersion: "1", head: { letter: {} }, passages: "" } },
      { action: "evidence.add", subject: named, detail: { id: uuid(4), name: "so.txt", type: "text/plain", size: 3, sha256 } },
    ],
  },
  "0005-one-statement": { rows: [], deeds: [] },
  "0006-reminders": {
    rows: [
      `insert into reminder (province, period, regime, org_unit, due_on, kind, recipient, by, taken_at, sent_at)
        values (${key}, '2024-10-21', 'owed', 'lan', '${by}', '${at}', '${at}')`,
    ],
    deeds: [{ action: "reminder.send", subject: named, detail: { kind: "owed", dueOn: "2024-10-21", recipient: "lan" } }],
  },
  "0007-jobs": {
    rows: [
      `insert into job (id, kind, asked_by, province, asked, input, state, attempt, done, whole, events, asked_at, ended_at, keep_until, problem, result_name, result_type, result)
        values ('${uuid(5)}', 'compose', 'lan', 'p', '{}', null, 'done', 1, 1, 1, 1, '${at}', '${at}', '2999-01-01', null, 'a.md', 'text/markdown', 'a'::bytea)`,
      `insert into job_event (job, seq, at, event, data) values ('${uuid(5)}', 1, '${at}', 'done', '{}')`,
      `insert into webhook (province, id, url, events, secret, secret_before, secret_before_until, since, made_at, made_by)
        values ('p', '${uuid(6)}', 'https://hook.example/', '{period.opened}', 's', null, null, 1, '${at}', '${by}')`,
      "insert into webhook_head (province, seq) values ('p', 1)",
      `insert into webhook_delivery (province, id, webhook, event, payload, at, state, tries, status, error, ended_at)
        values ('p', '${uuid(7)}', '${uuid(6)}', 'period.opened', '{}', '${at}', 'delivered', 1, 200, null, '${at}')`,
    ],
    deeds: [{ action: "webhook.add", subject: uuid(6), detail: { host: "hook.example", events: ["period.opened"] } }],
  },
  "0008-templates": {
    rows: [
      `insert into template (province, regime, template, version, text, by, at, why) values ('p', 'r', 'wording', 1, 'mẫu', ${told}, null)`,
    ],
    deeds: [
      { action: "template.write", subject: "r|wording", detail: { regime: "r", template: "wording", version: 1, digest: digestOf("mẫu") } },
    ],
  },
  "0009-lineage-version": { rows: [], deeds: [] },
  "0010-by-province-and-period": {
    homes: [
      "collection",
      "submission",
      "submission_step",
      "waiver",
      "comment",
      "passage",
      "report",
      "report_step",
      "evidence",
      "reminder",
    ].map((table) => `create table ${table}_2024 partition of ${table} for values from ('2024') to ('2024~')`),
    from: [["job_event (job, seq, at, event, data) values (", "job_event (province, job, seq, at, event, data) values ('p', "]],
    rows: [],
    deeds: [],
  },
};

/** What a store held after some steps, as its version wrote it. */
export function rowsOf(steps: readonly string[]): readonly string[] {
  const left = steps.flatMap((step) => leftBehind[step] ?? []);
  const written = left.flatMap(({ rows }) => rows);
  const as = left.flatMap(({ from }) => from ?? []);
  return [
    ...left.flatMap(({ homes }) => homes ?? []),
    ...written.map((row) => as.reduce((text, [before, then]) => text.replace(before, then), row)),
    ...trailOf(steps),
  ];
}

/** The trail of some steps, sealed as every version has sealed it. */
function trailOf(steps: readonly string[]): readonly string[] {
  let before = "";
  let seq = 0;
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const entries = steps
    .flatMap((step) => leftBehind[step]?.deeds ?? [])
    .map((deed) => {
      seq += 1;
      const entry = { province, seq, at: new Date(at), by, ...deed, before };
      const seal = sealOf(entry);
      const row = `('p', ${seq}, '${at}', '${by}', ${quote(deed.action)}, ${quote(deed.subject)}, ${quote(JSON.stringify(deed.detail))}, '${before}', '${seal}')`;
      before = seal;
      return `insert into audit (province, seq, at, by, action, subject, detail, before, seal) values ${row}`;
    });
  return [...entries, `insert into audit_head (province, seq, seal) values ('p', ${seq}, '${before}')`];
}
