import { PGlite } from "@electric-sql/pglite";
import { openStore, type Store, type StoreOptions } from "../database/open.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";

/** What a test runner gives: vitest's own functions. */
export interface TestHooks {
  readonly describe: ((name: string, body: () => void) => unknown) & { readonly skip: (name: string, body: () => void) => unknown };
  readonly afterAll: (work: () => Promise<void>) => unknown;
}

/** One of the databases that the store runs on. */
export interface AnyDatabase {
  /** An empty store of its own; it is closed when the tests are done. */
  newStore(options?: StoreOptions): Promise<Store>;
  /** The address of a store's database; the embedded one has none. */
  addressOf(store: Store): string;
}

/** Says the same of PGlite and of a real PostgreSQL; where the latter cannot run it is skipped, and the name says why. */
export async function onBoth({ describe, afterAll }: TestHooks, name: string, body: (database: AnyDatabase) => void): Promise<void> {
  const stores: Store[] = [];
  const addresses = new Map<Store, string>();
  const closeAll = async () => {
    for (const store of stores.splice(0)) await store.close();
  };

  describe(`${name}, on PGlite`, () => {
    afterAll(closeAll);
    body({
      newStore: async (options) => {
        const store = await openStore({ pglite: await PGlite.create() }, options);
        stores.push(store);
        return store;
      },
      addressOf: () => "",
    });
  });

  const server = await startPostgres({ durable: false });
  const isThere = "newDatabase" in server;
  const skipped = isThere ? "" : ` (not run: ${server.notRun})`;
  (isThere ? describe : describe.skip)(`${name}, on PostgreSQL${skipped}`, () => {
    afterAll(async () => {
      await closeAll();
      await (server as TestPostgres).stop();
    });
    body({
      newStore: async (options) => {
        const url = await (server as TestPostgres).newDatabase();
        const store = await openStore({ url }, options);
        addresses.set(store, url);
        stores.push(store);
        return store;
      },
      addressOf: (store) => addresses.get(store) ?? "",
    });
  });
}
