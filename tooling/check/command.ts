import { spawnSync } from "node:child_process";
import { root } from "./repository.ts";

interface Options {
  cwd?: string;
  input?: string;
  /** Exit codes that are no failure. */
  accept?: number[];
  /** Beside the environment of this program. */
  env?: Readonly<Record<string, string>>;
}

/** Runs a command to its end and returns what it printed; throws all that it printed when it fails. */
export function command(name: string, args: string[], { cwd = root, input = "", accept = [0], env = {} }: Options = {}): string {
  const { status, stdout, stderr, error } = spawnSync(name, args, {
    cwd,
    input,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: process.platform === "win32",
  });
  if (error) throw error;
  if (status === null || !accept.includes(status)) throw new Error(`${name} ${args.join(" ")} (exit ${status})\n${stdout}${stderr}`);
  return stdout;
}

/** Throws the lines when there are any. */
export function none(problems: string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
