import { period } from "@khop/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Acting, addComment, approve, checkSubmission, giveBack, lock, openPeriod, putOrgUnits, readCollections, readComments, readFacts, readSteps,
  readSubmission, readSubmissions, readVersions, readWaivers, type Store, saveEntries, submit, tallyOf, timelinessOf, unlock, verifyAudit, waiveFinding, writeFacts,
} from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { entered, fitting, madeUpUnits, madeUpRegime as regime } from "../testing/made-up.ts";

const october = period("2024-M10");

await onBoth({ describe, afterAll }, "the life of a period", (database) => {
  let store: Store;
  let now = new Date("2024-10-15T02:00:00Z");
  let provinces = 0;
  beforeAll(async () => {
    store = await database.newStore({ now: () => now });
  });

  /** A province of its own with 2 districts and 4 communes, its October open. */
  async function open(when = "2024-M10", options = {}) {
    const acting: Acting = { province: `province-${++provinces}`, by: "lan" };
    await putOrgUnits(store, acting, madeUpUnits(2, 4));
    const collection = await openPeriod(store, acting, regime, period(when), options);
    const key = (orgUnit = "xa-1") => ({ regime: regime.id, period: when, orgUnit });
    const save = (values: Readonly<Record<string, string>>, orgUnit = "xa-1", seen?: number) =>
      saveEntries(store, acting, regime, key(orgUnit), Object.entries(values).map(([name, value]) => ({ fact: entered(orgUnit, when, name, value), ...(seen === undefined ? {} : { seen }) })));
    const last = async (orgUnit = "xa-1") => { await writeFacts(store, acting, [{ fact: entered(orgUnit, "2024-M09", "pending", "5") }]); };
    const sent = async (orgUnit = "xa-1") => { await save(fitting, orgUnit); return submit(store, acting, regime, key(orgUnit)); };
    return { acting, collection, key, save, last, sent };
  }

  it("opens for the units that exist in its window, with a deadline in working days", async () => {
    const { acting, collection } = await open("2024-M10", { calendar: { holidays: ["2024-10-16"], workdays: [] } });
    expect(collection).toMatchObject({ window: { from: "2024-09-15", to: "2024-10-14" }, dueOn: "2024-10-18" });
    const submissions = await readSubmissions(store, acting.province);
    expect(submissions.map(({ orgUnit, state, dueOn }) => `${orgUnit} ${state} ${dueOn}`)).toEqual([1, 2, 3, 4].map((n) => `xa-${n} draft 2024-10-18`));
    await openPeriod(store, acting, regime, period("2025-M10"));
    expect((await readSubmissions(store, acting.province, { period: "2025-M10" })).map(({ orgUnit }) => orgUnit)).toEqual([1, 2, 3, 4].map((n) => `xa-${n}-2025`));
    expect((await readCollections(store, acting.province)).map((one) => one.period)).toEqual(["2025-M10", "2024-M10"]);
    await expect(openPeriod(store, acting, regime, october)).rejects.toMatchObject({ code: "store/already-open" });
    await expect(openPeriod(store, acting, regime, period("2018-M10"))).rejects.toMatchObject({ code: "store/not-in-force" });
    await expect(openPeriod(store, acting, regime, period("2024-Q3"))).rejects.toMatchObject({ code: "store/not-in-force" });
  });

  it.each<[string, string | null, string, string]>([
    // what was sent              first (UTC)              now                      is
    ["days before",               "2024-10-15T02:00:00Z",  "2024-10-20T00:00:00Z",  "early"],
    ["on the day, late at night", "2024-10-17T16:59:59Z",  "2024-10-20T00:00:00Z",  "onTime"],
    ["after midnight in Vietnam", "2024-10-17T17:00:00Z",  "2024-10-20T00:00:00Z",  "late"],
    ["nothing, and it is due",    null,                    "2024-10-17T16:59:59Z",  "owed"],
    ["nothing, and it was due",   null,                    "2024-10-17T17:00:00Z",  "missing"],
  ])("knows what is in time: %s", (_, first, at, timeliness) => {
    expect(timelinessOf({ dueOn: "2024-10-17", firstSubmittedAt: first === null ? null : new Date(first) }, new Date(at))).toBe(timeliness);
  });

  it("goes from a draft through the levels to its lock, and counts who is late and who is missing", async () => {
    const { acting, key, save, last, sent } = await open();
    await last();
    await last("xa-2");
    expect((await save(fitting)).submission).toMatchObject({ state: "draft", version: 2 });
    expect(await submit(store, acting, regime, key(), { seen: 2 })).toMatchObject({ state: "submitted", version: 3 });
    now = new Date("2024-10-18T02:00:00Z");
    await sent("xa-2");
    expect(tallyOf(await readSubmissions(store, acting.province), now)).toEqual({ early: 1, onTime: 0, late: 1, missing: 2, owed: 0 });
    now = new Date("2024-10-15T02:00:00Z");

    await expect(approve(store, acting, key(), { as: "tinh" })).rejects.toThrow(`"tinh" chưa đến lượt quyết định số liệu của "xa-1"; cấp tiếp theo là "huyen-1".`);
    expect(await approve(store, { ...acting, by: "hung" }, key(), { as: "huyen-1", seen: 3 })).toMatchObject({ state: "submitted", approvedBy: ["huyen-1"] });
    expect(await giveBack(store, { ...acting, by: "mai" }, key(), { as: "tinh", reason: "Sai kỳ", cells: [{ cell: "indicator:resolved", reason: "Trùng tháng trước" }] })).toMatchObject({ state: "returned", approvedBy: [] });
    await save({ resolved: "88", pending: "17" });
    await submit(store, acting, regime, key());
    await approve(store, acting, key(), { as: "huyen-1" });
    expect(await approve(store, acting, key(), { as: "tinh" })).toMatchObject({ state: "approved", approvedBy: ["huyen-1", "tinh"] });
    expect(await lock(store, acting, key())).toMatchObject({ state: "locked" });
    await expect(save({ resolved: "1" })).rejects.toThrow(`Không sửa được: số liệu đang ở trạng thái "đã khóa", cần "bản nháp", "bị trả lại".`);
    await expect(unlock(store, acting, key(), { reason: " " })).rejects.toMatchObject({ code: "store/reason-missing" });
    expect(await unlock(store, acting, key(), { reason: "Đính chính theo văn bản 12" })).toMatchObject({ state: "returned" });

    const steps = await readSteps(store, acting.province, key());
    expect(steps.map(({ action, by, as = "", reason = "" }) => [action, by, as, reason].join(" ").trim())).toEqual([
      "submit lan", "approve hung huyen-1", "return mai tinh Sai kỳ", "submit lan", "approve lan huyen-1", "approve lan tinh", "lock lan", "unlock lan  Đính chính theo văn bản 12",
    ]);
    expect(steps[2]?.cells).toEqual([{ cell: "indicator:resolved", reason: "Trùng tháng trước" }]);
    const versions = await readVersions(store, acting.province, { indicator: "resolved", orgUnit: "xa-1", period: october });
    expect(versions.map(({ quantity, submission }) => `${quantity} ${submission}`)).toEqual(["90 hồ sơ dossiers-monthly|2024-M10|xa-1", "88 hồ sơ dossiers-monthly|2024-M10|xa-1"]);
    expect((await verifyAudit(store, acting.province)).faults).toEqual([]);
  });

  it.each<[string, (given: Awaited<ReturnType<typeof open>>) => Promise<unknown>, string]>([
    // who                            does what                                                                                          hears
    ["approves a draft",              ({ acting, key }) => approve(store, acting, key(), { as: "huyen-1" }),                             "store/wrong-state"],
    ["locks what is not approved",    ({ acting, key }) => lock(store, acting, key()),                                                   "store/wrong-state"],
    ["sends what nobody asked for",   ({ acting, key }) => submit(store, acting, regime, key("huyen-1")),                                "store/no-submission"],
    ["sends what others changed",     ({ acting, key }) => submit(store, acting, regime, key(), { seen: 7 }),                            "store/stale"],
    ["sends an empty form",           ({ acting, key }) => submit(store, acting, regime, key()),                                         "store/blocked"],
    ["enters what is not asked",      ({ acting, key }) => saveEntries(store, acting, regime, key(), [{ fact: entered("xa-1", "2024-M10", "received post", "1") }]), "store/not-owed"],
    ["enters another's figure",       ({ acting, key }) => saveEntries(store, acting, regime, key(), [{ fact: entered("xa-2", "2024-M10", "received", "1") }]), "store/not-owed"],
    ["enters another month",          ({ acting, key }) => saveEntries(store, acting, regime, key(), [{ fact: entered("xa-1", "2024-M09", "received", "1") }]), "store/not-owed"],
    ["enters half a dossier",         ({ save }) => save({ received: "1.5" }),                                                           "store/bad-figure"],
    ["enters less than nothing",      ({ save }) => save({ received: "-1" }),                                                            "store/bad-figure"],
    ["returns without a reason",      async ({ acting, key, last, sent }) => { await last(); await sent(); return giveBack(store, acting, key(), { as: "huyen-1", reason: "" }); }, "store/reason-missing"],
    ["returns a stranger's",          async ({ acting, key, last, sent }) => { await last(); await sent(); return giveBack(store, acting, key(), { as: "huyen-2", reason: "Sai" }); }, "store/not-above"],
    ["waives what is not there",      ({ acting, key }) => waiveFinding(store, acting, regime, key(), { finding: "0123", reason: "Đúng" }), "store/no-finding"],
  ])("refuses whoever %s", async (_, act, code) => {
    await expect(act(await open())).rejects.toMatchObject({ code });
  });

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    // against                                    what is entered                               what is found
    ["nothing: all fits",                         {},                                           []],
    ["the form: parts that miss their total",     { "received online": "41", "online-share": "41.00" }, ["total-mismatch"]],
    ["the form: a share",                         { "online-share": "42.00" },                  ["share-mismatch"]],
    ["last period: what was pending then",        { pending: "51" },                            ["balance-mismatch"]],
  ])("speaks at entry, against %s", async (_, changes, codes) => {
    const { acting, key, save, last } = await open();
    await last();
    await save({ ...fitting, ...changes });
    const { findings, missing } = await checkSubmission(store, acting.province, regime, key());
    expect(findings.map(({ finding }) => finding.code)).toEqual(codes);
    expect(missing).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    // what is entered, after six months of about 100        figures                                                       what is found
    ["as usual",                                              {},                                                           []],
    ["a digit too many",                                      { resolved: "900", pending: "-795" },                         ["ten-times warning"]],
    ["far, and no slip explains it",                          { received: "450", "received direct": "200", "received online": "250", "online-share": "55.56", resolved: "440" }, ["unusual review", "unusual review", "unusual review", "unusual review"]],
    ["what was sent last month",                              { received: "106", "received direct": "64", "received online": "42", "online-share": "39.62", resolved: "96", pending: "15" }, ["copied-form review"]],
  ])("speaks at entry, against the unit's own history: %s", async (_, changes, found) => {
    const { acting, key, save } = await open();
    const months = ["2024-M04", "2024-M05", "2024-M06", "2024-M07", "2024-M08", "2024-M09"];
    for (const [i, when] of months.entries()) {
      const [direct, online] = [59 + i, 37 + i];
      const values = { received: direct + online, "received direct": direct, "received online": online, "online-share": ((online * 100) / (direct + online)).toFixed(2), resolved: 86 + 2 * i, pending: i === 5 ? 5 : 10 + i };
      await writeFacts(store, acting, Object.entries(values).map(([name, value]) => ({ fact: entered("xa-1", when, name, String(value)) })));
    }
    const { pending = "", ...entries } = { ...fitting, ...changes };
    await save({ ...entries, ...(pending.startsWith("-") ? {} : { pending }) });
    const { findings } = await checkSubmission(store, acting.province, regime, key());
    const ofHistory = findings.filter(({ finding }) => finding.relations.length === 0);
    expect(ofHistory.map(({ finding }) => `${finding.code} ${finding.severity}`)).toEqual(found);
    expect(ofHistory.filter(({ blocks }) => blocks)).toEqual([]);
  });

  it("counts a cell that was cleared again as not entered, and does not take the submission", async () => {
    const { acting, key, save, last } = await open();
    await last();
    await save(fitting);
    await saveEntries(store, acting, regime, key(), [{ fact: { ...entered("xa-1", "2024-M10", "resolved", "90"), quantity: null } }]);
    expect((await checkSubmission(store, acting.province, regime, key())).missing).toEqual(["indicator:resolved"]);
    await expect(submit(store, acting, regime, key())).rejects.toMatchObject({ code: "store/blocked" });
  });

  it("speaks at entry, against the sum of the units below, and says which entries are missing", async () => {
    const { acting, key, save } = await open("2024-M10", { levels: ["commune", "district"] });
    await save({ received: "100" }, "xa-1");
    await save({ received: "50" }, "xa-3");
    await save({ received: "160" }, "huyen-1");
    const { findings, missing } = await checkSubmission(store, acting.province, regime, key("huyen-1"));
    expect(findings.map(({ finding }) => finding.message.vi)).toEqual([expect.stringMatching(/^Hồ sơ tiếp nhận, huyện 1, tháng 10\/2024: 100 \+ 50 không bằng 160, lệch 10 hồ sơ/)]);
    expect(missing).toEqual(["indicator:received|channel=direct", "indicator:received|channel=online", "indicator:resolved", "indicator:pending", "indicator:online-share"]);
  });

  it("is kept from being sent by a finding, until that is waived with a reason or mended", async () => {
    const { acting, key, save, last } = await open("2024-M10", { blocks: "review" });
    await last();
    await save({ ...fitting, pending: "51" });
    await expect(submit(store, acting, regime, key())).rejects.toThrow(/^Chưa gửi được: 1 phát hiện chưa sửa.*It cannot be sent: 1 findings/s);
    const [found] = (await checkSubmission(store, acting.province, regime, key())).findings;
    expect(found?.blocks).toBe(true);
    await waiveFinding(store, { ...acting, by: "hung" }, regime, key(), { finding: found?.id ?? "", reason: "Nhận bàn giao 36 hồ sơ" });
    expect((await readWaivers(store, acting.province, key())).map(({ by, reason }) => `${by}: ${reason}`)).toEqual(["hung: Nhận bàn giao 36 hồ sơ"]);
    await save({ pending: "52" });
    await expect(submit(store, acting, regime, key()), "the waiver was of other figures").rejects.toMatchObject({ code: "store/blocked" });
    await save({ pending: "51" });
    expect(await submit(store, acting, regime, key())).toMatchObject({ state: "submitted" });
  });

  it("merges what two entered cell by cell, and shows both values of a cell that both changed", async () => {
    const { save } = await open();
    await save({ received: "100", resolved: "90" });
    const online = await save({ received: "101", "received direct": "61" }, "xa-1", 1);
    expect([online.written, online.conflicts]).toEqual([2, []]);
    const offline = await save({ received: "105", resolved: "91", "received online": "40" }, "xa-1", 1);
    expect(offline.written).toBe(2);
    expect(offline.conflicts.map(({ mine, theirs }) => `${mine.quantity} / ${theirs.quantity}`)).toEqual(["105 hồ sơ / 101 hồ sơ"]);
    expect(offline.submission.version).toBe(4);
  });

  it("is changed from outside only while its unit may change it", async () => {
    const { acting, key, last, sent, save } = await open();
    await last();
    await save(fitting);
    const other = [{ fact: entered("xa-1", "2024-M10", "resolved", "91") }];
    await writeFacts(store, acting, other, { why: "nhập từ sổ" });
    expect((await readSubmission(store, acting.province, key())).version).toBe(3);
    await save({ resolved: "90" });
    await sent();
    await expect(writeFacts(store, acting, other, { why: "nhập từ sổ" })).rejects.toMatchObject({ code: "store/wrong-state" });
  });

  it("takes what many units send at once", async () => {
    const { acting, key, last, sent } = await open();
    const units = ["xa-1", "xa-2", "xa-3", "xa-4"];
    await Promise.all(units.map(last));
    await Promise.all(units.map(sent));
    expect((await readSubmissions(store, acting.province)).map(({ state }) => state)).toEqual(Array(4).fill("submitted"));
    expect(await readFacts(store, { province: acting.province, periods: [october] })).toHaveLength(24);
    expect((await readSubmission(store, acting.province, key())).version).toBe(3);
    expect((await verifyAudit(store, acting.province)).faults).toEqual([]);
  });

  it("is commented on, as a whole and cell by cell", async () => {
    const { acting, key } = await open();
    await addComment(store, acting, key(), { text: "Gửi trước ngày 16" });
    await addComment(store, { ...acting, by: "hung" }, key(), { cell: "indicator:resolved", text: "Gồm cả hồ sơ chuyển đến?" });
    expect((await readComments(store, acting.province, key())).map(({ by, cell = "", text }) => `${by} ${cell} ${text}`).sort()).toEqual(["hung indicator:resolved Gồm cả hồ sơ chuyển đến?", "lan  Gửi trước ngày 16"]);
  });
});
