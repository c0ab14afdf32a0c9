import type { OrgUnit } from "@khop/core";
import type { Context } from "hono";
import type { Env, Services } from "../context.ts";
import { allowWhere } from "./allow.ts";
import { type FactSight, factSight } from "./fact-sight.ts";

/** Lets a request on whose asker sees enough of the facts of a province for it, and says what they see. */
export async function allowFacts(
  c: Context<Env>,
  services: Services,
  province: string,
  isEnough: (sight: FactSight) => boolean,
): Promise<FactSight> {
  const sightOf = (orgUnits: readonly OrgUnit[]) => factSight(c.get("principal").grants, province, orgUnits, services.regimes);
  const { orgUnits } = await allowWhere(c, services, "facts.read", province, (all) => isEnough(sightOf(all)));
  return sightOf(orgUnits);
}
