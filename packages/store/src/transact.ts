import type { Transaction } from "kysely";
import { type Acting, appendAudit, type Deed } from "./audit.ts";
import type { Store } from "./database/open.ts";
import type { Tables } from "./database/tables.ts";

/** Two wrote the same new row at once; the work is done again on what is there now. */
export class Raced extends Error {}

/** PostgreSQL asks to try again: serialization failure, deadlock, and a row that another has just made. */
const again = new Set(["40001", "40P01", "23505"]);

const attempts = 5;

export interface Work {
  readonly trx: Transaction<Tables>;
  readonly at: Date;
  /** Says what was done; it enters the audit trail when the work is whole. */
  record(deed: Deed): void;
}

/** Does something wholly or not at all, and puts it into the audit trail with it. */
export async function transact<T>(store: Store, acting: Acting, work: (given: Work) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.db.transaction().execute(async (trx) => {
        const deeds: Deed[] = [];
        const at = store.now();
        const result = await work({ trx, at, record: (deed) => deeds.push(deed) });
        await appendAudit(trx, acting, at, deeds);
        return result;
      });
    } catch (error) {
      const isRace = error instanceof Raced || again.has((error as { code?: string }).code ?? "");
      if (!isRace || attempt === attempts) throw error;
    }
  }
}
