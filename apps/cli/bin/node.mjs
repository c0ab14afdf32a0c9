import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Loaded when a handing over is due, not at every start: each costs 3 ms as an import.
const require = createRequire(import.meta.url);

const win = process.platform === "win32";

/** ^22.18 || ^24.11 || >=26 */
export const isSupported = (version) => {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
  return (major === 22 && minor >= 18) || (major === 24 && minor >= 11) || major >= 26;
};

export const toolsDir = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "tools", "node");

/** The Node that the repository pins, once it has been installed; undefined elsewhere. */
export const pinnedNode = () => {
  const platform = `node-${win ? "win" : process.platform}-${process.arch}`;
  const { existsSync } = require("node:fs");
  const path = join(toolsDir, "node_modules", platform, "bin", win ? "node.exe" : "node");
  return existsSync(path) ? path : undefined;
};

/** Runs another process in place of this one: same streams, signals passed on, same end. */
export const handOver = (command, args, options = {}) => {
  const { spawn } = require("node:child_process");
  const child = spawn(command, args, { stdio: "inherit", ...options });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  // A terminal sends Ctrl-C to the child as well; passed on, it would count as a second one.
  const alreadySent = (signal) => signal === "SIGINT" && process.stdin.isTTY;
  for (const signal of signals) process.on(signal, () => alreadySent(signal) || child.kill(signal));
  child.on("error", (error) => {
    console.error(error.message);
    process.exit(2);
  });
  child.on("close", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    for (const each of signals) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
};
