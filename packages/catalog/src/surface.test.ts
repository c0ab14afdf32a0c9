import { expect, it } from "vitest";
import * as catalog from "./index.ts";

it("@khop/catalog offers these names and no others", () => {
  expect(Object.keys(catalog).sort().join(" ")).toMatchInlineSnapshot(`"decree30 decree30Styles layoutRegimes parseLayoutRegime styleSheets"`);
});
