import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { generated } from "../gen/generated.ts";
import { command, none } from "./command.ts";
import { files, members, packages, root } from "./repository.ts";

/** Every member that has TypeScript, and the root's own settings. */
export function types(): void {
  const projects = members
    .map(({ path }) => path)
    .filter((path) => existsSync(join(root, path, "tsconfig.json")) && files(`${path}/**/*.ts`).length > 0);
  none(
    [".", ...projects].flatMap((project) => {
      try {
        command("tsc", ["--noEmit", "-p", project]);
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    }),
  );
}

/** The public surface changes only on purpose: a test of each package lists it. */
export function surfaces(): void {
  none(
    packages
      .filter(({ path }) => !existsSync(join(root, path, "src/surface.test.ts")))
      .map(({ path }) => `${path}/src/surface.test.ts is missing`),
  );
}

export async function generatedFiles(): Promise<void> {
  const stale = (await generated(root)).filter(({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text);
  none(stale.map(({ path }) => `${relative(root, path)} is stale: pnpm gen`));
}
