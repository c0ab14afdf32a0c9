import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { announceDeeds, loseDelivery, readAudit } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWork } from "../jobs/work.ts";
import { smallApi } from "../testing.ts";
import { post } from "./post.ts";
import { lookupWithin, type WebhookReach, webhookUrl } from "./reach.ts";
import { signedHeaders } from "./sign.ts";

interface Received { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }

/** A server on loopback that keeps what it is told, and answers with the status that its address names. */
async function listener() {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const path = request.url ?? "";
      received.push({ path, headers: request.headers, body: Buffer.concat(parts).toString() });
      if (path === "/silent") return;
      response.writeHead(Number(/\d+/.exec(path)?.[0] ?? 200), { location: "http://127.0.0.1:1/elsewhere" }).end("x".repeat(100_000));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => { server.closeAllConnections(); return new Promise<void>((resolve) => server.close(() => resolve())); };
  return { received, address: `http://127.0.0.1:${port}`, close };
}

it("signs as Standard Webhooks has it, with every secret that is good", () => {
  const at = new Date();
  const [secret, before] = [`whsec_${Buffer.alloc(32, 1).toString("base64")}`, `whsec_${Buffer.alloc(32, 2).toString("base64")}`];
  const payload = JSON.stringify({ type: "period.opened", data: { regime: "tháng" } });
  const headers = signedHeaders({ id: "msg_1", payload, secrets: [secret, before] }, at);
  for (const one of [secret, before]) expect(new Webhook(one).verify(payload, headers)).toMatchObject({ type: "period.opened" });
  expect(() => new Webhook(secret).verify(payload.replace("tháng", "năm"), headers)).toThrow();
  expect(() => new Webhook(`whsec_${Buffer.alloc(32, 3).toString("base64")}`).verify(payload, headers)).toThrow();
});

describe("the address of a webhook", () => {
  const all: readonly WebhookReach[] = ["public", "loopback", "private"];
  it.each<[string, string, string]>([
    // what it is                          address                                may be told where
    ["a name of the public network",       "https://hook.example/a?b=c",             "public loopback private"],
    ["a public address",                   "https://93.184.216.34/",                 "public loopback private"],
    ["without TLS",                        "http://hook.example/",                   ""],
    ["this machine",                       "http://127.0.0.1:8080/",                 "loopback private"],
    ["this machine by name",               "https://localhost/",                     "loopback private"],
    ["this machine, IPv6",                 "http://[::1]:8080/",                     "loopback private"],
    ["this machine in another spelling",   "http://0x7f.1/",                         "loopback private"],
    ["this machine, IPv4 within IPv6",     "https://[::ffff:127.0.0.1]/",            "loopback private"],
    ["a private network",                  "https://10.1.2.3/",                      "private"],
    ["a private network, IPv6",            "https://[fd00::1]/",                     "private"],
    ["a private network without TLS",      "http://192.168.1.1/",                    ""],
    ["what clouds tell of themselves",     "https://169.254.169.254/latest",         ""],
    ["link-local, IPv6",                   "https://[fe80::1]/",                     ""],
    ["shared by a carrier",                "https://100.64.0.1/",                    ""],
    ["no address at all",                  "https://0.0.0.0/",                       ""],
    ["many at once",                       "https://224.0.0.1/",                     ""],
    ["IPv4 behind a translation",          "https://[64:ff9b::7f00:1]/",             ""],
    ["with a password",                    "https://a:b@hook.example/",              ""],
    ["of a file",                          "file:///etc/passwd",                     ""],
    ["none",                               "hook",                                   ""],
  ])("%s", (_, address, expected) => {
    const may = (reach: WebhookReach) => { try { webhookUrl(address, reach); return true; } catch (error) { expect(error).toMatchObject({ code: "api/bad-webhook" }); return false; } };
    expect(all.filter(may).join(" ")).toBe(expected);
  });

  it("is looked up for each connection, and not gone to where it stands for something inside", async () => {
    const { address, received, close } = await listener();
    const named = new URL(address.replace("127.0.0.1", "localhost"));
    const sent = (reach: WebhookReach) => post(named, { headers: {}, body: "{}", reach, signal: new AbortController().signal });
    await expect(sent("public")).rejects.toMatchObject({ code: "api/bad-webhook" });
    expect(received).toEqual([]);
    expect([await sent("loopback"), received.length]).toEqual([200, 1]);
    const found = await new Promise((resolve) => lookupWithin("loopback")("localhost", { all: false }, (error, one) => resolve(error ?? one)));
    expect(["127.0.0.1", "::1"]).toContain(found);
    await close();
  });
});

await onBoth({ describe, afterAll }, "webhooks", (database) => {
  let api: Awaited<ReturnType<typeof smallApi>>;
  let hook: Awaited<ReturnType<typeof listener>>;
  let stop: () => Promise<void>;
  let now = new Date();
  let admin: Awaited<ReturnType<(typeof api)["as"]>>;
  let steward: typeof admin;
  beforeAll(async () => {
    hook = await listener();
    api = await smallApi(await database.newStore({ now: () => now }), { queueOptions: { deliveryTries: 2, deliveryPause: 1, lookEvery: 0.5 } });
    stop = await startWork(api.services, { tellEvery: 50 });
    admin = await api.as("sep@lam-son.example", [{ role: "admin", orgUnit: "tinh" }]);
    steward = await api.as("mai@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
  });
  afterAll(async () => {
    await stop();
    await hook.close();
  });
  const at = "/provinces/lam-son/webhooks";
  const all = ["period.opened", "submission.submitted", "submission.returned", "submission.approved", "report.signed", "job.finished"];
  const to = (path: string) => hook.received.filter((one) => one.path === path);
  const add = async (path: string, events: readonly string[] = all) => (await admin("POST", at, { url: `${hook.address}${path}`, events })).body as { id: string; secret: string };
  const open = (period: string) => steward("POST", "/provinces/lam-son/periods", { regime: "commune-monthly", period });
  const deliveries = async (id: string, more = "") => (await admin("GET", `${at}/${id}/deliveries${more}`)).body;

  it("are told of what is done, signed, and of nothing that was done before", { timeout: 60_000 }, async () => {
    await open("2024-M09");
    const { id, secret } = await add("/ok");
    const clerk = await api.as("lan@lam-son.example", [{ role: "clerk", orgUnit: "xa-1" }]);
    const [head, chair] = [await api.as("hung@lam-son.example", [{ role: "approver", orgUnit: "huyen" }]), await api.as("binh@lam-son.example", [{ role: "approver", orgUnit: "tinh" }])];
    const one = "/provinces/lam-son/periods/commune-monthly/2024-M10/submissions/xa-1";
    await open("2024-M10");
    const cell = (value: string, channel?: string) => ({ indicator: "dossiers.received", value, ...(channel === undefined ? {} : { members: { channel } }) });
    await clerk("PATCH", `${one}/entries`, { cells: [cell("1", "direct"), cell("2", "online"), cell("0", "post"), cell("3")] });
    await clerk("POST", `${one}/submit`, {});
    await head("POST", `${one}/return`, { as: "huyen", reason: "Bà Lan xem lại" });
    await clerk("POST", `${one}/submit`, {});
    await head("POST", `${one}/approve`, { as: "huyen" });
    await chair("POST", `${one}/approve`, { as: "tinh" });
    const { id: job } = (await steward("POST", "/provinces/lam-son/jobs", { regime: "commune-monthly", period: "2024-Q3", format: "md", orgUnits: ["xa-1"], letter: { place: "p", signatureBlock: { position: "p", name: "" } } })).body;
    const states = async () => (await deliveries(id)).items.map(({ state, tries, status }: Record<string, unknown>) => `${state} ${tries} ${status}`);
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array(7).fill("delivered 1 200"));

    const told = to("/ok").map(({ headers, body }) => new Webhook(secret).verify(body, headers as Record<string, string>) as { type: string; timestamp: string; data: Record<string, unknown> });
    const named = (type: string) => told.filter((each) => each.type === type).map(({ data }) => data).sort((a, b) => Number(a.version) - Number(b.version));
    const xa1 = { province: "lam-son", regime: "commune-monthly", period: "2024-M10", orgUnit: "xa-1" };
    expect(named("period.opened")).toEqual([{ province: "lam-son", regime: "commune-monthly", period: "2024-M10", dueOn: "2024-10-21" }]);
    expect(named("submission.submitted")).toEqual([{ ...xa1, version: 3 }, { ...xa1, version: 5 }]);
    // Which, and not what was said of it.
    expect(named("submission.returned")).toEqual([{ ...xa1, version: 4, as: "huyen" }]);
    expect(named("submission.approved")).toEqual([{ ...xa1, version: 6, as: "huyen" }, { ...xa1, version: 7, as: "tinh" }]);
    expect(named("job.finished")).toEqual([{ province: "lam-son", job, kind: "compose", state: "failed" }]);
    const listed = await deliveries(id);
    expect(new Set(to("/ok").map(({ headers }) => headers["webhook-id"]))).toEqual(new Set(listed.items.map((each: { id: string }) => each.id)));
    const [page, rest] = [await deliveries(id, "?limit=4"), await deliveries(id, `?limit=4&cursor=${(await deliveries(id, "?limit=4")).next}`)];
    expect([...page.items, ...rest.items]).toEqual(listed.items);
    expect(rest.next).toBeNull();
    // Told once, whoever looks at the same time.
    await Promise.all([1, 2, 3].map(() => announceDeeds(api.services.store, api.services.queue)));
    expect((await deliveries(id)).items).toHaveLength(7);
  });

  it("that do not take it are tried again, then given up, which is said; and told once more when asked", { timeout: 60_000 }, async () => {
    const { id } = await add("/500", ["period.opened"]);
    await open("2024-M11");
    const first = async () => (await deliveries(id)).items[0];
    await expect.poll(async () => (await first())?.state, { timeout: 30_000 }).toBe("dead");
    expect(await first()).toMatchObject({ event: "period.opened", tries: 2, status: 500, error: null });
    expect(new Set(to("/500").map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
    expect((await admin("GET", at)).body.items.find((one: { id: string }) => one.id === id).dead).toBe(1);
    const dead = async () => (await readAudit(api.services.store, "lam-son", { after: 0, limit: 500 })).filter((one) => one.action === "webhook.dead" && one.subject === id);
    expect((await dead()).map(({ detail }) => detail)).toMatchObject([{ status: 500 }]);
    // It is said once, not each time.
    await open("2024-M12");
    await expect.poll(async () => (await deliveries(id)).items.map(({ state }: { state: string }) => state), { timeout: 30_000 }).toEqual(["dead", "dead"]);
    expect(await dead()).toHaveLength(1);

    await admin("PATCH", `${at}/${id}`, { url: `${hook.address}/mended` });
    const { id: which } = await first();
    expect((await admin("POST", `${at}/${id}/deliveries/${which}/retry`, {})).body).toMatchObject({ state: "waiting", tries: 0 });
    await expect.poll(async () => (await first()).state, { timeout: 20_000 }).toBe("delivered");
    expect(to("/mended")[0]?.headers["webhook-id"]).toBe(which);
    expect((await admin("GET", at)).body.items.find((one: { id: string }) => one.id === id).dead).toBe(0);
    await admin("DELETE", `${at}/${id}`);
    expect((await admin("GET", `${at}/${id}/deliveries`)).body.code).toBe("store/no-webhook");
  });

  it("that send elsewhere are not followed, and that nobody answers are given up with the reason", { timeout: 60_000 }, async () => {
    const [moved, gone] = [await add("/302", ["period.opened"]), (await admin("POST", at, { url: "http://127.0.0.1:1/", events: ["period.opened"] })).body];
    await open("2025-M01");
    const first = async (id: string) => (await deliveries(id)).items[0];
    await expect.poll(async () => [(await first(moved.id))?.state, (await first(gone.id))?.state], { timeout: 30_000 }).toEqual(["dead", "dead"]);
    expect([await first(moved.id), await first(gone.id)]).toMatchObject([{ status: 302, error: null }, { status: null, error: "ECONNREFUSED" }]);
    for (const { id } of [moved, gone]) await admin("DELETE", `${at}/${id}`);
  });

  it("have a secret that is shown once; a new one is signed with beside it for a day", { timeout: 60_000 }, async () => {
    const { id, secret } = await add("/turned", ["period.opened"]);
    const renewed = (await admin("POST", `${at}/${id}/secret`, {})).body;
    expect(renewed.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(JSON.stringify((await admin("GET", at)).body)).not.toContain("whsec_");
    const signedWith = (one: Received, key: string) => { try { new Webhook(key).verify(one.body, one.headers as Record<string, string>); return true; } catch { return false; } };
    const next = async (period: string, many: number) => { await open(period); await expect.poll(() => to("/turned").length, { timeout: 20_000 }).toBe(many); return to("/turned")[many - 1] as Received; };
    const during = await next("2025-M02", 1);
    expect([signedWith(during, secret), signedWith(during, renewed.secret)]).toEqual([true, true]);
    now = new Date(now.getTime() + 24 * 3600_000);
    const { headers } = await next("2025-M03", 2);
    expect(String(headers["webhook-signature"]).split(" ")).toHaveLength(1);
    now = new Date();
    await admin("DELETE", `${at}/${id}`);
  });

  it("are an administrator's, and only where they may be", async () => {
    expect((await steward("GET", at)).body.code).toBe("api/not-allowed");
    expect((await admin("POST", at, { url: "https://10.0.0.1/", events: all })).body).toMatchObject({ status: 422, code: "api/bad-webhook", detail: "Địa chỉ webhook là địa chỉ trong mạng nội bộ. / The address of the webhook is of no use: it is an address of a private network." });
    expect((await admin("POST", at, { url: "https://a.example/", events: ["all"] })).status).toBe(400);
    expect((await admin("POST", `${at}/x/deliveries/y/retry`, {})).body.code).toBe("store/no-delivery");
    const done = (await readAudit(api.services.store, "lam-son", { after: 0, limit: 500 })).filter(({ action }) => action.startsWith("webhook."));
    expect(new Set(done.map(({ action }) => action))).toEqual(new Set(["webhook.add", "webhook.change", "webhook.renew", "webhook.remove", "webhook.dead"]));
    expect(JSON.stringify(done)).not.toMatch(/whsec_|\/turned/);
  });

  it("whose delivery no process lived to note is dead as well", async () => {
    await stop();
    const { id } = await add("/lost", ["period.opened"]);
    await open("2025-M04");
    const nowhere = { ...api.services.queue, put: async () => {}, nudge: () => {} };
    await announceDeeds(api.services.store, nowhere);
    const [waiting] = (await deliveries(id)).items;
    await loseDelivery(api.services.store, "lam-son", waiting.id);
    expect((await deliveries(id)).items[0]).toMatchObject({ state: "dead", error: "the process ended" });
  });
});
