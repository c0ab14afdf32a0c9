import { type Job, noJob, readJob } from "@khop/store";
import type { Context } from "hono";
import type { Env, Services } from "../context.ts";
import { checkPeriodAsked, composeAsked } from "../jobs/asked.ts";
import { allowEach } from "./allow.ts";
import { owns } from "./authorise.ts";

/**
 * The job that a request is about, for who asked for it. One of another is answered as one that is not there; what a job tells of a province is told
 * while its asker may still read there.
 */
export async function allowJob(c: Context<Env>, services: Services, id: string): Promise<Job> {
  const job = await readJob(services.store, id);
  if (!owns(c.get("principal"), job)) throw noJob(id);
  if (job.kind === "compose" && job.province !== undefined) {
    const { regime, orgUnits } = composeAsked.parse(job.asked);
    const subjects = orgUnits.map((orgUnit) => ({ orgUnit, regime }));
    await allowEach(c, services, "report.read", { province: job.province }, subjects);
  }
  if (job.kind === "check-period" && job.province !== undefined) {
    const { regime, orgUnits } = checkPeriodAsked.parse(job.asked);
    const subjects = orgUnits.map((orgUnit) => ({ orgUnit, regime }));
    await allowEach(c, services, "facts.read", { province: job.province }, subjects);
  }
  return job;
}
