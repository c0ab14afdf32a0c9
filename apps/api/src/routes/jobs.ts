import { createRoute } from "@hono/zod-openapi";
import { askJob, cancelJob, ended, type Job, readJobEvents, readJobResult, readJobs } from "@khop/store";
import type { Context } from "hono";
import { allowEach } from "../access/allow.ts";
import { allowJob } from "../access/allow-job.ts";
import { owns } from "../access/authorise.ts";
import type { Env, Services } from "../context.ts";
import { attachment } from "../http/attachment.ts";
import { eventStream } from "../http/event-stream.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { problemSchema } from "../http/problem.ts";
import { refused } from "../http/refuse.ts";
import { body, name, newRoutes, problemAnswer, route, z } from "../http/routes.ts";
import { composeAsked } from "../jobs/asked.ts";
import { regimeOf } from "./regime-of.ts";

const tag = "Việc chạy nền";
const params = z.object({ job: name });
const kinds = ["check", "compose", "check-period"] as const;
const job = z
  .object({
    id: z.string(),
    kind: z.enum(kinds),
    province: z.string().optional(),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    done: z.number().int(),
    whole: z.number().int().nullable(),
    askedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    keepUntil: z.iso.datetime().meta({ description: "Việc và kết quả được giữ đến lúc đó / The job and its result are kept until then" }),
    problem: problemSchema.optional(),
    result: z.object({ name: z.string(), type: z.string() }).optional(),
  })
  .meta({ id: "Job" });
/** The answer to who asks for a job. */
export const asked = {
  202: {
    description: "Đã nhận, sẽ làm / It will be done",
    headers: z.object({ location: z.string().meta({ description: "Địa chỉ của việc / The address of the job" }) }),
    content: { "application/json": { schema: job } },
  },
  ...problemAnswer,
} as { 202: { description: string; content: { "application/json": { schema: typeof job } } } };
const binary = z.string().openapi({ type: "string", format: "binary" });
const seen = z.object({
  "last-event-id": z
    .string()
    .regex(/^\d{0,9}$/)
    .optional()
    .meta({ description: "Sự kiện cuối đã nhận / The last event that was received" }),
});

const out = ({ id, kind, province, state, done, whole, askedAt, endedAt, keepUntil, problem, result }: Job): z.output<typeof job> => ({
  id,
  kind: kind as (typeof kinds)[number],
  ...(province === undefined ? {} : { province }),
  state,
  done,
  whole,
  askedAt: askedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  keepUntil: keepUntil.toISOString(),
  ...(problem === undefined ? {} : { problem: problem as z.output<typeof problemSchema> }),
  ...(result === undefined ? {} : { result: { ...result } }),
});

export const accepted = (c: Context<Env>, made: Job) => c.json(out(made), 202, { location: `/api/v1/jobs/${made.id}` });

/** What takes longer than an answer may: asked for, watched while it is done, its result fetched. */
export function jobs(services: Services) {
  const { store, queue } = services;
  return newRoutes()
    .openapi(
      createRoute({
        method: "post",
        path: "/jobs",
        tags: [tag],
        summary: "Kiểm một văn bản ở chế độ nền / Check a document in the background",
        operationId: "postJobs",
        request: {
          query: z.object({ name: name.optional().meta({ description: "Tên tệp / The file's name" }) }),
          body: { required: true, content: { "application/octet-stream": { schema: binary } } },
        },
        responses: asked,
      }),
      async (c) => {
        const { user } = readable(c);
        const { name: called = "van-ban.md" } = c.req.valid("query");
        const input = new Uint8Array(await c.req.arrayBuffer());
        return accepted(c, await askJob(store, queue, { kind: "check", by: user, asked: { name: called }, input }));
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/provinces/{province}/jobs",
        tags: [tag],
        summary: "Soạn báo cáo của một hay nhiều đơn vị ở chế độ nền / Compose the reports of one or many units in the background",
        operationId: "postProvincesProvinceJobs",
        request: { params: z.object({ province: name }), ...body(composeAsked) },
        responses: asked,
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        const wanted = c.req.valid("json");
        const subjects = wanted.orgUnits.map((orgUnit) => ({ orgUnit, regime: wanted.regime }));
        const { acting } = await allowEach(c, services, "report.read", { province }, subjects);
        regimeOf(services, wanted.regime);
        return accepted(c, await askJob(store, queue, { kind: "compose", by: acting.by, province, asked: wanted }));
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/jobs",
        tag,
        summary: "Việc của tôi, mới nhất trước / My jobs, the newest first",
        request: { query: pageQuery },
        answer: pageOf(job),
      }),
      async (c) => {
        const { user } = readable(c);
        const all = (await readJobs(store, user)).map(out);
        return c.json(pageIn(all, ({ id }) => id, c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/jobs/{job}",
        tag,
        summary: "Việc đến đâu rồi / How far a job has come",
        request: { params },
        answer: job,
      }),
      async (c) => c.json(out(await allowJob(c, services, c.req.valid("param").job))),
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/jobs/{job}/events",
        tags: [tag],
        summary:
          "Theo dõi việc (server-sent events): queued, started, progress, done, failed, cancelled; nối lại bằng Last-Event-ID / Watch a job; resumed with Last-Event-ID",
        operationId: "getJobsJobEvents",
        request: { params, headers: seen },
        responses: {
          200: { description: "Từng sự kiện / Event by event", content: { "text/event-stream": { schema: z.string() } } },
          204: { description: "Không còn gì để báo / Nothing more will come" },
          ...problemAnswer,
        },
      }),
      async (c) => {
        const { id, state } = await allowJob(c, services, c.req.valid("param").job);
        const last = Number(c.req.valid("header")["last-event-id"] ?? 0);
        // Who has heard the end is told not to come again; a browser would without end.
        if (ended.includes(state) && (await readJobEvents(store, id, last)).length === 0) return c.body(null, 204);
        return eventStream(c, services, id, last) as never;
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/jobs/{job}/result",
        tags: [tag],
        summary:
          "Kết quả: khop.check/1, một báo cáo, hay tệp zip các báo cáo / The result: khop.check/1, a report, or a zip file of reports",
        operationId: "getJobsJobResult",
        request: { params },
        responses: {
          200: { description: "Kết quả / The result", content: { "application/octet-stream": { schema: binary } } },
          ...problemAnswer,
        },
      }),
      async (c) => {
        const { id } = await allowJob(c, services, c.req.valid("param").job);
        const { bytes, ...file } = await readJobResult(store, id);
        return attachment(c, bytes, file) as never;
      },
    )
    .openapi(
      route({
        method: "delete",
        path: "/jobs/{job}",
        tag,
        summary: "Hủy việc chưa xong, hoặc xóa việc đã xong cùng kết quả / Cancel a job, or remove one that has ended with its result",
        request: { params },
        answer: z.object({ done: z.enum(["cancelled", "removed"]) }),
      }),
      async (c) => {
        const { id } = await allowJob(c, services, c.req.valid("param").job);
        return c.json({ done: await cancelJob(store, queue, id) });
      },
    );
}

/** Who asks, where they may read at all. */
function readable(c: Context<Env>) {
  const principal = c.get("principal");
  if (owns(principal, { askedBy: principal.user })) return principal;
  throw refused("api/not-allowed", "Mã truy cập này không có quyền đọc.", "This token may not read.", { action: "read" });
}
