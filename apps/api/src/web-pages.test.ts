import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { webPages } from "./web-pages.ts";

const folder = mkdtempSync(join(tmpdir(), "khop-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Khớp</title>");
  writeFileSync(join(folder, "nhap.html"), "<!doctype html><title>Nhập</title>");
  writeFileSync(join(folder, "service-worker.js"), "0;");
  writeFileSync(
    join(folder, "headers.json"),
    JSON.stringify({
      headers: { "Content-Security-Policy": "default-src 'none'", "Referrer-Policy": "no-referrer" },
      "/nhap": { "Content-Security-Policy": "connect-src 'self'; frame-ancestors 'none'" },
      "/service-worker.js": { "Content-Security-Policy": "connect-src 'self'" },
    }),
  );
});

it.each([
  ["/",                  "text/html",       "default-src 'none'",                          "Khớp"],
  ["/bo-mau",            "text/html",       "default-src 'none'",                          "Khớp"],
  ["/nhap",              "text/html",       "connect-src 'self'; frame-ancestors 'none'",  "Nhập"],
  ["/service-worker.js", "text/javascript", "connect-src 'self'",                          "0;"],
])("%s comes as %s, with the policy that the pages ask for", async (path, type, policy, text) => {
  const answer = await webPages(folder).request(path);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("content-security-policy"), answer.headers.get("referrer-policy")])
    .toEqual([200, expect.stringContaining(type), policy, "no-referrer"]);
  expect(await answer.text()).toContain(text);
});

it("gives nothing from outside its folder", async () => {
  expect(await (await webPages(folder).request("/../../etc/passwd")).text()).not.toContain("root:");
});
