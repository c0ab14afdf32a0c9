import { PGlite } from "@electric-sql/pglite";
import { openStore, type Store } from "@khop/store";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf } from "./document-testing.ts";
import { smallApi } from "./testing.ts";

let store: Store;
let app: Awaited<ReturnType<typeof smallApi>>["app"];
beforeAll(async () => {
  store = await openStore({ pglite: await PGlite.create() });
  app = (await smallApi(store)).app;
});
afterAll(() => store.close());

describe("the OpenAPI document", () => {
  it("is what the schema of OpenAPI 3.1 takes, and refers to nothing that is not in it", async () => {
    const { document } = await documentOf(app);
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as never);
    expect([valid, errors, validator.version]).toEqual([true, undefined, "3.1"]);
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = ""]) => ref);
    expect(referred.length).toBeGreaterThan(50);
    expect(referred.filter((ref) => document.components.schemas[ref.replace("#/components/schemas/", "")] === undefined)).toEqual([]);
  });

  it.each<[string, (document: { paths: Record<string, Record<string, object>> }) => unknown]>([
    ["a path without its stroke", ({ paths }) => Object.assign(paths, { "api/v1/x": {} })],
    ["an answer without words",   ({ paths }) => Object.assign(paths["/api/v1/me"] ?? {}, { get: { responses: { 200: {} } } })],
    ["a place that is nowhere",   ({ paths }) => Object.assign(paths["/api/v1/me"]?.get ?? {}, { parameters: [{ name: "x", in: "form", schema: {} }] })],
  ])("would be refused with %s", async (_, spoil) => {
    const { document } = await documentOf(app);
    spoil(document as never);
    expect((await new Validator().validate(document as never)).valid).toBe(false);
  });

  it("names every place of a path among its parameters, and each in two languages", async () => {
    const { operations } = await documentOf(app);
    for (const { path, method, parameters, ...said } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect([method, path, parameters.filter((one) => one.in === "path").map(({ name }) => name).sort()]).toEqual([method, path, places]);
      expect([method, path, (said as { summary?: string }).summary]).toEqual([method, path, expect.stringMatching(/.+ \/ .+|^Webhook/)]);
    }
  });
});

it("the reference page and all that it loads come from the server itself", async () => {
  const page = await app.request("/docs");
  const html = await page.text();
  const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address);
  expect(loaded).toEqual(["/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/start.js"]);
  expect(html).not.toMatch(/https?:|\/\/[a-z]|<script>|@import/);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  const texts = await Promise.all(loaded.map(async (address) => { const file = await app.request(address); return `${file.status} ${await file.text()}`; }));
  expect(texts.map((text) => text.slice(0, 4))).toEqual(["200 ", "200 ", "200 "]);
  expect([...(texts[0] ?? "").matchAll(/url\(\s*["']?([^)"']{1,12})/g)].map(([, address = ""]) => address).filter((address) => !address.startsWith("data:"))).toEqual([]);
  expect(texts[0]).not.toMatch(/@import/);
  expect([...(texts[2] ?? "").matchAll(/url: "([^"]+)"|validatorUrl: (\w+)/gi)].map(([whole]) => whole)).toEqual(['url: "/openapi.json"', "validatorUrl: null"]);
});
