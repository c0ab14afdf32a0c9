import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "./command.ts";
import { type Member, published, root } from "./repository.ts";

const folder = mkdtempSync(join(tmpdir(), "khop-packed-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const tarballs = new Map<Member, string>();

/** Packs what would be published; the checks below look at these files and not at the work tree. */
export function pack(): void {
  for (const member of published) {
    const before = new Set(readdirSync(folder));
    command("pnpm", ["pack", "--pack-destination", folder], { cwd: join(root, member.path) });
    const tarball = readdirSync(folder).find((name) => !before.has(name));
    if (!tarball) throw new Error(`${member.manifest.name}: nothing was packed`);
    tarballs.set(member, join(folder, tarball));
  }
}

const packedOnes = () => {
  if (tarballs.size < published.length) throw new Error("not all packages could be packed");
  return [...tarballs];
};

export function publint(): void {
  for (const [, tarball] of packedOnes()) command("publint", ["--strict", tarball]);
}

export function attw(): void {
  for (const [{ manifest }, tarball] of packedOnes()) if (manifest.exports) command("attw", ["--profile", "esm-only", tarball]);
}

const report = `Tiếp nhận 100 hồ sơ; trong đó: trực tiếp 60 hồ sơ, trực tuyến 40 hồ sơ.\n`;

const program = `
import * as core from "@khop/core";
if (Object.keys(core).length === 0) throw new Error("@khop/core exports nothing");
`;

/** What a user gets: an empty project with our packages and what npm fetches for them. */
export function cleanInstall(): void {
  const project = mkdtempSync(join(folder, "project-"));
  const write = (name: string, text: string) => writeFileSync(join(project, name), text);
  const here = { cwd: project };
  write("package.json", `{ "name": "empty", "private": true, "type": "module" }`);
  write("program.js", program);
  write("report.md", report);

  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"];
  command("npm", ["install", ...quiet, ...packedOnes().map(([, tarball]) => tarball)], here);
  command(process.execPath, ["program.js"], here);

  const khop = join(project, "node_modules/.bin/khop");
  const version = command(khop, ["--version"], here).trim();
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`khop --version printed "${version}"`);
  const { schema } = JSON.parse(command(khop, ["check", "--format", "json", "report.md"], { ...here, accept: [0, 1] }) || "{}");
  if (schema !== "khop.check/1") throw new Error(`khop check --format json printed the schema "${schema}"`);
}
