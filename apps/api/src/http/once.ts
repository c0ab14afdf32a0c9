import { createHash } from "node:crypto";
import { answerOnce } from "@khop/store";
import type { MiddlewareHandler } from "hono";
import type { Env, Services } from "../context.ts";
import { problemOf } from "./problem.ts";
import { refused } from "./refuse.ts";

/** A request with an `Idempotency-Key` is done once: sent again, after a line was cut, it gets the same answer. What is no JSON, or holds a secret, is not kept. */
export function once({ store }: Services): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = c.req.header("idempotency-key");
    const isAnswered = (c.req.method === "POST" || c.req.method === "PATCH") && !/\/(?:reports|tokens)$/.test(c.req.path);
    if (key === undefined || !isAnswered) return next();
    const digest = createHash("sha256")
      .update(await c.req.raw.clone().text())
      .digest("hex");
    const request = `${c.req.method} ${c.req.path} ${c.req.header("if-match") ?? ""} ${digest}`;
    const given = await answerOnce(store, { asker: c.get("principal").user, key: key.slice(0, 200), request }, async () => {
      await next();
      const { status } = c.res;
      const body = c.error === undefined ? await c.res.clone().text() : JSON.stringify(problemOf(c.error).body);
      return { status, body: JSON.stringify({ body, type: c.res.headers.get("content-type"), etag: c.res.headers.get("etag") }) };
    });
    if (given === "busy") throw refused("api/busy", "Yêu cầu này đang được xử lý.", "This request is being answered just now.", { key });
    if (given === "other")
      throw refused(
        "api/key-reused",
        "Idempotency-Key này đã dùng cho một yêu cầu khác.",
        "This Idempotency-Key was used for another request.",
        { key },
      );
    if (!given.again) return undefined;
    const { body, type, etag } = JSON.parse(given.body) as { body: string; type: string | null; etag: string | null };
    const headers = {
      "idempotent-replayed": "true",
      ...(type === null ? {} : { "content-type": type }),
      ...(etag === null ? {} : { etag }),
    };
    return c.body(body, given.status as 200, headers);
  };
}
