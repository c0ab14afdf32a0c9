import { createRoute } from "@hono/zod-openapi";
import { examine } from "@khop/core";
import { checkedJson, joined } from "@khop/reader/checked";
import { decodeText, formatOf, openDocument } from "@khop/reader/file";
import { refused } from "../http/refuse.ts";
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
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const document = await opened(name, bytes);
      const { source: origin, leftOut, encodings } = document;
      const found = joined(document, examine(document.network));
      return c.json({
        schema: "khop.check/1" as const,
        documents: [checkedJson({ ...found, file: name, origin, leftOut, encodings, waived: new Map() }) as Record<string, unknown>],
      }) as never;
    },
  );
}

async function opened(name: string, bytes: Uint8Array) {
  try {
    const format = formatOf(name, bytes);
    if (format === "markdown" || format === "text" || format === "csv") return await openDocument({ format, ...decodeText(bytes) });
    return await openDocument({ format, bytes });
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: string };
    if (typeof code !== "string" || !/^(?:reader|ooxml)\//.test(code)) throw error;
    throw refused("api/unreadable", `Không đọc được ${name} (${message}).`, `${name} cannot be read (${message}).`, { code });
  }
}
