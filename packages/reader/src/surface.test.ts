import { expect, it } from "vitest";

it("exports these names and no others", async () => {
  expect(Object.keys(await import("./index.ts")).sort()).toEqual(["readText"]);
});

it("@khop/reader/layout exports these names and no others", async () => {
  expect(Object.keys(await import("./layout/index.ts")).sort()).toEqual(["measureDocx", "measureText"]);
});
