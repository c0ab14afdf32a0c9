import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const program = join(import.meta.dirname, "../dist/main.js");
const folder = mkdtempSync(join(tmpdir(), "khop-online-"));
let server: ReturnType<typeof spawn>;
let [address, token] = ["", ""];
beforeAll(async () => {
  server = spawn(process.execPath, [program, "serve", "--port", "0", "--data", join(folder, "data"), "--example"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  for await (const chunk of server.stderr ?? []) {
    said += String(chunk);
    if (said.includes("lanh-dao@an-phu.example")) break;
  }
  address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? "";
  const json = { "content-type": "application/json", origin: address };
  const post = async (who: string, path: string, body: object) => {
    const [, email = "", password = ""] = new RegExp(`(${who}@\\S+) {2}(\\S+)`).exec(said) ?? [];
    const signedIn = await fetch(`${address}/api/auth/sign-in/email`, { method: "POST", headers: json, body: JSON.stringify({ email, password }) });
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    return (await (await fetch(`${address}/api/v1${path}`, { method: "POST", headers: { ...json, cookie }, body: JSON.stringify(body) })).json()) as { secret: string };
  };
  token = (await post("can-bo", "/tokens", { name: "khop", scopes: ["read", "enter"] })).secret;
  await post("quan-tri", "/provinces/an-phu/periods", { regime: "department-monthly", period: "2024-M11" });
}, 120_000);
afterAll(async () => {
  server.kill("SIGTERM");
  await once(server, "exit");
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command with the token of a clerk, or another. */
function khop(words: readonly string[], given: string = token) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", KHOP_TOKEN: given }, timeout: 60_000 });
  return { status, stdout, stderr };
}
const there = () => ["--server", address];
const october = () => [...there(), "--regime", "department-monthly", "--period", "2024-10", "--org-unit", "an-phu"];
const file = (name: string) => join(folder, name);

describe("a clerk and a server", () => {
  it("hear what is owed, and by when", () => {
    const { status, stdout, stderr } = khop(["owed", ...there()]);
    expect([status, stdout, stderr]).toEqual([1, expect.stringMatching(/^an-phu {2}department-monthly {2}2024-M10 {2}hạn \d\d\/10\/2024 \(quá hạn\) {2}chưa gửi\nan-phu {2}department-monthly {2}2024-M11 /), ""]);
    expect(khop(["owed", ...there(), "--lang", "en"]).stdout).toMatch(/due 2024-10-\d\d.* {2}not sent\n/);
    expect(khop(["owed", ...there(), "--org-unit", "khong-co"])).toMatchObject({ status: 0, stdout: "Không có kỳ nào phải gửi.\n" });
  });

  it.each(["csv", "xlsx", "json"])("fetch the figures as .%s, and send them back with nothing changed", (ending) => {
    expect(khop(["fetch", "--to", `thang-10.${ending}`, ...october()])).toMatchObject({ status: 0, stderr: `Đã ghi thang-10.${ending}.\n` });
    const back = khop(["send", `thang-10.${ending}`, ...october()]);
    expect([back.status, back.stdout.split("\n")[0], back.stderr]).toEqual([0, "Đã ghi 0 ô vào an-phu, kỳ 2024-M10.", ""]);
  });

  it("are told of cells that hold something else, and of cells that the form has not; nothing is written over unless asked", () => {
    const rows = readFileSync(file("thang-10.csv"), "utf8").split("\r\n");
    const at = rows.findIndex((row) => row.startsWith("documents.signed province;"));
    // More than all documents that were sent.
    rows[at] = (rows[at] ?? "").replace(";8.981;", ";99.999;");
    writeFileSync(file("sai.csv"), rows.join("\r\n"));
    const kept = khop(["send", "sai.csv", ...october(), "--submit"]);
    expect([kept.status, kept.stdout]).toEqual([1, expect.stringMatching(/1 ô đã có giá trị khác, để nguyên \(ghi đè bằng --overwrite\):\n {2}documents\.signed province: tệp 99\.999, máy chủ 8\.981 \(\S+, \d{4}-\d\d-\d\d \d\d:\d\d\)\n/)]);
    expect(kept.stdout).toContain("Chưa gửi lên: hãy xử lý những ô trên trước.");
    const over = khop(["send", "sai.csv", ...october(), "--overwrite"]);
    expect([over.status, over.stdout]).toEqual([0, expect.stringMatching(/^Đã ghi 1 ô vào an-phu, kỳ 2024-M10\.\nXEM LẠI Văn bản đi có chữ ký số cá nhân.*99\.999 lớn hơn 9\.014/)]);
    const november = [...there(), "--regime", "department-monthly", "--period", "2024-11", "--org-unit", "an-phu"];
    expect(khop(["send", "thang-10.csv", ...november])).toMatchObject({ status: 1, stderr: expect.stringContaining("thang-10.csv, documents direction=sent level=province: là của kỳ 2024-M10") });
    const [head = ""] = rows;
    writeFileSync(file("mot-o.csv"), [head, (rows[at] ?? "").replace("2024-M10", "2024-M11"), ""].join("\r\n"));
    const few = khop(["send", "mot-o.csv", ...november, "--submit"]);
    expect([few.status, few.stdout]).toEqual([1, expect.stringMatching(/^Đã ghi 1 ô vào an-phu, kỳ 2024-M11\.\n(?:XEM LẠI .*\n|CHẶN .*\n)*Còn \d+ ô chưa có số liệu\.\nChưa gửi lên: hãy sửa những chỗ chặn ở trên\.\n$/)]);
  });

  it("send them up once everything fits, and owe nothing then", () => {
    const sent = khop(["send", "thang-10.csv", ...october(), "--overwrite", "--submit"]);
    expect([sent.status, sent.stdout]).toEqual([0, expect.stringMatching(/Đã ghi 1 ô.*\n(?:XEM LẠI .*\n)*Đã gửi lên, bản \d+, hạn \d\d\/10\/2024\.\n$/)]);
    const left = khop(["owed", ...there()]);
    expect([left.status, left.stdout]).toEqual([1, expect.stringMatching(/^an-phu {2}department-monthly {2}2024-M11 .*chưa gửi\nan-phu {2}department-monthly {2}2024-M10 .*đã gửi, chờ duyệt\n$/)]);
    expect(khop(["send", "thang-10.csv", ...october()])).toMatchObject({ status: 2, stderr: expect.stringContaining("khop: ") });
  });

  it.each<[string, () => ReturnType<typeof khop>, string]>([
    ["no server is named",          () => khop(["owed"]),                                                              "Hãy nêu máy chủ: khop owed --server"],
    ["there is no token",           () => khop(["owed", ...there()], ""),                                              "đặt vào biến KHOP_TOKEN"],
    ["the token is not known",      () => khop(["owed", ...there()], "khop_sai"),                                      "Máy chủ không nhận mã truy cập trong biến KHOP_TOKEN"],
    ["the province is another's",   () => khop(["owed", ...there(), "--province", "khac"]),                            "Bạn không có quyền làm việc này"],
    ["the period is not said",      () => khop(["send", "thang-10.csv", ...there()]),                                  "Hãy nêu chế độ, kỳ và đơn vị: khop send thang-10.csv"],
    ["no file is named",            () => khop(["send", ...october()]),                                                "Hãy nêu một tệp số liệu"],
    ["the file is not there",       () => khop(["send", "khong-co.csv", ...october()]),                                "Không có khong-co.csv"],
    ["the ending says nothing",     () => khop(["fetch", "--to", "a.txt", ...october()]),                              "--to so-lieu.csv"],
    ["no report was drafted",       () => khop(["fetch", "--to", "a.docx", ...october()]),                             "báo cáo"],
    ["the flag is written wrong",   () => khop(["send", "a.csv", "--sever", address]),                                 "có phải ý bạn là --server?"],
  ])("are told how to mend it where %s", (_, run, said) => {
    const { status, stdout, stderr } = run();
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(said)]);
    expect(stderr).not.toContain("lỗi của chính khop");
  });

  it("are told where nothing answers", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as { port: number };
    await new Promise((resolve) => silent.close(resolve));
    expect(khop(["owed", "--server", `http://127.0.0.1:${port}`])).toMatchObject({ status: 2, stderr: expect.stringMatching(/Không nối được với máy chủ\. .*\n.*\(ECONNREFUSED\)/) });
  });
});

it("what talks to servers is loaded by nobody else", () => {
  const imported = [...readFileSync(program, "utf8").matchAll(/^import .* from "(\.\/[^"]+)";$|^import "(\.\/[^"]+)";$/gm)].map(([, one, two]) => one ?? two ?? "");
  expect(imported.length).toBeGreaterThan(0);
  const texts = [program, ...imported.map((one) => join(program, "..", one))].map((path) => readFileSync(path, "utf8"));
  expect(texts.filter((text) => text.includes("urn:khop:problem") || text.includes("openapi-fetch"))).toEqual([]);
});
