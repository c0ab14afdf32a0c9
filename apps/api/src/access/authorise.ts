import type { OrgUnit } from "@khop/core";
import type { Role, RoleGrant } from "@khop/store";

/** Everything that can be asked of the API, and what a token needs to ask it. */
export const actions = {
  "facts.read": "read",
  "submission.read": "read",
  "orgUnits.read": "read",
  "periods.read": "read",
  "report.read": "read",
  "templates.read": "read",
  "facts.enter": "enter",
  "submission.submit": "enter",
  "comment.add": "enter",
  "evidence.add": "enter",
  "report.write": "enter",
  "report.decide": "decide",
  "submission.approve": "decide",
  "submission.return": "decide",
  "finding.waive": "decide",
  "submission.lock": "manage",
  "submission.unlock": "manage",
  "facts.import": "manage",
  "period.open": "manage",
  "reminder.send": "manage",
  "orgUnits.put": "manage",
  "templates.write": "manage",
  "roles.read": "manage",
  "roles.put": "manage",
  "audit.read": "manage",
  "backup.read": "manage",
  "webhooks.manage": "manage",
} as const satisfies Record<string, "read" | "enter" | "decide" | "manage">;

export type Action = keyof typeof actions;
export const scopes = ["read", "enter", "decide", "manage"] as const;
export type Scope = (typeof scopes)[number];

/** How far a role reaches from its unit: itself, those below it, both, or the whole province. */
type Reach = "own" | "below" | "family" | "province";

/** Who may do what, and how far. What is not here nobody may. */
const powers: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  reader: {
    "facts.read": "family",
    "submission.read": "family",
    "report.read": "family",
    "orgUnits.read": "province",
    "periods.read": "province",
    "templates.read": "province",
  },
  clerk: {
    "facts.read": "family",
    "submission.read": "family",
    "orgUnits.read": "province",
    "periods.read": "province",
    "templates.read": "province",
    "facts.enter": "own",
    "submission.submit": "own",
    "comment.add": "family",
    "report.read": "family",
    "evidence.add": "own",
    "report.write": "own",
  },
  approver: {
    "facts.read": "family",
    "submission.read": "family",
    "orgUnits.read": "province",
    "periods.read": "province",
    "templates.read": "province",
    "submission.submit": "own",
    "submission.approve": "family",
    "submission.return": "family",
    "finding.waive": "family",
    "comment.add": "family",
    "report.read": "family",
    "evidence.add": "own",
    "report.write": "own",
    "report.decide": "own",
  },
  steward: {
    "facts.read": "family",
    "submission.read": "family",
    "orgUnits.read": "province",
    "periods.read": "province",
    "templates.read": "province",
    "facts.import": "family",
    "period.open": "family",
    "reminder.send": "family",
    "submission.lock": "family",
    "submission.unlock": "family",
    "finding.waive": "family",
    "comment.add": "family",
    "orgUnits.put": "family",
    "templates.write": "family",
    "report.read": "family",
  },
  auditor: {
    "facts.read": "province",
    "submission.read": "province",
    "orgUnits.read": "province",
    "periods.read": "province",
    "templates.read": "province",
    "audit.read": "province",
    "roles.read": "province",
    "report.read": "province",
  },
  admin: {
    "orgUnits.read": "province",
    "periods.read": "province",
    "templates.read": "province",
    "orgUnits.put": "province",
    "templates.write": "province",
    "roles.read": "province",
    "roles.put": "province",
    "audit.read": "province",
    "backup.read": "province",
    "webhooks.manage": "province",
  },
};

/** What an action is about; a province's own matters name no unit. */
export interface Subject {
  readonly province: string;
  readonly orgUnit?: string;
  readonly regime?: string;
}

/** What whoever works for one regime needs to know of the province; all else that names no regime is not theirs to ask. */
const known: ReadonlySet<Action> = new Set(["orgUnits.read", "periods.read", "templates.read"]);

/** Whether someone with these roles may do something. The one place where this is decided. */
export function may(
  grants: readonly RoleGrant[],
  action: Action,
  { province, orgUnit, regime }: Subject,
  orgUnits: readonly OrgUnit[],
): boolean {
  const top = () => orgUnits.find(({ parent }) => parent === null)?.id;
  return grants.some((grant) => {
    const reach = powers[grant.role][action];
    if (reach === undefined || grant.province !== province) return false;
    if (grant.regime !== undefined && grant.regime !== regime && !(regime === undefined && known.has(action))) return false;
    if (reach === "province") return true;
    const about = orgUnit ?? top();
    if (about === undefined) return false;
    if (about === grant.orgUnit) return reach !== "below";
    return reach !== "own" && isBelow(about, grant.orgUnit, orgUnits);
  });
}

/** The units that an action reaches, for lists; in the order in which they are given. */
export function reached(
  grants: readonly RoleGrant[],
  action: Action,
  subject: Omit<Subject, "orgUnit">,
  orgUnits: readonly OrgUnit[],
): readonly string[] {
  return orgUnits.filter(({ id }) => may(grants, action, { ...subject, orgUnit: id }, orgUnits)).map(({ id }) => id);
}

/** What belongs to the province and to no regime: a role for one regime never does it. */
const ofProvince: ReadonlySet<Action> = new Set([
  "orgUnits.put",
  "roles.read",
  "roles.put",
  "audit.read",
  "backup.read",
  "webhooks.manage",
]);

/** The regimes that an action is to be asked for, to know what these roles may do under any: none, and those that they are limited to. */
export const regimesOf = (grants: readonly RoleGrant[], action: Action): readonly (string | undefined)[] =>
  ofProvince.has(action) ? [undefined] : [...new Set([undefined, ...grants.map(({ regime }) => regime)])];

function isBelow(unit: string, above: string, orgUnits: readonly OrgUnit[]): boolean {
  const parents = parentsIn(orgUnits);
  const seen = new Set([unit]);
  for (let at = parents.get(unit) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

const families = new WeakMap<readonly OrgUnit[], ReadonlyMap<string, string | null>>();

/** Whose parent is whose, made once of one list. */
function parentsIn(orgUnits: readonly OrgUnit[]): ReadonlyMap<string, string | null> {
  const before = families.get(orgUnits);
  if (before !== undefined) return before;
  const parents = new Map(orgUnits.map(({ id, parent }) => [id, parent]));
  families.set(orgUnits, parents);
  return parents;
}

/** Whether somebody may see a job and take it back: whoever asked for it, and a token of theirs that may read. What it is about is asked besides. */
export const owns = (
  { user, scopes: granted }: { readonly user: string; readonly scopes?: readonly Scope[] },
  { askedBy }: { readonly askedBy: string },
): boolean => askedBy === user && (granted === undefined || granted.includes("read"));
