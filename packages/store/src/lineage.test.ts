import { check, instantiate, type Lineage, network, type OrgUnit, period, rollUpRules } from "@khop/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Acting, checkProvince, checkSubmission, openPeriod, putLineage, putOrgUnits, readAudit, readFacts, readLineage, readLineageThen, readStandingLineage, rollUp, rollUpBefore, type Store,
  saveEntries, submit, verifyAudit, writeFacts,
} from "./index.ts";
import { onBoth } from "./testing/index.ts";
import { entered, madeUpRegime as regime } from "./testing/made-up.ts";

const unit = (id: string, level: OrgUnit["level"], parent: string | null, days: Partial<OrgUnit> = {}): OrgUnit => ({ id, name: id, level, parent, validFrom: null, validTo: null, ...days });
const old = { validTo: "2025-06-30" };
const young = { validFrom: "2025-07-01" };
/** Two districts of two communes and one, and what became of them: a and b are one, c is split, d has another name. */
const units = [
  unit("tinh", "province", null), unit("huyen-1", "district", "tinh", old), unit("huyen-2", "district", "tinh", old),
  unit("a", "commune", "huyen-1", old), unit("b", "commune", "huyen-1", old), unit("c", "commune", "huyen-2", old), unit("d", "commune", "huyen-2", old),
  unit("ab", "commune", "tinh", young), unit("c1", "commune", "tinh", young), unit("c2", "commune", "tinh", young), unit("d2", "commune", "tinh", young),
];
const change = (how: Lineage["change"], from: string[], into: string[], on = "2025-07-01"): Lineage => ({ on, change: how, from, into, source: "made up" });
const lineage = [change("merge", ["a", "b"], ["ab"]), change("split", ["c"], ["c1", "c2"]), change("rename", ["d"], ["d2"])];

await onBoth({ describe, afterAll }, "what became of units", (database) => {
  let store: Store;
  let provinces = 0;
  let now = new Date("2025-08-15T02:00:00Z");
  beforeAll(async () => { store = await database.newStore({ now: () => now }); });

  async function province(by: readonly Lineage[] = lineage): Promise<Acting> {
    const acting = { province: `p${++provinces}`, by: "lan" };
    await putOrgUnits(store, acting, units);
    if (by.length > 0) await putLineage(store, acting, by);
    return acting;
  }
  const tell = (acting: Acting, when: string, values: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    writeFacts(store, acting, Object.entries(values).flatMap(([orgUnit, own]) => Object.entries(own).map(([name, value]) => ({ fact: entered(orgUnit, when, name, value) }))));

  const told = (value: string) => ({ received: value, pending: value });

  it.each<[string, string, Lineage[]]>([
    ["a unit that nobody knows",                  "store/unknown-org-unit", [change("rename", ["a"], ["nowhere"])]],
    ["one merged alone",                          "store/bad-lineage",      [change("merge", ["a"], ["ab"])]],
    ["one split into itself",                     "store/bad-lineage",      [change("split", ["c"], ["c1"])]],
    ["the same twice",                            "store/bad-lineage",      [change("rename", ["d"], ["d2"]), change("rename", ["d"], ["d2"])]],
    ["one that was not there the day before",     "store/bad-lineage",      [change("rename", ["c1"], ["c2"])]],
    ["one that is not there yet",                 "store/bad-lineage",      [change("merge", ["a", "b"], ["ab"], "2025-06-01")]],
    ["one that goes on, unsaid",                  "store/bad-lineage",      [change("merge", ["a", "tinh"], ["ab"])]],
  ])("refuses %s", async (_, code, wrong) => {
    const acting = await province([]);
    await expect(putLineage(store, acting, wrong)).rejects.toMatchObject({ code });
    expect(await readLineage(store, acting.province)).toEqual([]);
  });

  it("is written as a whole, of the version that was seen, and stands in the trail", async () => {
    const acting = await province([]);
    const { version } = await readStandingLineage(store, acting.province);
    const first = await putLineage(store, acting, lineage, { seen: version });
    expect(first.version).toBeGreaterThan(version);
    await expect(putLineage(store, acting, [], { seen: version })).rejects.toMatchObject({ code: "store/stale" });
    await putOrgUnits(store, acting, [unit("e", "commune", "tinh")]);
    await expect(putLineage(store, acting, [], { seen: first.version })).rejects.toMatchObject({ code: "store/stale" });
    await putLineage(store, acting, lineage.slice(0, 1));
    expect(await readLineage(store, acting.province)).toEqual(lineage.slice(0, 1));
    const puts = (await readAudit(store, acting.province)).filter(({ action }) => action === "lineage.put");
    expect(puts.map(({ detail }) => detail.lineage)).toEqual([lineage, lineage.slice(0, 1)]);
    expect((await verifyAudit(store, acting.province)).faults).toEqual([]);
  });

  it("is known as it was known at a time, for reports that are made again", async () => {
    const acting = await province(lineage.slice(0, 1));
    const first = now;
    now = new Date("2025-09-15T02:00:00Z");
    await putLineage(store, acting, lineage.slice(1));
    const then = (at: Date) => readLineageThen(store, acting.province, at);
    expect([await then(new Date("2025-01-01")), await then(first), await then(now)]).toEqual([[], lineage.slice(0, 1), lineage.slice(1)]);
    now = first;
  });

  /** What a unit's form says of the month, the earlier ones having been told by those before. */
  async function formOf(acting: Acting, orgUnit: string, when: string, values: Readonly<Record<string, string>>) {
    const key = { regime: regime.id, period: when, orgUnit };
    await saveEntries(store, acting, regime, key, Object.entries(values).map(([name, value]) => ({ fact: entered(orgUnit, when, name, value) })));
    const { checked, comparisons, findings } = await checkSubmission(store, acting.province, regime, key);
    const balance = checked.find(({ relation }) => relation.id.startsWith("balance|"));
    return { key, balance: [balance?.verdict, balance?.reason].filter(Boolean).join(" "), comparisons: comparisons.map(({ indicator, period: of, is, why }) => [indicator, of.id, is, why].filter(Boolean).join(" ")), codes: findings.map(({ finding }) => finding.code) };
  }
  const form = { received: "100", "received direct": "60", "received online": "40", resolved: "90", "online-share": "40.00" };

  it("lets a form be held against the sum of those that were merged, and not against a part", async () => {
    const acting = await province();
    await openPeriod(store, acting, regime, period("2025-M08"), { blocks: "review" });
    await tell(acting, "2025-M07", { ab: { pending: "5", received: "7" }, a: { received: "30" }, b: { received: "20" }, c1: { pending: "3" } });
    await tell(acting, "2024-M08", { a: { pending: "1" }, b: { pending: "2" } });
    const fits = await formOf(acting, "ab", "2025-M08", { ...form, pending: "15" });
    expect(fits).toMatchObject({ balance: "holds", codes: [] });
    expect([...fits.comparisons].sort()).toEqual(["pending 2024-M08 recast", "received 2025-M07 recast"]);
    // A figure of those before is the reason for another verdict, and a check that was kept is not gone by.
    const sent = formOf(acting, "ab", "2025-M08", { pending: "16" });
    expect((await sent).balance).toBe("violated");
    await expect(submit(store, acting, regime, fits.key)).rejects.toMatchObject({ code: "store/blocked" });
    await tell(acting, "2025-M07", { ab: { pending: "6" } });
    expect(await submit(store, acting, regime, fits.key)).toMatchObject({ state: "submitted" });
  });

  it("gives no verdict on the month of the change, nor on one half of a split", async () => {
    const acting = await province();
    await openPeriod(store, acting, regime, period("2025-M07"));
    await openPeriod(store, acting, regime, period("2025-M08"), { blocks: "review" });
    await tell(acting, "2025-M06", { a: { pending: "4" }, b: { pending: "1" }, c: { pending: "9" } });
    const july = await formOf(acting, "ab", "2025-M07", { ...form, pending: "99" });
    expect(july).toMatchObject({ balance: "unknown not-comparable", comparisons: ["pending 2025-M06 notComparable straddles"] });
    // The old commune's last form is its own.
    expect((await formOf(acting, "a", "2025-M07", { ...form, pending: "14" })).balance).toBe("holds");
    await tell(acting, "2024-M08", { c: { received: "50" } });
    expect((await formOf(acting, "c1", "2025-M08", { ...form, pending: "15" })).comparisons).toEqual(["received 2024-M08 notComparable parted"]);
  });

  it("hears at once of lineage that is written later", async () => {
    const acting = await province([]);
    await openPeriod(store, acting, regime, period("2025-M08"), { blocks: "review" });
    await tell(acting, "2025-M07", { a: { pending: "2" }, b: { pending: "3" } });
    await tell(acting, "2024-M08", { a: { received: "2" }, b: { received: "3" } });
    expect((await formOf(acting, "ab", "2025-M08", { ...form, pending: "15" })).comparisons).toEqual([]);
    await putLineage(store, acting, lineage);
    expect((await formOf(acting, "ab", "2025-M08", {})).comparisons).toEqual(["received 2024-M08 recast"]);
  });

  it("is known to the compiled check as to memory", async () => {
    const acting = await province();
    await tell(acting, "2025-M08", { ab: { received: "10", resolved: "0", pending: "15" }, c1: { received: "10", resolved: "0", pending: "15" }, d2: { received: "10", resolved: "0", pending: "15" } });
    await tell(acting, "2025-M07", { ab: { pending: "5" }, c1: { pending: "5" }, d2: { pending: "4" } });
    const balanceOf = async (when: string) => (await checkProvince(store, { ...acting, period: period(when), indicators: regime.indicators, rules: regime.rules })).filter(({ rule }) => rule === "balance").map(({ orgUnit, verdict, reason }) => [orgUnit, verdict, reason].filter(Boolean).join(" "));
    expect(await balanceOf("2025-M08")).toEqual(["ab holds", "c1 holds", "c2 unknown missing-operand", "d2 violated", "tinh unknown missing-operand"]);
    await tell(acting, "2025-M06", { a: { pending: "4" }, b: { pending: "1" } });
    await tell(acting, "2025-M07", { ab: { received: "1", resolved: "0" } });
    expect((await balanceOf("2025-M07"))).toContain("ab unknown not-comparable");
  });

  it("knows a unit's history from those that it was made of", async () => {
    const acting = await province();
    await openPeriod(store, acting, regime, period("2026-M03"));
    for (const month of ["2025-M03", "2025-M04", "2025-M05", "2025-M06"]) await tell(acting, month, { a: { resolved: "40" }, b: { resolved: "50" } });
    for (const month of ["2025-M08", "2025-M09"]) await tell(acting, month, { ab: { resolved: "91" } });
    expect((await formOf(acting, "ab", "2026-M03", { resolved: "90" })).codes).toEqual([]);
    expect((await formOf(acting, "ab", "2026-M03", { resolved: "900" })).codes).toEqual(["ten-times"]);
  });

  it("adds up, in the month of the change, flows of all and stocks of the last day", async () => {
    const acting = await province();
    const rules = rollUpRules(regime.indicators, [{ indicator: "received" }, { indicator: "pending" }]);
    await tell(acting, "2025-M07", { a: told("1"), b: told("1"), c: told("1"), d: told("1"), ab: told("5"), c1: told("6"), c2: told("7"), d2: told("8"), "huyen-1": told("2"), "huyen-2": told("2"), tinh: { received: "30", pending: "26" } });
    const of = { indicators: regime.indicators, period: period("2025-M07") };
    const compiled = await checkProvince(store, { ...acting, ...of, rules });
    const facts = await readFacts(store, { province: acting.province });
    const inMemory = check(network({ relations: instantiate(rules, { ...of, periods: [of.period], orgUnits: units, of: ["tinh"], facts }).relations })).checked;
    expect([compiled.filter(({ orgUnit }) => orgUnit === "tinh").map(({ verdict }) => verdict), inMemory.map(({ verdict }) => verdict)]).toEqual([["holds", "holds"], ["holds", "holds"]]);
  });

  const shown = (rows: readonly { indicator: string; members: object; value: unknown; comparison: { is: string; why?: string; of: readonly string[] } | undefined }[]) =>
    rows.filter(({ members }) => Object.keys(members).length === 0).map(({ indicator, value, comparison }) => [indicator, value === null ? "?" : String(value), comparison?.is, comparison?.why, ...(comparison?.why === undefined ? [] : comparison.of)].filter(Boolean).join(" "));
  const query = (acting: Acting, when: string, to = "tinh") => ({ ...acting, period: period(when), to, level: "commune" as const, indicators: regime.indicators, entries: regime.entries });

  it("lets a province's sum be held against that of before, wherever its lines ran", async () => {
    const acting = await province();
    await tell(acting, "2025-M06", { a: told("1"), b: told("2"), c: told("3"), d: told("4") });
    await tell(acting, "2025-M07", { a: { received: "1" }, b: { received: "1" }, c: { received: "1" }, d: { received: "1" }, ab: told("5"), c1: told("6"), c2: told("7"), d2: told("8") });
    const july = await rollUp(store, query(acting, "2025-M07"));
    expect(july.filter(({ members }) => Object.keys(members).length === 0).map(({ indicator, value, orgUnits, missing }) => [indicator, value?.toFixed() ?? null, orgUnits, missing.length])).toEqual([["received", "30", 8, 0], ["resolved", null, 8, 8], ["pending", "26", 4, 0]]);
    expect(shown(await rollUpBefore(store, query(acting, "2025-M08"), period("2025-M06")))).toEqual(["received 10 recast", "resolved ? notComparable missing a b c d", "pending 10 recast"]);
    expect(shown(await rollUpBefore(store, query(acting, "2025-M08"), period("2025-M07")))).toEqual(["received 30 recast", "resolved ? notComparable missing a ab b c c1 c2 d d2", "pending 26"]);
    expect(shown(await rollUpBefore(store, query(acting, "2025-M06"), period("2025-M05")))[0]).toBe("received ?");
  });

  it("gives no sum of before where nobody has said what became of a unit", async () => {
    const acting = await province(lineage.slice(0, 2));
    await tell(acting, "2025-M06", { a: told("1"), b: told("2"), c: told("3"), d: told("4") });
    expect(shown(await rollUpBefore(store, query(acting, "2025-M08"), period("2025-M06")))[0]).toBe("received ? notComparable unknownOrigin d2 d");
    const other = await province([lineage[0]!, change("split", ["c", "d"], ["c1", "c2", "d2"])]);
    await tell(other, "2025-M06", { a: told("1"), b: told("2"), c: told("3"), d: told("4") } satisfies Record<string, Record<string, string>>);
    expect(shown(await rollUpBefore(store, query(other, "2025-M08"), period("2025-M06")))[0]).toBe("received 10 recast");
  });
});

