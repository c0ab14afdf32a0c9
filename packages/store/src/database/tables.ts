import type { Status } from "@khop/core";
import type { ColumnType, JSONColumnType } from "kysely";

/** Days are ISO dates, as text on this side. */
type Day = string;
/** Exact numbers are decimal text on this side, never binary floats. */
type Numeric = string;
type Moment = ColumnType<Date, Date | string, never>;

interface OrgUnitTable {
  province: string;
  id: string;
  name: string;
  level: string;
  parent: string | null;
  valid_from: Day | null;
  valid_to: Day | null;
}

interface LineageTable {
  province: string;
  on_day: Day;
  change: string;
  from_units: string[];
  into_units: string[];
  source: string;
}

/** What a fact says, at one time. */
export interface Saying {
  value: Numeric | null;
  upper: Numeric | null;
  decimals: number | null;
  exponent: number | null;
  unit: string | null;
  unit_kind: string | null;
  unit_dimension: string | null;
  unit_exponent: number | null;
  exact: boolean | null;
  hedge: string | null;
  status: Status;
  as_of: Day | null;
  source: string | null;
}

export interface FactTable extends Saying {
  province: string;
  period: string;
  org_unit: string;
  indicator: string;
  members: string;
  version: number;
  said_by: string;
  said_at: Moment;
  submission: string | null;
  why: string | null;
  /** What was written together, and sealed together in the audit trail. */
  change: string;
}

interface AuditTable {
  province: string;
  seq: number;
  at: Moment;
  by: string;
  action: string;
  subject: string;
  detail: JSONColumnType<Record<string, unknown>>;
  before: string;
  seal: string;
}

interface CollectionTable {
  province: string;
  period: string;
  regime: string;
  regime_version: string;
  from_day: Day;
  to_day: Day;
  due_on: Day;
  blocks: string;
  opened_at: Moment;
  opened_by: string;
}

interface SubmissionKeyColumns {
  province: string;
  period: string;
  regime: string;
  org_unit: string;
}

interface SubmissionTable extends SubmissionKeyColumns {
  state: string;
  version: number;
  due_on: Day;
  first_submitted_at: ColumnType<Date | null, Date | null, Date>;
  submitted_at: ColumnType<Date | null, Date | null, Date>;
  approved_by: string[];
}

interface SubmissionStepTable extends SubmissionKeyColumns {
  seq: number;
  action: string;
  at: Moment;
  by: string;
  as: string | null;
  reason: string | null;
  cells: JSONColumnType<readonly { cell: string; reason: string }[]>;
}

interface WaiverTable extends SubmissionKeyColumns {
  finding: string;
  message: JSONColumnType<{ vi: string; en: string }>;
  reason: string;
  by: string;
  at: Moment;
}

interface CommentTable extends SubmissionKeyColumns {
  id: string;
  cell: string | null;
  text: string;
  by: string;
  at: Moment;
}

interface PassageTable extends SubmissionKeyColumns {
  passage: string;
  version: number;
  text: string;
  by: string;
  at: Moment;
  why: string | null;
}

interface TemplateTable {
  province: string;
  regime: string;
  template: string;
  version: number;
  text: string | null;
  by: string;
  at: Moment;
  why: string | null;
}

interface ReportTable extends SubmissionKeyColumns {
  state: string;
  version: number;
  until: ColumnType<Date, Date, Date>;
  regime_version: string;
  head: ColumnType<Record<string, unknown>, string, string>;
}

interface ReportStepTable extends SubmissionKeyColumns {
  seq: number;
  action: string;
  at: Moment;
  by: string;
  reason: string | null;
  until: Moment;
  regime_version: string;
  head: ColumnType<Record<string, unknown>, string, never>;
}

interface EvidenceTable extends SubmissionKeyColumns {
  id: string;
  cell: string | null;
  name: string;
  type: string;
  size: number;
  sha256: string;
  bytes: Uint8Array;
  by: string;
  at: Moment;
}

interface ReminderTable extends SubmissionKeyColumns {
  due_on: Day;
  kind: string;
  recipient: string;
  by: string;
  taken_at: ColumnType<Date, Date, Date>;
  sent_at: ColumnType<Date | null, null, Date>;
}

interface RoleTable {
  province: string;
  user_id: string;
  role: string;
  org_unit: string;
  /** Empty for every regime. */
  regime: string;
}

/** Of the installation, so of no province: ''. */
type OfInstallation = ColumnType<string, never, never>;

interface TokenTable {
  province: OfInstallation;
  id: string;
  user_id: string;
  name: string;
  hash: string;
  scopes: string[];
  created_at: Moment;
  expires_at: ColumnType<Date | null, Date | null, never>;
  revoked_at: ColumnType<Date | null, null, Date>;
}

interface AnswerTable {
  province: OfInstallation;
  asker: string;
  key: string;
  request: string;
  status: ColumnType<number | null, null, number>;
  body: ColumnType<string | null, null, string>;
  at: Moment;
}

interface JobTable {
  id: string;
  kind: string;
  asked_by: string;
  /** Empty where it is about no province. */
  province: string;
  asked: JSONColumnType<Record<string, unknown>>;
  /** What it is to be made from, until it has ended. */
  input: Uint8Array | null;
  state: string;
  /** Counts up with every start; what an earlier one still says is not heard. */
  attempt: number;
  done: number;
  whole: number | null;
  events: number;
  asked_at: Moment;
  ended_at: ColumnType<Date | null, null, Date>;
  keep_until: ColumnType<Date, Date, Date>;
  problem: ColumnType<Record<string, unknown> | null, null, string>;
  result_name: string | null;
  result_type: string | null;
  result: Uint8Array | null;
}

interface JobEventTable {
  province: string;
  job: string;
  seq: number;
  at: Moment;
  event: string;
  data: JSONColumnType<Record<string, unknown>>;
}

interface WebhookTable {
  province: string;
  id: string;
  url: string;
  events: string[];
  /** As it is: a signature is made with it. */
  secret: string;
  secret_before: string | null;
  secret_before_until: ColumnType<Date | null, null, Date | null>;
  /** The entry of the audit trail behind which it is told. */
  since: number;
  made_at: Moment;
  made_by: string;
}

interface WebhookDeliveryTable {
  province: string;
  id: string;
  webhook: string;
  event: string;
  payload: string;
  at: Moment;
  state: string;
  tries: number;
  status: number | null;
  error: string | null;
  ended_at: ColumnType<Date | null, null, Date | null>;
}

export interface Tables {
  job: JobTable;
  job_event: JobEventTable;
  webhook: WebhookTable;
  /** How far the audit trail of a province has been told. */
  webhook_head: { province: string; seq: number };
  webhook_delivery: WebhookDeliveryTable;
  role: RoleTable;
  token: TokenTable;
  answer: AnswerTable;
  setting: { province: OfInstallation; name: string; value: string };
  collection: CollectionTable;
  submission: SubmissionTable;
  submission_step: SubmissionStepTable;
  waiver: WaiverTable;
  comment: CommentTable;
  passage: PassageTable;
  template: TemplateTable;
  reminder: ReminderTable;
  report: ReportTable;
  report_step: ReportStepTable;
  evidence: EvidenceTable;
  org_unit: OrgUnitTable;
  /** Counts up with every change of a province's units. */
  org_unit_version: { province: string; version: string };
  lineage: LineageTable;
  fact: FactTable;
  fact_version: FactTable;
  audit: AuditTable;
  audit_head: { province: string; seq: number; seal: string };
}
