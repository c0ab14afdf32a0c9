import { readRolesOf, tokenOwner } from "@khop/store";
import type { MiddlewareHandler } from "hono";
import type { Env, Principal, Services } from "../context.ts";
import { refused } from "../http/refuse.ts";
import type { Scope } from "./authorise.ts";

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Finds out who asks, by a token or by the cookie of a session, and lets nobody else through. */
export function identify({ store, accounts, perUser }: Services): MiddlewareHandler<Env> {
  return async (c, next) => {
    const bearer = /^Bearer (khop_\S+)$/.exec(c.req.header("authorization") ?? "")?.[1];
    const found = bearer === undefined ? await bySession(c.req.raw.headers) : await byToken(bearer);
    if (found === undefined) {
      throw refused(
        "api/not-signed-in",
        "Hãy đăng nhập, hoặc gửi kèm mã truy cập (Authorization: Bearer …).",
        "Sign in, or send a token (Authorization: Bearer …).",
        {},
      );
    }
    perUser.count(found.user, store.now());
    if (bearer === undefined && unsafe.has(c.req.method)) sameOrigin(c.req.header("origin"), c.req.header("host"));
    c.set("principal", found);
    await next();
  };

  async function byToken(secret: string): Promise<Principal | undefined> {
    const owner = await tokenOwner(store, secret);
    return owner === undefined ? undefined : { ...owner, scopes: owner.scopes as readonly Scope[] };
  }

  async function bySession(headers: Headers): Promise<Principal | undefined> {
    const user = await accounts.signedIn(headers);
    return user === undefined ? undefined : { user, grants: await readRolesOf(store, user) };
  }
}

/** A browser says which page asks; another's page must not act with our cookie. */
function sameOrigin(origin: string | undefined, host: string | undefined): void {
  if (origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw refused("api/other-origin", "Yêu cầu đến từ một trang khác.", "The request comes from another site's page.", { origin });
}
