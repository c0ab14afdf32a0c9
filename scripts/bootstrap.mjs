// All set-up on a fresh machine, then: start [args of khop serve] | test [args of vitest] | build
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binDir, envWith, handOver, root, run, supportedNode } from "./node.mjs";
import { installSystemPackages } from "./system-packages.mjs";

const win = process.platform === "win32";
const read = (path) => readFileSync(join(root, path), "utf8");

const groups = ["packages", "apps", "tooling", "examples"].filter((group) => existsSync(join(root, group)));
const members = groups.flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`)).sort();
const manifests = ["bench", ...members].map((path) => `${path}/package.json`).filter((path) => existsSync(join(root, path)));

const hash = createHash("sha256").update(process.platform + process.arch);
for (const path of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests]) hash.update(path).update(read(path));
const wanted = hash.digest("hex");
const stamp = join(root, "node_modules", ".bootstrap");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  const pnpm = JSON.parse(read("package.json")).packageManager.split("+")[0];
  const install = ["install", "--frozen-lockfile", "--reporter=append-only"];
  run(win ? "npm.cmd" : "npm", ["exec", "--yes", `--package=${pnpm}`, "--", "pnpm", ...install]);
  writeFileSync(stamp, wanted);
}

const [task = "start", ...args] = process.argv.slice(2);
const node = supportedNode();
const env = envWith(node);
run(join(binDir, win ? "turbo.cmd" : "turbo"), ["run", "build", "--output-logs=errors-only"], { env });

const server = ["--example", "--web", join(root, "apps/web/dist"), ...args];
if (task === "start") handOver(node, [join(root, "apps/api/dist/main.js"), ...server], { env });
if (task === "test") installSystemPackages();
if (task === "test") handOver(node, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...args], { env, cwd: root });
