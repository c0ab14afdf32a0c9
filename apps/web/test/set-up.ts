import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { chromiumPath } from "./chromium.ts";
import { type Founded, found } from "./office.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the pages, built. */
    pages: string;
    /** The example province, which each server begins with; there is none where there is no Chromium, and no test of a page. */
    founded: Founded;
  }
}

const web = join(import.meta.dirname, "..");

/** Builds the pages once for all tests, as they are shipped, which the settings of a test would not; and founds the example. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "khop-web-"));
  const vite = join(web, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"];
  const env = { ...process.env, NODE_ENV: "production" };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: web, encoding: "utf8", env });
  if (status !== 0) throw new Error(`The pages could not be built.\n${stdout}${stderr}`);
  provide("pages", folder);
  const made = [folder];
  if (chromiumPath !== undefined) {
    const founded = await found(folder);
    provide("founded", founded);
    made.push(founded.folder);
  }
  return () => {
    for (const one of made) rmSync(one, { recursive: true, force: true });
  };
}
