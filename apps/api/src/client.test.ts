import { PGlite } from "@electric-sql/pglite";
import { connect, type Khop } from "@khop/client";
import { issueToken, openStore, putRoles, type Store } from "@khop/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallApi } from "./testing.ts";

let store: Store;
let khop: Khop;
beforeAll(async () => {
  store = await openStore({ pglite: await PGlite.create() }, { now: () => new Date("2024-10-15T02:00:00Z") });
  const { app } = await smallApi(store);
  await putRoles(store, { province: "lam-son", by: "khop" }, "mai@lam-son.example", [{ role: "steward", orgUnit: "tinh" }, { role: "clerk", orgUnit: "xa-1" }]);
  const { secret } = await issueToken(store, { user: "mai@lam-son.example", name: "t", scopes: ["read", "enter", "manage"] });
  khop = connect({ address: "http://localhost/", token: secret, fetch: async (request) => app.fetch(request) });
});
afterAll(() => store.close());

const xaMot = { province: "lam-son", regime: "commune-monthly", period: "2024-M10", orgUnit: "xa-1" };
const at = "/api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}" as const;

describe("the client", () => {
  it("opens a period, enters a figure and reads it again, in types", async () => {
    const opened = await khop.POST("/api/v1/provinces/{province}/periods", { params: { path: { province: "lam-son" } }, body: { regime: "commune-monthly", period: "2024-M10" } });
    expect(opened.data?.dueOn).toBe("2024-10-21");
    const entered = await khop.PATCH(`${at}/entries`, { params: { path: xaMot }, body: { cells: [{ indicator: "dossiers.received", value: "12", seen: 0 }] } });
    expect([entered.data?.written, entered.response.headers.get("etag")]).toEqual([1, '"2"']);
    const { data } = await khop.GET(`${at}/entries`, { params: { path: xaMot } });
    expect(data?.items.flatMap(({ fact }) => (fact === null ? [] : [fact.value]))).toEqual(["12"]);
  });

  it("sends a file as the file that it is, and takes one", async () => {
    const file = new Blob(["Tiếp nhận 100 hồ sơ; trong đó: trực tiếp 60 hồ sơ, trực tuyến 30 hồ sơ, qua bưu chính 20 hồ sơ."]);
    const { data } = await khop.POST("/api/v1/check", { params: { query: { name: "a.md" } }, body: file });
    expect(data?.documents).toHaveLength(1);
    const csv = await khop.GET("/api/v1/provinces/{province}/facts.csv", { params: { path: { province: "lam-son" }, query: xaMot }, parseAs: "blob" });
    expect(await csv.data?.text()).toContain("12");
  });

  it.each<[string, () => Promise<{ error?: { code: string; status: number; detail: string } }>, string, number, string]>([
    ["the API refuses it",           () => khop.GET("/api/v1/regimes/{regime}", { params: { path: { regime: "none" } } }),                                                           "api/not-found",    404, "Không có chế độ báo cáo"],
    ["something before it refuses",  () => connect({ address: "http://x", fetch: async () => new Response("<h1>Bad gateway</h1>", { status: 502 }) }).GET("/api/v1/me"),            "client/not-told",  502, "Máy chủ trả lời 502"],
    ["and says nothing at all",      () => connect({ address: "http://x", fetch: async () => new Response(null, { status: 500, headers: { "content-length": "0" } }) }).GET("/api/v1/me"), "client/not-told", 500, "Máy chủ trả lời 500"],
    ["there is no line",             () => connect({ address: "http://x", fetch: async () => { throw new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }); } }).GET("/api/v1/me"), "client/no-answer", 503, "The server cannot be reached (ECONNREFUSED)"],
  ])("has a problem as a value where %s", async (_, call, code, status, said) => {
    const { error } = await call();
    expect(error).toMatchObject({ code, status, detail: expect.stringContaining(said) });
  });

  it("throws what its signal was aborted with, and nothing else", async () => {
    const fetch = async (request: Request) => { request.signal.throwIfAborted(); return new Response("{}"); };
    await expect(connect({ address: "http://x", fetch }).GET("/api/v1/me", { signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
  });
});
