import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { webPages } from "./web-pages.ts";

const folder = mkdtempSync(join(tmpdir(), "khop-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Khớp</title>");
  writeFileSync(join(folder, "service-worker.js"), "0;");
  writeFileSync(
    join(folder, "headers.json"),
    JSON.stringify({
      headers: { "Content-Security-Policy": "default-src 'none'", "Referrer-Policy": "no-referrer" },
      "/service-worker.js": { "Content-Security-Policy": "connect-src 'self'" },
    }),
  );
});

it.each([
  ["/",                  "text/html",       "default-src 'none'"],
  ["/bo-mau",            "text/html",       "default-src 'none'"],
  ["/service-worker.js", "text/javascript", "connect-src 'self'"],
])("%s comes as %s, with the policy that the pages ask for", async (path, type, policy) => {
  const answer = await webPages(folder).request(path);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("content-security-policy"), answer.headers.get("referrer-policy")])
    .toEqual([200, expect.stringContaining(type), policy, "no-referrer"]);
});

it("gives nothing from outside its folder", async () => {
  expect(await (await webPages(folder).request("/../../etc/passwd")).text()).not.toContain("root:");
});
