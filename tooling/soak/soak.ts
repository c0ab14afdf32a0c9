// pnpm soak [--kills N]: a store, and the server itself under several who write over HTTP, killed again and again on both databases; a quarter of the kills each.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@khop/store/testing";
import { killServing } from "../../apps/api/src/killing-testing.ts";
import { type Killed, killProcesses, killServers } from "../../packages/store/src/testing/killing.ts";

const { kills } = parseArgs({ options: { kills: { type: "string", default: "200" } } }).values;
const each = Math.ceil(Number(kills) / 4);

function tell(what: string, { kills: times, acknowledged, slowest, faults }: Killed): void {
  console.log(
    `${what}: ${times} kills, ${acknowledged} writes acknowledged, ${faults.length} faults, there again after ${Math.round(slowest)} ms at most`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), "khop-soak-"));
tell("a process with PGlite", await killProcesses(join(folder, "store"), each));
tell("khop serve with PGlite", await killServing({ directory: join(folder, "serving") }, each));
rmSync(folder, { recursive: true, force: true });

const server = await startPostgres();
if ("notRun" in server) console.log(`PostgreSQL was not killed: ${server.notRun}`);
else {
  tell("a PostgreSQL server", await killServers(server, each));
  tell("khop serve with PostgreSQL", await killServing({ url: await server.newDatabase() }, each));
  await server.stop();
}
