import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { Kysely, type KyselyConfig, type Logger, PGliteDialect, PostgresDialect } from "kysely";
import pg from "pg";
import { refusal } from "../errors.ts";
import { analyzeGrown, keepAnalyzed } from "./analyze.ts";
import { Heard } from "./heard.ts";
import { lockDirectory } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { Prepared } from "./prepared.ts";
import type { Tables } from "./tables.ts";

/** Where the figures live: a directory with PostgreSQL embedded, a PostgreSQL server, or an embedded one that is already there. */
export type Place = { readonly directory: string } | { readonly url: string; readonly connections?: number } | { readonly pglite: PGlite };

export interface StoreOptions {
  /** The clock; the system's unless given. */
  readonly now?: () => Date;
  /** Told of each question to the database when it is answered. */
  readonly onQuery?: (query: AskedQuery) => void;
}

/** A question to the database: its text, in which no values stand, and how long it took. */
export interface AskedQuery {
  readonly sql: string;
  readonly milliseconds: number;
  readonly isFailed: boolean;
}

/** An open database, at this version's schema. */
export interface Store {
  readonly db: Kysely<Tables>;
  readonly engine: "embedded" | "server";
  /** The embedded database, or the pool of connections to a server: what other libraries that need one take. */
  readonly raw: PGlite | pg.Pool;
  readonly now: () => Date;
  /** Answers that stay good until the database says otherwise. */
  readonly heard: Heard;
  /** Has something that works on the database end before it is closed. */
  beforeClose(work: () => Promise<void>): void;
  close(): Promise<void>;
}

/** Who waits this long for a connection is told so: a server that says nothing is not waited for for ever. */
const longestWait = 30_000;

/** Days stay days: as dates of JavaScript they would move with the time zone. */
const asWritten = (text: string): string => text;

/**
 * Opens a store, brings its schema up to date, and keeps it until `close`.
 *
 * - Throws: KhopError `store/directory-in-use`, `store/cannot-open`, `store/newer-database`.
 */
export async function openStore(place: Place, { now = () => new Date(), onQuery }: StoreOptions = {}): Promise<Store> {
  const log = onQuery === undefined ? {} : { log: logger(onQuery) };
  const heard = new Heard();
  const opened = "url" in place ? await openServer(place, log, new Prepared(() => heard.isListening)) : await openEmbedded(place, log);
  try {
    await migrate(opened.db);
  } catch (error) {
    await opened.close();
    throw error;
  }
  let rest = () => {};
  if (opened.engine === "embedded") {
    await heard.listenEmbedded(opened.raw as PGlite);
    await analyzeGrown(opened.raw as PGlite);
    rest = keepAnalyzed(opened.raw as PGlite);
  } else heard.listenServer(opened.raw as pg.Pool);
  const endings: (() => Promise<void>)[] = [];
  const beforeClose = (work: () => Promise<void>) => void endings.push(work);
  const close = async () => {
    for (const end of endings.splice(0).reverse()) await end();
    rest();
    await heard.stop();
    await opened.close();
  };
  return { ...opened, now, heard, beforeClose, close };
}

type Opened = Omit<Store, "now" | "heard" | "beforeClose">;

type Logging = Pick<KyselyConfig, "log">;

const logger =
  (onQuery: (query: AskedQuery) => void): Logger =>
  ({ level, query, queryDurationMillis }) =>
    onQuery({ sql: query.sql, milliseconds: queryDurationMillis, isFailed: level === "error" });

async function openEmbedded(place: Exclude<Place, { url: string }>, log: Logging): Promise<Opened> {
  const release = "directory" in place ? lockDirectory(place.directory) : () => {};
  try {
    const raw = "pglite" in place ? place.pglite : await PGlite.create({ dataDir: join(place.directory, "postgres") });
    await raw.waitReady;
    raw.parsers[types.DATE] = asWritten;
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: raw }), ...log });
    const close = async () => {
      await db.destroy();
      if (!raw.closed) await raw.close();
      release();
    };
    return { db, engine: "embedded", raw, close };
  } catch (error) {
    release();
    throw unopened("directory" in place ? place.directory : "pglite", error);
  }
}

async function openServer(
  { url, connections = 10 }: { readonly url: string; readonly connections?: number },
  log: Logging,
  prepared: Prepared,
): Promise<Opened> {
  // One more than asked for: it listens, and answers nothing.
  const raw = new pg.Pool({
    connectionString: url,
    max: connections + 1,
    connectionTimeoutMillis: longestWait,
    types: { getTypeParser: typeParser },
  });
  // A connection that idles and is cut is replaced when the next is asked for.
  raw.on("error", () => {});
  // One that is in use tells its query, if it has one; between two queries nobody else listens.
  raw.on("connect", (client) => {
    client.on("error", () => {});
    prepared.use(client);
  });
  raw.on("acquire", (client) => prepared.handedOut(client));
  try {
    (await raw.connect()).release();
  } catch (error) {
    await raw.end();
    throw unopened(withoutPassword(url), error);
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: raw }), ...log });
  return { db, engine: "server", raw, close: () => db.destroy() };
}

function typeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>): (text: string) => unknown {
  return type === pg.types.builtins.DATE ? asWritten : pg.types.getTypeParser(type, format);
}

function unopened(where: string, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return refusal(
    "store/cannot-open",
    {
      vi: `Không mở được cơ sở dữ liệu ${where} (${why}). Hãy xem lại thư mục --data hoặc DATABASE_URL.`,
      en: `The database ${where} cannot be opened (${why}). Look at the directory --data or at DATABASE_URL again.`,
    },
    { where },
    { cause },
  );
}

function withoutPassword(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
