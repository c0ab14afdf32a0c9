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
    const deaf = () => {
      this.#isListening = false;
      this.forget();
    };
    const listen = async (): Promise<void> => {
      try {
        const mine = await pool.connect();
        client = mine;
        const cut = () => {
          if (client !== mine) return;
          client = undefined;
          deaf();
          mine.release(true);
          again();
        };
        mine.on("error", cut).on("end", cut);
        mine.on("notification", ({ payload }) => {
          // A word to oneself shows that words arrive.
          if (payload === this.#word) this.#isListening = true;
          this.forget();
        });
        await mine.query(`listen ${channel}`);
        await pool.query("select pg_notify($1, $2)", [channel, this.#word]);
      } catch {
        deaf();
        again();
      }
    };
    const again = () => {
      if (isEnded) return;
      timer = setTimeout(() => void listen(), pause);
      timer.unref();
    };
    void listen();
    this.#stop = async () => {
      isEnded = true;
      clearTimeout(timer);
      const mine = client;
      client = undefined;
      deaf();
      mine?.release(true);
    };
  }

  readonly #word = crypto.randomUUID();

  stop(): Promise<void> {
    return this.#stop();
  }
}
