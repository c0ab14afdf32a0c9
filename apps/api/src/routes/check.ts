import { createRoute } from "@hono/zod-openapi";
import { checkDocument } from "../check-document.ts";
import { newRoutes, problemAnswer, z } from "../http/routes.ts";

const answer = z
  .object({ schema: z.literal("khop.check/1"), documents: z.array(z.record(z.string(), z.unknown())) })
  .meta({ id: "Checked", description: "Như khop check --format json / As khop check --format json prints it" });

/** A document of any format checked as the command does; nothing of it is kept. */
export function check() {
  return newRoutes().openapi(
    createRoute({
      method: "post",
      path: "/check",
      tags: ["Kiểm tra văn bản"],
      summary: "Kiểm một văn bản: Word, Excel, PDF, HTML, CSV, Markdown, chữ / Check a document of any format",
      operationId: "postCheck",
      request: {
        query: z.object({ name: z.string().min(1).max(200).optional().meta({ description: "Tên tệp / The file's name" }) }),
        body: {
          required: true,
          content: { "application/octet-stream": { schema: z.string().openapi({ type: "string", format: "binary" }) } },
        },
      },
      responses: { 200: { description: "khop.check/1", content: { "application/json": { schema: answer } } }, ...problemAnswer },
    }),
    async (c) => {
      const { name = "van-ban.md" } = c.req.valid("query");
      return c.json(await checkDocument(name, new Uint8Array(await c.req.arrayBuffer()))) as never;
    },
  );
}
