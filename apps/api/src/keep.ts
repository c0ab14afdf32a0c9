import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { backUp, openStore, type Place, restore } from "@khop/store";
import { openAccounts } from "./access/accounts.ts";

/** Accounts and their passwords' hashes; sessions end with a restoration. */
const also = ["user", "account"];

/** Writes everything that a store holds to a file; what is half written is taken away. */
export async function backUpTo(place: Place, file: string): Promise<void> {
  const store = await openStore(place);
  const half = `${file}.part`;
  try {
    await openAccounts(store, { baseURL: "http://localhost", secure: false });
    await pipeline(Readable.from(ended(backUp(store, { also }))), createWriteStream(half, { flags: "w", mode: 0o600 }));
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
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
