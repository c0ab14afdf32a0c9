import { type ErrorInfo, KhopError } from "@khop/core";
import "./problem.ts";

/** An error that goes out as a problem: Vietnamese first. */
export const refused = <C extends keyof ErrorInfo>(code: C, vi: string, en: string, info: ErrorInfo[C]): KhopError<C> =>
  new KhopError(code, `${vi} / ${en}`, info);

export const notFound = (what: string): KhopError => refused("api/not-found", `Không có ${what}.`, `There is no ${what}.`, { what });
