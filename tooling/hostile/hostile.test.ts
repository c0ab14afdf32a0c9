import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { excelFiles } from "./excel.ts";
import type { Hostile } from "./hostile.ts";
import { pdfFiles } from "./pdf.ts";
import { textFiles } from "./text.ts";
import { wordFiles } from "./word.ts";

const launcher = join(import.meta.dirname, "../../apps/cli/bin/khop.mjs");
const guard = join(import.meta.dirname, "guard.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-hostile-"));
const temporary = join(folder, "tmp");
mkdirSync(temporary);
afterAll(() => rmSync(folder, { recursive: true }));

/** What one file may cost: megabytes of memory, and milliseconds from start to end of the program on a machine that is busy. */
const memory = 768;
const patience = 20_000;

function khop(...args: string[]) {
  const env = { ...process.env, NO_COLOR: "1", TMPDIR: temporary, TEMP: temporary, NODE_DISABLE_COMPILE_CACHE: "1" };
  return spawnSync(process.execPath, [`--max-old-space-size=${memory}`, "--import", guard, launcher, ...args], { cwd: folder, env, encoding: "utf8", timeout: patience, maxBuffer: 1 << 28 });
}

describe.each<[string, readonly Hostile[]]>([
  ["Word",                         wordFiles],
  ["Excel",                        excelFiles],
  ["PDF",                          pdfFiles],
  ["HTML, CSV, Markdown and text", textFiles],
])("%s", (_, files) => {
  it.each(files)("%s", (_what, name, make, said) => {
    writeFileSync(join(folder, name), make());
    const before = readdirSync(folder, { recursive: true });
    const { status, stdout, stderr, signal } = khop("check", name);
    expect({ signal, network: stderr.match(/GUARD.*/)?.[0] }).toEqual({ signal: null, network: undefined });
    if (said === "read") expect(status).toBeLessThan(2);
    else {
      expect(stderr).toContain(said);
      expect(stderr).toMatch(/^khop: .*[.]\n {6}.*[.]\n$/);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    }
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    rmSync(join(folder, name));
  }, patience + 10_000);
});

it("the guard sees who reaches for the network", () => {
  for (const program of ["fetch('http://127.0.0.1:9/')", "import('node:http').then((http) => http.get('http://127.0.0.1:9/'))", "import('node:net').then(({ connect }) => connect(9))"])
    expect(spawnSync(process.execPath, ["--import", guard, "--eval", program], { encoding: "utf8" }).stderr).toContain("GUARD");
});
