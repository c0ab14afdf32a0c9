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
    const isAnswered = (c.req.method === "POST" || c.req.method === "PATCH") && !/\/(?:reports|tokens|webhooks|secret)$/.test(c.req.path);
    if (key === undefined || !isAnswered) return next();
    const digest = createHash("sha256")
      .update(await c.req.raw.clone().text())
      .digest("hex");
    const request = `${c.req.method} ${c.req.path} ${c.req.header("if-match") ?? ""} ${digest}`;
    const given = await answerOnce(store, { asker: c.get("principal").user, key: key.slice(0, 200), request }, async () => {
      await next();
      const { status } = c.res;
      const body = c.error === undefined ? await c.res.clone().text() : JSON.stringify(problemOf(c.error).body);
      const [type, etag, location] = ["content-type", "etag", "location"].map((header) => c.res.headers.get(header));
      return { status, body: JSON.stringify({ body, type, etag, location }) };
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
    const {
      body,
      type,
      etag,
      location = null,
    } = JSON.parse(given.body) as Record<"type" | "etag" | "location", string | null> & { body: string };
    const headers = {
      "idempotent-replayed": "true",
      ...(type === null ? {} : { "content-type": type }),
      ...(etag === null ? {} : { etag }),
      ...(location === null ? {} : { location }),
    };
    return c.body(body, given.status as 200, headers);
  };
}
