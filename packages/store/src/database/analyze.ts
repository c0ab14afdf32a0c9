import type { PGlite } from "@electric-sql/pglite";

/** How often an embedded database, which nothing vacuums by itself, looks at how its tables have grown. */
const pause = 10 * 60_000;

/** Tables of fewer pages are read whole in any case. */
const leastPages = 32;

/**
 * Tells an embedded database how full its tables are: those that were never looked at, or are twice as large by now. A server does so by itself;
 * without it queries over new periods take other ways than over old ones.
 */
export async function analyzeGrown(database: PGlite): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) >= $1 * 8192::bigint
       and (reltuples < 0 or pg_relation_size(oid) > 2 * 8192::bigint * relpages)`,
    [leastPages],
  );
  // One by one: nobody waits for all of them.
  for (const { name } of rows) await database.query(`analyze ${name}`);
}

/** Goes on doing so until it is told to stop. */
export function keepAnalyzed(database: PGlite): () => void {
  const timer = setInterval(() => {
    if (!database.closed) analyzeGrown(database).catch(() => {});
  }, pause);
  timer.unref();
  return () => clearInterval(timer);
}
