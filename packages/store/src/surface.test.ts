import { expect, it } from "vitest";
import * as store from "./index.ts";
import * as testing from "./testing/index.ts";

it("@khop/store offers these names and no others", () => {
  expect(Object.keys(store).sort().join(" ")).toMatchInlineSnapshot(`"addComment answerOnce approve attachEvidence backUp checkProvince checkReport checkSubmission countFacts countNewer draftReport entryKey forgetAnswers giveBack issueToken lock mostEvidence noteBackup openPeriod openStore putLineage putOrgUnits putRoles readAudit readCollections readComments readEvidence readEvidenceFile readFacts readLineage readOrgUnits readPassageVersions readPassages readProvinces readReminders readReport readReportSteps readRoles readRolesOf readSteps readSubmission readSubmissions readTokens readVersions readWaivers remindOnce restore revokeToken roles rollUp saveEntries setting signReport submit tallyOf timelinessOf tokenOwner unlock verifyAudit waiveFinding withdrawReport writeFacts writePassages"`);
});

it("@khop/store/testing offers these names and no others", () => {
  expect(Object.keys(testing).sort().join(" ")).toMatchInlineSnapshot(`"onBoth startPostgres"`);
});
