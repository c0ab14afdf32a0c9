import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** The accounts of the example, and what each is for. */
export const people = {
  admin: "quan-tri@an-phu.example",
  clerk: "can-bo@an-phu.example",
  commune: "cat-vang@an-phu.example",
  district: "hoa-lac@an-phu.example",
  head: "lanh-dao@an-phu.example",
} as const;

/** The example province as it is founded: the folder of its data, which no server holds open, and the passwords of its accounts. */
export interface Founded {
  readonly folder: string;
  readonly passwords: Readonly<Record<string, string>>;
}

/**
 * Founds the example province, once for all tests.
 *
 * @param pages the folder of the pages, built
 */
export async function found(pages: string): Promise<Founded> {
  const folder = mkdtempSync(join(tmpdir(), "khop-founded-"));
  const { server, said } = await start(pages, folder, people.head, {});
  if (!said.includes(people.head)) throw new Error(`The example was not founded:\n${said}`);
  await end(server);
  return {
    folder,
    passwords: Object.fromEntries([...said.matchAll(/^(\S+@\S+) {2}(\S+)/gm)].map(([, email = "", password = ""]) => [email, password])),
  };
}

/** A real server over PGlite with the example province of its own, in a process of its own. */
export class Office {
  readonly address: string;
  readonly #passwords: Map<string, string>;
  readonly #server: ChildProcess;
  readonly #folder: string;

  private constructor(address: string, passwords: Map<string, string>, server: ChildProcess, folder: string) {
    this.address = address;
    this.#passwords = passwords;
    this.#server = server;
    this.#folder = folder;
  }

  /**
   * @param pages the folder of the pages, built
   * @param founded what it begins with
   * @param settings of the server, as its environment gives them
   */
  static async open(pages: string, founded: Founded, settings: Readonly<Record<string, string>> = {}): Promise<Office> {
    const folder = mkdtempSync(join(tmpdir(), "khop-office-"));
    cpSync(founded.folder, folder, { recursive: true });
    const { server, said } = await start(pages, folder, "http://127.0.0.1", settings);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (address === undefined) throw new Error(`The server did not start:\n${said}`);
    return new Office(address, new Map(Object.entries(founded.passwords)), server, folder);
  }

  password(email: string): string {
    return this.#passwords.get(email) ?? "";
  }

  /** Somebody more, with one role. */
  async add(email: string, role: string, orgUnit: string): Promise<void> {
    const headers = { "content-type": "application/json", origin: this.address };
    const admin = { email: people.admin, password: this.password(people.admin) };
    const signedIn = await fetch(`${this.address}/api/auth/sign-in/email`, { method: "POST", headers, body: JSON.stringify(admin) });
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const account = { name: email.split("@")[0], password: "mật khẩu đủ dài" };
    const body = JSON.stringify({ roles: [{ role, orgUnit }], account });
    const path = `${this.address}/api/v1/provinces/an-phu/roles/${encodeURIComponent(email)}`;
    const put = await fetch(path, { method: "PUT", headers: { ...headers, cookie }, body });
    if (!put.ok) throw new Error(`${email} was not added: ${await put.text()}`);
    this.#passwords.set(email, account.password);
  }

  async close(): Promise<void> {
    await end(this.#server);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Starts a server over a folder; gives what it said of itself until it named what is waited for. */
async function start(
  pages: string,
  folder: string,
  awaited: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ server: ChildProcess; said: string }> {
  const main = join(root, "apps/api/src/main.ts");
  const words = ["--conditions=@khop/source", main, "--port", "0", "--data", folder, "--example", "--web", pages];
  // As it runs outside of tests, where the sign-in would leave out some of its checks.
  const { NODE_ENV: _, TEST: __, VITEST: ___, ...env } = process.env;
  const server = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"], env: { ...env, ...settings } });
  let said = "";
  for await (const chunk of server.stderr) {
    said += String(chunk);
    if (said.includes(awaited) && said.endsWith("\n")) break;
  }
  return { server, said };
}

async function end(server: ChildProcess): Promise<void> {
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
}
