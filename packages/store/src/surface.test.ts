import { expect, it } from "vitest";
import * as store from "./index.ts";
import * as testing from "./testing/index.ts";

it("@khop/store offers these names and no others", () => {
  expect(Object.keys(store).sort().join(" ")).toMatchInlineSnapshot(`"addComment answerOnce approve backUp checkProvince checkSubmission countFacts entryKey forgetAnswers giveBack issueToken lock openPeriod openStore putLineage putOrgUnits putRoles readAudit readCollections readComments readFacts readLineage readOrgUnits readProvinces readRoles readRolesOf readSteps readSubmission readSubmissions readTokens readVersions readWaivers restore revokeToken roles rollUp saveEntries setting submit tallyOf timelinessOf tokenOwner unlock verifyAudit waiveFinding writeFacts"`);
});

it("@khop/store/testing offers these names and no others", () => {
  expect(Object.keys(testing).sort().join(" ")).toMatchInlineSnapshot(`"onBoth startPostgres"`);
});
