import { expect, it } from "vitest";
import * as store from "./index.ts";
import * as testing from "./testing/index.ts";

it("@khop/store offers these names and no others", () => {
  expect(Object.keys(store).sort().join(" ")).toMatchInlineSnapshot(`"addComment approve checkProvince checkSubmission countFacts entryKey giveBack lock openPeriod openStore putLineage putOrgUnits readAudit readCollections readComments readFacts readLineage readOrgUnits readProvinces readSteps readSubmission readSubmissions readVersions readWaivers rollUp saveEntries submit tallyOf timelinessOf unlock verifyAudit waiveFinding writeFacts"`);
});

it("@khop/store/testing offers these names and no others", () => {
  expect(Object.keys(testing).sort().join(" ")).toMatchInlineSnapshot(`"onBoth startPostgres"`);
});
