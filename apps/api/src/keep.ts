import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type AuditReport, backUp, openStore, type Place, readProvinces, restore, type Store, verifyAudit } from "@khop/store";
import { accountTables, openAccounts } from "./access/accounts.ts";

const also = accountTables;

/** Writes everything that a store holds to a file; what is half written is taken away. */
export async function backUpTo(place: Place, file: string): Promise<void> {
  const store = await openStore(place);
  try {
    await openAccounts(store, { baseURL: "http://localhost", secure: false });
    await writeBackup(store, file);
  } finally {
    await store.close();
  }
}

/** The same of a store that is open, with its accounts. */
export async function writeBackup(store: Store, file: string): Promise<void> {
  const half = `${file}.part`;
  try {
    await pipeline(Readable.from(ended(backUp(store, { also }))), createWriteStream(half, { flags: "w", mode: 0o600 }));
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/** The audit trail of every province, worked out again; of one, held against a seal that was kept elsewhere. */
export async function verifyAll(
  place: Place,
  { province, seal }: { readonly province?: string; readonly seal?: string },
): Promise<readonly (AuditReport & { readonly province: string })[]> {
  const store = await openStore(place);
  try {
    const reports: (AuditReport & { readonly province: string })[] = [];
    for (const one of province === undefined ? await readProvinces(store) : [province])
      reports.push({ province: one, ...(await verifyAudit(store, one, seal === undefined ? {} : { seal })) });
    return reports;
  } finally {
    await store.close();
  }
}

/** Fills an empty store from such a file. */
export async function restoreFrom(place: Place, file: string): Promise<number> {
  const store = await openStore(place);
  try {
    await openAccounts(store, { baseURL: "http://localhost", secure: false });
    const lines = () => createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
    return (await restore(store, lines, { also })).rows;
  } finally {
    await store.close();
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
