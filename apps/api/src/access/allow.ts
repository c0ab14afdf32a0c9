import type { OrgUnit } from "@khop/core";
import { readOrgUnits } from "@khop/store";
import type { Context } from "hono";
import type { Env, Services } from "../context.ts";
import { refused } from "../http/refuse.ts";
import { type Action, actions, may, type Subject } from "./authorise.ts";

/** Lets a request on that its asker may make, with the units of the province; the same answer for what is not there and what is not theirs. */
export async function allow(
  c: Context<Env>,
  { store }: Services,
  action: Action,
  subject: Subject,
): Promise<{ readonly orgUnits: readonly OrgUnit[]; readonly acting: { province: string; by: string } }> {
  const { user, grants, scopes, orgUnitVersions } = c.get("principal");
  const version = orgUnitVersions?.[subject.province];
  const orgUnits = await readOrgUnits(store, subject.province, version === undefined ? {} : { version });
  const isInScope = scopes === undefined || scopes.includes(actions[action]);
  if (!isInScope || !may(grants, action, subject, orgUnits)) {
    throw refused("api/not-allowed", "Bạn không có quyền làm việc này với đơn vị này.", "You may not do this with this org unit.", {
      action,
    });
  }
  return { orgUnits, acting: { province: subject.province, by: user } };
}
