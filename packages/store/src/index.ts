export { answerOnce, forgetAnswers, type GivenAnswer } from "./access/answers.ts";
export { putRoles, type Role, type RoleGrant, readRoles, readRolesOf, roles, rolesVersion } from "./access/roles.ts";
export { setting } from "./access/settings.ts";
export { issueToken, readTokens, revokeToken, type Token, type TokenOwner, tokenOwner } from "./access/tokens.ts";
export type { Acting, AuditEntry } from "./audit.ts";
export { type BackupOptions, backUp, noteBackup, restore } from "./backup.ts";
export { checkSubmission, type EntryFinding, readWaivers, type SubmissionCheck } from "./collect/check-submission.ts";
export { approve, giveBack, lock, submit, unlock } from "./collect/decide.ts";
export { attachEvidence, type Evidence, mostEvidence, readEvidence, readEvidenceFile } from "./collect/evidence.ts";
export { type Collection, type OpenOptions, openPeriod, readCollections } from "./collect/open-period.ts";
export { type CollectedRegime, type Entry, entryKey } from "./collect/regime.ts";
export { type Reminder, readReminders, remindOnce } from "./collect/remind.ts";
export { type Saved, saveEntries } from "./collect/save-entries.ts";
export { type CellReason, readSteps, type Step, type StepAction } from "./collect/step.ts";
export { readSubmission, readSubmissions, type Submission, type SubmissionKey, type SubmissionState } from "./collect/submission.ts";
export { type Timeliness, tallyOf, timelinessOf } from "./collect/timeliness.ts";
export { addComment, type Comment, readComments, waiveFinding } from "./collect/waive.ts";
export { type CheckedRule, checkProvince, type ProvinceCheck, type SaidRule, sayRules } from "./compiled/check-province.ts";
export { type RolledUp, type RollUpQuery, rollUp } from "./compiled/roll-up.ts";
export { type RolledUpBefore, rollUpBefore } from "./compiled/roll-up-before.ts";
export { type AskedQuery, openStore, type Place, type Store, type StoreOptions } from "./database/open.ts";
export { type FactPage, type FactPlace, type FactReach, pageFacts, type ShownFact } from "./facts/page-facts.ts";
export { countFacts, type FactQuery, readFacts, readFigures, readVersions } from "./facts/read-facts.ts";
export type { StoredFact } from "./facts/saying.ts";
export { readPeriods, type Touched, touchedSince } from "./facts/touched.ts";
export { type Conflict, type FactEntry, type WriteOptions, type Written, writeFacts } from "./facts/write-facts.ts";
export { askJob, mostJobs } from "./jobs/ask-job.ts";
export { cancelJob, sweepJobs } from "./jobs/end-job.ts";
export { ended, type Job, type JobEvent, type JobProblem, type JobState, keptDays } from "./jobs/job.ts";
export { noJob, readJob, readJobEvents, readJobResult, readJobs } from "./jobs/read-jobs.ts";
export { type JobResult, loseJob, NotWanted, type Run, runJob } from "./jobs/run-job.ts";
export { lineageOf, putLineage, readLineage, readLineageThen, readStandingLineage, type StandingLineage } from "./lineage.ts";
export { orgUnitVersion, putOrgUnits, readOrgUnits, readProvinces } from "./org-units.ts";
export { openQueue, type Queue, type QueueName, type QueueOptions, type Turn } from "./queue/open-queue.ts";
export {
  type Passage,
  type PassageConflict,
  readPassages,
  readPassageVersions,
  type StoredPassage,
  writePassages,
} from "./report/passages.ts";
export {
  checkReport,
  countNewer,
  draftReport,
  type Newer,
  type ReportAction,
  type ReportHead,
  type ReportRecord,
  type ReportState,
  type ReportStep,
  readReport,
  readReportSteps,
  signReport,
  withdrawReport,
} from "./report/sign-off.ts";
export {
  readTemplates,
  readTemplateVersions,
  type StoredTemplate,
  type TemplateKey,
  writeTemplate,
} from "./report/templates.ts";
export { type AuditFault, type AuditReport, auditFaults, readAudit, verifyAudit } from "./verify-audit.ts";
export { announceDeeds } from "./webhooks/announce.ts";
export {
  type Delivery,
  type DeliveryState,
  loseDelivery,
  noteTry,
  readDeliveries,
  readSending,
  type Sending,
  sendAgain,
  sweepDeliveries,
  type Tried,
} from "./webhooks/deliveries.ts";
export {
  addWebhook,
  changeWebhook,
  readWebhook,
  readWebhooks,
  removeWebhook,
  renewWebhookSecret,
  type Webhook,
  type WebhookEvent,
  webhookEvents,
  webhookVersion,
} from "./webhooks/webhook.ts";
