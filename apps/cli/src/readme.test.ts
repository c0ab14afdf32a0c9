import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

it("the README shows what khop check prints", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const fenced = (language: string): string => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m").exec(readme)?.[1] ?? "";
  const folder = mkdtempSync(join(tmpdir(), "khop-readme-"));
  writeFileSync(join(folder, "bao-cao.md"), fenced("md"));
  const env = { ...process.env, COLUMNS: "80", NO_COLOR: "1" };
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, "../bin/khop.mjs"), "check", "bao-cao.md"], { cwd: folder, env, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  expect(stdout).toBe(fenced("text"));
});
