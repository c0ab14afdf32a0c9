import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Acting, checkReport, countNewer, draftReport, putOrgUnits, readAudit, readPassages, readPassageVersions, readReport, readReportSteps, readTemplates, readTemplateVersions, type Store, signReport, verifyAudit, withdrawReport, writeFacts, writePassages, writeTemplate,
} from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { entered, madeUpUnits } from "../testing/made-up.ts";

await onBoth({ describe, afterAll }, "a report", (database) => {
  let store: Store;
  let provinces = 0;
  let seconds = 0;
  beforeAll(async () => {
    store = await database.newStore({ now: () => new Date(Date.UTC(2024, 9, 20, 1, 0, seconds++)) });
  });
  async function province() {
    const acting: Acting = { province: `province-${++provinces}`, by: "lan" };
    await putOrgUnits(store, acting, madeUpUnits(1, 1));
    const key = (period = "2024-M10") => ({ regime: "r", period, orgUnit: "tinh" });
    const write = (passage: string, text: string, more: { seen?: number; period?: string; by?: string } = {}) =>
      writePassages(store, { ...acting, by: more.by ?? "lan" }, key(more.period), [{ passage, text, ...(more.seen === undefined ? {} : { seen: more.seen }) }]);
    const shown = async (options = {}, period?: string) => (await readPassages(store, acting.province, key(period), options)).map(({ passage, text, version, period: of, by }) => [passage, text, version, of, by].join(" "));
    return { acting, key, write, shown };
  }

  it("keeps every version of its passages, and shows both texts of one that two changed", async () => {
    const { acting, key, write, shown } = await province();
    expect(await write("general", "Ổn định.", { seen: 0 })).toEqual({ written: 1, conflicts: [] });
    await write("general", "Ổn định, tăng nhẹ.", { seen: 1 });
    expect(await write("general", "Ổn định, tăng nhẹ.", { seen: 1 }), "says what stands there").toEqual({ written: 0, conflicts: [] });
    const { written, conflicts } = await write("general", "Giảm.", { seen: 1, by: "hung" });
    expect([written, conflicts.map(({ mine, theirs }) => [mine.text, theirs.text, theirs.version, theirs.by])]).toEqual([0, [["Giảm.", "Ổn định, tăng nhẹ.", 2, "lan"]]]);
    expect(await shown()).toEqual(["general Ổn định, tăng nhẹ. 2 2024-M10 lan"]);
    expect((await readPassageVersions(store, acting.province, key(), "general")).map(({ version, text }) => `${version} ${text}`)).toEqual(["1 Ổn định.", "2 Ổn định, tăng nhẹ."]);
    expect((await readAudit(store, acting.province)).map(({ action }) => action)).toEqual(["orgUnits.put", "passages.write", "passages.write"]);
    await expect(writePassages(store, acting, { ...key(), orgUnit: "none" }, [{ passage: "a", text: "b" }])).rejects.toMatchObject({ code: "store/unknown-org-unit" });
  });

  it("goes on with the words of the period before, until somebody writes anew", async () => {
    const { write, shown } = await province();
    await write("general", "Tháng 9", { period: "2024-M09" });
    await write("plan", "Như cũ", { period: "2024-M09" });
    await write("general", "Tháng 11", { period: "2024-M11" });
    expect(await shown()).toEqual(["general Tháng 9 1 2024-M09 lan", "plan Như cũ 1 2024-M09 lan"]);
    await write("general", "Tháng 10", { seen: 0 });
    expect(await shown()).toEqual(["general Tháng 10 1 2024-M10 lan", "plan Như cũ 1 2024-M09 lan"]);
  });

  it("loses no text that many write at once", async () => {
    const { acting, key, write, shown } = await province();
    await Promise.all(["a", "b", "c", "d"].map((passage) => write(passage, passage)));
    const told = await Promise.all([1, 2, 3, 4].map((n) => write("e", `text ${n}`, { seen: 0 })));
    expect(told.map(({ written }) => written).sort()).toEqual([0, 0, 0, 1]);
    expect(await shown()).toHaveLength(5);
    expect(await readPassageVersions(store, acting.province, key(), "e")).toHaveLength(1);
  });

  it("is drafted, checked and signed, from what stood when it was drafted", async () => {
    const { acting, key, write, shown } = await province();
    await write("general", "Bản một");
    await expect(readReport(store, acting.province, key())).rejects.toMatchObject({ code: "store/no-report" });
    const drafted = await draftReport(store, acting, "3", key(), { head: { place: "Lam Sơn" }, seen: 0 });
    expect(drafted).toMatchObject({ state: "drafted", version: 1, regimeVersion: "3" });
    expect(await countNewer(store, acting.province, drafted)).toEqual({ facts: 0, passages: 0, templates: 0 });
    await write("general", "Bản hai");
    await writeFacts(store, acting, [{ fact: entered("tinh", "2024-M10", "received", "5") }]);
    expect(await countNewer(store, acting.province, drafted)).toEqual({ facts: 1, passages: 1, templates: 0 });
    expect(await shown({ until: drafted.until })).toEqual(["general Bản một 1 2024-M10 lan"]);

    await expect(signReport(store, acting, key())).rejects.toThrow('Không ký được: báo cáo đang ở trạng thái "đã soạn", cần "đã rà soát".');
    await expect(checkReport(store, acting, key(), { seen: 0 })).rejects.toMatchObject({ code: "store/stale", info: { seen: 0, version: 1 } });
    await checkReport(store, { ...acting, by: "hung" }, key(), { seen: 1 });
    const signed = await signReport(store, { ...acting, by: "mai" }, key(), { seen: 2, head: { number: "123" } });
    expect(signed).toEqual({ ...drafted, state: "signed", version: 3, head: { place: "Lam Sơn", number: "123" } });
    expect(await readReport(store, acting.province, key())).toEqual(signed);

    await expect(draftReport(store, acting, "3", key(), { head: {} })).rejects.toMatchObject({ code: "store/wrong-state" });
    await expect(withdrawReport(store, acting, key(), { reason: " " })).rejects.toMatchObject({ code: "store/reason-missing" });
    await withdrawReport(store, acting, key(), { reason: "Đính chính" });
    const again = await draftReport(store, acting, "3", key(), { head: {} });
    expect(await shown({ until: again.until })).toEqual(["general Bản hai 2 2024-M10 lan"]);
    const steps = await readReportSteps(store, acting.province, key());
    expect(steps.map(({ seq, action, by, reason = "" }) => `${seq} ${action} ${by} ${reason}`.trim())).toEqual(["1 draft lan", "2 check hung", "3 sign mai", "4 withdraw lan Đính chính", "5 draft lan"]);
    expect(steps[2]?.until).toEqual(drafted.until);
    expect((await verifyAudit(store, acting.province)).faults).toEqual([]);
  });

  it("is drafted once where two draft it at once", async () => {
    const { acting, key } = await province();
    const told = await Promise.allSettled([1, 2, 3].map(() => draftReport(store, acting, "1", key(), { head: {}, seen: 0 })));
    expect(told.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  it("shows that a passage was changed behind the store's back, which the database itself refuses", async () => {
    const { acting, write } = await province();
    await write("general", "Thật");
    await expect(sql`update passage set text = 'Giả' where province = ${acting.province}`.execute(store.db)).rejects.toThrow("never changed");
    await sql`alter table passage disable trigger passage_is_kept`.execute(store.db);
    await sql`update passage set text = 'Giả' where province = ${acting.province}`.execute(store.db);
    await sql`alter table passage enable trigger passage_is_kept`.execute(store.db);
    expect((await verifyAudit(store, acting.province)).faults).toEqual([{ seq: 2, what: "passages" }]);
  });

  it("is told by templates of the province: each change a version, told as it stood then, sealed", async () => {
    const { acting, key } = await province();
    const opening = { regime: "r", template: "wording.opening" };
    const stand = async (options = {}) => (await readTemplates(store, acting.province, "r", options)).map(({ template, text, version, by }) => `${template} ${text} ${version} ${by}`);
    expect(await stand()).toEqual([]);
    await writeTemplate(store, acting, opening, { text: "Một", seen: 0 });
    const drafted = await draftReport(store, acting, "1", key(), { head: {} });
    await expect(writeTemplate(store, acting, opening, { text: "Hai", seen: 0 })).rejects.toMatchObject({ code: "store/stale", info: { seen: 0, version: 1 } });
    await writeTemplate(store, { ...acting, by: "mai" }, opening, { text: "Hai", seen: 1, why: "gọn hơn" });
    expect((await writeTemplate(store, acting, opening, { text: "Hai" })).version).toBe(2);
    await writeTemplate(store, acting, { regime: "r", template: "section.a" }, { text: "Mục" });
    expect(await stand()).toEqual(["section.a Mục 1 lan", "wording.opening Hai 2 mai"]);
    expect(await stand({ until: drafted.until })).toEqual(["wording.opening Một 1 lan"]);
    expect(await countNewer(store, acting.province, drafted)).toEqual({ facts: 0, passages: 0, templates: 2 });
    await writeTemplate(store, acting, opening, { text: null, seen: 2 });
    expect((await readTemplateVersions(store, acting.province, opening)).map(({ text, why }) => [text, why])).toEqual([["Một", undefined], ["Hai", "gọn hơn"], [null, undefined]]);
    expect(await readTemplates(store, "khac", "r")).toEqual([]);
    const at = (await readAudit(store, acting.province, { limit: 500 })).filter(({ action }) => action === "template.write");
    expect(at.map(({ subject }) => subject)).toEqual(["r|wording.opening", "r|wording.opening", "r|section.a", "r|wording.opening"]);
    expect((await verifyAudit(store, acting.province)).faults).toEqual([]);
    await expect(sql`update template set text = 'Giả' where province = ${acting.province}`.execute(store.db)).rejects.toThrow("never changed");
    await sql`alter table template disable trigger template_is_kept`.execute(store.db);
    await sql`update template set text = 'Giả' where province = ${acting.province} and version = 2`.execute(store.db);
    await sql`alter table template enable trigger template_is_kept`.execute(store.db);
    expect((await verifyAudit(store, acting.province)).faults).toEqual([{ seq: at[1]?.seq, what: "templates" }]);
  });
});
