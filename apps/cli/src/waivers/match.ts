import { atLeast, type Finding } from "@khop/core";
import type { Acceptance } from "@khop/reader/checked";
import type { Examined } from "../examined.ts";
import { readWaivers, type Waiver } from "./file.ts";

/** A waiver that matched no finding of the documents that its file is for. */
export interface Stale {
  readonly file: string;
  readonly waiver: Waiver;
}

const read = new Map<string, readonly Waiver[]>();

/**
 * The waivers of a file, which is read once.
 *
 * @throws Trouble for a file that is broken, or named and not there.
 */
export function waiversIn(path: string): readonly Waiver[] {
  const waivers = read.get(path) ?? readWaivers(path);
  read.set(path, waivers);
  return waivers;
}

/** A document with its accepted findings known, and the ids of the waivers that it needs. */
export function withWaivers(document: Examined, path: string): { document: Examined; used: string[] } {
  const accepted = acceptedIn(document, waiversIn(path));
  const waived = new Map<Finding, Acceptance>(accepted);
  return { document: { ...document, waived }, used: [...accepted.values()].map(({ id }) => id) };
}

/** A waiver covers the finding of its id and shape, unless that has become graver since. */
export function acceptedIn(document: Examined, waivers: readonly Waiver[]): Map<Finding, Waiver> {
  const byId = new Map(waivers.map((waiver) => [waiver.id, waiver]));
  const accepted = new Map<Finding, Waiver>();
  for (const finding of document.findings) {
    const waiver = byId.get(document.findingId(finding));
    if (waiver === undefined || !atLeast(waiver.severity, finding.severity)) continue;
    if (JSON.stringify(waiver.finding) === JSON.stringify(document.shapeOf(finding))) accepted.set(finding, waiver);
  }
  return accepted;
}
