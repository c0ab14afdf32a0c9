import { expect, it } from "vitest";
import * as store from "./index.ts";
import * as testing from "./testing/index.ts";

it("@khop/store offers these names and no others", () => {
  expect(Object.keys(store).sort().join(" ")).toMatchInlineSnapshot(`"NotWanted addComment addWebhook announceDeeds answerOnce approve askJob attachEvidence auditFaults backUp cancelJob changeWebhook checkProvince checkReport checkSubmission countFacts countNewer draftReport ended entryKey forgetAnswers giveBack issueToken keptDays lineageOf lock loseDelivery loseJob mostEvidence mostJobs noJob noteBackup noteTry openPeriod openQueue openStore orgUnitVersion pageFacts putLineage putOrgUnits putRoles readAudit readCollections readComments readDeliveries readEvidence readEvidenceFile readFacts readFigures readJob readJobEvents readJobResult readJobs readLineage readLineageThen readOrgUnits readPassageVersions readPassages readPeriods readProvinces readReminders readReport readReportSteps readRoles readRolesOf readSending readStandingLineage readSteps readSubmission readSubmissions readTemplateVersions readTemplates readTokens readVersions readWaivers readWebhook readWebhooks remindOnce removeWebhook renewWebhookSecret restore revokeToken roles rolesVersion rollUp rollUpBefore runJob saveEntries sayRules sendAgain setting signReport submit sweepDeliveries sweepJobs tallyOf timelinessOf tokenOwner touchedSince unlock verifyAudit waiveFinding webhookEvents webhookVersion withdrawReport writeFacts writePassages writeTemplate"`);
});

it("@khop/store/testing offers these names and no others", () => {
  expect(Object.keys(testing).sort().join(" ")).toMatchInlineSnapshot(`"onBoth startPostgres"`);
});
