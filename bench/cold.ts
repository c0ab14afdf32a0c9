import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { middle } from "./measure.ts";

const launcher = join(import.meta.dirname, "../apps/cli/bin/khop.mjs");

export interface Cold {
  /** An empty program on this Node. */
  readonly empty: number;
  /** `khop check` on this Node. */
  readonly check: number;
  /** `khop check` begun by a Node that is too old and hands over; absent where there is none. */
  readonly handedOver: number | undefined;
  readonly emptyOld: number | undefined;
}

/** Whole processes, from start to end, by turns so that a busy machine slows all alike. */
export function cold(file: string, turns = 20): Cold {
  if (!existsSync(join(launcher, "../../dist/main.js"))) throw new Error("apps/cli is not built: run npm run build first.");
  const folder = mkdtempSync(join(tmpdir(), "khop-bench-"));
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "");
  const old = oldNode();
  const programs: Record<string, readonly [node: string, ...args: string[]]> = {
    empty: [process.execPath, empty],
    check: [process.execPath, launcher, "check", file],
    ...(old === undefined ? {} : { emptyOld: [old, empty] as const, handedOver: [old, launcher, "check", file] as const }),
  };
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let turn = -2; turn < turns; turn += 1) {
    for (const [name, [node, ...args]] of Object.entries(programs)) {
      const before = performance.now();
      const { status, stderr } = spawnSync(node, args, { encoding: "utf8" });
      if (status !== 0 && status !== 1) throw new Error(`${name} failed (${status}): ${stderr}`);
      if (turn >= 0) times[name]?.push(performance.now() - before);
    }
  }
  rmSync(folder, { recursive: true });
  const of = (name: string): number | undefined => times[name] && middle(times[name]);
  return { empty: of("empty") ?? Number.NaN, check: of("check") ?? Number.NaN, handedOver: of("handedOver"), emptyOld: of("emptyOld") };
}

/** A Node on this machine that is too old for khop, so that the launcher hands over to the pinned one. */
function oldNode(): string | undefined {
  const names = process.platform === "win32" ? ["node.exe"] : ["node"];
  const candidates = (process.env.PATH ?? "")
    .split(process.platform === "win32" ? ";" : ":")
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return candidates.filter(existsSync).find((node) => spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.startsWith("v20."));
}
