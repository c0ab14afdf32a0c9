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

interface RouteSaid<M, P, B, R> {
  readonly method: M;
  readonly path: P;
  readonly tag: string;
  readonly summary: string;
  readonly request?: B;
  readonly answer: R;
  readonly status?: 200 | 201;
  /** Open to those who are not signed in. */
  readonly open?: true;
}

/** A route that answers JSON, with the refusals that any can give. */
export function route<
  M extends "get" | "post" | "put" | "patch" | "delete",
  const P extends string,
  B extends Parameters<typeof createRoute>[0]["request"],
  R extends z.ZodType,
>({ method, path, tag, summary, request, answer, status = 200, open }: RouteSaid<M, P, B, R>) {
  return createRoute({
    method,
    path,
    tags: [tag],
    summary,
    operationId: `${method}${path.replace(/\{(\w+)\}/g, "$1").replace(/[^a-zA-Z]+(\w)?/g, (_, letter: string = "") => letter.toUpperCase())}`,
    ...(open === true ? { security: [] } : {}),
    ...(request === undefined ? {} : { request }),
    responses: {
      [status]: { description: summary, content: { "application/json": { schema: answer } } },
      "4XX": { description: "Yêu cầu bị từ chối / The request is refused", ...problem },
    } as { 200: { description: string; content: { "application/json": { schema: R } } } },
  } as never) as ReturnType<
    typeof createRoute<
      P,
      {
        method: M;
        path: P;
        request: B & object;
        responses: { 200: { description: string; content: { "application/json": { schema: R } } } };
      }
    >
  >;
}

export const body = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: { "application/json": { schema } } } });

export const name = z.string().min(1).max(200);
export const reason = z.string().trim().min(1).max(2000);
export const done = z.object({ done: z.literal(true) });
export { z };
