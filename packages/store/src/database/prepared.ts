import type pg from "pg";

/** How often a text is asked before it is kept ready, how many are, and how many are counted. */
const OFTEN = 3;
const MOST = 200;
const COUNTED = 5000;

/** A name that nobody prepared here, that somebody else did, and a plan that no longer fits its table. */
const LOST: ReadonlySet<string | undefined> = new Set(["26000", "42P05", "0A000"]);

/**
 * Texts that are asked again and again are parsed and planned once for each connection: half of what a short question costs a server.
 *
 * Only where the connection is a session of its own from begin to end; behind a pooler that hands sessions round, a name would mean nothing, or something else.
 */
export class Prepared {
  readonly #isSession: () => boolean;
  readonly #times = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #prefix = `khop_${crypto.randomUUID().slice(0, 8)}`;
  readonly #told = new WeakSet<pg.PoolClient>();
  #isLost = false;

  /** @param isSession whether connections are sessions of their own, asked at every question */
  constructor(isSession: () => boolean) {
    this.#isSession = isSession;
  }

  /**
   * Tells a connection that is handed out, the first time, that a page costs what it costs in memory.
   *
   * With a disk's price the planner holds a plan for any period dearer than one made anew at every question, though making it is what takes long.
   */
  handedOut(client: pg.PoolClient): void {
    if (this.#told.has(client) || !this.#isSession()) return;
    this.#told.add(client);
    client.query("set random_page_cost = 1.1").catch(() => {});
  }

  /** Has a new connection ask by name what comes often. */
  use(client: pg.PoolClient): void {
    const ask = client.query.bind(client) as (...words: readonly unknown[]) => unknown;
    const query = (...words: readonly unknown[]): unknown => {
      const [text, values] = words;
      const name = words.length === 2 && typeof text === "string" && Array.isArray(values) ? this.#nameOf(text, values) : undefined;
      if (name === undefined) return ask(...words);
      return (ask({ name, text, values }) as Promise<unknown>).catch(async (error: { readonly code?: string }) => {
        if (!LOST.has(error.code)) throw error;
        this.#isLost = true;
        // Nothing was done yet. In a transaction nothing can be done any more, and it is told what failed it.
        return (ask(text, values) as Promise<unknown>).catch(() => {
          throw error;
        });
      });
    };
    Object.assign(client, { query });
  }

  #nameOf(text: string, values: readonly unknown[]): string | undefined {
    if (this.#isLost || values.length === 0 || !this.#isSession()) return undefined;
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST) return known;
    const times = (this.#times.get(text) ?? 0) + 1;
    if (this.#times.size >= COUNTED) this.#times.clear();
    this.#times.set(text, times);
    if (times < OFTEN) return undefined;
    const name = `${this.#prefix}_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
