import { createHmac } from "node:crypto";
import { putRoles } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallApi } from "./testing.ts";

/** The code that an authenticator app shows (RFC 6238), so many half minutes from now. */
function codeOf(uri: string, steps = 0): string {
  const letters = new URL(uri).searchParams.get("secret") ?? "";
  const bits = [...letters].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

await onBoth({ describe, afterAll }, "a second factor", (database) => {
  let api: Awaited<ReturnType<typeof smallApi>>;
  const email = "tu@lam-son.example";
  const password = "mật khẩu đủ dài";
  beforeAll(async () => {
    api = await smallApi(await database.newStore());
    await api.accounts.add({ email, name: "Tú", password });
    await putRoles(api.services.store, { province: "lam-son", by: "khop" }, email, [{ role: "clerk", orgUnit: "xa-1" }]);
  });

  /** A browser: it keeps cookies. */
  function browser() {
    const jar = new Map<string, string>();
    const ask = async (method: string, path: string, body?: object) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await api.app.request(path, { method, headers: { "content-type": "application/json", origin: "http://localhost", host: "localhost", ...(cookie === "" ? {} : { cookie }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      for (const set of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === "" || /max-age=0/i.test(set)) jar.delete(name);
        else jar.set(name, value);
      }
      const text = await response.text();
      // biome-ignore lint/suspicious/noExplicitAny: tests look into what comes back
      return { status: response.status, body: (text === "" ? null : JSON.parse(text)) as any };
    };
    const signIn = () => ask("POST", "/api/auth/sign-in/email", { email, password });
    return { ask, signIn, me: async () => (await ask("GET", "/api/v1/me")).status };
  }

  it("is asked for once it is set up, and a password alone opens nothing any more", async () => {
    const first = browser();
    await first.signIn();
    expect(await first.me()).toBe(200);
    expect((await first.ask("POST", "/api/auth/two-factor/enable", { password: "sai mật khẩu rồi" })).status).toBe(400);
    const { totpURI, backupCodes } = (await first.ask("POST", "/api/auth/two-factor/enable", { password })).body;
    expect([new URL(totpURI).searchParams.get("issuer"), backupCodes.length]).toEqual(["Khớp", 10]);
    // Until a code was shown that is right, a wrong app shuts nobody out.
    const between = browser();
    await between.signIn();
    expect(await between.me()).toBe(200);
    expect((await first.ask("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI) })).status).toBe(200);

    const later = browser();
    expect((await later.signIn()).body.twoFactorRedirect).toBe(true);
    expect(await later.me()).toBe(401);
    expect((await later.ask("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI, 20) })).status).toBe(401);
    expect(await later.me()).toBe(401);
    expect((await later.ask("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI) })).status).toBe(200);
    expect(await later.me()).toBe(200);

    const lost = browser();
    await lost.signIn();
    expect((await lost.ask("POST", "/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] })).status).toBe(200);
    expect(await lost.me()).toBe(200);
    const again = browser();
    await again.signIn();
    expect((await again.ask("POST", "/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] })).status).toBe(401);
    expect(await again.me()).toBe(401);

    // Whoever guesses waits, even with the right code at last.
    const guesser = browser();
    const tried: number[] = [];
    for (let n = 0; n < 12; n++) {
      await guesser.signIn();
      tried.push((await guesser.ask("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI, 100 + n) })).status);
    }
    expect(tried.every((status) => status >= 400)).toBe(true);
    await guesser.signIn();
    expect((await guesser.ask("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI) })).status).toBeGreaterThanOrEqual(400);
    expect(await guesser.me()).toBe(401);
  });

  it("keeps neither secret nor codes as they are", async () => {
    const rows = await api.services.store.db.withTables<{ twoFactor: { secret: string; backupCodes: string } }>().selectFrom("twoFactor").select(["secret", "backupCodes"]).execute();
    expect(rows).toHaveLength(1);
    expect([/^[A-Z2-7]{16,}$/.test(rows[0]?.secret ?? ""), /"/.test(rows[0]?.backupCodes ?? "")]).toEqual([false, false]);
  });
});
