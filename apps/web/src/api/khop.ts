import { allPages, connect, type Problem } from "@khop/client";
import { Refusal } from "./refusal.ts";

/** The server that the page came from, as the person who is signed in. */
export const khop = connect();

/** What was answered; a refusal is thrown. */
export async function answered<T>(call: Promise<{ readonly data?: T; readonly error?: Problem }>): Promise<T> {
  const { data, error } = await call;
  if (error !== undefined) throw new Refusal(error);
  return data as T;
}

/** Everything of a list that comes page by page; a refusal is thrown. */
export const allOf = <T>(ask: Parameters<typeof allPages<T>>[0]): Promise<readonly T[]> => answered(allPages<T>(ask));
