import type { Store } from "../database/open.ts";

/** What was answered to a request. */
export interface GivenAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Answers a request that is named by its asker once; asked again it gives the same answer and does nothing.
 *
 * - `"busy"`: the same is being answered just now. `"other"`: the name was given to another request before.
 * - An answer of 500 or worse is forgotten, so that it can be tried again.
 */
export async function answerOnce(
  store: Store,
  { asker, key, request }: { readonly asker: string; readonly key: string; readonly request: string },
  answer: () => Promise<GivenAnswer>,
): Promise<(GivenAnswer & { readonly again: boolean }) | "busy" | "other"> {
  const mine = await store.db
    .insertInto("answer")
    .values({ asker, key, request, status: null, body: null, at: store.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  const row = () => store.db.selectFrom("answer").where("province", "=", "").where("asker", "=", asker).where("key", "=", key);
  if (mine === undefined) {
    const before = await row().selectAll().executeTakeFirst();
    if (before !== undefined && before.request !== request) return "other";
    return before?.status == null ? "busy" : { status: before.status, body: before.body ?? "", again: true };
  }
  const forget = () => store.db.deleteFrom("answer").where("province", "=", "").where("asker", "=", asker).where("key", "=", key).execute();
  try {
    const given = await answer();
    if (given.status >= 500) await forget();
    else
      await store.db
        .updateTable("answer")
        .set({ status: given.status, body: given.body })
        .where("province", "=", "")
        .where("asker", "=", asker)
        .where("key", "=", key)
        .execute();
    return { ...given, again: false };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Forgets answers that were given before a time. */
export async function forgetAnswers(store: Pick<Store, "db">, before: Date): Promise<void> {
  await store.db.deleteFrom("answer").where("province", "=", "").where("at", "<", before).execute();
}
