import { type ErrorInfo, KhopError } from "@khop/core";

declare module "@khop/core" {
  interface ErrorInfo {
    "store/directory-in-use": { directory: string; process: number };
    "store/cannot-open": { where: string };
    "store/newer-database": { migration: string };
    "store/unknown-org-unit": { province: string; orgUnit: string };
    "store/bad-org-unit": { orgUnit: string };
    "store/bad-lineage": { on: string; from: readonly string[]; into: readonly string[] };
    "store/bad-members": { indicator: string; members: string };
    "store/not-in-force": { regime: string; period: string };
    "store/already-open": { regime: string; period: string };
    "store/no-submission": { regime: string; period: string; orgUnit: string };
    "store/wrong-state": { action: string; state: string; allowed: readonly string[] };
    "store/stale": { seen: number | string; version: number | string; mine?: unknown; theirs?: unknown };
    "store/not-owed": { cell: string };
    "store/bad-figure": { cell: string; why: string };
    "store/reason-missing": { action: string };
    "store/not-above": { orgUnit: string; as: string; next: string };
    "store/blocked": { missing: readonly string[]; findings: readonly { id: string; message: { vi: string; en: string } }[] };
    "store/bad-backup": { at: string };
    "store/not-empty": Record<string, never>;
    "store/no-report": { regime: string; period: string; orgUnit: string };
    "store/no-evidence": { id: string };
    "store/too-large": { size: number; most: number };
    "store/no-job": { id: string };
    "store/too-many-jobs": { most: number };
    "store/no-result": { state: string };
    "store/no-delivery": { id: string };
    "store/no-webhook": { id: string };
    "store/no-finding": { finding: string; known: readonly string[] };
  }
}

/** An error that users see as it is: Vietnamese first, English beside it. */
export function refusal<C extends keyof ErrorInfo>(
  code: C,
  said: { readonly vi: string; readonly en: string },
  info: ErrorInfo[C],
  options?: ErrorOptions,
): KhopError<C> {
  return new KhopError(code, `${said.vi} / ${said.en}`, info, options);
}
