import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { ReportRegime } from "@khop/catalog/report";
import { connect, type Khop } from "@khop/client";
import { examine, existsIn, type Fact, type Lineage, period as periodNamed, quantity, unitOf, windowOf } from "@khop/core";
import { openDocument } from "@khop/reader/file";
import { issueToken, putOrgUnits, putRoles, type Role, writeFacts } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import { liveDocument } from "@khop/writer/live";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceUnits, threeLevels, together, twoLevels, type Values, valuesOf } from "./province-testing.ts";
import { smallApi } from "./testing.ts";

const province = "ha-lam";
const at = "/api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}" as const;
const reports = "/api/v1/provinces/{province}/reports/{regime}/{period}/{orgUnit}" as const;

/** "dossiers.received channel=online" 12, as a cell. */
const cellsOf = (values: Values) => Object.entries(values).map(([name, value]) => {
  const [indicator = "", member] = name.split(" ");
  const [breakdown = "", id = ""] = member?.split("=") ?? [];
  return { indicator, value: String(value), ...(member === undefined ? {} : { members: { [breakdown]: id } }) };
});
const nameOf = ({ indicator, members = {} }: { readonly indicator: string; readonly members?: Readonly<Record<string, string>> }) =>
  [indicator, ...Object.entries(members).map(([breakdown, member]) => `${breakdown}=${member}`)].join(" ");

await onBoth({ describe, afterAll }, "a province", (database) => {
  let address = "";
  let close: () => Promise<void>;
  let api: Awaited<ReturnType<typeof smallApi>>;
  let now = new Date("2024-10-15T02:00:00Z");
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => now }), { regimes: [threeLevels, twoLevels] });
    const acting = { province, by: "khop" };
    await putOrgUnits(api.services.store, acting, provinceUnits);
    const server = createServer(getRequestListener(api.app.fetch)).listen(0, "127.0.0.1");
    await once(server, "listening");
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = async () => { server.closeAllConnections(); await new Promise((resolve) => server.close(resolve)); };
  });
  afterAll(() => close());

  /** Someone with a role in a unit, at the end of a line. */
  async function someone(role: Role, orgUnit: string): Promise<Khop> {
    const user = `${role}.${orgUnit}@ha-lam.example`;
    await putRoles(api.services.store, { province, by: "khop" }, user, [{ role, orgUnit }]);
    const { secret } = await issueToken(api.services.store, { user, name: "t", scopes: ["read", "enter", "decide", "manage"] });
    return connect({ address, token: secret });
  }

  it.each<[string, ReportRegime, string, { readonly opens: string; readonly late: string }, readonly string[]]>([
    ["in three levels, October 2024",  threeLevels, "2024-M10", { opens: "2024-10-15T02:00:00Z", late: "2024-10-25T02:00:00Z" }, ["commune", "district", "province"]],
    ["in two levels, March 2026",      twoLevels,   "2026-M03", { opens: "2026-03-16T02:00:00Z", late: "2026-03-27T02:00:00Z" }, ["commune", "province"]],
  ])("collects, adds up and reports a month %s", { timeout: 180_000 }, async (_, regime, period, { opens, late }, levels) => {
    now = new Date(opens);
    const there = provinceUnits.filter((one) => existsIn(one, windowOf(periodNamed(period))));
    const [communes, districts, departments] = ["commune", "district", "department"].map((kind) => there.filter(({ id, level }) => (kind === "department" ? id.startsWith("so-") : level === kind)).map(({ id }) => id)) as [string[], string[], string[]];
    const steward = await someone("steward", "tinh");
    const chair = await someone("approver", "tinh");
    const path = (orgUnit: string) => ({ path: { province, regime: regime.id, period, orgUnit } });
    const ofPeriod = { path: { province, regime: regime.id, period } };
    const parentOf = new Map(there.map(({ id, parent }) => [id, parent]));

    const opened = await steward.POST("/api/v1/provinces/{province}/periods", { params: { path: { province } }, body: { regime: regime.id, period, levels: levels as ("commune" | "district" | "province")[], blocks: "review" } });
    expect(opened.error).toBeUndefined();
    const tally = async () => (await steward.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/submissions", { params: { ...ofPeriod, query: { limit: 500 } } })).data?.tally;
    expect(await tally()).toMatchObject({ owed: there.length });

    const clerks = new Map<string, Khop>();
    const clerkOf = async (unit: string) => { const clerk = clerks.get(unit) ?? (await someone("clerk", unit)); clerks.set(unit, clerk); return clerk; };
    const enter = async (unit: string, values: Values) => { const { data, error } = await (await clerkOf(unit)).PATCH(`${at}/entries`, { params: path(unit), body: { cells: cellsOf(values) } }); expect([unit, error, data?.conflicts]).toEqual([unit, undefined, []]); };
    const submit = async (unit: string) => (await clerkOf(unit)).POST(`${at}/submit`, { params: path(unit), body: {} });
    const sendWell = async (unit: string) => { const { data, error } = await submit(unit); expect([unit, error?.detail, data?.state]).toEqual([unit, undefined, "submitted"]); };
    const approve = async (by: Khop, unit: string, as: string) => { const { data, error } = await by.POST(`${at}/approve`, { params: path(unit), body: { as } }); expect([unit, error?.detail]).toEqual([unit, undefined]); return data; };
    const rollUp = async (to: string, level: "commune" | "district" | "province") => (await steward.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/roll-up", { params: { ...ofPeriod, query: { to, level } } })).data?.items ?? [];
    const valuesIn = (items: Awaited<ReturnType<typeof rollUp>>): Values => Object.fromEntries(items.map((one) => [nameOf(one), Number(one.value)]));

    // Communes and departments: some type wrong and hear of it at once, some are late.
    const truth = new Map([...communes, ...departments].map((unit, i) => [unit, valuesOf(i + 1)]));
    const [wrong = "", returned = "", ...others] = communes;
    const isLate = new Set(communes.slice(-3));
    for (const unit of [...others, ...departments].filter((one) => !isLate.has(one))) { await enter(unit, truth.get(unit) as Values); await sendWell(unit); }
    await enter(wrong, { ...(truth.get(wrong) as Values), "dossiers.received channel=post": 77 });
    const blocked = await submit(wrong);
    expect(blocked.error).toMatchObject({ status: 422, code: "store/blocked", detail: expect.stringContaining("Hồ sơ tiếp nhận") });
    // Who looks over all units sees the one; its neighbour sees nothing of it.
    const unfit = async (by: Khop) => (await by.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/check", { params: { ...ofPeriod, query: { limit: 500 } } })).data;
    expect(await unfit(steward)).toMatchObject({ items: [{ orgUnit: wrong, rule: "sum.dossiers.received", verdict: "violated", message: { vi: expect.stringContaining("77") } }], tally: { violated: 1, truncated: 0 } });
    expect((await unfit(steward))?.tally.holds).toBe(2 * (communes.length + departments.length - isLate.size - 1) - 1);
    expect(await unfit(await clerkOf(others[0] ?? ""))).toMatchObject({ items: [], tally: { violated: 0 } });
    const leader = async () => (await steward.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/overview", { params: ofPeriod })).data?.findings ?? [];
    expect((await leader()).map(({ orgUnit, message }) => [orgUnit, message.vi.includes("77")])).toEqual([[wrong, true]]);
    await enter(wrong, { "dossiers.received channel=post": truth.get(wrong)?.["dossiers.received channel=post"] ?? 0 });
    await sendWell(wrong);
    // One fits together and is wrong none the less.
    await enter(returned, valuesOf(99));
    await sendWell(returned);

    const before = await rollUp("tinh", "commune");
    expect(before.map(({ value, missing, orgUnits }) => [value, missing, orgUnits])).toEqual(before.map(() => [null, [...isLate].sort(), communes.length]));
    now = new Date(late);
    expect(await tally()).toMatchObject({ early: communes.length + departments.length - 3, missing: there.length - communes.length - departments.length + 3, owed: 0 });
    for (const unit of isLate) { await enter(unit, truth.get(unit) as Values); await sendWell(unit); }

    // Those above: one gives back, cell by cell; what is mended comes again.
    const headOf = new Map<string, Khop>();
    for (const district of districts) headOf.set(district, await someone("approver", district));
    const firstAbove = (unit: string) => parentOf.get(unit) ?? "tinh";
    const above = (unit: string) => headOf.get(firstAbove(unit)) ?? chair;
    const back = await above(returned).POST(`${at}/return`, { params: path(returned), body: { as: firstAbove(returned), reason: "Lệch sổ", cells: [{ cell: "indicator:dossiers.received", reason: "Sổ ghi khác" }] } });
    expect(back.data?.state).toBe("returned");
    await enter(returned, truth.get(returned) as Values);
    await sendWell(returned);
    const steps = await steward.GET(`${at}/steps`, { params: path(returned) });
    expect(steps.data?.items.map(({ action }) => action)).toEqual(["submit", "return", "submit"]);
    for (const unit of [...communes, ...departments]) {
      await approve(above(unit), unit, firstAbove(unit));
      if (firstAbove(unit) !== "tinh") await approve(chair, unit, "tinh");
    }

    // Districts send what their communes make together; one that does not is kept from it.
    for (const [i, district] of districts.entries()) {
      const sums = valuesIn(await rollUp(district, "commune"));
      expect(sums).toEqual(together(communes.filter((unit) => parentOf.get(unit) === district).map((unit) => truth.get(unit) as Values)));
      if (i === 0) {
        await enter(district, { ...sums, "dossiers.resolved": (sums["dossiers.resolved"] ?? 0) + 1, "dossiers.resolved outcome=late": (sums["dossiers.resolved outcome=late"] ?? 0) + 1 });
        const kept = await submit(district);
        expect([kept.error?.code, kept.error?.detail.includes("kết quả") || kept.error?.detail.includes("Hồ sơ đã giải quyết")]).toEqual(["store/blocked", true]);
      }
      await enter(district, sums);
      await sendWell(district);
      await approve(chair, district, "tinh");
    }
    expect(valuesIn(await rollUp("tinh", "commune"))).toEqual(together(communes.map((unit) => truth.get(unit) as Values)));

    // The province: its departments and those right below.
    const parts = (await Promise.all([rollUp("tinh", "province"), rollUp("tinh", districts.length > 0 ? "district" : "commune")])).map(valuesIn);
    const all = together(parts);
    expect(all).toEqual(together([...truth.values()]));
    await enter("tinh", all);
    await sendWell("tinh");
    expect((await approve(chair, "tinh", "tinh"))?.state).toBe("approved");
    for (const unit of there.map(({ id }) => id)) expect((await steward.POST(`${at}/lock`, { params: path(unit), body: {} })).data?.state).toBe("locked");
    expect((await (await clerkOf("tinh")).PATCH(`${at}/entries`, { params: path("tinh"), body: { cells: cellsOf({ "dossiers.received": 1 }) } })).error?.code).toBe("store/wrong-state");

    // The report, drafted, checked and signed; every figure of the Word file is what its fact says, and they fit together.
    const writer = await clerkOf("tinh");
    await writer.PATCH(`${reports}/passages`, { params: path("tinh"), body: { passages: [{ passage: "judgement", text: "Công tác giải quyết hồ sơ đi vào nền nếp." }] } });
    const letter = { body: "Ủy ban nhân dân tỉnh", place: "Hà Lam", signatureBlock: { position: "Chủ tịch", name: "" } };
    expect((await writer.POST(`${reports}/draft`, { params: path("tinh"), body: { letter } })).data?.state).toBe("drafted");
    await chair.POST(`${reports}/check`, { params: path("tinh"), body: {} });
    expect((await chair.POST(`${reports}/sign`, { params: path("tinh"), body: { number: "45", date: late.slice(0, 10) } })).data?.state).toBe("signed");
    const file = await chair.GET(`${reports}/document`, { params: { ...path("tinh"), query: { format: "docx" } }, parseAs: "blob" });
    const bytes = new Uint8Array(await (file.data as unknown as Blob).arrayBuffer());
    const facts = (await chair.GET("/api/v1/provinces/{province}/facts", { params: { path: { province }, query: { period, orgUnit: "tinh", limit: 500 } } })).data?.items ?? [];
    expect(Object.fromEntries(facts.map((one) => [nameOf(one), Number(one.value)]))).toEqual(all);
    const shown = Map.groupBy(liveDocument(bytes)?.figures ?? [], ({ fact }) => fact);
    const textsAt = (indicator: string, members: Readonly<Record<string, string>>) => {
      const key = [`indicator:${indicator}`, "orgUnit:tinh", `period:${period}`, ...Object.entries(members).map(([breakdown, member]) => `${breakdown}=${member}`)].join("|");
      return [key, ...new Set(shown.get(key)?.map(({ now: text }) => text))];
    };
    const document = await openDocument({ format: "docx", bytes });
    for (const { indicator, members = {}, value } of facts) {
      const [key = "", ...told] = textsAt(indicator, members);
      expect([key, ...told]).toEqual([key, expect.stringMatching(`^${Number(value).toLocaleString("vi").replaceAll(".", "\\.")}(?: hồ sơ)?$`)]);
    }
    for (const channel of ["direct", "online", "post"]) {
      const percent = (100 * (all[`dossiers.received channel=${channel}`] ?? 0)) / (all["dossiers.received"] ?? 0);
      const [key = "", ...told] = textsAt("dossiers.received-share", { channel });
      expect([key, ...told]).toEqual([key, expect.stringMatching(`^${percent.toFixed(2).replace(".", ",")} ?%$`)]);
    }
    expect(document.text).toContain("Công tác giải quyết hồ sơ đi vào nền nếp.");
    expect(examine(document.network).findings.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);

    const auditor = await someone("auditor", "tinh");
    const { data: trail } = await auditor.GET("/api/v1/provinces/{province}/audit/verification", { params: { path: { province } } });
    expect([trail?.faults, (trail?.entries ?? 0) > there.length * 4]).toEqual([[], true]);
  });

  const merged: Lineage[] = Array.from({ length: 31 }, (_, i) => ({ on: "2025-07-01", change: "merge" as const, from: [`xa-${2 * i + 1}`, `xa-${2 * i + 2}`], into: [`xa-moi-${i + 1}`], source: "Nghị quyết" }));
  const factsOf = (orgUnit: string, when: string, values: Values): Fact[] => cellsOf(values).map(({ value, ...cell }) => ({ ...cell, orgUnit, period: periodNamed(when), quantity: quantity({ value, unit: unitOf("hồ sơ") }) }));
  const sums = (items: readonly { indicator: string; members?: Readonly<Record<string, string>>; before?: { value: string | null } }[]): Values => Object.fromEntries(items.map((one) => [nameOf(one), Number(one.before?.value)]));

  it("holds what communes told against those that they were made of, across 1 July 2025", { timeout: 60_000 }, async () => {
    const path = { province };
    const admin = await someone("admin", "tinh");
    const steward = await someone("steward", "tinh");
    // What became of units is written by who may, of the version that was seen.
    const seen = (await admin.GET("/api/v1/provinces/{province}/lineage", { params: { path } })).response.headers.get("etag") ?? "";
    const put = (by: Khop, items: Lineage[], etag: string) => by.PUT("/api/v1/provinces/{province}/lineage", { params: { path, header: { "if-match": etag } }, body: { items: items.map((one) => ({ ...one, from: [...one.from], into: [...one.into] })) } });
    expect((await put(await someone("approver", "tinh"), merged, seen)).error?.code).toBe("api/not-allowed");
    expect((await put(admin, [{ ...merged[0]!, into: ["xa-la"] }], seen)).error?.code).toBe("store/unknown-org-unit");
    const kept = await put(admin, merged, seen);
    expect(kept.data?.items).toHaveLength(31);
    expect((await put(admin, [], seen)).error).toMatchObject({ status: 412, code: "store/stale" });

    // Before, 62 communes told; in July all that there were, each its days; since, 31. One of before told nothing in July.
    const [before, since] = [62, 31].map((many, i) => Array.from({ length: many }, (_, n) => (i === 0 ? `xa-${n + 1}` : `xa-moi-${n + 1}`))) as [string[], string[]];
    const march = new Map(before.map((id, n) => [id, valuesOf(200 + n)]));
    const july = new Map([...before, ...since].map((id, n) => [id, valuesOf(300 + n)]));
    july.delete("xa-4");
    const august = new Map(since.map((id, n) => [id, valuesOf(500 + n)]));
    for (const [when, told] of [["2025-M03", march], ["2025-M07", july], ["2025-M08", august]] as const)
      await writeFacts(api.services.store, { province, by: "khop" }, [...told].flatMap(([id, values]) => factsOf(id, when, values)).map((fact) => ({ fact })));
    const rollUp = async (regime: string, period: string, against: "previous" | "yearBefore", to = "tinh") => (await steward.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/roll-up", { params: { path: { province, regime, period }, query: { to, level: "commune", against } } })).data?.items ?? [];

    // March 2026 was entered above by the 31; a year before there were 62, and they make as much.
    const year = await rollUp(twoLevels.id, "2026-M03", "yearBefore");
    expect(sums(year)).toEqual(together([...march.values()]));
    expect(year.map(({ before: then }) => [then?.comparison?.is, then?.change !== undefined, then?.growth !== undefined])).toEqual(year.map(() => ["recast", true, true]));
    expect(year[0]?.before?.comparison?.message.vi).toMatch(/^Hồ sơ tiếp nhận, tinh: số tháng 3\/2025 được tính lại theo đơn vị hiện nay, từ xã 1, xã 2, .*, …\.$/);
    // July is no sum while one is missing, and is said to be none.
    const month = await rollUp(twoLevels.id, "2025-M08", "previous");
    expect(month.map(({ before: then }) => [then?.value, then?.missing, then?.comparison?.is, then?.comparison?.why])).toEqual(month.map(() => [null, ["xa-4"], "notComparable", "missing"]));
    // A district that is no more has no sum since.
    expect((await rollUp(twoLevels.id, "2026-M03", "yearBefore", "huyen-1")).map(({ value, before: then }) => [value, then?.comparison?.why ?? null])).toEqual(year.map(() => [null, "ended"]));

    const figures = (await steward.GET(`${reports}/figures`, { params: { path: { province, regime: twoLevels.id, period: "2025-M08", orgUnit: "xa-moi-1" } } })).data?.figures ?? [];
    const whole = together(["xa-1", "xa-2", "xa-moi-1"].map((id) => july.get(id) as Values));
    expect(figures.find(({ fact }) => fact === "indicator:dossiers.received|orgUnit:xa-moi-1|period:2025-M08")).toMatchObject({ before: `${whole["dossiers.received"]?.toLocaleString("vi")} hồ sơ`, comparison: { is: "recast" } });
    const apart = (await steward.GET(`${reports}/figures`, { params: { path: { province, regime: twoLevels.id, period: "2025-M08", orgUnit: "xa-moi-2" } } })).data?.figures ?? [];
    expect(apart.find(({ fact }) => fact === "indicator:dossiers.received|orgUnit:xa-moi-2|period:2025-M08")).toMatchObject({ comparison: { is: "notComparable", why: "missing", message: { vi: "Hồ sơ tiếp nhận, xã moi-2: không so sánh được với tháng 7/2025 do sắp xếp đơn vị hành chính: chưa có số liệu kỳ đó của xã 4." } } });
    expect(apart.filter(({ before: then, change }) => then !== undefined || change !== undefined)).toEqual([]);

    const overview = (await steward.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/overview", { params: { path: { province, regime: twoLevels.id, period: "2025-M08" } } })).data;
    expect(overview?.moved.every(({ orgUnit, recast }) => recast && orgUnit !== "xa-moi-2")).toBe(true);
    expect(overview?.moved).toHaveLength(12);
    expect(overview?.reorganised.find(({ orgUnit }) => orgUnit === "xa-moi-2")).toMatchObject({ recast: 0, messages: [{ vi: expect.stringContaining("không so sánh được") }] });
    expect(overview?.reorganised).toHaveLength(31);

    // The form of March says the same of the year before, and nothing where nobody said what became of a unit.
    const form = async (orgUnit: string) => (await steward.GET(`${at}/check`, { params: { path: { province, regime: twoLevels.id, period: "2026-M03", orgUnit } } })).data?.comparisons.map(({ period, is }) => `${period} ${is}`);
    expect(new Set(await form("xa-moi-1"))).toEqual(new Set(["2025-M03 recast"]));
    const { data: cut } = await put(admin, merged.slice(1), kept.response.headers.get("etag") ?? "");
    expect(cut?.items).toHaveLength(30);
    await expect.poll(() => form("xa-moi-1")).toEqual([]);
    const unsaid = await rollUp(twoLevels.id, "2026-M03", "yearBefore");
    expect(unsaid.map(({ before: then }) => [then?.value, then?.comparison?.why])).toEqual(unsaid.map(() => [null, "unknownOrigin"]));
    expect(unsaid[0]?.before?.comparison?.message.vi).toContain("chưa khai báo sáp nhập, chia tách của xã moi-1, xã 1, xã 2");
  });
});
