import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { generated } from "./generated.ts";

const root = join(import.meta.dirname, "../..");

for (const { path, text } of await generated(root)) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  writeFileSync(path, text);
  console.log(`wrote ${relative(root, path)}`);
}
