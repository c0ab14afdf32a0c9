import { expect, it } from "vitest";
import * as reporting from "./index.ts";

it("@khop/reporting offers these names and no others", () => {
  expect(Object.keys(reporting).sort().join(" ")).toMatchInlineSnapshot(`"csvOf factsInCsv factsInXlsx known letterOf periodsUpTo prepare reportFormats sinceItsTime writeReport"`);
});
