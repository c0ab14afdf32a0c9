import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

export interface Serving {
  readonly address: string;
  readonly server: Server;
}

/** Serves built pages on this machine, with the headers that the build asks for; an address is a file, a page of its name, or the first page. */
export async function serve(folder: string): Promise<Serving> {
  const said = JSON.parse(readFileSync(join(folder, "headers.json"), "utf8"));
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const files = path === "/" ? [] : [path, `${path}.html`];
    const file = join(folder, files.find((one) => existsSync(join(folder, one))) ?? "index.html");
    response.writeHead(200, { ...said.headers, ...said[path], "Content-Type": types[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
