import { describe, expect, it } from "vitest";
import { cycles, importsIn, misdirected } from "./imports.ts";

const wrong = (from: string, to: string) => misdirected({ from, to, typeOnly: false }) !== undefined;

describe("misdirected", () => {
  it.each([
    ["a package uses one below it", "packages/reader/src/a.ts", "@khop/core", false],
    ["a package uses its sibling", "packages/reader/src/a.ts", "@khop/writer", true],
    ["the catalog uses core", "packages/catalog/src/a.ts", "@khop/core", false],
    ["the catalog uses the reader", "packages/catalog/src/a.ts", "@khop/reader/layout", true],
    ["the reader uses the catalog", "packages/reader/src/layout/a.ts", "@khop/catalog", true],
    ["the catalog uses Node", "packages/catalog/src/a.ts", "node:fs", true],
    ["core uses one of ours", "packages/core/src/a.ts", "@khop/reader", true],
    ["core uses its own name", "packages/core/src/a.test.ts", "@khop/core/testing", false],
    ["core uses Node", "packages/core/src/a.ts", "node:fs", true],
    ["a test of core uses Node", "packages/core/src/a.test.ts", "node:fs", false],
    ["an app uses a package", "apps/cli/src/main.ts", "@khop/reader", false],
    ["an app uses an app", "apps/api/src/main.ts", "khop", true],
    ["a relative path stays inside", "packages/core/src/relations/total.ts", "../law.ts", false],
    ["a relative path leaves the package", "packages/reader/src/a.ts", "../../core/src/law.ts", true],
    ["a package that the table does not know", "packages/new/src/a.ts", "@khop/core", true],
  ])("%s", (_, from, to, expected) => {
    expect(wrong(from, to)).toBe(expected);
  });
});

describe("importsIn", () => {
  it.each([
    ["named, over lines", 'import {\n  a,\n  b,\n} from "./a.ts";', ["./a.ts"]],
    ["for its effect", 'import "./a.ts";', ["./a.ts"]],
    ["re-exported", 'export { a } from "./a.ts";\nexport * from "./b.ts";', ["./a.ts", "./b.ts"]],
    ["dynamic", 'const a = await import("./a.ts");', ["./a.ts"]],
    ["in a docstring", ' * import { a } from "./a.ts";\n * await import("./b.ts")', []],
    ["an export that imports nothing", 'export const a = "x";\nconst from = "y";', []],
  ])("%s", (_, text, expected) => {
    expect(importsIn("x.ts", text).map(({ to }) => to)).toEqual(expected);
  });
});

it("finds cycles, but not through types", () => {
  const back = (typeOnly: boolean) => [
    { from: "src/a.ts", to: "./b/c.ts", typeOnly: false },
    { from: "src/b/c.ts", to: "../a.ts", typeOnly },
  ];
  expect(cycles(back(false))).toEqual([["src/a.ts", "src/b/c.ts", "src/a.ts"]]);
  expect(cycles(back(true))).toEqual([]);
});
