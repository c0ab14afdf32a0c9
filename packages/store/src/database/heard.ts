import type { PGlite } from "@electric-sql/pglite";
import type pg from "pg";

/** What the database says on when a role, a token or a unit changes. */
const channel = "khop_heard";

/** So many answers are kept, each so long; both only bound what is kept, the database says when it is old. */
const most = 20_000;
const longest = 60_000;

/** When a line that was cut is tried again, and how long a word that was sent to oneself may take. */
const pause = 1000;

/**
 * Answers that stay good until the database says that they may be old: who somebody is, which units there are. Every request asks for them.
 *
 * While nothing is heard, because the line is cut or something between does not pass words on, nothing is kept.
 */
export class Heard {
  #kept = new Map<string, { readonly value: unknown; readonly until: number }>();
  #times = 0;
  #isListening = false;
  #stop: () => Promise<void> = async () => {};

  /** The answer that is kept, or one that is asked for now. */
  async get<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const before = this.#kept.get(name);
    if (before !== undefined && before.until > performance.now()) return before.value as T;
    // What was said while it was asked for makes it old before it is known.
    const times = this.#times;
    const value = await ask();
    if (!this.#isListening || times !== this.#times) return value;
    if (this.#kept.size >= most) this.#kept.clear();
    this.#kept.set(name, { value, until: performance.now() + longest });
    return value;
  }

  /** Whether words arrive; to a server, that connections are sessions of their own. */
  get isListening(): boolean {
    return this.#isListening;
  }

  /** Forgets everything that is kept. */
  forget(): void {
    this.#times += 1;
    this.#kept.clear();
  }

  async listenEmbedded(database: PGlite): Promise<void> {
    const end = await database.listen(channel, () => this.forget());
    this.#isListening = true;
    this.#stop = async () => {
      this.#isListening = false;
      this.forget();
      if (!database.closed) await end();
    };
  }

  /** Listens on a connection of its own, and again when that was cut. */
  listenServer(pool: pg.Pool): void {
    let isEnded = false;
    let client: pg.PoolClient | undefined;
    let timer: NodeJS.Timeout | undefined;
    /** Lets go of the connection, once: whatever ends it first, nobody else gives it back again or opens a second one. */
    const leave = (mine: pg.PoolClient | undefined) => {
      if (client !== mine) return;
      client = undefined;
      this.#isListening = false;
      this.forget();
      mine?.release(true);
      if (!isEnded) timer = setTimeout(() => void listen(), pause).unref();
    };
    const listen = async (): Promise<void> => {
      let mine: pg.PoolClient | undefined;
      try {
        const connected = await pool.connect();
        if (isEnded) return connected.release(true);
        mine = client = connected;
        connected.on("error", () => leave(connected)).on("end", () => leave(connected));
        connected.on("notification", ({ payload }) => {
          // A word to oneself shows that words arrive.
          if (payload === this.#word) this.#isListening = true;
          this.forget();
        });
        await connected.query(`listen ${channel}`);
        await pool.query("select pg_notify($1, $2)", [channel, this.#word]);
      } catch {
        leave(mine);
      }
    };
    void listen();
    this.#stop = async () => {
      isEnded = true;
      clearTimeout(timer);
      leave(client);
    };
  }

  readonly #word = crypto.randomUUID();

  stop(): Promise<void> {
    return this.#stop();
  }
}
