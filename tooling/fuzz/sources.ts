import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const corpus = join(root, "../shared/corpus");

/** Texts to start from: the bundled example, this repository's own pages, and annotated passages where they lie beside it. */
export function sources(): string[] {
  const own = ["apps/cli/examples/bao-cao-mau.md", "apps/cli/README.md", "packages/reader/src/wording.test.ts"].map((path) =>
    join(root, path),
  );
  const given = existsSync(corpus)
    ? readdirSync(corpus)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => join(corpus, name))
    : [];
  return [...own, ...given.sort()].filter((path) => existsSync(path)).map((path) => readFileSync(path, "utf8"));
}
