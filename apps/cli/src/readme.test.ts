import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const env = { ...process.env, COLUMNS: "80", NO_COLOR: "1" };
const khop = (args: string[], cwd: string): string => spawnSync(process.execPath, [launcher, ...args], { cwd, env, encoding: "utf8" }).stdout;
const fenced = (page: string, language: string): string => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m").exec(page)?.[1] ?? "";

it("the README shows what khop check prints", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "khop-readme-"));
  writeFileSync(join(folder, "bao-cao.md"), fenced(readme, "md"));
  const stdout = khop(["check", "bao-cao.md"], folder);
  rmSync(folder, { recursive: true });
  expect(stdout).toBe(fenced(readme, "text"));
});

it("the front page shows what khop demo prints; pnpm paste README.md brings it up to date", () => {
  const root = join(import.meta.dirname, "../../..");
  const page = readFileSync(join(root, "README.md"), "utf8");
  expect(khop(["demo"], root).trimEnd()).toBe(fenced(page.slice(page.indexOf("<!-- prints: khop demo -->")), "text").trimEnd());
});
