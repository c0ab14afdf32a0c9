import type { OrgUnit } from "@khop/core";
import { readOrgUnits } from "@khop/store";
import type { Context } from "hono";
import type { Env, Services } from "../context.ts";
import { refused } from "../http/refuse.ts";
import { type Action, actions, may, type Subject } from "./authorise.ts";

/** Lets a request on that its asker may make, with the units of the province; the same answer for what is not there and what is not theirs. */
export async function allow(c: Context<Env>, services: Services, action: Action, subject: Subject): Promise<Allowed> {
  return allowEach(c, services, action, subject, [subject]);
}

interface Allowed {
  readonly orgUnits: readonly OrgUnit[];
  readonly acting: { province: string; by: string };
}

/** The same for several units of a province at once: all of them, or none. */
export async function allowEach(
  c: Context<Env>,
  services: Services,
  action: Action,
  { province }: Pick<Subject, "province">,
  subjects: readonly Omit<Subject, "province">[],
): Promise<Allowed> {
  const { grants } = c.get("principal");
  return allowWhere(c, services, action, province, (orgUnits) =>
    subjects.every((subject) => may(grants, action, { ...subject, province }, orgUnits)),
  );
}

/** Lets a request on that its asker may make of some units of a province at least; which, is for the route to see to. */
export async function allowWhere(
  c: Context<Env>,
  { store }: Services,
  action: Action,
  province: string,
  reaches: (orgUnits: readonly OrgUnit[]) => boolean,
): Promise<Allowed> {
  const { user, scopes, orgUnitVersions } = c.get("principal");
  const version = orgUnitVersions?.[province];
  const orgUnits = await readOrgUnits(store, province, version === undefined ? {} : { version });
  const isInScope = scopes === undefined || scopes.includes(actions[action]);
  if (!isInScope || !reaches(orgUnits)) {
    throw refused("api/not-allowed", "Bạn không có quyền làm việc này với đơn vị này.", "You may not do this with this org unit.", {
      action,
    });
  }
  return { orgUnits, acting: { province, by: user } };
}
