import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { limits } from "./http/rate-limit.ts";
import { untilReady } from "./http/until-ready.ts";
import { smallApi } from "./testing.ts";

const isProblem = { type: expect.stringMatching(/^urn:khop:problem:/), title: expect.any(String), detail: expect.stringContaining(" / ") };

await onBoth({ describe, afterAll }, "what is refused beside the routes", (database) => {
  let now = new Date("2024-10-15T02:00:00Z");
  let api: Awaited<ReturnType<typeof smallApi>>;
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => now }), { limits: limits() });
    await api.accounts.add({ email: "lan@lam-son.example", name: "Lan", password: "mật khẩu đủ dài" });
  });
  const told = async (response: Response) => ({ status: response.status, type: response.headers.get("content-type"), retry: response.headers.get("retry-after"), body: (await response.json()) as { status: number; code: string; detail: string } });
  const signIn = (password: string, path = "sign-in/email") => api.app.request(`/api/auth/${path}`, { method: "POST", headers: { "content-type": "application/json", origin: "http://localhost" }, body: JSON.stringify({ email: "lan@lam-son.example", password }) });

  it.each<[string, () => Response | Promise<Response>, number, string, string]>([
    ["a wrong password",            () => signIn("sai mật khẩu rồi"),                                                                        401, "auth/invalid-email-or-password", "mật khẩu chưa đúng"],
    ["a wrong body",                () => signIn(7 as never),                                                                                400, "auth/validation-error",          "Yêu cầu đăng nhập không đúng"],
    ["an account made by oneself",  () => signIn("mật khẩu đủ dài", "sign-up/email"),                                                        400, "auth/validation-error",          "không đúng"],
    ["a code that nobody asked",    () => signIn("x", "two-factor/verify-totp"),                                                             400, "auth/validation-error",          "không đúng"],
    ["an address that is not there", () => api.app.request("/api/auth/none"),                                                                404, "auth/refused",                   "Không có địa chỉ này"],
    ["another page's request",      () => api.app.request("/api/auth/sign-out", { method: "POST", headers: { origin: "https://khac.example", cookie: "a=b", "content-type": "application/json" }, body: "{}" }), 403, "auth/invalid-origin", "trang khác"],
  ])("the sign-in says as a problem: %s", async (_, ask, status, code, said) => {
    expect(await told(await ask())).toMatchObject({ status, type: "application/problem+json; charset=utf-8", body: { ...isProblem, status, code, detail: expect.stringContaining(said) } });
  });

  it("leaves what the sign-in grants as it is", async () => {
    const granted = await signIn("mật khẩu đủ dài");
    expect([granted.status, granted.headers.get("content-type"), granted.headers.get("set-cookie")]).toEqual([200, expect.stringContaining("application/json"), expect.stringContaining("session_token")]);
  });

  it("twenty tries to sign in a minute, and 1.200 requests of one user; then it says when to come again", async () => {
    const until = async (ask: () => Promise<Response>, most: number) => {
      for (let asked = 1; asked <= most; asked++) {
        const { status } = await ask();
        if (status === 429) return asked;
      }
      return Number.POSITIVE_INFINITY;
    };
    now = new Date("2024-10-15T03:00:15Z");
    expect(await until(async () => signIn(7 as never), 20)).toBe(Number.POSITIVE_INFINITY);
    expect(await told(await signIn("mật khẩu đủ dài"))).toMatchObject({ status: 429, type: "application/problem+json; charset=utf-8", retry: "45", body: { ...isProblem, code: "api/too-many", info: { seconds: 45 } } });
    expect((await api.app.request("/api/auth/get-session")).status).toBe(200);

    const [lan, tu] = [await api.as("lan@lam-son.example", [{ role: "reader", orgUnit: "xa-1" }]), await api.as("tu@lam-son.example", [{ role: "reader", orgUnit: "xa-1" }])];
    const me = (secret: string) => async () => api.app.request("/api/v1/me", { headers: { authorization: `Bearer ${secret}` } });
    expect(await until(me(lan.secret), 1200)).toBe(Number.POSITIVE_INFINITY);
    expect(await told(await me(lan.secret)())).toMatchObject({ status: 429, retry: "45", body: { ...isProblem, code: "api/too-many" } });
    expect((await me(tu.secret)()).status).toBe(200);

    now = new Date("2024-10-15T03:01:00Z");
    expect([(await signIn("mật khẩu đủ dài")).status, (await me(lan.secret)()).status]).toEqual([200, 200]);
  });

  it("is ready while its database answers, and says when it does not", async () => {
    const store = await database.newStore();
    const { app } = await smallApi(store);
    expect([(await app.request("/readyz")).status, await (await app.request("/readyz")).json()]).toEqual([200, { status: "ready" }]);
    await store.close();
    expect(await told(await app.request("/readyz"))).toMatchObject({ status: 503, type: "application/problem+json; charset=utf-8", retry: "1", body: { ...isProblem, status: 503, code: "api/not-ready" } });
    expect((await app.request("/healthz")).status).toBe(200);
  });
});

it("while it starts it says so, and answers from then on", async () => {
  const ready = untilReady();
  const server = createServer(ready.listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const ask = () => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/me`);
  try {
    const starting = await ask();
    expect([starting.status, starting.headers.get("content-type"), starting.headers.get("retry-after"), await starting.json()])
      .toEqual([503, "application/problem+json; charset=utf-8", "1", expect.objectContaining({ ...isProblem, code: "api/not-ready", status: 503 })]);
    ready.begin((_, response) => response.end("ready"));
    expect(await (await ask()).text()).toBe("ready");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
