import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./repository.ts";

/** A server with the example province, and how a program asks it; it ends with `stop`. */
export async function exampleServer(): Promise<{ readonly env: Readonly<Record<string, string>>; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "khop-example-"));
  const words = ["--conditions=@khop/source", join(root, "apps/api/src/main.ts"), "--port", "0", "--data", folder, "--example"];
  const server = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const stop = () => {
    server.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    server.kill("SIGTERM");
  };
  try {
    let said = "";
    for await (const chunk of server.stderr) {
      said += String(chunk);
      if (/lanh-dao@\S+ {2}\S+/.test(said)) break;
    }
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? "";
    // Who enters the figures may send them too.
    const [, email, password] = /(can-bo@\S+) {2}(\S+)/.exec(said) ?? [];
    const send = async (path: string, body: object, headers: Readonly<Record<string, string>>) =>
      fetch(`${address}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: address, ...headers },
        body: JSON.stringify(body),
      });
    const signedIn = await send("/api/auth/sign-in/email", { email, password }, {});
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const made = await send("/api/v1/tokens", { name: "example", scopes: ["read", "enter"] }, { cookie });
    const { secret } = (await made.json()) as { secret: string };
    return { env: { KHOP_ADDRESS: address, KHOP_TOKEN: secret }, stop };
  } catch (error) {
    stop();
    throw error;
  }
}
