import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordFile } from "@khop/ooxml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-many-"));
afterAll(() => rmSync(folder, { recursive: true }));

const count = 300;
const env = { ...process.env, NO_COLOR: "1", COLUMNS: "80" };

function khop(args: readonly string[], node: readonly string[] = []) {
  return spawnSync(process.execPath, [...node, launcher, ...args], { cwd: folder, encoding: "utf8", env, timeout: 60_000, maxBuffer: 1 << 28 });
}

/** In every seventh a share is wrong; every fiftieth file is broken. */
beforeAll(() => {
  mkdirSync(join(folder, "reports/below"), { recursive: true });
  for (let i = 0; i < count; i += 1) {
    const [all, late] = [400 + i, 20 + (i % 10)];
    const hundredths = Math.floor((late * 20_000 + all) / (2 * all)) + (i % 7 === 0 ? 40 : 0);
    const said = `Xã có ${all} hồ sơ, trong đó ${all - late} hồ sơ đúng hạn, ${late} hồ sơ trễ hạn chiếm ${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, "0")}%.`;
    const name = join(folder, "reports", i % 3 === 0 ? "below" : "", String(i).padStart(3, "0"));
    if (i % 50 === 49) writeFileSync(`${name}.docx`, "PK\u0003\u0004");
    else if (i % 2 === 0) writeFileSync(`${name}.docx`, wordFile(`<w:p><w:r><w:t>${said}</w:t></w:r></w:p>`));
    else writeFileSync(`${name}.md`, `${said}\n`);
  }
});

describe("a folder of three hundred reports", () => {
  it.each(["pretty", "json", "sarif"])("gives on several threads what it gives one by one: %s", (format) => {
    const [one, several] = ["1", "3"].map((jobs) => khop(["check", "reports", "--format", format, "--jobs", jobs]));
    expect(several?.stdout).toBe(one?.stdout);
    expect(several?.stderr).toBe(one?.stderr);
    expect([one?.status, several?.status]).toEqual([2, 2]);
    expect(one?.stdout.length).toBeGreaterThan(10_000);
  }, 120_000);

  it("names the files that are broken, and checks the others", () => {
    const { status, stdout, stderr } = khop(["check", "reports", "--format", "json"]);
    const { documents } = JSON.parse(stdout) as { documents: { file: string; findings: unknown[] }[] };
    expect(documents).toHaveLength(count - 6);
    expect(documents.map(({ file }) => file)).toEqual(documents.map(({ file }) => file).sort());
    expect(documents.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(15);
    expect(stderr.match(/bị hỏng hoặc thiếu một phần/g)).toHaveLength(6);
    expect(status).toBe(2);
  }, 60_000);

  it.each<[string, readonly string[]]>([
    ["one by one",         ["--jobs", "1"]],
    ["on several threads", ["--jobs", "2"]],
  ])("needs little memory: %s", (_, jobs) => {
    // A loose bound: ten megabytes are in use before the first file.
    const { status, stderr } = khop(["check", "reports", "--quiet", ...jobs], ["--max-old-space-size=64"]);
    expect(stderr).not.toContain("heap");
    expect(status).toBe(2);
  }, 60_000);

  it("leaves nothing behind and says how far it went when it is stopped", async () => {
    const child = spawn(process.execPath, [launcher, "check", "reports", "reports/**/*.docx", "--format", "json", "--jobs", "2", "-o", "half.json"], { cwd: folder, env });
    let said = "";
    child.stderr.on("data", (data: Buffer) => {
      said += String(data);
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    for (let waited = 0; waited < 10_000 && !existsSync(join(folder, "half.json")); waited += 5) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(said).toMatch(/^khop: Đã dừng theo yêu cầu, mới kiểm \d+\/\d+ tệp\.\n$/);
    expect(readdirSync(folder)).toEqual(["reports"]);
  }, 30_000);
});
