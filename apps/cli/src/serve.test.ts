import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readArguments } from "./arguments.ts";

const folder = mkdtempSync(join(tmpdir(), "khop-serve-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("hands the server its flags, and no others", () => {
  expect(readArguments(["serve", "--port", "0", "--data", "d", "--example"]).server).toEqual(["--port=0", "--data=d", "--example"]);
  expect(() => readArguments(["serve", "--prot", "0"])).toThrow("--port");
});

it("answers over HTTP with the example province, says where, and ends when it is told to", { timeout: 120_000 }, async () => {
  const khop = spawn(process.execPath, [join(import.meta.dirname, "../dist/main.js"), "serve", "--port", "0", "--data", folder, "--example"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  for await (const chunk of khop.stderr) {
    said += String(chunk);
    if (said.includes("lanh-dao@an-phu.example")) break;
  }
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? "";
  const [, email = "", password = ""] = /(can-bo@\S+) {2}(\S+)/.exec(said) ?? [];
  const signedIn = await fetch(`${address}/api/auth/sign-in/email`, { method: "POST", headers: { "content-type": "application/json", origin: address }, body: JSON.stringify({ email, password }) });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const answer = await fetch(`${address}/api/v1/provinces/an-phu/periods/department-monthly/2024-M10/submissions/an-phu/check`, { headers: { cookie } });
  const { missing, findings } = (await answer.json()) as { missing: string[]; findings: { severity: string }[] };
  expect([answer.status, missing, findings.filter(({ severity }) => severity === "error")]).toEqual([200, [], []]);
  expect(said).toContain(folder);
  khop.kill("SIGTERM");
  const [code] = await once(khop, "exit");
  expect(code).toBe(0);
});

it("backs up, restores and verifies what the server kept", { timeout: 600_000 }, () => {
  const file = join(folder, "sao-luu.jsonl");
  const run = (...words: string[]) => spawnSync(process.execPath, [join(import.meta.dirname, "../dist/main.js"), ...words], { encoding: "utf8" });
  expect(run("backup", file, "--data", folder)).toMatchObject({ status: 0, stderr: `Đã sao lưu vào ${file}. / Backed up to ${file}.\n` });
  expect(run("restore", file, "--data", folder)).toMatchObject({ status: 2, stderr: expect.stringContaining("đã có số liệu") });
  expect(run("restore", file, "--data", join(folder, "khac"))).toMatchObject({ status: 0, stderr: expect.stringContaining("nhật ký nguyên vẹn") });
  const audit = run("audit", "verify", "--data", folder);
  expect(audit).toMatchObject({ status: 0, stderr: "Nhật ký nguyên vẹn. / The audit trail is whole.\n", stdout: expect.stringMatching(/^an-phu: \d+ mục, niêm phong \/ entries, seal [0-9a-f]{64}\n$/) });
  expect(run("audit", "verify", "--data", join(folder, "khac")).stdout, "what was restored has the same seal").toBe(audit.stdout);
  expect(run("audit", "verify", "--data", folder, "--province", "an-phu", "--seal", "0".repeat(64))).toMatchObject({ status: 1, stdout: expect.stringContaining("cuối nhật ký bị cắt") });
  expect(run("audit")).toMatchObject({ status: 2, stderr: expect.stringContaining("khop audit verify") });
  expect(run("backup")).toMatchObject({ status: 2, stderr: expect.stringContaining("Hãy nêu tệp") });
});
