import { setImmediate as breath } from "node:timers/promises";
import { isKhopError } from "@khop/core";
import { type JobResult, type Run, readOrgUnits } from "@khop/store";
import { strToU8, type Zippable, zipSync } from "fflate";
import type { z } from "zod";
import { composeReport, reportTypes } from "../compose/compose-report.ts";
import type { Services } from "../context.ts";
import { problemOf } from "../http/problem.ts";
import { regimeOf } from "../routes/regime-of.ts";
import { composeAsked } from "./asked.ts";
import { interruptible } from "./interrupted.ts";

/** A report that was made, or why it was not. */
type Made = { readonly orgUnit: string } & (
  | { readonly contents: Uint8Array }
  | { readonly problem: ReturnType<typeof problemOf>["body"]; readonly error: unknown }
);

/** Composes the reports of units one after the other: one as it is, several in a zip file. */
export async function composeJob(services: Services, { job, progress }: Run, signal: AbortSignal): Promise<JobResult> {
  const asked = composeAsked.parse(job.asked);
  const { period, format } = asked;
  const units = [...new Set(asked.orgUnits)];
  const compose = await composer(services, job.province ?? "", asked);
  const made: Made[] = [];
  for (const orgUnit of units) {
    interruptible(signal);
    made.push(await compose(orgUnit));
    await progress(made.length, units.length);
    // Who asks for something at the same time is answered in between.
    await breath();
  }
  const [first] = made;
  if (made.length === 1 && first !== undefined && "contents" in first) {
    return { name: `${fileName(first.orgUnit)}-${period}.${format}`, type: reportTypes[format], bytes: first.contents };
  }
  // Where there is none at all the job itself has failed.
  if (first !== undefined && "error" in first && made.every((one) => "error" in one)) throw first.error;
  return {
    name: `${fileName(asked.regime)}-${period}.zip`,
    type: "application/zip",
    bytes: zipped(made, `${period}.${format}`, services.store.now()),
  };
}

async function composer(
  { store, regimes }: Services,
  province: string,
  asked: z.output<typeof composeAsked>,
): Promise<(orgUnit: string) => Promise<Made>> {
  const { regime: id, period, format, until, letter, orgUnits: _, ...rest } = asked;
  const regime = regimeOf({ regimes }, id);
  const orgUnits = await readOrgUnits(store, province);
  const names = new Map(orgUnits.map((one) => [one.id, one.name]));
  return async (orgUnit) => {
    const head = { ...rest, letter: { ...letter, body: letter.body ?? names.get(orgUnit) ?? orgUnit } };
    const then = until === undefined ? {} : { until: new Date(until) };
    try {
      const contents = await composeReport(store, { province, regime, period, orgUnit, orgUnits, format, head, ...then });
      return { orgUnit, contents: typeof contents === "string" ? strToU8(contents) : contents };
    } catch (error) {
      if (!isKhopError(error)) throw error;
      return { orgUnit, problem: problemOf(error).body, error };
    }
  };
}

/** The reports, and a list of those that could not be made where there are such. */
function zipped(made: readonly Made[], ending: string, at: Date): Uint8Array {
  const files: Zippable = {};
  for (const one of made) {
    if (!("contents" in one)) continue;
    const name = fileName(one.orgUnit);
    // Units whose names differ only in what no file name has are told apart.
    const taken = Object.keys(files).filter((other) => other.startsWith(`${name}-`)).length;
    const path = files[`${name}-${ending}`] === undefined ? `${name}-${ending}` : `${name}-${taken + 1}-${ending}`;
    files[path] = one.contents;
  }
  const failed = made.flatMap((one) => ("problem" in one ? [{ orgUnit: one.orgUnit, problem: one.problem }] : []));
  if (failed.length > 0) files["khong-soan-duoc.json"] = strToU8(JSON.stringify({ failed }, null, 2));
  return zipSync(files, { mtime: at });
}

const fileName = (id: string): string =>
  id
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^\.+/, "") || "don-vi";
