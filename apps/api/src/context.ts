import type { ReportRegime } from "@khop/catalog/report";
import type { Queue, RoleGrant, Store } from "@khop/store";
import type { Accounts } from "./access/accounts.ts";
import type { Scope } from "./access/authorise.ts";
import type { RateLimit } from "./http/rate-limit.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { WebhookReach } from "./webhooks/reach.ts";

/** Who asks. */
export interface Principal {
  readonly user: string;
  readonly grants: readonly RoleGrant[];
  /** How far the units of their provinces have changed, where that was heard with them. */
  readonly orgUnitVersions?: Readonly<Record<string, string>>;
  /** What a token is for; a person's session is for everything. */
  readonly scopes?: readonly Scope[];
}

/** What every route has at hand. */
export interface Services {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly regimes: readonly ReportRegime[];
  readonly perUser: RateLimit;
  readonly perSignIn: RateLimit;
  /** How the server is known outside. */
  readonly address: string;
  /** None where the server sends no mail. */
  readonly mailer?: Mailer;
  /** What waits to be done in the background. */
  readonly queue: Queue;
  /** Where webhooks may be, beside the public network. */
  readonly webhookReach: WebhookReach;
  /** Aborted when the server closes: what streams ends then. */
  readonly closing?: AbortSignal;
}

export interface Env {
  Variables: { principal: Principal; requestId: string; version?: string };
}
