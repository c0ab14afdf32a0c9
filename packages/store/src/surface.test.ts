import { expect, it } from "vitest";
import * as store from "./index.ts";
import * as testing from "./testing/index.ts";

it("@khop/store offers these names and no others", () => {
  expect(Object.keys(store).sort().join(" ")).toMatchInlineSnapshot(`"countFacts openStore putLineage putOrgUnits readAudit readFacts readLineage readOrgUnits readProvinces readVersions verifyAudit writeFacts"`);
});

it("@khop/store/testing offers these names and no others", () => {
  expect(Object.keys(testing).sort().join(" ")).toMatchInlineSnapshot(`"onBoth startPostgres"`);
});
