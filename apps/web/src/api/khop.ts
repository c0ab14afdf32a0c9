import { connect, type Problem } from "@khop/client";
import { Refusal } from "./refusal.ts";

/** The server that the page came from, as the person who is signed in. */
export const khop = connect();

/** What was answered; a refusal is thrown. */
export async function answered<T>(call: Promise<{ readonly data?: T; readonly error?: Problem }>): Promise<T> {
  const { data, error } = await call;
  if (error !== undefined) throw new Refusal(error);
  return data as T;
}

/** Everything of a list that comes page by page. */
export async function allOf<T>(
  page: (query: { limit: number; cursor?: string }) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>,
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const { items: more, next } = await page({ limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...more);
    cursor = next;
  }
  return items;
}
