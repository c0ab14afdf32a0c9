import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openPackage } from "@khop/ooxml";
import { excelFile, wordFile } from "@khop/ooxml/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { Trouble } from "../trouble.ts";
import { convert } from "./libreoffice.ts";

const launcher = join(import.meta.dirname, "../../bin/khop.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-convert-"));
const [bin, empty, temporary] = ["bin", "empty", "tmp"].map((name) => join(folder, name)) as [string, string, string];
for (const each of [bin, empty, temporary]) mkdirSync(each);
/** Folders of ours that were not taken away. */
const left = (): string[] => readdirSync(temporary).filter((name) => name.startsWith("khop-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** A program that is called soffice and does this; "$out" is the folder for what it makes. */
function soffice(script: string): void {
  const file = join(bin, "soffice");
  writeFileSync(file, `#!/bin/sh\necho "$*" > "${folder}/args"\nwhile [ "$1" != --outdir ]; do shift; done\nout=$2\n/bin/mkdir -p "$out"\n${script}\n`);
  chmodSync(file, 0o755);
}

function khop(path: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, PATH: path, TMPDIR: temporary, NO_COLOR: "1", COLUMNS: "100" }, timeout: 20_000 });
  return { status, stdout, stderr };
}

const said = "Giải quyết 412 hồ sơ, trong đó 38 hồ sơ trễ hạn chiếm 9,32%.";
const rows = [["Xã", "Nhận", "Trả", "Còn"], ["Xã A", 120, 100, 20], ["Xã B", 80, 70, 15], ["Tổng số", 200, 170, 30]];
const cell = (value: string | number): string => (typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`);

describe.skipIf(process.platform === "win32")("--libreoffice", () => {
  beforeAll(() => {
    writeFileSync(join(folder, "made.docx"), wordFile(`<w:p><w:r><w:t>${said}</w:t></w:r></w:p>`));
    writeFileSync(join(folder, "made.xlsx"), excelFile({ A: `<sheetData>${rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData>` }));
    writeFileSync(join(folder, "a b'.doc"), "\u00d0\u00cf\u0011\u00e0", "latin1");
    writeFileSync(join(folder, "a.xls"), "\u00d0\u00cf\u0011\u00e0", "latin1");
    writeFileSync(join(folder, "a.md"), said);
  });

  it.each([
    ["a b'.doc", "docx", "Cách đọc +bản .docx do LibreOffice đổi từ .doc, vị trí tính theo bản ấy"],
    ["a.xls",  "xlsx", "Cách đọc +bản .xlsx do LibreOffice đổi từ .xls, vị trí tính theo bản ấy"],
  ])("reads what LibreOffice makes of %s, says so, and hands that back with comments", (file, to, expected) => {
    soffice(`/bin/cp "${folder}/made.${to}" "$out/in.${to}"`);
    const { status, stdout, stderr } = khop(bin, "check", file, "--libreoffice", "--severity", "info", "--annotate", `out.${to}`);
    expect([status, stderr]).toEqual([1, `Đã ghi out.${to}: 1 ghi chú\n`]);
    expect(stdout).toMatch(new RegExp(expected));
    expect(stdout).toContain(`${file}: `);
    expect(openPackage(readFileSync(join(folder, `out.${to}`))).has(to === "docx" ? "word/comments.xml" : "xl/comments1.xml")).toBe(true);
    const [document] = JSON.parse(khop(bin, "check", file, "--libreoffice", "--format", "json").stdout).documents;
    expect(document).toMatchObject({ file, converted: { from: file.split(".").at(-1), to } });
    expect(khop(bin, "figures", file, "--libreoffice").stdout).toMatch(new RegExp(expected));
    expect(left()).toEqual([]);
  });

  it("gives the program a profile of its own, without macros and network, and a copy of the file", () => {
    soffice(`/bin/cat "$(/bin/pwd)/profile/user/registrymodifications.xcu" > "${folder}/settings"; /bin/cp "${folder}/made.docx" "$out/in.docx"`);
    khop(bin, "check", "a b'.doc", "--libreoffice");
    const args = readFileSync(join(folder, "args"), "utf8");
    expect(args).toMatch(/^-env:UserInstallation=file:\/\/\S+\/profile --headless .*--convert-to docx --outdir \S+\/out \S+\/in\.doc\n$/);
    expect(args).toContain(temporary);
    expect(readFileSync(join(folder, "settings"), "utf8")).toMatch(/DisableMacrosExecution.*true[\s\S]*ooInetProxyType/);
  });

  it("is not needed for what is read anyway", () => {
    soffice("exit 9");
    expect(khop(bin, "check", "a.md", "--libreoffice", "--severity", "error").stderr).toBe("");
  });

  it.each<[string, string, string, string]>([
    ["there is no LibreOffice",      empty, "",        "Không có LibreOffice trên máy để đổi a.xls"],
    ["it makes nothing",             bin,   "exit 1",  "LibreOffice không đổi được a.xls"],
    ["what it makes is no workbook", bin,   'echo x > "$out/in.xlsx"', "a.xls "],
  ])("is one sentence where %s", (_, path, script, expected) => {
    soffice(script);
    const { status, stderr } = khop(path, "check", "a.xls", "--libreoffice");
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(left()).toEqual([]);
  });

  it("without the flag says how to go on", () => {
    expect(khop(bin, "check", "a.xls").stderr).toContain("hoặc thêm cờ --libreoffice nếu máy có LibreOffice");
  });

  const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  const pidIn = async (name: string): Promise<number> => {
    for (let i = 0; i < 100; i += 1) {
      if (existsSync(join(folder, name)) && readFileSync(join(folder, name), "utf8").endsWith("\n")) return Number(readFileSync(join(folder, name), "utf8"));
      await sleep(50);
    }
    throw new Error("the program did not start");
  };

  it.runIf(process.platform === "linux")("ends the program and what it started when it takes too long", async () => {
    soffice(`/bin/sleep 60 & echo $! > "${folder}/slow"; wait`);
    vi.stubEnv("PATH", bin);
    vi.stubEnv("TMPDIR", temporary);
    const error = await convert(join(folder, "a.xls"), { from: "xls", to: "xlsx" }, 1).catch((reason: unknown) => reason);
    expect(error instanceof Trouble && error.said.vi).toContain("trong 1 giây nên đã bị dừng");
    await sleep(100);
    expect(isAlive(await pidIn("slow"))).toBe(false);
    expect(left()).toEqual([]);
  });

  it.runIf(process.platform === "linux")("ends them too when khop itself is stopped", async () => {
    soffice(`/bin/sleep 60 & echo $! > "${folder}/stopped"; wait`);
    const child = spawn(process.execPath, [launcher, "check", "a.xls", "--libreoffice"], { cwd: folder, env: { ...process.env, PATH: bin, TMPDIR: temporary }, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("close", (_code, signal) => resolve(signal)));
    const pid = await pidIn("stopped");
    child.kill("SIGTERM");
    expect(await ended).toBe("SIGTERM");
    await sleep(100);
    expect(isAlive(pid)).toBe(false);
    expect(left()).toEqual([]);
  });
});

const real = spawnSync("soffice", ["--version"], { timeout: 30_000 }).status === 0;

describe.skipIf(!real)("LibreOffice itself", () => {
  const font = "{\\f1\\fnil .VnTime;}";
  const rtf = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}${font}}\\f1 ${[...Buffer.from("L­u tr÷: gi¶i quyÕt 412 hå s¬, trong ®ã 38 hå s¬ trÔ h¹n chiÕm 9,32%.", "latin1")].map((byte) => (byte < 128 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`)).join("")}\\par}`;

  it("makes a Word file of a document in a font of before Unicode, and that is read as it looks", () => {
    writeFileSync(join(folder, "real.rtf"), rtf);
    const { stdout } = khop(process.env.PATH ?? "", "figures", "real.rtf", "--libreoffice", "--format", "text");
    expect(stdout.trim()).toBe("Lưu trữ: giải quyết 412 hồ sơ, trong đó 38 hồ sơ trễ hạn chiếm 9,32%.");
    expect(left()).toEqual([]);
  }, 120_000);

  it("follows no link of a document", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const names = ["office", "text", "draw:drawing", "xlink", "svg:svg-compatible"].map((each) => {
      const [prefix = "", name = prefix] = each.split(":");
      return prefix === "xlink" ? 'xmlns:xlink="http://www.w3.org/1999/xlink"' : `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
    });
    const picture = `<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="http://127.0.0.1:${port}/a.png" xlink:type="simple"/></draw:frame>`;
    writeFileSync(join(folder, "links.odt"), `<?xml version="1.0"?><office:document ${names.join(" ")} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>12 hồ sơ${picture}</text:p></office:text></office:body></office:document>`);
    vi.stubEnv("TMPDIR", temporary);
    const made = await convert(join(folder, "links.odt"), { from: "odt", to: "docx" });
    server.close();
    expect(openPackage(made).isWord).toBe(true);
    expect(asked).toEqual([]);
  }, 120_000);
});
