import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { markdownOf, reportOf } from "./reports.ts";
import { textlint } from "./textlint.ts";

const launcher = join(import.meta.dirname, "../apps/cli/bin/khop.mjs");
const count = 1_000;
/** So many times as many files must not take more memory. */
const more = 3;

/** Milliseconds for a folder of reports in Markdown, programs from start to end; and what memory the one on all cores takes. */
export interface Many {
  readonly count: number;
  readonly cores: number;
  readonly textlint: number;
  readonly one: number;
  readonly all: number;
  readonly megabytes: number;
  /** The same where the folder holds three times as many. */
  readonly megabytesOfMore: number;
}

export async function many(): Promise<Many> {
  const folder = mkdtempSync(join(tmpdir(), "khop-bench-many-"));
  const texts = Array.from({ length: count }, (_, i) => markdownOf(reportOf(3 + (i % 5), i + 1)));
  for (const name of ["whole", "more"]) mkdirSync(join(folder, name));
  for (const [i, text] of texts.entries()) {
    writeFileSync(join(folder, "whole", `${i}.md`), text);
    for (let k = 0; k < more; k++) writeFileSync(join(folder, "more", `${k}-${i}.md`), text);
  }
  const one = await checked(join(folder, "whole"), "1");
  const all = await checked(join(folder, "whole"), String(availableParallelism()));
  const longer = await checked(join(folder, "more"), String(availableParallelism()));
  const lint = textlint();
  const before = performance.now();
  for (const text of texts) await lint(text);
  const linted = performance.now() - before;
  rmSync(folder, { recursive: true });
  return {
    count,
    cores: availableParallelism(),
    textlint: linted,
    one: one.milliseconds,
    all: all.milliseconds,
    megabytes: all.megabytes,
    megabytesOfMore: longer.megabytes,
  };
}

/** One program from start to end; its memory is asked for while it runs, where the system tells. */
async function checked(folder: string, jobs: string): Promise<{ milliseconds: number; megabytes: number }> {
  const before = performance.now();
  const child = spawn(process.execPath, [launcher, "check", folder, "--jobs", jobs, "--format", "json"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let kilobytes = Number.NaN;
  const look = setInterval(() => {
    kilobytes = peakOf(child.pid) ?? kilobytes;
  }, 50);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(look);
  if (code === null || code > 1) throw new Error(`khop check failed (${code})`);
  return { milliseconds: performance.now() - before, megabytes: kilobytes / 1_000 };
}

/** Undefined where the system does not tell, and when the program has ended but is still listed. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const told = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return told === undefined ? undefined : Number(told);
  } catch {
    return undefined;
  }
}
