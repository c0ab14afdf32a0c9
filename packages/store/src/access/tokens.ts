import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Store } from "../database/open.ts";

/** What a program may use in a user's name. */
export interface Token {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** Only what a token hashes to is kept: who reads the database cannot use it. */
const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Makes a token; its secret is shown this once. */
export async function issueToken(
  store: Store,
  {
    user,
    name,
    scopes,
    expiresAt,
  }: { readonly user: string; readonly name: string; readonly scopes: readonly string[]; readonly expiresAt?: Date },
): Promise<Token & { readonly secret: string }> {
  const secret = `khop_${randomBytes(32).toString("base64url")}`;
  const token = { id: randomUUID(), user, name, scopes, createdAt: store.now(), expiresAt: expiresAt ?? null };
  await store.db
    .insertInto("token")
    .values({
      id: token.id,
      user_id: user,
      name,
      hash: hashOf(secret),
      scopes: [...scopes],
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      revoked_at: null,
    })
    .execute();
  return { ...token, secret };
}

/** Whose a token is, and what for; undefined for one that is not known, has ended or was revoked. */
export async function tokenOwner(store: Store, secret: string): Promise<Pick<Token, "user" | "scopes"> | undefined> {
  const row = await store.db.selectFrom("token").selectAll().where("hash", "=", hashOf(secret)).executeTakeFirst();
  if (row === undefined || row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= store.now())) return undefined;
  return { user: row.user_id, scopes: row.scopes };
}

/** The tokens of a user that were not revoked. */
export async function readTokens(store: Pick<Store, "db">, user: string): Promise<readonly Token[]> {
  const rows = await store.db
    .selectFrom("token")
    .selectAll()
    .where("user_id", "=", user)
    .where("revoked_at", "is", null)
    .orderBy("created_at")
    .execute();
  return rows.map(({ id, user_id, name, scopes, created_at, expires_at }) => ({
    id,
    user: user_id,
    name,
    scopes,
    createdAt: created_at,
    expiresAt: expires_at,
  }));
}

/** Ends a token of a user; false where there is none of that id. */
export async function revokeToken(store: Store, user: string, id: string): Promise<boolean> {
  const done = await store.db
    .updateTable("token")
    .set({ revoked_at: store.now() })
    .where("user_id", "=", user)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
