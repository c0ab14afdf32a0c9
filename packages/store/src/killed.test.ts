import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startPostgres } from "./testing/index.ts";
import { killProcesses, killServers } from "./testing/killing.ts";

const folder = mkdtempSync(join(tmpdir(), "khop-killed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Twenty in all with those of the server over HTTP (apps/api). `pnpm soak` kills two hundred.
describe("killed in the middle of writing", () => {
  it("a process with an embedded database loses nothing that it acknowledged", { timeout: 300_000 }, async () => {
    const { acknowledged, faults } = await killProcesses(join(folder, "data"), 4);
    expect([faults, acknowledged > 0]).toEqual([[], true]);
  });

  it("a PostgreSQL server loses nothing, and the store goes on when it is there again", { timeout: 300_000 }, async ({ skip }) => {
    const server = await startPostgres();
    if ("notRun" in server) return skip(server.notRun);
    const { acknowledged, faults } = await killServers(server, 8);
    await server.stop();
    expect([faults, acknowledged > 0]).toEqual([[], true]);
  });
});
