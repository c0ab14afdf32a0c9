import { atLeast, type Finding } from "@khop/core";
import type { Acceptance, Examined } from "../examined.ts";
import { readWaivers, type Waiver } from "./file.ts";
import { nearestWaivers } from "./nearest.ts";

/** A waiver that matched no finding of the documents that its file is for. */
export interface Stale {
  readonly file: string;
  readonly waiver: Waiver;
}

/** The documents with their waived findings known, and the waivers that nothing matched. */
export interface Waived {
  readonly documents: readonly Examined[];
  readonly stale: readonly Stale[];
}

/**
 * Finds for each document its accepted findings. Each document has the nearest file of waivers, unless one is named for all.
 *
 * @throws Trouble for a file that is broken, or named and not there.
 */
export function withWaivers(documents: readonly Examined[], named: string | undefined): Waived {
  const files = new Map<string, { waivers: readonly Waiver[]; used: Set<Waiver> }>();
  const waived = documents.map((document) => {
    const path = named ?? nearestWaivers(document.source.file);
    if (path === undefined) return document;
    const file = files.get(path) ?? { waivers: readWaivers(path), used: new Set() };
    files.set(path, file);
    const accepted = acceptedIn(document, file.waivers);
    for (const waiver of accepted.values()) file.used.add(waiver);
    return { ...document, waived: new Map<Finding, Acceptance>(accepted) };
  });
  const stale = [...files].flatMap(([file, { waivers, used }]) =>
    waivers.filter((waiver) => !used.has(waiver)).map((waiver) => ({ file, waiver })),
  );
  return { documents: waived, stale };
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
