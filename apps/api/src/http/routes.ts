import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Env } from "../context.ts";
import { problemSchema } from "./problem.ts";
import { refused } from "./refuse.ts";

/** A part of the API. What does not fit its schema is refused before it is looked at. */
export const newRoutes = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const issues = result.error.issues.map(({ path, message }) => ({ place: path.join("."), message }));
      const list = issues.map(({ place, message }) => `${place || "."}: ${message}`).join("; ");
      throw refused("api/bad-request", `Yêu cầu không đúng: ${list}.`, `The request is not as it should be: ${list}.`, { issues });
    },
  });

const problem = { content: { "application/problem+json": { schema: problemSchema } } };

/** The refusals that any route can give. */
export const problemAnswer = { "4XX": { description: "Yêu cầu bị từ chối / The request is refused", ...problem } } as Record<never, never>;

interface RouteSaid<M, P, B, R> {
  readonly method: M;
  readonly path: P;
  readonly tag: string;
  readonly summary: string;
  readonly request?: B;
  readonly answer: R;
}

type Method = "get" | "post" | "put" | "patch" | "delete";
type Asked = NonNullable<Parameters<typeof createRoute>[0]["request"]>;

/** A route that answers JSON, with the refusals that any can give. */
export function route<const M extends Method, const P extends string, R extends z.ZodType, B extends Asked = Record<never, never>>(
  said: RouteSaid<M, P, B, R>,
) {
  const { method, path, tag, summary, answer } = said;
  const words = path
    .replace(/[{}]/g, "")
    .split(/[^a-zA-Z]+/)
    .filter((word) => word !== "");
  return createRoute({
    method,
    path,
    tags: [tag],
    summary,
    operationId: [method, ...words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))].join(""),
    request: (said.request ?? {}) as B,
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      ...problemAnswer,
      // Refusals are thrown; to handlers there is one answer.
    } as { 200: { description: string; content: { "application/json": { schema: R } } } },
  });
}

export const body = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: { "application/json": { schema } } } });

export const name = z.string().min(1).max(200);
export const reason = z.string().trim().min(1).max(2000);
/** A named schema, or nothing: by `nullable()` the document would say that it is never null. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
export const done = z.object({ done: z.literal(true) });
export { z };
