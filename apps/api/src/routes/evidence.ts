import { createRoute } from "@hono/zod-openapi";
import { attachEvidence, type Evidence, readEvidence, readEvidenceFile } from "@khop/store";
import { allow } from "../access/allow.ts";
import type { Services } from "../context.ts";
import { attachment } from "../http/attachment.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { name, newRoutes, problemAnswer, route, z } from "../http/routes.ts";

const at = "/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}/evidence" as const;
const params = z.object({ province: name, regime: name, period: name, orgUnit: name });
const binary = z.string().openapi({ type: "string", format: "binary" });
const evidence = z
  .object({
    id: z.string(),
    cell: z.string().optional(),
    name: z.string(),
    type: z.string(),
    size: z.number().int(),
    sha256: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: "Evidence" });
const out = (one: Evidence): z.output<typeof evidence> => ({ ...one, at: one.at.toISOString() });
const tag = "Lần gửi số liệu";

/** Files that bear a submission out. */
export function evidences(services: Services) {
  const { store } = services;
  const keyOf = ({ regime, period, orgUnit }: z.output<typeof params>) => ({ regime, period, orgUnit });
  return newRoutes()
    .openapi(
      createRoute({
        method: "post",
        path: at,
        tags: [tag],
        summary: "Kèm một tệp minh chứng, tối đa 10 MB / Attach a file, of at most 10 MB",
        operationId: "postEvidence",
        request: {
          params,
          query: z.object({ name: z.string().trim().min(1).max(200), cell: name.optional() }),
          body: { required: true, content: { "application/octet-stream": { schema: binary } } },
        },
        responses: { 200: { description: "Đã lưu / Kept", content: { "application/json": { schema: evidence } } }, ...problemAnswer },
      }),
      async (c) => {
        const given = c.req.valid("param");
        const { name: called, cell } = c.req.valid("query");
        const { acting } = await allow(c, services, "evidence.add", given);
        const file = { name: called, bytes: new Uint8Array(await c.req.arrayBuffer()), ...(cell === undefined ? {} : { cell }) };
        return c.json(out(await attachEvidence(store, acting, keyOf(given), file))) as never;
      },
    )
    .openapi(
      route({
        method: "get",
        path: at,
        tag,
        summary: "Các tệp minh chứng / The files that bear it out",
        request: { params, query: pageQuery },
        answer: pageOf(evidence),
      }),
      async (c) => {
        const given = c.req.valid("param");
        await allow(c, services, "submission.read", given);
        const all = (await readEvidence(store, given.province, keyOf(given))).map(out);
        return c.json(pageIn(all, ({ id }) => id, c.req.valid("query")));
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: `${at}/{id}`,
        tags: [tag],
        summary: "Tải một tệp minh chứng / One of the files",
        operationId: "getEvidenceFile",
        request: { params: params.extend({ id: z.uuid() }) },
        responses: {
          200: { description: "Tệp / The file", content: { "application/octet-stream": { schema: binary } } },
          ...problemAnswer,
        },
      }),
      async (c) => {
        const { id, ...given } = c.req.valid("param");
        await allow(c, services, "submission.read", given);
        const { name: called, type, bytes } = await readEvidenceFile(store, given.province, keyOf(given), id);
        return attachment(c, bytes, { name: called, type }) as never;
      },
    );
}
