import type { Context } from "hono";

/** A file as an answer: saved, never opened in the page's own place, and taken for nothing but what it is said to be. */
export function attachment(c: Context, contents: string | Uint8Array, { name, type }: { readonly name: string; readonly type: string }) {
  const plain = name.normalize("NFKD").replace(/[^\w.-]+/g, "-") || "file";
  return c.body(typeof contents === "string" ? contents : new Uint8Array(contents).buffer, 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  });
}
