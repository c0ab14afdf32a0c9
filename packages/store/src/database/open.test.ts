import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { period, quantity } from "@khop/core";
import { sql } from "kysely";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openStore, putOrgUnits, readFacts, type Store, writeFacts } from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { lockDirectory } from "./lock.ts";

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "khop-store-"));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("a directory", () => {
  it("is one process's, and the other hears whose and what to do", () => {
    const folder = newFolder();
    const release = lockDirectory(folder);
    expect(() => lockDirectory(folder)).toThrow(
      `Thư mục dữ liệu ${folder} đang được tiến trình ${process.pid} dùng. Hãy dừng tiến trình đó, chọn thư mục khác bằng --data, hoặc dùng PostgreSQL bằng DATABASE_URL để nhiều tiến trình chạy cùng lúc. / The data directory ${folder} is in use by process ${process.pid}. Stop that process, choose another directory with --data, or use PostgreSQL by DATABASE_URL so that several processes can run.`,
    );
    release();
    lockDirectory(folder)();
  });

  it.each([
    // what a lock says                                   text
    ["a process that is no more",                         JSON.stringify({ process: 4_194_301, began: null })],
    ["a process whose number another has by now",         JSON.stringify({ process: process.pid, began: "1" })],
    ["nothing, for its writer was killed",                ""],
  ])("is taken over from %s", (_, text) => {
    const folder = newFolder();
    writeFileSync(join(folder, "khop.lock"), text);
    const release = lockDirectory(folder);
    expect(() => lockDirectory(folder)).toThrow("đang được tiến trình");
    release();
  });

  it("opens again after its process was killed, with all that was acknowledged", { timeout: 120_000 }, async () => {
    const folder = newFolder();
    const program = `
      import { openStore, putOrgUnits, writeFacts } from "@khop/store";
      import { period, quantity } from "@khop/core";
      const store = await openStore({ directory: ${JSON.stringify(folder)} });
      const acting = { province: "p", by: "lan" };
      await putOrgUnits(store, acting, [{ id: "p", name: "tỉnh P", level: "province", parent: null, validFrom: null, validTo: null }]);
      await writeFacts(store, acting, [{ fact: { indicator: "dossiers", orgUnit: "p", period: period("2024-M10"), quantity: quantity({ value: "7" }) } }]);
      console.log("written");
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ["--conditions=@khop/source", "--disable-warning=ExperimentalWarning", "--input-type=module-typescript", "-e", program], {
      cwd: join(import.meta.dirname, "../.."), stdio: ["ignore", "pipe", "inherit"],
    });
    await once(other.stdout, "data");
    await expect(openStore({ directory: folder })).rejects.toMatchObject({ code: "store/directory-in-use", info: { process: other.pid } });
    other.kill("SIGKILL");
    await once(other, "exit");
    const store = await openStore({ directory: folder });
    expect((await readFacts(store, { province: "p" })).map(({ quantity }) => String(quantity))).toEqual(["7"]);
    await store.close();
    await (await openStore({ directory: folder })).close();
  });
});

it("knows how full its tables are when it is opened again, which an embedded database does not find out by itself", async () => {
  const folder = newFolder();
  const store = await openStore({ directory: folder });
  const acting = { province: "p", by: "lan" };
  await putOrgUnits(store, acting, [{ id: "p", name: "tỉnh P", level: "province", parent: null, validFrom: null, validTo: null }]);
  await writeFacts(store, acting, Array.from({ length: 3000 }, (_, i) => ({ fact: { indicator: `i${i}`, orgUnit: "p", period: period("2024-M10"), quantity: quantity({ value: String(i) }) } })));
  const rows = (one: Store) => sql<{ rows: number }>`select reltuples as rows from pg_class where relname = 'fact_2024_m10'`.execute(one.db);
  expect((await rows(store)).rows[0]?.rows).toBe(-1);
  await store.close();
  const again = await openStore({ directory: folder });
  expect((await rows(again)).rows[0]?.rows).toBe(3000);
  await again.close();
});

it("says of a server that is not there which one, without its password", async () => {
  const opening = openStore({ url: "postgres://lan:secret@127.0.0.1:1/khop" });
  await expect(opening).rejects.toMatchObject({ code: "store/cannot-open", info: { where: "127.0.0.1:1/khop" } });
  await expect(opening).rejects.not.toThrow("secret");
});

await onBoth({ describe, afterAll }, "opening", (database) => {
  it("refuses what a newer version wrote, and changes nothing", async () => {
    const store = await database.newStore();
    await sql`insert into khop_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(store.db);
    const place = store.engine === "embedded" ? { pglite: store.raw as never } : { url: database.addressOf(store) };
    await expect(openStore(place)).rejects.toThrow(/phiên bản mới hơn.*9999-later.*newer version/);
  });

  it("finds on opening again what was written", async () => {
    const store = await database.newStore();
    const acting = { province: "p", by: "lan" };
    await putOrgUnits(store, acting, [{ id: "p", name: "tỉnh P", level: "province", parent: null, validFrom: null, validTo: null }]);
    await writeFacts(store, acting, [{ fact: { indicator: "dossiers", orgUnit: "p", period: period("2024-M10"), quantity: null } }]);
    const again = await openStore(store.engine === "embedded" ? { pglite: store.raw as never } : { url: database.addressOf(store) });
    expect(await readFacts(again, { province: "p" })).toHaveLength(1);
    if (again.engine === "server") await again.close();
  });
});
