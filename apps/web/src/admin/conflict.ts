import { Refusal } from "../api/refusal.ts";

/** What somebody else has written meanwhile, and the tag by which it is written over. */
export interface Theirs<T> {
  readonly tag: string;
  readonly theirs: T;
}

/** What a refusal tells of what stands now; null where it was refused for something else. */
export function theirsIn<T>(error: unknown): Theirs<T> | null {
  if (!(error instanceof Refusal) || error.status !== 412) return null;
  const { version, theirs } = error.info as { readonly version?: string; readonly theirs?: T };
  return version === undefined || theirs === undefined ? null : { tag: `"${version}"`, theirs };
}

/** A refusal in words of the page's own. */
export const refusedWith = (said: string): Refusal => new Refusal({ status: 412, code: "store/stale", detail: said });
