import { period } from "@khop/core";
import type { JobResult, Run } from "@khop/store";
import { checkPeriod, isUnfit, type PeriodChecked } from "../check-period.ts";
import type { Services } from "../context.ts";
import { checkPeriodAsked } from "./asked.ts";
import { interruptible } from "./interrupted.ts";

/** Asks every rule of every unit, then says in words what does not fit. */
export async function checkPeriodJob(services: Services, { job, progress }: Run, signal: AbortSignal): Promise<JobResult> {
  const { regime, period: when, orgUnits } = checkPeriodAsked.parse(job.asked);
  await progress(0, 2);
  const { verdicts, tally, say } = await checkPeriod(services, { province: job.province ?? "", regime, period: period(when), orgUnits });
  await progress(1, 2);
  interruptible(signal);
  const items = await say(verdicts.filter(({ verdict }) => isUnfit(verdict)));
  await progress(2, 2);
  const found = { regime, period: when, tally, items: items.map(said) };
  return { name: `${regime}-${when}.json`, type: "application/json", bytes: new TextEncoder().encode(JSON.stringify(found)) };
}

const said = ({ orgUnit, rule, verdict, reason, message }: Awaited<ReturnType<PeriodChecked["say"]>>[number]) => ({
  orgUnit,
  rule,
  verdict,
  ...(reason === undefined ? {} : { reason }),
  message,
});
