import { type Role, roles } from "@khop/store";
import type { Action, Scope } from "./authorise.ts";

/**
 * Who may do what: the specification, written by hand and from nothing of the program.
 *
 * own: in the unit of the role; fam: there and below; all: in the whole province. Of what is `known` a role for one regime may ask without naming
 * it; everything else such a role may do for its own regime alone, and never what names none.
 */
const table = `
action              token   known  reader  clerk  approver  steward  auditor  admin
facts.read          read    no     fam     fam    fam       fam      all      -
submission.read     read    no     fam     fam    fam       fam      all      -
report.read         read    no     fam     fam    fam       fam      all      -
orgUnits.read       read    yes    all     all    all       all      all      all
periods.read        read    yes    all     all    all       all      all      all
templates.read      read    yes    all     all    all       all      all      all
facts.enter         enter   no     -       own    -         -        -        -
submission.submit   enter   no     -       own    own       -        -        -
comment.add         enter   no     -       fam    fam       fam      -        -
evidence.add        enter   no     -       own    own       -        -        -
report.write        enter   no     -       own    own       -        -        -
report.decide       decide  no     -       -      own       -        -        -
submission.approve  decide  no     -       -      fam       -        -        -
submission.return   decide  no     -       -      fam       -        -        -
finding.waive       decide  no     -       -      fam       fam      -        -
submission.lock     manage  no     -       -      -         fam      -        -
submission.unlock   manage  no     -       -      -         fam      -        -
facts.import        manage  no     -       -      -         fam      -        -
period.open         manage  no     -       -      -         fam      -        -
reminder.send       manage  no     -       -      -         fam      -        -
orgUnits.put        manage  no     -       -      -         fam      -        all
templates.write     manage  no     -       -      -         fam      -        all
roles.read          manage  no     -       -      -         -        all      all
roles.put           manage  no     -       -      -         -        -        all
audit.read          manage  no     -       -      -         -        all      all
backup.read         manage  no     -       -      -         -        -        all
webhooks.manage     manage  no     -       -      -         -        -        all
`;

const [, ...rows] = table
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

/** The rows of the table. */
export const specified = rows.map(([action, token, known, ...reaches]) => ({
  action: action as Action,
  token: token as Scope,
  isKnown: known === "yes",
  reach: Object.fromEntries(roles.map((role, i) => [role, reaches[i]])) as Readonly<Record<Role, "own" | "fam" | "all" | "-">>,
}));

/** Where a unit stands, seen from that of a role. */
export const places = ["own", "below", "sibling", "above", "elsewhere"] as const;
export type Place = (typeof places)[number];

/** What the table says of one cell: a role, limited to a regime or not, asking for a unit in one place under a regime or none. */
export function isSpecified(
  action: Action,
  role: Role,
  place: Place,
  { limited, asked }: { readonly limited?: string; readonly asked?: string },
): boolean {
  const row = specified.find((one) => one.action === action);
  const reach = row?.reach[role] ?? "-";
  const isReached =
    place !== "elsewhere" && (reach === "all" || (reach !== "-" && place === "own") || (reach === "fam" && place === "below"));
  return isReached && (limited === undefined || limited === asked || (asked === undefined && row?.isKnown === true));
}
