import type { Problem } from "./problem.ts";

/** How a page of a list is asked for. */
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

/** What a call for a page gives. */
interface PageAnswer<T> {
  readonly data?: { readonly items: readonly T[]; readonly next: string | null };
  readonly error?: Problem;
}

/** So many come at once: the most that the API gives. */
const limit = 500;

/**
 * Everything of a list that comes page by page, in its order: `{ data }` with all its items, or the first `{ error }`.
 *
 * ```ts
 * const { data } = await allPages((query) => khop.GET("/api/v1/tokens", { params: { query } }));
 * ```
 */
export async function allPages<T>(
  ask: (query: PageQuery) => Promise<PageAnswer<T>>,
): Promise<{ readonly data: readonly T[]; readonly error?: never } | { readonly data?: never; readonly error: Problem }> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const { data, error } = await ask({ limit, ...(cursor === undefined ? {} : { cursor }) });
    if (error !== undefined) return { error };
    items.push(...(data?.items ?? []));
    cursor = data?.next ?? null;
  }
  return { data: items };
}
