import { type Fact, type OrgUnit, percent, period, quantity, unitOf } from "@khop/core";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Acting, putLineage, putOrgUnits, readFacts, readFigures, readLineage, readOrgUnits, readPeriods, readVersions, type Store, touchedSince, verifyAudit, writeFacts } from "../index.ts";
import { onBoth } from "../testing/index.ts";

const october = period("2024-M10");
const dossiers = unitOf("hồ sơ");
const billions = { unit: unitOf("đồng"), exponent: 9 };

const place = (id: string, more: Partial<OrgUnit> = {}): OrgUnit => ({ id, name: `xã ${id}`, level: "commune", parent: null, validFrom: null, validTo: null, ...more });
const counted = (value: string, more: Partial<Fact> = {}): Fact => ({
  indicator: "dossiers", orgUnit: "binh-minh", period: october, quantity: quantity({ value, unit: dossiers }), ...more,
});

await onBoth({ describe, afterAll }, "facts", (database) => {
  let store: Store;
  let seconds = 0;
  let provinces = 0;
  beforeAll(async () => {
    store = await database.newStore({ now: () => new Date(Date.UTC(2024, 10, 1, 8, 0, seconds++)) });
  });

  /** A province of its own for each test, with one commune. */
  async function province(): Promise<Acting> {
    const acting = { province: `province-${++provinces}`, by: "lan" };
    await putOrgUnits(store, acting, [place("binh-minh")]);
    return acting;
  }
  const said = async ({ province }: Acting) => (await readFacts(store, { province })).map(({ quantity }) => String(quantity));

  it.each<[string, Partial<Fact>, string]>([
    // what is written                           of it                                                                          said
    ["a count",                                  { quantity: quantity({ value: "18908", unit: dossiers }) },                    "18.908 hồ sơ"],
    ["a figure past all binary floats",          { quantity: quantity({ value: "90071992547409931234567.5", ...billions }) },   "90.071.992.547.409.931.234.567,5 tỷ đồng"],
    ["zeros behind the comma, which count",      { quantity: quantity({ value: "20.250", ...billions }) },                      "20,250 tỷ đồng"],
    ["rounded at thousands",                     { quantity: quantity({ value: "41000", unit: unitOf("km"), decimals: -3 }) },  "41.000 km"],
    ["a share",                                  { quantity: quantity({ value: "98.36", unit: percent }) },                     "98,36 %"],
    ["a hedge",                                  { quantity: quantity({ value: "380", unit: dossiers, hedge: "almost" }) },     "380 hồ sơ"],
    ["a range",                                  { quantity: quantity({ value: "90", upper: "95", unit: percent, hedge: "range" }) }, "90 %"],
    ["below zero",                               { quantity: quantity({ value: "-12.35", unit: percent }) },                    "-12,35 %"],
    ["members, in any order",                    { members: { level: "commune", channel: "online" } },                          "7 hồ sơ"],
    ["an estimate, with its day and its source", { status: "estimated", asOf: "2024-10-14", source: "Sổ tay" },                 "7 hồ sơ"],
    ["nothing, which is not zero",               { quantity: null },                                                            "null"],
    ["what cannot be",                           { quantity: null, status: "notApplicable" },                                   "null"],
    ["of a period with a long name",             { period: period("2024-01-01/P9M") },                                          "7 hồ sơ"],
  ])("come back as they went in: %s", async (_, more, text) => {
    const acting = await province();
    const fact = counted("7", more);
    await writeFacts(store, acting, [{ fact }]);
    const [read] = await readFacts(store, { province: acting.province });
    expect(String(read?.quantity)).toBe(text);
    expect(read).toMatchObject({ version: 1, by: "lan", status: fact.status ?? (fact.quantity === null ? "missing" : "stated"), period: fact.period });
    expect([read?.members, read?.asOf, read?.source]).toEqual([fact.members, fact.asOf, fact.source]);
    expect([read?.quantity?.interval().toString(), read?.quantity?.hedge]).toEqual([fact.quantity?.interval().toString(), fact.quantity?.hedge]);
    const [figure] = await readFigures(store, { province: acting.province, indicators: [fact.indicator], orgUnits: [fact.orgUnit], periods: [fact.period] });
    const told = (of: Fact | undefined) => of?.quantity && [of.indicator, of.orgUnit, of.period.id, of.members, String(of.quantity), of.quantity.interval().toString(), of.quantity.hedge];
    expect(told(figure)).toEqual(fact.quantity === null ? undefined : told(fact));
  });

  it("say in which periods they were written since a place in the trail, and that units were changed", async () => {
    const acting = await province();
    const touched = (since: number) => touchedSince(store, acting.province, since);
    const { head } = await touched(0);
    expect(await touched(head)).toEqual({ head, periods: [], all: false });
    await writeFacts(store, acting, [{ fact: counted("100") }, { fact: counted("7", { period: period("2024-M09") }) }]);
    await writeFacts(store, acting, [{ fact: counted("101") }]);
    expect(await touched(head)).toEqual({ head: head + 2, periods: ["2024-M09", "2024-M10"], all: false });
    expect(await touched(head + 1)).toEqual({ head: head + 2, periods: ["2024-M10"], all: false });
    expect((await readPeriods(store, { province: acting.province, orgUnits: ["binh-minh"], indicators: ["dossiers"] })).map(({ id }) => id)).toEqual(["2024-M09", "2024-M10"]);
    expect(await readPeriods(store, { province: acting.province, orgUnits: [], indicators: ["dossiers"] })).toEqual([]);
    await putOrgUnits(store, acting, [{ id: "moi", name: "Mới", level: "commune", parent: null, validFrom: null, validTo: null }]);
    expect((await touched(head + 2)).all).toBe(true);
    expect((await touchedSince(store, "nowhere", 0)).periods).toEqual([]);
  });

  it("keep every version: who, when, from which submission, why", async () => {
    const acting = await province();
    await writeFacts(store, acting, [{ fact: counted("100") }], { submission: "monthly|2024-M10|binh-minh" });
    await writeFacts(store, { ...acting, by: "hung" }, [{ fact: counted("110") }], { why: "đếm sót sổ tay" });
    const versions = await readVersions(store, acting.province, { indicator: "dossiers", orgUnit: "binh-minh", period: october });
    expect(versions.map(({ quantity, by, submission, why }) => [String(quantity), by, submission, why])).toEqual([
      ["100 hồ sơ", "lan", "monthly|2024-M10|binh-minh", undefined],
      ["110 hồ sơ", "hung", undefined, "đếm sót sổ tay"],
    ]);
    const [first] = versions;
    expect((await readFacts(store, { province: acting.province, until: first?.at as Date })).map((one) => String(one.quantity))).toEqual(["100 hồ sơ"]);
    expect(await said(acting)).toEqual(["110 hồ sơ"]);
  });

  it.each(["update fact_version set why = 'x'", "delete from fact_version", "delete from fact", "delete from audit", "update audit set by = 'x'"])(
    "cannot be changed behind their back: %s", async (statement) => {
      await writeFacts(store, await province(), [{ fact: counted("1") }]);
      await expect(sql.raw(statement).execute(store.db)).rejects.toThrow("never changed or removed");
    });

  it("make no version when they say the same again", async () => {
    const acting = await province();
    await writeFacts(store, acting, [{ fact: counted("100") }]);
    expect(await writeFacts(store, acting, [{ fact: counted("100"), seen: 0 }])).toEqual({ written: 0, conflicts: [] });
    expect(await writeFacts(store, acting, [{ fact: counted("100.0") }])).toMatchObject({ written: 1 });
  });

  it("show both values when two change one figure, and write the rest", async () => {
    const acting = await province();
    await writeFacts(store, acting, [{ fact: counted("100"), seen: 0 }]);
    await writeFacts(store, { ...acting, by: "hung" }, [{ fact: counted("105"), seen: 1 }]);
    const late = counted("3", { members: { outcome: "late" } });
    const { written, conflicts } = await writeFacts(store, acting, [{ fact: counted("102"), seen: 1 }, { fact: late, seen: 0 }]);
    expect(written).toBe(1);
    expect(conflicts.map(({ mine, theirs }) => [String(mine.quantity), String(theirs.quantity), theirs.by, theirs.version])).toEqual([["102 hồ sơ", "105 hồ sơ", "hung", 2]]);
    expect(await said(acting)).toEqual(["105 hồ sơ", "3 hồ sơ"]);
  });

  it("lose none of what many write at once", async () => {
    const acting = await province();
    const results = await Promise.all(Array.from({ length: 12 }, (_, i) => writeFacts(store, { ...acting, by: `clerk ${i}` }, [{ fact: counted(String(i + 1)) }])));
    expect(results.map(({ written }) => written)).toEqual(Array(12).fill(1));
    const versions = await readVersions(store, acting.province, { indicator: "dossiers", orgUnit: "binh-minh", period: october });
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(new Set(versions.map(({ quantity }) => String(quantity))).size).toBe(12);
    expect((await verifyAudit(store, acting.province)).faults).toEqual([]);
  });

  it("are written all or none", async () => {
    const acting = await province();
    await expect(writeFacts(store, acting, [{ fact: counted("1") }, { fact: counted("2", { orgUnit: "binh-min" }) }])).rejects.toThrow(
      `Tỉnh "${acting.province}" không có đơn vị "binh-min". Hãy khai báo đơn vị đó trước. / There is no org unit "binh-min" in the province "${acting.province}". Enter it first.`,
    );
    await expect(writeFacts(store, acting, [{ fact: counted("2", { members: { "a=b": "c" } }) }])).rejects.toMatchObject({ code: "store/bad-members" });
    expect(await said(acting)).toEqual([]);
  });

  it("are of one province", async () => {
    const [here, there] = [await province(), await province()];
    await writeFacts(store, here, [{ fact: counted("1") }]);
    await writeFacts(store, there, [{ fact: counted("2") }]);
    expect([await said(here), await said(there)]).toEqual([["1 hồ sơ"], ["2 hồ sơ"]]);
  });

  it.each<[string, string, { seq: number; what: string; row?: string }[]]>([
    // what someone does to the database                    how                                                                                         what is found
    ["changes what an entry says",                         "update audit set by = 'khác' where seq = 2",                                               [{ seq: 2, what: "seal" }, { seq: 2, what: "facts", row: "2024-M10 binh-minh dossiers 1" }]],
    ["takes an entry away",                                "delete from audit where seq = 2",                                                          [{ seq: 3, what: "chain" }, { seq: 3, what: "facts", row: "2024-M10 binh-minh dossiers 1" }]],
    ["cuts off the end",                                   "delete from audit where seq = 3",                                                          [{ seq: 2, what: "end" }, { seq: 2, what: "facts", row: "2024-M10 binh-minh dossiers 2" }]],
    ["changes a version of a fact",                        "update fact_version set value = 999 where version = 1",                                    [{ seq: 2, what: "facts" }]],
    ["takes a version away",                               "delete from fact_version where version = 1",                                               [{ seq: 2, what: "facts" }]],
    ["does nothing",                                       "update audit set by = 'khác' where seq = 99",                                              []],
  ])("are sealed: someone %s", async (_, statement, faults) => {
    const acting = await province();
    await writeFacts(store, acting, [{ fact: counted("1") }]);
    await writeFacts(store, acting, [{ fact: counted("2") }]);
    expect(await verifyAudit(store, acting.province)).toMatchObject({ entries: 3, faults: [] });
    await store.db.connection().execute(async (db) => {
      await sql`set session_replication_role = replica`.execute(db);
      await sql.raw(`${statement} and province = '${acting.province}'`).execute(db);
      await sql`set session_replication_role = origin`.execute(db);
    });
    expect((await verifyAudit(store, acting.province)).faults).toEqual(faults);
  });

  it("shows with a seal kept elsewhere that trail and head were cut together", async () => {
    const acting = await province();
    await writeFacts(store, acting, [{ fact: counted("1") }]);
    const { seal } = await verifyAudit(store, acting.province);
    expect((await verifyAudit(store, acting.province, { seal })).faults).toEqual([]);
    expect((await verifyAudit(store, acting.province, { seal: "0".repeat(64) })).faults).toEqual([{ seq: 2, what: "end" }]);
  });

  it("keep org units and what became of them", async () => {
    const acting = await province();
    const units = [place("an", { validTo: "2025-06-30" }), place("binh", { validTo: "2025-06-30" }), place("an-binh", { validFrom: "2025-07-01" })];
    await putOrgUnits(store, acting, units);
    const merge = { on: "2025-07-01", change: "merge", from: ["an", "binh"], into: ["an-binh"], source: "Nghị quyết" } as const;
    await putLineage(store, acting, [merge]);
    expect(await readOrgUnits(store, acting.province)).toEqual([...units, place("binh-minh")].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(await readLineage(store, acting.province)).toEqual([merge]);
    await expect(putOrgUnits(store, acting, [place("x", { parent: "nowhere" })])).rejects.toMatchObject({ code: "store/unknown-org-unit" });
    for (const refused of [[place("x"), place("x")], [place("x", { parent: "x" })], [place("x", { parent: "y" }), place("y", { parent: "x" })]])
      await expect(putOrgUnits(store, acting, refused)).rejects.toMatchObject({ code: "store/bad-org-unit" });
    await expect(putOrgUnits(store, acting, [place("x", { validFrom: "2025-07-01", validTo: "2025-06-30" })])).rejects.toMatchObject({ code: "store/bad-org-unit" });
  });
});
