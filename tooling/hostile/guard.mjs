// Loaded before khop: whoever reaches for the network, or starts another program, is told of on standard error and ends at once.
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import { writeSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import process from "node:process";
import tls from "node:tls";

const refused = (name) => () => {
  writeSync(2, `GUARD: ${name}\n`);
  process.exit(99);
};

for (const [of, names] of [
  [net, ["connect", "createConnection", "createServer"]],
  [net.Socket.prototype, ["connect"]],
  [tls, ["connect"]],
  [http, ["request", "get", "createServer"]],
  [https, ["request", "get"]],
  [dgram, ["createSocket"]],
  [dns, ["lookup", "resolve"]],
  [childProcess, ["spawn", "spawnSync", "exec", "execFile", "execSync", "execFileSync", "fork"]],
  [globalThis, ["fetch", "WebSocket"]],
])
  for (const name of names) of[name] = refused(name);
syncBuiltinESMExports();
