import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const root = join(import.meta.dirname, "../..");

export interface Manifest {
  name: string;
  private?: boolean;
  exports?: object;
}

export interface Member {
  /** Folder, from the root: "packages/core". */
  path: string;
  manifest: Manifest;
}

/** All members of the workspace, sorted by path. */
export const members: Member[] = globSync(["packages/*", "apps/*", "tooling/*", "examples/*", "bench"], { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => existsSync(join(root, path, "package.json")))
  .sort()
  .map((path) => ({ path, manifest: JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) }));

export const published = members.filter(({ manifest }) => !manifest.private);
export const packages = members.filter(({ path }) => path.startsWith("packages/"));

const ignored = new Set(["node_modules", "dist", ".git", ".turbo", ".reports", "coverage"]);

/** Files that match, from the root, what git ignores left out. */
export const files = (pattern: string | string[]): string[] =>
  globSync(pattern, { cwd: root, withFileTypes: true, exclude: (entry) => ignored.has(entry.name) })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();

export const readText = (path: string): string => readFileSync(join(root, path), "utf8");
