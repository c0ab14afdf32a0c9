import { spawnSync } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isSupported, pinnedNode, toolsDir } from "../apps/cli/bin/node.mjs";

export { handOver } from "../apps/cli/bin/node.mjs";

const win = process.platform === "win32";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const binDir = join(root, "node_modules", ".bin");

// The settings of an outer npm must not leak into pnpm.
const inherited = Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)/i.test(name));
export const env = { ...Object.fromEntries(inherited), DO_NOT_TRACK: "1", TURBO_TELEMETRY_DISABLED: "1" };

export const run = (command, args, options = {}) => {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", env, shell: win, ...options });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
};

/** Path of a Node that the repository supports: the one that runs us, or else the pinned one, installed if need be. */
export const supportedNode = () => {
  if (isSupported(process.version)) return process.execPath;
  if (!pinnedNode()) run(win ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: toolsDir });
  const node = pinnedNode();
  if (node) return node;
  console.error(`Install Node 22.18, 24.11 or 26: this is ${process.version}, and none is pinned for ${process.platform}-${process.arch}.`);
  process.exit(2);
};

/** The environment in which every script of ours finds the supported Node and the root's commands first. */
export const envWith = (node) => ({ ...env, PATH: [dirname(node), binDir, process.env.PATH].join(delimiter) });
