import { hash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { Env } from "../context.ts";

/**
 * The version of what an answer is about, for whoever changes it: an ETag begins with it, and `If-Match` is held against it. What nobody changes by
 * a PUT or PATCH of its own has none.
 */
export function versionIs(c: Context<Env>, version: string | number): void {
  c.set("version", String(version));
  if (c.req.method !== "GET") c.header("etag", `"${version}"`);
}

/**
 * Every answer to a GET says by its ETag what it is, and is not sent again to whoever names it in `If-None-Match`.
 *
 * It stands where answers are made, not behind them: one that is taken apart to be looked at costs the server more than the digest does.
 */
export const conditional: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") tagAnswers(c);
  return next();
};

type Body = string | ArrayBuffer;

function tagAnswers(c: Context<Env>): void {
  const send = c.body as (data: Body | null, status: number, headers: Record<string, string>) => Response;
  const tagged = (data: Body, headers: Record<string, string>): Response => {
    const version = c.get("version");
    const digest = hash("sha1", typeof data === "string" ? data : new Uint8Array(data), "base64url");
    const etag = version === undefined ? `"${digest}"` : `"${version}-${digest}"`;
    // Kept by who asked alone, and never shown before it is asked for again.
    const said = { etag, "cache-control": "private, no-cache", vary: "authorization, cookie" };
    return isNamed(c.req.header("if-none-match"), etag) ? send(null, 304, said) : send(data, 200, { ...said, ...headers });
  };
  c.json = ((object: unknown, status: unknown = 200, headers: Record<string, string> = {}) => {
    const text = JSON.stringify(object);
    const sent = { "content-type": "application/json", ...headers };
    return status === 200 ? tagged(text, sent) : send(text, status as number, sent);
  }) as typeof c.json;
  c.body = ((data: Body | ReadableStream | null, status: unknown = 200, headers: Record<string, string> = {}) =>
    status === 200 && (typeof data === "string" || data instanceof ArrayBuffer)
      ? tagged(data, headers)
      : send(data as null, status as number, headers)) as typeof c.body;
}

/** Whether `If-None-Match` names a tag: weakly, for nothing but the sending is in question (RFC 9110, 13.1.2). */
function isNamed(given: string | undefined, etag: string): boolean {
  if (given === undefined) return false;
  return given.trim() === "*" || given.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

const unseen = {
  name: "if-none-match",
  in: "header",
  required: false,
  schema: { type: "string" },
  description: "ETag đã có; trùng thì trả lời 304, không gửi lại / The ETag that is there already: answered by 304, and not sent again",
};
const etag = { description: "Bản này / What this is", schema: { type: "string" }, required: true };

/** Answers that begin before they are whole, and have no tag. */
const streamed = new Set(["application/jsonl", "text/event-stream"]);

interface Described {
  readonly paths?: Record<string, { get?: { parameters?: unknown[]; responses?: Record<string, { headers?: object; content?: object }> } }>;
}

/** The same said in the OpenAPI document, of every GET. */
export function describeConditional(document: object): object {
  for (const { get } of Object.values((document as Described).paths ?? {})) {
    const answer = get?.responses?.["200"];
    if (get?.responses === undefined || answer === undefined || Object.keys(answer.content ?? {}).some((type) => streamed.has(type)))
      continue;
    get.parameters = [...(get.parameters ?? []), unseen];
    answer.headers = { ...answer.headers, etag };
    get.responses["304"] = { description: "Không có gì mới / Nothing is new", headers: { etag } } as never;
  }
  return document;
}
