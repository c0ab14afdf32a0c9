import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp } from "../app.ts";
import { startWork } from "../jobs/work.ts";
import { smallApi } from "../testing.ts";
import { type Traces, tracesIn } from "./traces.ts";

interface Attribute { readonly key: string; readonly value: { readonly stringValue?: string; readonly intValue?: number } }
interface Told { readonly name: string; readonly kind: number; readonly traceId: string; readonly spanId: string; readonly parentSpanId?: string; readonly startTimeUnixNano: string; readonly endTimeUnixNano: string; readonly status: { readonly code?: number }; readonly attributes: readonly Attribute[] }
interface Export { readonly resourceSpans: readonly { readonly resource: { readonly attributes: readonly Attribute[] }; readonly scopeSpans: readonly { readonly spans: readonly Told[] }[] }[] }

/** A collector on loopback: OTLP over HTTP, as JSON. */
async function collector() {
  const spans: Told[] = [];
  const services = new Set<string | undefined>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked.push(`${request.method} ${request.url} ${request.headers["x-key"]}`);
      for (const { resource, scopeSpans } of (JSON.parse(Buffer.concat(parts).toString()) as Export).resourceSpans) {
        services.add(resource.attributes.find(({ key }) => key === "service.name")?.value.stringValue);
        spans.push(...scopeSpans.flatMap((one) => one.spans));
      }
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { spans, services, asked, address: `http://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }) };
}

it("nothing is traced where no collector is named, or it is switched off", async () => {
  expect(await tracesIn({})).toBeUndefined();
  expect(await tracesIn({ OTEL_EXPORTER_OTLP_ENDPOINT: "" })).toBeUndefined();
  expect(await tracesIn({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1", OTEL_SDK_DISABLED: "true" })).toBeUndefined();
});

await onBoth({ describe, afterAll }, "traces", (database) => {
  let told: Awaited<ReturnType<typeof collector>>;
  let traces: Traces;
  let ask: (path: string, headers?: Readonly<Record<string, string>>, init?: RequestInit) => Promise<Response>;
  let stop: () => Promise<void>;
  const before = { ...process.env };
  beforeAll(async () => {
    told = await collector();
    Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: told.address, OTEL_EXPORTER_OTLP_HEADERS: "x-key=abc" });
    traces = (await tracesIn(process.env)) as Traces;
    const store = await database.newStore({ onQuery: traces.query });
    const api = await smallApi(store);
    const { secret } = await api.as("mai@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
    const app = makeApp(api.services, { traces });
    stop = await startWork(api.services, { traces });
    ask = async (path, headers = {}, init = {}) => app.request(path, { ...init, headers: { authorization: `Bearer ${secret}`, ...headers } });
  });
  afterAll(async () => {
    process.env = before;
    await stop();
    await told.close();
  });
  const attributesOf = ({ attributes }: Told) => Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));

  it("tell of each request and its questions to the database, by route and not by address, within the trace of who asked", async () => {
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const answer = await ask("/api/v1/provinces/lam-son/people/lan@lam-son.example", { traceparent });
    await ask("/api/v1/provinces/lam-son/periods", { traceparent });
    expect(answer.status).toBe(404);
    const job = await ask("/api/v1/jobs?name=a.md", { traceparent, "content-type": "application/octet-stream" }, { method: "POST", body: "Tiếp nhận 100 hồ sơ" });
    const { id } = (await job.json()) as { id: string };
    await expect.poll(async () => ((await (await ask(`/api/v1/jobs/${id}`)).json()) as { state: string }).state, { timeout: 10_000 }).toBe("done");
    // A question to the database that is part of nothing is told of by nobody.
    await stop();
    await traces.close();

    expect(new Set(told.asked)).toEqual(new Set(["POST /v1/traces abc"]));
    expect([...told.services]).toEqual(["khop"]);
    const mine = told.spans.filter(({ traceId }) => traceId === "0af7651916cd43dd8448eb211c80319c");
    const requests = mine.filter(({ kind }) => kind === 2);
    expect(requests.map(({ name, parentSpanId }) => `${name} ${parentSpanId}`)).toEqual([expect.stringMatching(/^GET \S+ b7ad6b7169203331$/), "GET /api/v1/provinces/:province/periods b7ad6b7169203331", "POST /api/v1/jobs b7ad6b7169203331"]);
    const [, request] = requests;
    expect(attributesOf(request as Told)).toMatchObject({ "http.request.method": "GET", "http.route": "/api/v1/provinces/:province/periods", "http.response.status_code": 200 });
    const questions = mine.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(questions.map((one) => attributesOf(one)["db.query.text"])).toContainEqual(expect.stringContaining('from "collection"'));
    for (const one of questions) {
      expect([one.kind, BigInt(one.startTimeUnixNano) <= BigInt(one.endTimeUnixNano)]).toEqual([3, true]);
      expect(BigInt(one.endTimeUnixNano)).toBeLessThanOrEqual(BigInt((request as Told).endTimeUnixNano) + 2_000_000n);
    }
    const done = told.spans.find(({ name }) => name === "job") as Told;
    expect(attributesOf(done)).toMatchObject({ "khop.job": id });
    expect(told.spans.filter(({ parentSpanId }) => parentSpanId === done.spanId).length).toBeGreaterThan(2);
    // Nothing of who asked or what was sent.
    expect(JSON.stringify(told.spans)).not.toMatch(/example|khop_[\w-]{20}|100 hồ sơ|lam-son/);
  });
});
