import { expect, it } from "vitest";

it("exports these names and no others", async () => {
  expect(Object.keys(await import("./index.ts")).sort()).toEqual(["annotate", "annotateXlsx", "htmlReport"]);
});
