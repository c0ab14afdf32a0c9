#!/usr/bin/env node
// pnpm has a command of its own called "peers", which hides our script of that name; only "peers check" stays pnpm's.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { handOver } from "../../apps/cli/bin/node.mjs";

const win = process.platform === "win32";
const pnpm = join(dirname(fileURLToPath(import.meta.url)), "node_modules", ".bin", win ? "pnpm.cmd" : "pnpm");

const args = process.argv.slice(2);
const isOurs = args[0] === "peers" && args[1] !== "check";
handOver(pnpm, isOurs ? ["run", ...args] : args, { shell: win });
