// pnpm soak [--kills N]: a store killed again and again while it is written to, on both databases; half of the kills each.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@khop/store/testing";
import { type Killed, killProcesses, killServers } from "../../packages/store/src/testing/killing.ts";

const { kills } = parseArgs({ options: { kills: { type: "string", default: "200" } } }).values;
const half = Math.ceil(Number(kills) / 2);

function tell(what: string, { kills: times, acknowledged, slowest, faults }: Killed): void {
  console.log(
    `${what}: ${times} kills, ${acknowledged} writes acknowledged, ${faults.length} faults, there again after ${Math.round(slowest)} ms at most`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), "khop-soak-"));
tell("a process with PGlite", await killProcesses(join(folder, "data"), half));
rmSync(folder, { recursive: true, force: true });

const server = await startPostgres();
if ("notRun" in server) console.log(`PostgreSQL was not killed: ${server.notRun}`);
else {
  tell("a PostgreSQL server", await killServers(server, half));
  await server.stop();
}
