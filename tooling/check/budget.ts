import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./repository.ts";

/** So much script, packed, may come until the check page can be used. */
const most = 180_000;

/** The scripts that a page asks for by itself. */
export const scriptsIn = (page: string): string[] =>
  [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"/g)].map(([, path = ""]) => path);

/** What a built script imports before it runs; what it may import later is left out. */
export const importsOf = (script: string): string[] =>
  [...script.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]+?from\s*)?["']([^"']+\.js)["']/g)].map(([, path = ""]) => path);

/** The script that comes until the first page can be used, packed as servers pack it. */
export function firstScript(dist: string): { readonly bytes: number; readonly files: readonly string[] } {
  const files = new Set<string>();
  let bytes = 0;
  const take = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    const script = readFileSync(join(dist, path), "utf8");
    bytes += gzipSync(script).length;
    for (const other of importsOf(script)) take(posix.join(posix.dirname(path), other));
  };
  for (const path of scriptsIn(readFileSync(join(dist, "index.html"), "utf8"))) take(path);
  return { bytes, files: [...files] };
}

/** Scripts of the pages stay small enough for a bad line. */
export function budget(): void {
  const { bytes, files } = firstScript(join(root, "apps/web/dist"));
  if (files.length === 0) throw new Error("apps/web/dist/index.html asks for no script: is it built?");
  if (bytes > most) throw new Error(`The check page needs ${bytes} bytes of packed script, ${most} at most: ${files.join(", ")}`);
  console.log(`   ${(bytes / 1_000).toFixed(0)} KB of packed script until the check page can be used, ${most / 1_000} at most`);
}
