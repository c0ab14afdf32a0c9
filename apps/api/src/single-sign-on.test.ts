import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { putRoles } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";
import { smallApi } from "./testing.ts";

/** A provider on loopback, at which everyone signs in who names an account; those that begin with "chua" have an address that nobody verified. */
async function provider() {
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [{ client_id: "khop", client_secret: "bi-mat-cua-khop", redirect_uris: ["http://localhost/api/auth/callback/sso"], token_endpoint_auth_method: "client_secret_post" }],
    cookies: { keys: ["one"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id, email_verified: !id.startsWith("chua"), name: id }) }),
  });
  const handle = oidc.callback();
  return { issuer, close: async () => { server.closeAllConnections(); await new Promise((resolve) => server.close(resolve)); } };
}

it("is told which provider, and its secret, or nothing", () => {
  expect(readOptions([], { OIDC_ISSUER: "https://dang-nhap.example", OIDC_CLIENT_ID: "khop", OIDC_CLIENT_SECRET: "s" })).toMatchObject({ sso: { issuer: "https://dang-nhap.example", name: "dang-nhap.example" } });
  expect(readOptions([], {})).not.toHaveProperty("sso");
  expect(() => readOptions([], { OIDC_ISSUER: "https://dang-nhap.example" })).toThrow("OIDC_CLIENT_SECRET");
});

await onBoth({ describe, afterAll }, "signing in at a provider of OpenID Connect", (database) => {
  let api: Awaited<ReturnType<typeof smallApi>>;
  let idp: Awaited<ReturnType<typeof provider>>;
  beforeAll(async () => {
    idp = await provider();
    api = await smallApi(await database.newStore(), { sso: { issuer: idp.issuer, clientId: "khop", clientSecret: "bi-mat-cua-khop", name: "Đăng nhập tỉnh" } });
    for (const email of ["lan@lam-son.example", "chua@lam-son.example"]) {
      await api.accounts.add({ email, name: "Lan", password: "mật khẩu đủ dài" });
      await putRoles(api.services.store, { province: "lam-son", by: "khop" }, email, [{ role: "clerk", orgUnit: "xa-1" }]);
    }
  });
  afterAll(() => idp.close());

  /** A browser between the two: it keeps the cookies of each and goes where it is sent. */
  function browser() {
    const jars = new Map<string, Map<string, string>>();
    const ask = async (url: string, init: { readonly method?: string; readonly body?: string; readonly type?: string } = {}) => {
      const { origin } = new URL(url);
      const jar = jars.get(origin) ?? new Map<string, string>();
      jars.set(origin, jar);
      const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "), ...(init.type === undefined ? {} : { "content-type": init.type }), origin: "http://localhost" };
      const given = { method: init.method ?? "GET", headers, redirect: "manual" as const, ...(init.body === undefined ? {} : { body: init.body }) };
      const response = origin === "http://localhost" ? await api.app.request(url, given) : await fetch(url, given);
      for (const set of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === "") jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    };
    /** Signs in as somebody, and says where that ended. */
    const signIn = async (account: string): Promise<string> => {
      const begun = await ask("http://localhost/api/auth/sign-in/social", { method: "POST", type: "application/json", body: JSON.stringify({ provider: "sso", callbackURL: "/nhap", errorCallbackURL: "/loi" }) });
      let at = ((await begun.json()) as { url: string }).url;
      for (let hop = 0; hop < 20; hop++) {
        const response = await ask(at);
        const to = response.headers.get("location");
        if (to !== null) {
          at = new URL(to, at).href;
          if (/^http:\/\/localhost\/(?:nhap|loi)/.test(at)) return at;
          continue;
        }
        const page = await response.text();
        if (!page.includes("prompt")) throw new Error(page.replace(/<style>.*?<\/style>/s, ""));
        const [, prompt = ""] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
        const [, action = ""] = /action="([^"]+)"/.exec(page) ?? [];
        const form = new URLSearchParams({ prompt, ...(prompt === "login" ? { login: account, password: "x" } : {}) });
        const sent = await ask(new URL(action, at).href, { method: "POST", type: "application/x-www-form-urlencoded", body: form.toString() });
        at = new URL(sent.headers.get("location") ?? "", at).href;
      }
      throw new Error(`did not end: ${at}`);
    };
    const me = async () => (await ask("http://localhost/api/v1/me")).json() as Promise<{ user?: string; status?: number }>;
    return { ask, signIn, me };
  }

  it("makes somebody who they are here, by an address that the provider has verified", async () => {
    expect(await (await api.app.request("/api/auth/methods")).json()).toEqual({ password: true, sso: { provider: "sso", name: "Đăng nhập tỉnh" } });
    const one = browser();
    expect(await one.signIn("lan@lam-son.example")).toBe("http://localhost/nhap");
    expect(await one.me()).toMatchObject({ user: "lan@lam-son.example", roles: [{ role: "clerk", orgUnit: "xa-1" }] });
    const again = browser();
    expect(await again.signIn("lan@lam-son.example")).toBe("http://localhost/nhap");
  });

  it.each([
    ["a stranger",                             "la@noi-khac.example"],
    ["one whose address nobody has verified",  "chua@lam-son.example"],
  ])("makes nobody of %s", async (_, account) => {
    const one = browser();
    expect(await one.signIn(account)).toMatch(/^http:\/\/localhost\/loi\?error=/);
    expect((await one.me()).status).toBe(401);
    expect(await api.accounts.has("la@noi-khac.example")).toBe(false);
  });

  it("takes no answer that it did not ask for", async () => {
    const one = browser();
    const answer = await one.ask("http://localhost/api/auth/callback/sso?code=stolen&state=made-up");
    expect(answer.status).toBeGreaterThanOrEqual(300);
    expect((await one.me()).status).toBe(401);
  });
});
