import { expect, it } from "vitest";

it.each([
  ["index", ["annotate", "htmlReport"]],
  ["report/index", ["writeDocx", "writeHtml", "writeMarkdown"]],
  ["testing/index", ["exampleFacts", "exampleReport"]],
])("%s exports these names and no others", async (path, names) => {
  expect(Object.keys(await import(`./${path}.ts`)).sort()).toEqual(names);
});
