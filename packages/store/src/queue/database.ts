import type { PGlite } from "@electric-sql/pglite";
import type pg from "pg";
import type { Db } from "pg-boss";
import type { Store } from "../database/open.ts";

/** What pg-boss asks of a database, of the one that a store has open. */
export function databaseOf({ engine, raw }: Pick<Store, "engine" | "raw">): Db {
  return engine === "embedded" ? inProcess(raw as PGlite) : onServer(raw as pg.Pool);
}

/**
 * Several statements come as one text that begins and commits by itself. As a transaction of PGlite's nobody else's statement gets in between, and
 * where one of them fails all is rolled back before another's begins; its own adapter of pg-boss rolls back only after that.
 */
const inProcess = (database: PGlite): Db => ({
  executeSql: async (text, values) => {
    if (values !== undefined && values.length > 0) return database.query(text, values);
    const answers = await database.transaction((trx) => trx.exec(text));
    return { rows: answers.flatMap(({ rows }) => rows) };
  },
});

/** A connection on which one of several statements failed may be in a transaction still; it is not given to the next. */
const onServer = (pool: pg.Pool): Db => ({
  executeSql: async (text, values) => {
    const client = await pool.connect();
    let isSound = false;
    try {
      const answer: pg.QueryResult | pg.QueryResult[] = await client.query(text, values);
      isSound = true;
      return { rows: Array.isArray(answer) ? answer.flatMap(({ rows }) => rows) : answer.rows };
    } finally {
      client.release(!isSound);
    }
  },
});
