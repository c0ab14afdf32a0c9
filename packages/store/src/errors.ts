import { type ErrorInfo, KhopError } from "@khop/core";

declare module "@khop/core" {
  interface ErrorInfo {
    "store/directory-in-use": { directory: string; process: number };
    "store/cannot-open": { where: string };
    "store/newer-database": { migration: string };
    "store/unknown-org-unit": { province: string; orgUnit: string };
    "store/bad-org-unit": { orgUnit: string };
    "store/bad-members": { indicator: string; members: string };
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
