import { createHash, randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Store } from "../database/open.ts";
import { grantIn, type RoleGrant, type RoleRow } from "./roles.ts";

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

/** Who shows a token: whose it is, what for, all that they are, and how far the units of their provinces have changed. */
export interface TokenOwner extends Pick<Token, "user" | "scopes"> {
  readonly grants: readonly RoleGrant[];
  /** By province; `readOrgUnits` takes them, and asks no more. */
  readonly orgUnitVersions: Readonly<Record<string, string>>;
}

/** The owner of a token; undefined for one that is not known, has ended or was revoked. */
export async function tokenOwner(store: Store, secret: string): Promise<TokenOwner | undefined> {
  const hash = hashOf(secret);
  const row = await store.heard.get(`token|${hash}`, () => ownerRow(store, hash));
  if (row === undefined || row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= store.now())) return undefined;
  return { user: row.user_id, scopes: row.scopes, grants: row.roles.map(grantIn), orgUnitVersions: row.versions };
}

async function ownerRow(store: Store, hash: string): Promise<OwnerRow | undefined> {
  const { rows } = await sql<OwnerRow>`
    select user_id, scopes, expires_at, revoked_at,
      (select coalesce(jsonb_agg(granted order by granted.org_unit, granted.role), '[]') from role as granted
        where granted.user_id = token.user_id) as roles,
      (select coalesce(jsonb_object_agg(province, version::text), '{}') from org_unit_version
        where province in (select granted.province from role as granted where granted.user_id = token.user_id)) as versions
    from token where province = '' and hash = ${hash}`.execute(store.db);
  return rows[0];
}

interface OwnerRow {
  readonly user_id: string;
  readonly scopes: string[];
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly roles: readonly RoleRow[];
  readonly versions: Readonly<Record<string, string>>;
}

/** The tokens of a user that were not revoked. */
export async function readTokens(store: Pick<Store, "db">, user: string): Promise<readonly Token[]> {
  const rows = await store.db
    .selectFrom("token")
    .selectAll()
    .where("province", "=", "")
    .where("user_id", "=", user)
    .where("revoked_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
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
    .where("province", "=", "")
    .where("user_id", "=", user)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
