import { expect, it } from "vitest";
import { tracesIn } from "./traces.ts";

const slash = "/";

it.each([
  ["a home folder", "a.ts", `read("${slash}home/an/bao-cao.md")`, true],
  ["a path on a page", "a.md", "https://example.org/home/an", false],
  ["a relative path", "a.ts", `"./${"home"}/an"`, false],
  ["a registry", "a.yaml", `https:${slash}/registry.${"npmjs"}.org`, true],
  ["an address in a lockfile", "tools/node/package-lock.json", `"https:${slash}/example.org/a.tgz"`, true],
  ["an address in a page", "a.md", "https://example.org", false],
])("%s", (_, path, text, expected) => {
  expect(tracesIn(path, text).length > 0).toBe(expected);
});
