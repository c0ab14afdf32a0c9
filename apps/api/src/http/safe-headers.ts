import type { HttpBindings } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const wanted = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    frameAncestors: ["'none'"],
  },
});

let headers: readonly (readonly [name: string, value: string])[] | undefined;

/**
 * What every answer carries so that browsers keep it apart. On a server they are put on the answer that Node writes, before anything else is: what a
 * route says for itself replaces them, and an answer that nobody touches after its route stays as cheap as a bare one.
 */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  const outgoing = (c.env as Partial<HttpBindings> | undefined)?.outgoing;
  if (outgoing === undefined) return wanted(c, next);
  headers ??= await headersOf();
  for (const [name, value] of headers) outgoing.setHeader(name, value);
  await next();
};

/** The headers themselves, asked of the library once. */
async function headersOf(): Promise<readonly (readonly [string, string])[]> {
  const app = new Hono().use(wanted).get("/", (c) => c.body(null));
  return [...(await app.request("/")).headers];
}
