import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@khop/store/testing";
import { afterAll, describe, expect, it } from "vitest";
import { killServing } from "./killing-testing.ts";

const folder = mkdtempSync(join(tmpdir(), "khop-serving-killed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// With those of the store twenty in all; `pnpm soak` kills two hundred times.
describe("a server that is killed while several write, send and approve", () => {
  it("loses nothing that it acknowledged, with an embedded database", { timeout: 300_000 }, async () => {
    const { acknowledged, faults } = await killServing({ directory: join(folder, "data") }, 4);
    expect([faults, acknowledged > 20]).toEqual([[], true]);
  });

  it("loses nothing that it acknowledged, with PostgreSQL", { timeout: 300_000 }, async ({ skip }) => {
    const server = await startPostgres();
    if ("notRun" in server) return skip(server.notRun);
    const { acknowledged, faults } = await killServing({ url: await server.newDatabase() }, 4);
    await server.stop();
    expect([faults, acknowledged > 20]).toEqual([[], true]);
  });
});
