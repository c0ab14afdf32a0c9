import { randomBytes } from "node:crypto";
import { type Store, setting } from "@khop/store";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";

/** Accounts, passwords and sessions. */
export interface Accounts {
  /** Answers everything under /api/auth. */
  handle(request: Request): Promise<Response>;
  /** The e-mail of whose session a request is; undefined without one. */
  signedIn(headers: Headers): Promise<string | undefined>;
  /** Makes an account; nobody can make one for themselves. */
  add(account: { readonly email: string; readonly name: string; readonly password: string }): Promise<void>;
  has(email: string): Promise<boolean>;
}

const leastPassword = 12;

function ownOrigin(headers: Headers | undefined): string[] {
  const origin = headers?.get("origin") ?? "";
  return URL.canParse(origin) && new URL(origin).host === headers?.get("host") ? [origin] : [];
}

/** Tables of accounts that a backup takes, in the order in which they are to be filled; sessions end with a restoration. */
export const accountTables = ["user", "account", "twoFactor"];

/** A provider of OpenID Connect that people sign in at. */
export interface SignInElsewhere {
  /** Its address, under which `/.well-known/openid-configuration` is. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in page calls it. */
  readonly name: string;
}

/** How it is called in addresses: `/api/auth/callback/sso` is where it sends people back to. */
const elsewhere = "sso";

/** Accounts in the store's own database, its tables made when they are not there. Sessions are cookies that no script can read. */
export async function openAccounts(
  store: Store,
  { baseURL, secure, sso }: { readonly baseURL: string; readonly secure: boolean; readonly sso?: SignInElsewhere },
): Promise<Accounts> {
  const auth = betterAuth({
    database: { db: store.db as never, type: "postgres" },
    secret: await setting(store, "session-secret", () => randomBytes(48).toString("base64url")),
    baseURL,
    basePath: "/api/auth",
    // A machine has several names (localhost, 127.0.0.1): pages that come from the very name that is asked are ours.
    trustedOrigins: (request) => ownOrigin(request?.headers),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: leastPassword },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    // Said outright: by itself it looks away under a test.
    advanced: { disableOriginCheck: false, useSecureCookies: secure, defaultCookieAttributes: { httpOnly: true, sameSite: "strict" } },
    // A code of an authenticator app, or one of ten that are used once; after ten wrong ones in a row the account waits a quarter of an hour.
    plugins: [twoFactor({ issuer: "Khớp" }), ...(sso === undefined ? [] : [genericOAuth({ config: [providerOf(sso)] })])],
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  const context = await auth.$context;
  return {
    handle: (request) => auth.handler(request),
    signedIn: async (headers) => (await auth.api.getSession({ headers }))?.user.email,
    add: async ({ email, name, password }) => {
      const user = await context.internalAdapter.createUser({ email: email.toLowerCase(), name, emailVerified: true }, { method: "admin" });
      const hash = await context.password.hash(password);
      await context.internalAdapter.linkAccount({ userId: user.id, providerId: "credential", accountId: user.id, password: hash });
    },
    has: async (email) => (await context.internalAdapter.findUserByEmail(email.toLowerCase())) !== null,
  };
}

/** Who signs in elsewhere is somebody here by an address that the provider has verified; nobody becomes somebody by it. */
const providerOf = ({ issuer, clientId, clientSecret }: SignInElsewhere) => ({
  providerId: elsewhere,
  clientId,
  clientSecret,
  discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  requireIdTokenVerification: true,
  scopes: ["openid", "email", "profile"],
  disableSignUp: true,
});
