import type { AddressInfo } from "node:net";
import { issueToken } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp } from "./app.ts";
import { smtpMailer } from "./mail/mailer.ts";
import { reminderLetter } from "./mail/reminder-letter.ts";
import { readOptions } from "./options.ts";
import { smallApi } from "./testing.ts";

/** A mail server on loopback that keeps what it takes, and refuses one address. */
async function mailServer() {
  const letters: { readonly to: string; readonly raw: string }[] = [];
  const server = new SMTPServer({
    secure: false, disabledCommands: ["STARTTLS"], logger: false,
    onAuth: ({ username, password }, _, done) => (username === "khop" && password === "mật khẩu" ? done(null, { user: username }) : done(new Error("wrong password"))),
    onRcptTo: ({ address }, _, done) => done(address.startsWith("full@") ? Object.assign(new Error("mailbox full"), { responseCode: 452 }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => { letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(" "), raw: Buffer.concat(parts).toString() }); done(); });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { letters, url: `smtp://khop:${encodeURIComponent("mật khẩu")}@127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => server.close(resolve)) };
}

/** The text of a letter as people read it. */
function textOf(raw: string): string {
  const [head = "", body = ""] = raw.split(/\r\n\r\n(.*)/s);
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString();
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, "latin1").toString() : body;
}

it("says in Vietnamese what is owed, by when and where, and what is late", () => {
  const due = { regime: "r", period: "2024-M10", orgUnit: "xa-1", kind: "owed", dueOn: "2024-10-21", recipient: "lan@x.example", sentAt: null } as const;
  const words = { regime: "Báo cáo tháng", orgUnit: "xã Một", address: "https://khop.example" };
  expect(reminderLetter(due, words)).toEqual({
    to: "lan@x.example",
    subject: "Nhắc gửi số liệu tháng 10/2024 của xã Một trước hết ngày 21/10/2024",
    text: `Kính gửi xã Một,

Hạn gửi số liệu tháng 10/2024 của xã Một theo chế độ "Báo cáo tháng" là hết ngày 21/10/2024.
Nếu đã nhập xong, đề nghị đơn vị kiểm tra và bấm gửi.

Nhập và gửi số liệu tại: https://khop.example

Thư này do hệ thống tự gửi, mỗi thời hạn một lần; không cần trả lời.
`,
  });
  expect(reminderLetter({ ...due, kind: "missing" }, words).subject).toBe("Quá hạn gửi số liệu tháng 10/2024 của xã Một");
});

it("is told where to hand letters over, or nothing, but not half of it", () => {
  expect(readOptions([], { SMTP_URL: "smtp://mail.example:587", SMTP_FROM: "khop@x.example" })).toMatchObject({ mail: { url: "smtp://mail.example:587", from: "khop@x.example" } });
  expect(readOptions([], {})).not.toHaveProperty("mail");
  expect(() => readOptions([], { SMTP_URL: "smtp://mail.example" })).toThrow("SMTP_FROM");
  expect(() => readOptions([], { SMTP_URL: "mail.example", SMTP_FROM: "a@b.example" })).toThrow("SMTP_URL");
});

await onBoth({ describe, afterAll }, "reminders over HTTP and SMTP", (database) => {
  let mail: Awaited<ReturnType<typeof mailServer>>;
  let api: Awaited<ReturnType<typeof smallApi>>;
  let now = new Date("2024-10-15T02:00:00Z");
  let mailer: ReturnType<typeof smtpMailer>;
  beforeAll(async () => {
    mail = await mailServer();
    mailer = smtpMailer(mail.url, "Khớp <khop@x.example>");
    api = await smallApi(await database.newStore({ now: () => now }), { mailer });
  });
  afterAll(async () => {
    mailer.close();
    await mail.close();
  });
  const at = "/provinces/lam-son/periods/commune-monthly/2024-M10/reminders";

  it("are shown, sent once, and sent again for who was not reached", async () => {
    const steward = await api.as("mai@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
    await api.as("lan@lam-son.example", [{ role: "clerk", orgUnit: "xa-1" }]);
    await api.as("full@lam-son.example", [{ role: "clerk", orgUnit: "xa-2" }]);
    await steward("POST", "/provinces/lam-son/periods", { regime: "commune-monthly", period: "2024-M10" });
    const shown = (await steward("GET", at)).body;
    expect([shown.canSend, shown.items.map(({ orgUnit, to, sentAt }: Record<string, string | null>) => [orgUnit, to, sentAt])]).toEqual([true, [["xa-1", "lan@lam-son.example", null], ["xa-2", "full@lam-son.example", null]]]);
    expect(mail.letters).toEqual([]);

    const sent = (await steward("POST", at, {})).body;
    expect(sent).toEqual({ sent: 1, before: 0, failed: [{ to: "full@lam-son.example", orgUnit: "xa-2", why: expect.stringContaining("mailbox full") }] });
    expect(mail.letters.map(({ to }) => to)).toEqual(["lan@lam-son.example"]);
    const [{ raw } = { raw: "" }] = mail.letters;
    expect(raw).toMatch(/Auto-Submitted: auto-generated/i);
    expect(textOf(raw).replaceAll("\r\n", "\n").trim()).toBe(shown.items[0].text.trim());

    expect((await steward("POST", at, {})).body).toMatchObject({ sent: 0, before: 1, failed: [{ orgUnit: "xa-2" }] });
    now = new Date("2024-10-22T02:00:00Z");
    expect((await steward("POST", at, { orgUnits: ["xa-1"] })).body).toEqual({ sent: 1, before: 0, failed: [] });
    expect(mail.letters).toHaveLength(2);
    expect((await steward("GET", at)).body.items[0]).toMatchObject({ kind: "missing", sentAt: now.toISOString() });
  });

  it("are sent by who manages a unit, for those below it", async () => {
    const district = await api.as("ha@lam-son.example", [{ role: "steward", orgUnit: "xa-2" }]);
    expect((await district("GET", at)).body.items.map(({ orgUnit }: Record<string, string>) => orgUnit)).toEqual(["xa-2"]);
    const clerk = await api.as("lan@lam-son.example", [{ role: "clerk", orgUnit: "xa-1" }]);
    expect((await clerk("POST", at, {})).body.code).toBe("api/not-allowed");
    const { mailer: _, ...without } = api.services;
    const { secret } = await issueToken(api.services.store, { user: "ha@lam-son.example", name: "t", scopes: ["read", "manage"] });
    const answer = await makeApp(without).request(`/api/v1${at}`, { method: "POST", body: "{}", headers: { "content-type": "application/json", authorization: `Bearer ${secret}` } });
    expect(await answer.json()).toMatchObject({ status: 422, code: "api/no-mail" });
  });
});
