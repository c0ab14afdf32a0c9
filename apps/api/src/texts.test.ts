import { departmentMonthly } from "@khop/catalog/report";
import { roomsOf } from "@khop/reporting";
import { issueToken } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundExample } from "./found.ts";
import { smallApi } from "./testing.ts";

type Api = Awaited<ReturnType<typeof smallApi>>;
type Ask = Awaited<ReturnType<Api["askAs"]>>;

await onBoth({ describe, afterAll }, "texts and evidence over HTTP", (database) => {
  let api: Api;
  let clerk: Ask;
  let head: Ask;
  let seconds = 0;
  const clerkName = "soan@an-phu.example";
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => new Date(Date.UTC(2024, 9, 17, 2, 0, seconds++)) }));
    await foundExample(api.services.store, api.accounts);
    clerk = await api.askAs("an-phu", clerkName, [{ role: "clerk", orgUnit: "an-phu" }]);
    head = await api.askAs("an-phu", "ky@an-phu.example", [{ role: "approver", orgUnit: "an-phu" }]);
  });
  const at = "/provinces/an-phu/reports/department-monthly/2024-M10/an-phu";
  const letter = { body: "Sở Thông tin và Truyền thông", place: "An Phú", signatureBlock: { position: "Giám đốc", name: "" } };
  const [room] = roomsOf(departmentMonthly);

  it("writes a passage, shows both texts of one that two changed, and composes the report with it", async () => {
    expect((await clerk("GET", `${at}/passages`)).body.items[0]).toEqual({ passage: room?.id, title: room?.title, stands: null });
    const write = (text: string, seen: number) => clerk("PATCH", `${at}/passages`, { passages: [{ passage: room?.id, text, seen }] });
    expect((await write("Lời văn chỉ có ở đây.", 0)).body).toEqual({ written: 1, conflicts: [] });
    expect((await write("Lời khác.", 0)).body.conflicts).toMatchObject([{ mine: { text: "Lời khác." }, theirs: { text: "Lời văn chỉ có ở đây.", version: 1, by: clerkName } }]);
    expect((await clerk("PATCH", `${at}/passages`, { passages: [{ passage: "none", text: "x" }] })).body.code).toBe("api/not-found");
    const compose = (more = {}) => clerk("POST", "/provinces/an-phu/reports", { regime: "department-monthly", period: "2024-M10", orgUnit: "an-phu", format: "md", letter, ...more });
    expect((await compose()).text).toContain("Lời văn chỉ có ở đây.");
    expect((await compose({ written: { [room?.id ?? ""]: "Lời thay." } })).text).not.toContain("Lời văn chỉ có ở đây.");
  });

  it("drafts, checks and signs, each by who may, and makes the signed report again as it was, byte for byte", async () => {
    const drafted = await clerk("POST", `${at}/draft`, { letter });
    expect([drafted.status, drafted.etag, drafted.body.state, drafted.body.newer]).toEqual([200, '"1"', "drafted", { facts: 0, passages: 0, templates: 0 }]);
    const before = await head("GET", `${at}/document?format=docx`);
    expect([before.status, before.text.startsWith("PK")]).toEqual([200, true]);
    expect((await clerk("POST", `${at}/check`, {})).body.code).toBe("api/not-allowed");
    expect((await head("POST", `${at}/sign`, {})).body.code).toBe("store/wrong-state");
    expect((await head("POST", `${at}/check`, {}, { "if-match": '"7"' })).status).toBe(412);
    expect((await head("POST", `${at}/check`, {}, { "if-match": '"1"' })).body.state).toBe("checked");
    const signed = await head("POST", `${at}/sign`, { number: "123", date: "2024-10-18" });
    expect(signed.body).toMatchObject({ state: "signed", version: 3, head: { number: "123", date: "2024-10-18", letter: { place: "An Phú" } } });

    await clerk("PATCH", `${at}/passages`, { passages: [{ passage: room?.id, text: "Viết lại sau khi ký." }] });
const entries = "/provinces/an-phu/periods/department-monthly/2024-M10/submissions/an-phu/entries";
    const { cell } = (await clerk("GET", entries)).body.items.find(({ fact }: { fact: { value: string } | null }) => Number(fact?.value) > 10);
    expect((await clerk("PATCH", entries, { cells: [{ ...cell, value: "1" }] })).body.written).toBe(1);
    expect((await head("GET", at)).body).toMatchObject({ state: "signed", newer: { facts: 1, passages: 1, templates: 0 } });
    const text = (await head("GET", `${at}/document?format=md`)).text;
    expect([text.includes("Lời văn chỉ có ở đây."), text.includes("Viết lại sau khi ký."), text.includes("123")]).toEqual([true, false, true]);
    expect((await head("GET", `${at}/document?format=docx&step=1`)).text).toBe(before.text);
    expect((await head("GET", `${at}/document?format=docx&step=9`)).status).toBe(404);

    expect((await head("POST", `${at}/withdraw`, { reason: "Sai số ký hiệu" })).body.state).toBe("withdrawn");
    expect((await clerk("POST", `${at}/draft`, { letter })).body.newer).toEqual({ facts: 0, passages: 0, templates: 0 });
    expect((await head("GET", `${at}/steps`)).body.items.map(({ action, by }: Record<string, string>) => `${action} ${by?.split("@")[0]}`)).toEqual(["draft soan", "check ky", "sign ky", "withdraw ky", "draft soan"]);
    expect((await head("GET", `${at}/passages/${room?.id}/versions`)).body.items).toHaveLength(2);
  });

  it("keeps files beside a submission, and hands them out as files and nothing else", async () => {
    const { secret } = await issueToken(api.services.store, { user: clerkName, name: "t", scopes: ["read", "enter"] });
    const files = "/api/v1/provinces/an-phu/periods/department-monthly/2024-M10/submissions/an-phu/evidence";
    const send = (name: string, body: Uint8Array) => api.app.request(`${files}?name=${encodeURIComponent(name)}&cell=documents`, { method: "POST", body: body as never, headers: { authorization: `Bearer ${secret}`, "content-type": "application/octet-stream" } });
    const page = new TextEncoder().encode("<html><script>alert(1)</script></html>");
    const kept = (await (await send("Sổ tháng 10.html", page)).json()) as { id: string; type: string };
    expect(kept).toMatchObject({ type: "text/plain", size: page.byteLength, cell: "documents", by: clerkName });
    expect((await clerk("GET", files.replace("/api/v1", ""))).body.items).toMatchObject([{ id: kept.id, name: "Sổ tháng 10.html" }]);
    const got = await api.app.request(`${files}/${kept.id}`, { headers: { authorization: `Bearer ${secret}` } });
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(page);
    expect(["content-type", "content-disposition", "x-content-type-options"].map((name) => got.headers.get(name))).toEqual(["text/plain", expect.stringMatching(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''S%E1%BB%95/), "nosniff"]);
    expect(await (await send("a", new Uint8Array())).json()).toMatchObject({ status: 413, code: "store/too-large" });
    const stranger = await api.askAs("an-phu", "la@an-phu.example", []);
    expect((await stranger("GET", `${files.replace("/api/v1", "")}/${kept.id}`)).status).toBe(403);
  });
});
