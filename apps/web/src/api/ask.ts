import { notReached, refusalOf } from "./refusal.ts";

/** Asks the server that the page came from, as the person who is signed in. */
export async function ask<T>(path: string, { method = "GET", sent }: { readonly method?: string; readonly sent?: unknown } = {}): Promise<T> {
  const body = sent === undefined ? {} : { body: JSON.stringify(sent), headers: { "content-type": "application/json" } };
  const response = await fetch(path, { method, credentials: "same-origin", ...body }).catch(() => {
    throw notReached();
  });
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  const answer: unknown = isJson ? await response.json() : undefined;
  if (!response.ok || !isJson) throw refusalOf(response.status, answer);
  return answer as T;
}
