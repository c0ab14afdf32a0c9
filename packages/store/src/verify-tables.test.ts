import { period } from "@khop/core";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addComment, addWebhook, approve, attachEvidence, changeWebhook, checkReport, checkSubmission, draftReport, giveBack, lock, openPeriod, openQueue, putLineage, putOrgUnits, putRoles, remindOnce,
  removeWebhook, type Store, saveEntries, signReport, submit, unlock, verifyAudit, waiveFinding, withdrawReport, writeFacts, writePassages, writeTemplate,
} from "./index.ts";
import { onBoth } from "./testing/index.ts";
import { entered, fitting, madeUpUnits, madeUpRegime as regime } from "./testing/made-up.ts";

const acting = { province: "lam-son", by: "lan" };
const key = (orgUnit: string) => ({ regime: regime.id, period: "2024-M10", orgUnit });

await onBoth({ describe, afterAll }, "every table that the trail tells of", (database) => {
  let store: Store;
  let now = new Date("2024-10-15T02:00:00.123Z");
  beforeAll(async () => {
    store = await database.newStore({ now: () => now });
    const later = () => { now = new Date(now.getTime() + 3_600_000); };
    await putOrgUnits(store, acting, madeUpUnits(2, 4));
    await putOrgUnits(store, acting, [{ id: "tinh", name: "tỉnh Lam Sơn mới", level: "province", parent: null, validFrom: null, validTo: null }]);
    await putLineage(store, acting, [1, 2, 3, 4].map((n) => ({ on: "2025-07-01", change: "rename" as const, from: [`xa-${n}`], into: [`xa-${n}-2025`], source: "Nghị quyết" })));
    await putRoles(store, acting, "mai", [{ role: "clerk", orgUnit: "xa-1" }, { role: "reader", orgUnit: "tinh", regime: "r" }]);
    await putRoles(store, acting, "mai", [{ role: "clerk", orgUnit: "xa-2" }, { role: "reader", orgUnit: "tinh", regime: "r" }]);
    await putRoles(store, acting, "binh", []);
    await openPeriod(store, acting, regime, period("2024-M10"), { blocks: "review" });
    await writeFacts(store, acting, [1, 2, 3, 4].map((n) => ({ fact: entered(`xa-${n}`, "2024-M09", "pending", "5") })));
    const enter = (orgUnit: string, values: Readonly<Record<string, string>>) => saveEntries(store, acting, regime, key(orgUnit), Object.entries(values).map(([name, value]) => ({ fact: entered(orgUnit, "2024-M10", name, value) })), { why: "sổ" });
    for (const unit of ["xa-1", "xa-2", "xa-3"]) { later(); await enter(unit, fitting); }
    // One that was written from outside while it was a draft, and one whose finding was waived.
    await writeFacts(store, acting, [{ fact: entered("xa-1", "2024-M10", "pending", "15.0") }, { fact: entered("xa-3", "2024-M10", "pending", "16") }]);
    const [finding] = (await checkSubmission(store, acting.province, regime, key("xa-3"))).findings;
    for (const reason of ["đã đối chiếu", "lần nữa"]) { later(); await waiveFinding(store, acting, regime, key("xa-3"), { finding: finding?.id ?? "", reason }); }
    for (const unit of ["xa-1", "xa-2", "xa-3"]) { later(); await submit(store, acting, regime, key(unit)); }
    await giveBack(store, acting, key("xa-1"), { as: "huyen-1", reason: "lệch", cells: [{ cell: "indicator:received", reason: "sổ ghi khác" }] });
    later();
    await submit(store, acting, regime, key("xa-1"));
    await approve(store, acting, key("xa-1"), { as: "huyen-1" });
    for (const as of ["huyen-2", "tinh"]) await approve(store, acting, key("xa-2"), { as });
    await lock(store, acting, key("xa-2"));
    await unlock(store, acting, key("xa-2"), { reason: "sai" });
    await addComment(store, acting, key("xa-1"), { text: "xem lại", cell: "indicator:received" });
    await attachEvidence(store, acting, key("xa-1"), { name: "so.txt", bytes: new TextEncoder().encode("sổ theo dõi") });
    await writePassages(store, acting, key("xa-1"), [{ passage: "judgement", text: "Tốt." }], { why: "mới" });
    await writeTemplate(store, acting, { regime: regime.id, template: "wording" }, { text: "mẫu" });
    for (const unit of ["xa-1", "xa-2"]) await draftReport(store, acting, "1", key(unit), { head: { letter: { place: "Lam Sơn" } } });
    later();
    await checkReport(store, acting, key("xa-1"));
    await signReport(store, acting, key("xa-1"), { head: { number: "7" } });
    await withdrawReport(store, acting, key("xa-2"), { reason: "sai kỳ" });
    await remindOnce(store, acting, { ...key("xa-4"), kind: "owed", dueOn: "2024-10-17", recipient: "mai", sentAt: null }, async () => {});
    await openQueue(store);
    const hook = await addWebhook(store, acting, { url: "https://hook.example/a", events: ["period.opened"] });
    await changeWebhook(store, acting, hook.id, { events: ["report.signed"] });
    await removeWebhook(store, acting, (await addWebhook(store, acting, { url: "https://gone.example/", events: ["period.opened"] })).id);
  });

  it("is as it is told", async () => {
    expect((await verifyAudit(store, acting.province)).faults).toEqual([]);
  });

  /** Does something with all rights over the database, looks, and leaves no trace. */
  async function faultsAfter(change: string) {
    const given = new Error("given up");
    let found: string[] = [];
    await expect(store.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      const { numAffectedRows } = await sql.raw(change).execute(trx);
      expect([change, Number(numAffectedRows)]).toEqual([change, 1]);
      found = (await verifyAudit({ db: trx }, acting.province)).faults.map(({ what, row }) => `${what} ${row ?? ""}`.trim());
      throw given;
    })).rejects.toBe(given);
    return found;
  }

  const at = "dossiers-monthly|2024-M10";
  it.each<[string, string, string | RegExp]>([
    // what is done                        how                                                                                                   what is named
    ["a unit gets another parent",         "update org_unit set parent = 'huyen-1' where id = 'xa-2'",                                             "orgUnits xa-2"],
    ["a unit's days are others",           "update org_unit set valid_to = '2025-07-01' where id = 'xa-2'",                                        "orgUnits xa-2"],
    ["a unit is gone",                     "delete from org_unit where id = 'xa-3-2025'",                                                          "orgUnits xa-3-2025"],
    ["a unit comes from nowhere",          "insert into org_unit values ('lam-son', 'xa-9', 'xã 9', 'commune', 'tinh')",                           "orgUnits xa-9"],
    ["lineage is told otherwise",          "update lineage set change = 'merge' where from_units = '{xa-1}'",                                      /^lineage \["2025-07-01", \["xa-1"\], \["xa-1-2025"\]\]$/],
    ["lineage is gone",                    "delete from lineage where from_units = '{xa-1}'",                                                      /^lineage .*xa-1/],
    ["somebody is made administrator",     "update role set role = 'admin' where role = 'reader'",                                                 "roles mai admin tinh r"],
    ["a role is given for every regime",   "update role set regime = '' where role = 'reader'",                                                    "roles mai reader tinh"],
    ["a role is taken",                    "delete from role where role = 'clerk'",                                                                "roles mai clerk xa-2"],
    ["a role is given",                    "insert into role values ('lam-son', 'binh', 'admin', 'tinh', '')",                                     "roles binh admin tinh"],
    ["a deadline is put off",              "update collection set due_on = '2024-12-31'",                                                          `periods ${at}`],
    ["less keeps a form from being sent",  "update collection set blocks = 'error'",                                                               `periods ${at}`],
    ["a window is another",                "update collection set to_day = '2024-10-13'",                                                          `periods ${at}`],
    ["a draft is said to be approved",     "update submission set state = 'approved' where org_unit = 'xa-4'",                                     `submissions ${at}|xa-4`],
    ["a step is skipped",                  "update submission set state = 'approved' where org_unit = 'xa-1'",                                     `submissions ${at}|xa-1`],
    ["another has approved",               "update submission set approved_by = '{tinh}' where org_unit = 'xa-1'",                                 `submissions ${at}|xa-1`],
    ["one that was late was early",        "update submission set first_submitted_at = '2024-10-15' where org_unit = 'xa-3'",                       `submissions ${at}|xa-3`],
    ["one has longer than others",         "update submission set due_on = '2024-12-31' where org_unit = 'xa-4'",                                  `submissions ${at}|xa-4`],
    ["a version is turned back",           "update submission set version = version - 1 where org_unit = 'xa-1'",                                  `submissions ${at}|xa-1`],
    ["a version is counted up",            "update submission set version = version + 1 where org_unit = 'xa-1'",                                  `submissions ${at}|xa-1`],
    ["a submission is gone",               "delete from submission where org_unit = 'xa-4'",                                                       `submissions ${at}|xa-4`],
    ["another has taken a step",           "update submission_step set by = 'binh' where org_unit = 'xa-1' and action = 'return'",                 `steps ${at}|xa-1 5`],
    ["a reason is another",                "update submission_step set reason = '' where org_unit = 'xa-1' and action = 'return'",                 `steps ${at}|xa-1 5`],
    ["a cell was given back that was not", "update submission_step set cells = '[]' where org_unit = 'xa-1' and action = 'return'",                `steps ${at}|xa-1 5`],
    ["a step is gone",                     "delete from submission_step where org_unit = 'xa-1' and action = 'return'",                            `steps ${at}|xa-1 5`],
    ["a step comes from nowhere",          "insert into submission_step select province, period, regime, org_unit, 99, action, at, by, \"as\", reason, cells from submission_step where org_unit = 'xa-1' and action = 'return'", `steps ${at}|xa-1 99`],
    ["a waiver has another reason",        "update waiver set reason = 'khác'",                                                                     /^waivers .*\|xa-3 [0-9a-f]{16}$/],
    ["a waiver is gone",                   "delete from waiver",                                                                                   /^waivers .*\|xa-3 [0-9a-f]{16}$/],
    ["a finding is waived",                "insert into waiver select province, period, regime, 'xa-4', finding, message, reason, by, at from waiver", /^waivers .*\|xa-4 [0-9a-f]{16}$/],
    ["a comment is another's",             "update comment set by = 'binh'",                                                                       /^comments .*\|xa-1 /],
    ["a comment says otherwise",           "update comment set text = 'tốt'",                                                                      /^comments .*\|xa-1 /],
    ["a file has another name",            "update evidence set name = 'khac.txt'",                                                                /^evidence .*\|xa-1 /],
    ["a file is another",                  "update evidence set bytes = 'x'::bytea",                                                               "evidence"],
    ["a passage is another's",             "update passage set by = 'binh'",                                                                       `passages ${at}|xa-1 judgement 1`],
    ["a passage says otherwise",           "update passage set text = 'Kém.'",                                                                     "passages"],
    ["a passage is written in between",    "insert into passage select province, period, regime, org_unit, passage, 2, 'Kém.', by, at, why from passage", `passages ${at}|xa-1 judgement 2`],
    ["a template is another's",            "update template set by = 'binh'",                                                                      "templates dossiers-monthly|wording 1"],
    ["a template says otherwise",          "update template set text = 'khác'",                                                                    "templates"],
    ["a report is said to be signed",      "update report set state = 'signed' where org_unit = 'xa-2'",                                           `reports ${at}|xa-2`],
    ["a report has another number",        "update report set head = jsonb_set(head, '{number}', '\"8\"') where org_unit = 'xa-1'",                `reports ${at}|xa-1`],
    ["a report is of another time",        "update report set until = '2024-10-01' where org_unit = 'xa-1'",                                       `reports ${at}|xa-1`],
    ["another has signed it",              "update report_step set by = 'binh' where org_unit = 'xa-1' and action = 'sign'",                       `reports ${at}|xa-1 3`],
    ["a reminder was sent at another time","update reminder set sent_at = '2024-10-01'",                                                           `reminders ${at}|xa-4 owed 2024-10-17 mai`],
    ["a reminder was never sent",          "delete from reminder",                                                                                 `reminders ${at}|xa-4 owed 2024-10-17 mai`],
    ["a webhook is told elsewhere",        "update webhook set url = 'https://elsewhere.example/'",                                                /^webhooks [0-9a-f-]{36}$/],
    ["a webhook is told of more",          "update webhook set events = '{period.opened}'",                                                        /^webhooks [0-9a-f-]{36}$/],
    ["a figure that stands is another",    "update fact set value = 101 where org_unit = 'xa-1' and indicator = 'received' and members = ''",       "facts 2024-M10 xa-1 received"],
    ["a figure's interval is another",     "update fact set hi = 999 where org_unit = 'xa-1' and indicator = 'received' and members = ''",          "facts 2024-M10 xa-1 received"],
    ["a figure is gone",                   "delete from fact where org_unit = 'xa-1' and indicator = 'received' and members = ''",                  "facts 2024-M10 xa-1 received"],
    ["a figure was another",               "update fact_version set value = 14 where org_unit = 'xa-1' and indicator = 'pending' and period = '2024-M10' and version = 1", "facts"],
    ["somebody else has entered it",       "update fact_version set said_by = 'binh' where org_unit = 'xa-1' and indicator = 'pending' and period = '2024-M10' and version = 1", "facts 2024-M10 xa-1 pending 1"],
    ["a version comes from nowhere",       "insert into fact_version (province, period, org_unit, indicator, members, version, status, said_by, said_at, change) values ('lam-son', '2024-M10', 'xa-1', 'resolved', '', 9, 'missing', 'lan', now(), gen_random_uuid())", "facts 2024-M10 xa-1 resolved 9"],
  ])("%s, and it is named", async (_, change, named) => {
    const found = await faultsAfter(change);
    expect(found).toContainEqual(typeof named === "string" ? named : expect.stringMatching(named));
    expect(new Set(found.map((one) => one.split(" ")[0])).size).toBe(1);
  });
});
