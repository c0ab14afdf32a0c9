import { issueToken, readAudit, restore } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountTables, openAccounts } from "./access/accounts.ts";
import { foundExample } from "./found.ts";
import { smallApi } from "./testing.ts";

await onBoth({ describe, afterAll }, "the API", (database) => {
  let api: Awaited<ReturnType<typeof smallApi>>;
  let now = new Date("2024-10-15T02:00:00Z");
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => now }));
  });
  const at = "/provinces/lam-son/periods/commune-monthly/2024-M10/submissions";
  const cell = (channel: string | undefined, value: string, seen?: number) => ({
    indicator: "dossiers.received", ...(channel === undefined ? {} : { members: { channel } }), value, ...(seen === undefined ? {} : { seen }),
  });

  it("carries a period from its opening to its lock", async () => {
    const steward = await api.as("mai@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
    const clerk = await api.as("lan@lam-son.example", [{ role: "clerk", orgUnit: "xa-1" }]);
    const head = await api.as("hung@lam-son.example", [{ role: "approver", orgUnit: "huyen" }]);
    const chair = await api.as("binh@lam-son.example", [{ role: "approver", orgUnit: "tinh" }]);

    expect((await steward("POST", "/provinces/lam-son/periods", { regime: "commune-monthly", period: "2024-M10" })).body).toMatchObject({ dueOn: "2024-10-21", window: { to: "2024-10-14" } });
    expect((await clerk("GET", `${at}/xa-1/entries`)).body.items).toHaveLength(4);

    const entered = await clerk("PATCH", `${at}/xa-1/entries`, { cells: [cell("direct", "60", 0), cell("online", "40", 0), cell("post", "0", 0), cell(undefined, "100", 0)] });
    expect(entered.body).toMatchObject({ written: 4, conflicts: [], submission: { state: "draft", version: 2 } });
    const offline = await clerk("PATCH", `${at}/xa-1/entries`, { cells: [cell("direct", "61", 0)] });
    expect(offline.body.conflicts).toMatchObject([{ mine: { cell: "dossiers.received direct", value: "61" }, theirs: { value: "60", version: 1, by: "lan@lam-son.example" } }]);

    expect(await clerk("POST", `${at}/xa-1/submit`, {}, { "if-match": '"1"' })).toMatchObject({ status: 412, body: { code: "store/stale", info: { seen: 1, version: 2 } } });
    const sent = await clerk("POST", `${at}/xa-1/submit`, {}, { "if-match": entered.etag ?? "" });
    expect(sent).toMatchObject({ status: 200, etag: '"3"', body: { state: "submitted", timeliness: "early" } });
    expect((await clerk("PATCH", `${at}/xa-1/entries`, { cells: [cell("post", "1")] })).body).toMatchObject({ code: "store/wrong-state", status: 409 });

    expect((await head("POST", `${at}/xa-1/return`, { as: "huyen", reason: "Thiếu hồ sơ bưu chính", cells: [{ cell: "dossiers.received post", reason: "Xem lại" }] })).body.state).toBe("returned");
    await clerk("POST", `${at}/xa-1/submit`, {});
    expect((await head("POST", `${at}/xa-1/approve`, { as: "huyen" })).body).toMatchObject({ state: "submitted", approvedBy: ["huyen"] });
    expect((await chair("POST", `${at}/xa-1/approve`, { as: "tinh" })).body.state).toBe("approved");
    expect((await steward("POST", `${at}/xa-1/lock`, {})).body.state).toBe("locked");
    expect((await clerk("GET", `${at}/xa-1/steps`)).body.items.map(({ action }: { action: string }) => action)).toEqual(["submit", "return", "submit", "approve", "approve", "lock"]);

    now = new Date("2024-10-22T02:00:00Z");
    const overview = (await steward("GET", at)).body;
    expect([overview.tally, overview.items.map(({ orgUnit, timeliness }: Record<string, string>) => `${orgUnit} ${timeliness}`)]).toEqual([{ early: 1, onTime: 0, late: 0, missing: 1, owed: 0 }, ["xa-1 early", "xa-2 missing"]]);
    now = new Date("2024-10-15T02:00:00Z");
    const roll = (await steward("GET", "/provinces/lam-son/periods/commune-monthly/2024-M10/roll-up?to=tinh&level=commune")).body.items;
    expect(roll.find(({ members }: { members: Record<string, string> }) => members.channel === "online")).toEqual({ indicator: "dossiers.received", members: { channel: "online" }, value: null, orgUnits: 2, missing: ["xa-2"] });
  });

  it("hands lists out page by page", async () => {
    const reader = await api.as("doc@lam-son.example", [{ role: "reader", orgUnit: "tinh" }]);
    const first = await reader("GET", "/provinces/lam-son/org-units?limit=3");
    const second = await reader("GET", `/provinces/lam-son/org-units?limit=3&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(["huyen", "tinh", "xa-1", "xa-2"]);
    expect(second.body.next).toBeNull();
    expect((await reader("GET", "/provinces/lam-son/org-units?cursor=none")).body.code).toBe("api/bad-request");
  });

  it("does once what is sent twice with one key", async () => {
    const clerk = await api.as("lan@lam-son.example", [{ role: "clerk", orgUnit: "xa-1" }]);
    const say = (text: string) => clerk("POST", `${at}/xa-1/comments`, { text }, { "idempotency-key": "cut-line-1" });
    const [first, again] = [await say("Đã gửi"), await say("Đã gửi")];
    expect(again.body).toEqual(first.body);
    expect(again.replayed).toBe("true");
    expect((await clerk("GET", `${at}/xa-1/comments`)).body.items).toHaveLength(1);
    expect((await say("Khác")).body.code).toBe("api/key-reused");
  });

  it("signs in with a password, by a cookie that no script reads", async () => {
    const admin = await api.as("mai@lam-son.example", [{ role: "admin", orgUnit: "tinh" }]);
    const put = { roles: [{ role: "clerk", orgUnit: "xa-2" }], account: { name: "Tú", password: "mật khẩu đủ dài" } };
    expect((await admin("PUT", "/provinces/lam-son/roles/tu@lam-son.example", put)).status).toBe(200);
    const signIn = (password: string) => api.app.request("/api/auth/sign-in/email", {
      method: "POST", headers: { "content-type": "application/json", origin: "http://localhost" }, body: JSON.stringify({ email: "tu@lam-son.example", password }),
    });
    expect((await signIn("sai mật khẩu rồi")).status).toBe(401);
    const signedIn = await signIn("mật khẩu đủ dài");
    const cookie = signedIn.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    const me = (headers: Record<string, string> = {}, method = "GET", path = "me") => api.app.request(`/api/v1/${path}`, { method, headers: { cookie: cookie.split(";")[0] ?? "", host: "localhost", ...headers } });
    expect(await (await me()).json()).toMatchObject({ user: "tu@lam-son.example", roles: [{ role: "clerk", orgUnit: "xa-2" }] });
    expect(await (await me({ origin: "https://khac.example" }, "POST", "tokens")).json()).toMatchObject({ code: "api/other-origin" });
    expect((await api.app.request("/api/auth/sign-up/email", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email: "x@y.example", password: "mật khẩu đủ dài", name: "X" }) })).status).toBeGreaterThanOrEqual(400);
  });

  it("gives programs tokens that do no more than they are for", async () => {
    const clerk = await api.as("lan@lam-son.example", [{ role: "clerk", orgUnit: "xa-2" }], ["read"]);
    expect((await clerk("GET", `${at}/xa-2/entries`)).status).toBe(200);
    expect((await clerk("PATCH", `${at}/xa-2/entries`, { cells: [cell("direct", "1")] })).body.code).toBe("api/not-allowed");
    expect((await clerk("POST", "/tokens", { name: "thêm", scopes: ["read", "enter"] })).body.scopes).toEqual(["read"]);
  });

  it.each<[string, string, string | Uint8Array, number, string[]]>([
    ["whose figures do not fit", "a.md",   "Tiếp nhận 100 hồ sơ; trong đó: trực tiếp 60 hồ sơ, trực tuyến 30 hồ sơ, qua bưu chính 20 hồ sơ.", 200, ["total-mismatch"]],
    ["whose figures fit",        "a.txt",  "Tiếp nhận 100 hồ sơ; trong đó: trực tiếp 60 hồ sơ, trực tuyến 40 hồ sơ.", 200, []],
    ["that is damaged",          "a.docx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 422, []],
    ["that is no text",          "a.md",   new Uint8Array([0, 1, 2]), 422, []],
  ])("checks a document %s", async (_, name, contents, status, codes) => {
    const { secret } = await issueToken(api.services.store, { user: "ai@lam-son.example", name: "t", scopes: ["read"] });
    const response = await api.app.request(`/api/v1/check?name=${name}`, { method: "POST", body: contents as string, headers: { authorization: `Bearer ${secret}`, "content-type": "application/octet-stream" } });
    const body = (await response.json()) as { documents?: { findings: { code: string }[] }[] };
    expect([response.status, (body.documents?.[0]?.findings ?? []).map(({ code }) => code)]).toEqual([status, codes]);
  });

  it("seals what was done, and verifies it", async () => {
    const auditor = await api.as("kiem@lam-son.example", [{ role: "auditor", orgUnit: "tinh" }]);
    const { entries, faults, seal } = (await auditor("GET", "/provinces/lam-son/audit/verification")).body;
    expect([faults, entries > 10]).toEqual([[], true]);
    const page = await auditor("GET", `/provinces/lam-son/audit?limit=500`);
    expect(page.body.items.at(-1).seal).toBe(seal);
  });

  it("opens with the example province, whose October can be sent, and does so once", async () => {
    const { store, accounts } = api.services;
    expect((await foundExample(store, accounts)).map(({ email }) => email)).toEqual(["quan-tri@an-phu.example", "can-bo@an-phu.example", "cat-vang@an-phu.example", "hoa-lac@an-phu.example", "lanh-dao@an-phu.example"]);
    expect(await foundExample(store, accounts)).toEqual([]);
  });

  it("composes the province's report from the facts that stand, and hands them out and takes them in as tables", async () => {
    const head = await api.askAs("an-phu", "sở@an-phu.example", [{ role: "approver", orgUnit: "an-phu" }, { role: "steward", orgUnit: "an-phu" }]);
    const letter = { body: "Sở Thông tin và Truyền thông", place: "An Phú", signatureBlock: { position: "Giám đốc", name: "" } };
    const made = await head("POST", "/provinces/an-phu/reports", { regime: "department-monthly", period: "2024-M10", orgUnit: "an-phu", format: "md", letter });
    expect([made.status, made.text.includes("tháng 10/2024")]).toEqual([200, true]);
    const docx = await head("POST", "/provinces/an-phu/reports", { regime: "department-monthly", period: "2024-M10", orgUnit: "an-phu", format: "docx", letter });
    expect([docx.status, docx.text.startsWith("PK")]).toEqual([200, true]);
    const facts = (await head("GET", "/provinces/an-phu/facts?period=2024-M10&orgUnit=an-phu&indicator=documents&limit=500")).body.items as { value: string; members: Record<string, string> }[];
    const [first] = facts;
    expect(made.text).toContain(Number(first?.value).toLocaleString("vi"));

    const csv = await head("GET", "/provinces/an-phu/facts.csv?regime=department-monthly&period=2024-M10&orgUnit=an-phu");
    const again = await head("POST", "/provinces/an-phu/facts/import", { regime: "department-monthly", orgUnit: "an-phu", why: "nhập lại", csv: csv.text });
    expect(again.body).toMatchObject({ written: 0, issues: [] });
    expect(again.body.facts).toBeGreaterThan(100);
    const odd = await head("POST", "/provinces/an-phu/facts/import", { regime: "department-monthly", orgUnit: "an-phu", why: "nhập lại", csv: "Mã;Kỳ;Giá trị\ndocument sent;2024-M10;5\n" });
    expect(odd.body.issues).toEqual([{ place: "dòng 2, cột 1", vi: expect.stringContaining('gần nhất là "documents"'), en: expect.any(String) }]);
    expect((await head("POST", "/provinces/an-phu/facts/import", { regime: "department-monthly", orgUnit: "an-phu", why: "w", xlsx: "UEsDBA==" })).body.code).toBe("api/bad-request");

    const json = await head("GET", "/provinces/an-phu/facts.json?regime=department-monthly&period=2024-M10&orgUnit=an-phu");
    expect([json.body.schema, json.body.facts.length]).toEqual(["khop.facts/1", again.body.facts]);
    const give = (given: object) => head("POST", "/provinces/an-phu/facts/import", { regime: "department-monthly", orgUnit: "an-phu", why: "nhập lại", json: given });
    expect((await give(json.body)).body).toEqual({ written: 0, facts: again.body.facts, issues: [] });
    const [one] = json.body.facts;
    const wrong = { ...json.body, facts: [{ ...one, indicator: "none" }, { ...one, members: { none: "x" } }, { ...one, unit: { id: "km", kind: "measure" } }] };
    expect((await give(wrong)).body.issues.map(({ place, vi }: Record<string, string>) => `${place} ${vi}`)).toEqual(['facts[0] không có chỉ tiêu "none"', 'facts[1] chỉ tiêu không có phân tổ "none=x"', expect.stringMatching(/^facts\[2\] đơn vị tính phải là/)]);
    expect((await give({ ...json.body, facts: [{ ...one, orgUnit: "nơi khác" }] })).body.code).toBe("api/not-allowed");
  });

  it("hands a backup to who is admin of every province, and says so in each trail", async () => {
    const one = await api.as("mot@lam-son.example", [{ role: "admin", orgUnit: "tinh" }]);
    expect((await one("GET", "/backup")).body.code).toBe("api/not-allowed");
    await api.askAs("an-phu", "mot@lam-son.example", [{ role: "admin", orgUnit: "an-phu" }]);
    let given = await one("GET", "/backup");
    await expect.poll(async () => { given = await one("GET", "/backup"); return given.status; }).toBe(200);
    const lines = given.text.trimEnd().split("\n");
    expect([given.status, JSON.parse(lines[0] ?? "").schema, JSON.parse(lines.at(-1) ?? "").rows]).toEqual([200, "khop.backup/1", lines.length - 2]);
    const empty = await database.newStore();
    await openAccounts(empty, { baseURL: "http://localhost", secure: false });
    expect((await restore(empty, async function* () { yield* lines; }, { also: accountTables })).rows).toBe(lines.length - 2);
    const last = async (province: string) => (await readAudit(api.services.store, province, { limit: 10_000 })).at(-1);
    expect([await last("lam-son"), await last("an-phu")]).toMatchObject([{ action: "backup.read", by: "mot@lam-son.example" }, { action: "backup.read", by: "mot@lam-son.example" }]);
  });

  it("says how it is, and logs nothing of who asked what", async () => {
    for (const [path, text] of [["/healthz", "ok"], ["/readyz", "ready"], ["/metrics", "khop_http_request_seconds_count"], ["/docs", "swagger-ui-bundle.js"], ["/docs/swagger-ui.css", ".swagger-ui"]] as const) {
      const response = await api.app.request(path);
      expect([path, response.status, (await response.text()).includes(text)]).toEqual([path, 200, true]);
    }
    expect(api.lines.length).toBeGreaterThan(20);
    expect(JSON.stringify(api.lines)).not.toMatch(/lam-son|xa-1|@|khop_[A-Za-z0-9]/);
    expect(api.lines.every(({ failed }) => failed === undefined)).toBe(true);
  });
});
