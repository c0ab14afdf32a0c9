import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** Headers that pages want: under "headers" for every file, under a file's address for it alone. */
type PageHeaders = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The web pages: files of a folder, each with the headers that the folder's headers.json asks for; an address that is no file is
 * that of the page with its name, or else the first page's own to understand.
 */
export function webPages(folder: string): Hono {
  const list = join(folder, "headers.json");
  const wanted: PageHeaders = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : {};
  const pages = new Hono();
  pages.use("/*", async (c, next) => {
    await next();
    for (const [name, value] of Object.entries({ ...wanted.headers, ...wanted[c.req.path] })) c.res.headers.set(name, value);
  });
  pages.use("/*", serveStatic({ root: folder }));
  pages.get("*", serveStatic({ root: folder, rewriteRequestPath: (path) => `${path}.html` }));
  pages.get("*", serveStatic({ path: join(folder, "index.html") }));
  return pages;
}
