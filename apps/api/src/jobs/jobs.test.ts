import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { period, quantity, unitOf } from "@khop/core";
import { askJob, issueToken, openQueue, openStore, putRoles, runJob, writeFacts } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { threeLevels } from "../province-testing.ts";
import { serve } from "../serve.ts";
import { smallApi } from "../testing.ts";
import { startWork } from "./work.ts";

/** Events of a stream, as a browser would hear them. */
async function heard(response: Response, enough: (event: EventSourceMessage) => boolean = () => false): Promise<EventSourceMessage[]> {
  const events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parser.feed(decoder.decode(part.value, { stream: true }));
    if (events.some(enough)) await reader.cancel();
  }
  return events;
}

await onBoth({ describe, afterAll }, "jobs over HTTP", (database) => {
  let api: Awaited<ReturnType<typeof smallApi>>;
  let stop: () => Promise<void>;
  let mai: Awaited<ReturnType<(typeof api)["as"]>>;
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => new Date("2024-10-15T02:00:00Z") }), { regimes: [threeLevels] });
    stop = await startWork(api.services);
    mai = await api.as("mai@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
  });
  afterAll(() => stop());

  const letter = { place: "Lam Sơn", signatureBlock: { position: "CHỦ TỊCH", name: "" } };
  const asked = (...orgUnits: string[]) => ({ regime: "files-monthly", period: "2024-M10", format: "md", orgUnits, letter });
  const compose = (who: typeof mai, ...orgUnits: string[]) => who("POST", "/provinces/lam-son/jobs", asked(...orgUnits));
  /** The whole stream of a job, from behind an event. */
  const watch = async (who: typeof mai, id: string, last?: string) => {
    const { status, text } = await who("GET", `/jobs/${id}/events`, undefined, last === undefined ? {} : { "last-event-id": last });
    return { status, events: await heard(new Response(text)) };
  };
  const names = (events: readonly EventSourceMessage[]) => events.map(({ id, event }) => `${id} ${event}`);

  it("ask every rule of every unit, and say in words what does not fit", async () => {
    const store = api.services.store;
    const received = (value: string, members?: Readonly<Record<string, string>>) => ({ fact: { indicator: "dossiers.received", orgUnit: "xa-1", period: period("2023-M10"), ...(members === undefined ? {} : { members }), quantity: quantity({ value, unit: unitOf("hồ sơ") }) } });
    await writeFacts(store, { province: "lam-son", by: "khop" }, [received("9"), received("4", { channel: "direct" }), received("3", { channel: "online" }), received("1", { channel: "post" })]);
    const check = (who: typeof mai) => who("POST", "/provinces/lam-son/periods/files-monthly/2023-M10/check");
    const given = await check(mai);
    expect([given.status, given.location, given.body.kind]).toEqual([202, `/api/v1/jobs/${given.body.id}`, "check-period"]);
    expect(names((await watch(mai, given.body.id)).events).at(-1)).toMatch(/done$/);
    const { body } = await mai("GET", `/jobs/${given.body.id}/result`);
    expect(body).toMatchObject({ regime: "files-monthly", period: "2023-M10", tally: { violated: 1, truncated: 0 }, items: [{ orgUnit: "xa-1", rule: "sum.dossiers.received", verdict: "violated", message: { vi: expect.stringContaining("4 + 3 + 1") } }] });
    // The same at once, for who may read there, of what they may read.
    expect((await mai("GET", "/provinces/lam-son/periods/files-monthly/2023-M10/check")).body).toEqual({ items: body.items, next: null, tally: body.tally });
    const neighbour = await api.as("binh@lam-son.example", [{ role: "clerk", orgUnit: "xa-2" }]);
    expect((await neighbour("GET", "/provinces/lam-son/periods/files-monthly/2023-M10/check")).body).toMatchObject({ items: [], tally: { violated: 0 } });
    expect((await (await api.as("ai@lam-son.example", [{ role: "admin", orgUnit: "tinh" }]))("GET", "/provinces/lam-son/periods/files-monthly/2023-M10/check")).status).toBe(403);
    expect((await mai("GET", "/provinces/lam-son/periods/files-monthly/2023-Q3/check")).body.code).toBe("api/bad-request");
    // Who may read there no longer does not see what was found.
    const gone = await api.as("gone@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
    const { id } = (await check(gone)).body;
    await putRoles(store, { province: "lam-son", by: "khop" }, "gone@lam-son.example", [{ role: "steward", orgUnit: "xa-2" }]);
    await expect.poll(async () => (await gone("GET", `/jobs/${id}`)).status).toBe(403);
  });

  it("are asked for, watched to their end, and leave a report", async () => {
    const given = await compose(mai, "xa-1");
    expect([given.status, given.location, given.body]).toEqual([202, `/api/v1/jobs/${given.body.id}`, { id: given.body.id, kind: "compose", province: "lam-son", state: "queued", done: 0, whole: null, askedAt: "2024-10-15T02:00:00.000Z", endedAt: null, keepUntil: "2024-10-22T02:00:00.000Z" }]);
    const { events } = await watch(mai, given.body.id);
    expect(names(events)).toEqual(["1 queued", "2 started", "3 progress", "4 done"]);
    expect(JSON.parse(events[2]?.data ?? "")).toMatchObject({ done: 1, whole: 1 });
    expect(names((await watch(mai, given.body.id, "2")).events)).toEqual(["3 progress", "4 done"]);
    // Who has heard the end need not come again.
    expect((await watch(mai, given.body.id, "4")).status).toBe(204);
    expect((await mai("GET", `/jobs/${given.body.id}`)).body).toMatchObject({ state: "done", done: 1, whole: 1, result: { name: "xa-1-2024-M10.md", type: "text/markdown; charset=utf-8" } });
    const { text } = await mai("GET", `/jobs/${given.body.id}/result`);
    const once = await mai("POST", "/provinces/lam-son/reports", { ...asked(), orgUnits: undefined, orgUnit: "xa-1", letter: { ...letter, body: "xã Một" } });
    expect([once.status, text]).toEqual([200, once.text]);
    expect(text).toContain("xã Một");
  });

  it("compose the reports of many units into one file, and say of which they could not", async () => {
    const { body } = await compose(mai, "xa-1", "xa-2", "khong-co", "tinh");
    expect(body.code).toBe("api/not-allowed");
    const given = await compose(mai, "xa-1", "xa-2", "huyen");
    expect((await watch(mai, given.body.id)).events.at(-1)?.event).toBe("done");
    const response = await api.app.request(`/api/v1/jobs/${given.body.id}/result`, { headers: { authorization: `Bearer ${mai.secret}` } });
    expect([response.headers.get("content-type"), response.headers.get("content-disposition")]).toEqual(["application/zip", expect.stringContaining("files-monthly-2024-M10.zip")]);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(files)).toEqual(["xa-1-2024-M10.md", "xa-2-2024-M10.md", "huyen-2024-M10.md"]);
    expect(strFromU8(files["xa-2-2024-M10.md"] ?? new Uint8Array())).toContain("xã Hai");

    const auditor = await api.as("kiem@lam-son.example", [{ role: "auditor", orgUnit: "tinh" }]);
    const { id } = (await compose(auditor, "xa-1", "../khong-co")).body;
    expect((await watch(auditor, id)).events.at(-1)?.event).toBe("done");
    const part = await api.app.request(`/api/v1/jobs/${id}/result`, { headers: { authorization: `Bearer ${auditor.secret}` } });
    const kept = unzipSync(new Uint8Array(await part.arrayBuffer()));
    expect(Object.keys(kept)).toEqual(["xa-1-2024-M10.md", "khong-soan-duoc.json"]);
    expect(JSON.parse(strFromU8(kept["khong-soan-duoc.json"] ?? new Uint8Array()))).toMatchObject({ failed: [{ orgUnit: "../khong-co", problem: { status: 404, code: "api/not-found" } }] });
  });

  it("fail with the problem that an answer would have been", async () => {
    const given = await mai("POST", "/provinces/lam-son/jobs", { ...asked("xa-1"), period: "2024-Q3" });
    const { events } = await watch(mai, given.body.id);
    expect(JSON.parse(events.at(-1)?.data ?? "")).toMatchObject({ problem: { status: 400, code: "api/bad-request", detail: expect.stringContaining("2024-Q3 không phải kỳ của chế độ này") } });
    expect((await mai("GET", `/jobs/${given.body.id}`)).body).toMatchObject({ state: "failed", problem: { code: "api/bad-request" } });
    expect(await mai("GET", `/jobs/${given.body.id}/result`)).toMatchObject({ status: 409, body: { code: "store/no-result" } });
  });

  it.each<[string, string, string | Uint8Array<ArrayBuffer>, string]>([
    ["whose figures do not fit", "a.md", "Tiếp nhận 100 hồ sơ; trong đó: trực tiếp 60 hồ sơ, trực tuyến 30 hồ sơ, qua bưu chính 20 hồ sơ.", "done total-mismatch"],
    ["that cannot be read", "a.docx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "failed api/unreadable"],
  ])("check a document %s", async (_, name, contents, expected) => {
    const post = () => api.app.request(`/api/v1/jobs?name=${name}`, { method: "POST", body: contents, headers: { authorization: `Bearer ${mai.secret}`, "content-type": "application/octet-stream", "idempotency-key": `check-${name}` } });
    const [first, again] = [await post(), await post()];
    const location = first.headers.get("location") ?? "";
    expect([first.status, again.status, again.headers.get("location"), again.headers.get("idempotent-replayed")]).toEqual([202, 202, location, "true"]);
    const at = location.replace("/api/v1", "");
    await watch(mai, at.split("/").at(-1) ?? "");
    const { state, problem } = (await mai("GET", at)).body;
    const result = await mai("GET", `${at}/result`);
    const code = state === "failed" ? problem.code : result.body.documents[0].findings[0].code;
    expect(`${state} ${code}`).toBe(expected);
    // As the answer that does not wait gives it.
    if (state === "done") expect(result.body).toEqual(await (await api.app.request(`/api/v1/check?name=${name}`, { method: "POST", body: contents, headers: { authorization: `Bearer ${mai.secret}` } })).json());
  });

  it("belong to who asked, and to nobody who may not read what they are made from any more", async () => {
    const lan = await api.as("lan@lam-son.example", [{ role: "reader", orgUnit: "xa-1" }]);
    expect((await compose(lan, "xa-1", "xa-2")).body.code).toBe("api/not-allowed");
    const { id } = (await compose(lan, "xa-1")).body;
    await watch(lan, id);
    const admin = await api.as("sep@lam-son.example", [{ role: "admin", orgUnit: "tinh" }, { role: "steward", orgUnit: "tinh" }]);
    const doors = [["GET", ""], ["GET", "/events"], ["GET", "/result"], ["DELETE", ""]] as const;
    for (const [method, door] of doors) expect((await admin(method, `/jobs/${id}${door}`)).body).toMatchObject({ status: 404, code: "store/no-job" });
    expect((await admin("GET", "/jobs")).body.items).toEqual([]);
    expect((await lan("GET", "/jobs")).body.items.map((one: { id: string }) => one.id)).toEqual([id]);
    const narrow = await api.as("lan@lam-son.example", [{ role: "reader", orgUnit: "xa-1" }], ["enter"]);
    for (const [method, door] of doors) expect((await narrow(method, `/jobs/${id}${door}`)).status).toBe(404);
    expect((await narrow("GET", "/jobs")).status).toBe(403);
    await putRoles(api.services.store, { province: "lam-son", by: "khop" }, "lan@lam-son.example", []);
    for (const [method, door] of doors) await expect.poll(async () => (await lan(method, `/jobs/${id}${door}`)).status).toBe(403);
  });

  /** Kept, and put into no queue: nobody does it but the test. */
  const nowhere = () => ({ ...api.services.queue, put: async () => {}, nudge: () => {} });
  const kept = () => askJob(api.services.store, nowhere(), { kind: "compose", by: "mai@lam-son.example", province: "lam-son", asked: asked("xa-1") });

  it("are cancelled before they have begun, and are done no more; then they go", async () => {
    const { id } = await kept();
    expect((await mai("DELETE", `/jobs/${id}`)).body.done).toBe("cancelled");
    await runJob(api.services.store, nowhere(), id, () => Promise.reject(new Error("it is done")), (error) => ({ detail: String(error) }));
    expect(names((await watch(mai, id)).events)).toEqual(["1 queued", "2 cancelled"]);
    const first = (await mai("DELETE", `/jobs/${id}`)).body.done;
    expect([first, (await mai("DELETE", `/jobs/${id}`)).status]).toEqual(["removed", 404]);
  });

  it("are watched while they are done: an event goes out when it is there, not at the end", async () => {
    const { store } = api.services;
    const { id } = await kept();
    const request = () => api.app.request(`/api/v1/jobs/${id}/events`, { headers: { authorization: `Bearer ${mai.secret}` } });
    const open = await Promise.all(Array.from({ length: 21 }, request));
    expect(open.map(({ status }) => status).filter((status) => status !== 200)).toEqual([429]);
    for (const { body } of open) await body?.cancel();
    // A stream that nobody hears any more ends at its next look.
    await expect.poll(async () => { const { status, body } = await request(); await body?.cancel(); return status; }).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const doing = runJob(store, nowhere(), id, async ({ progress }) => {
      await progress(1, 3);
      const some = await heard(await request(), ({ event }) => event === "progress");
      expect(names(some)).toEqual(["1 queued", "2 started", "3 progress"]);
      const rest = request();
      expect((await mai("DELETE", `/jobs/${id}`)).body.done).toBe("cancelled");
      expect(names(await heard(await rest)).at(-1)).toBe("4 cancelled");
      return progress(2, 3).then(() => ({ name: "a", type: "b", bytes: new Uint8Array() }));
    }, (error) => ({ detail: String(error) }));
    await doing;
    expect((await mai("GET", `/jobs/${id}`)).body).toMatchObject({ state: "cancelled", done: 1 });
  });
});

it("a server that closes ends what is watched, and leaves what waits to the next", { timeout: 60_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), "khop-jobs-"));
  const store = await openStore({ directory });
  const user = "lan@lam-son.example";
  const { secret } = await issueToken(store, { user, name: "t", scopes: ["read"] });
  const queue = await openQueue(store);
  // Kept, and put into no queue: nobody ends it.
  const { id } = await askJob(store, { ...queue, put: async () => {} }, { kind: "check", by: user, asked: { name: "a.md" } });
  const waiting = await askJob(store, queue, { kind: "check", by: user, asked: { name: "a.md" }, input: new TextEncoder().encode("Tiếp nhận 100 hồ sơ") });
  await store.close();

  const serving = await serve({ place: { directory }, host: "127.0.0.1", port: 0 });
  const ask = (path: string) => fetch(`${serving.address}/api/v1/jobs/${path}`, { headers: { authorization: `Bearer ${secret}` } });
  const watched = heard(await ask(`${id}/events`));
  await expect.poll(async () => ((await (await ask(waiting.id)).json()) as { state: string }).state, { timeout: 20_000 }).toBe("done");
  const began = performance.now();
  await serving.close();
  expect((await watched).map(({ event }) => event)).toEqual(["queued"]);
  // Left alone the stream would be open for ten minutes.
  expect(performance.now() - began).toBeLessThan(20_000);
  rmSync(directory, { recursive: true, force: true });
});
