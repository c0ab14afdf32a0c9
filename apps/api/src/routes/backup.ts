import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createRoute } from "@hono/zod-openapi";
import { noteBackup, readProvinces } from "@khop/store";
import { allow } from "../access/allow.ts";
import type { Services } from "../context.ts";
import { refused } from "../http/refuse.ts";
import { newRoutes, problemAnswer, z } from "../http/routes.ts";
import { writeBackup } from "../keep.ts";

/** Everything that the store holds, for whoever administers all of it. */
export function backup(services: Services) {
  const { store } = services;
  return newRoutes().openapi(
    createRoute({
      method: "get",
      path: "/backup",
      tags: ["Sao lưu"],
      summary: "Sao lưu toàn bộ kho số liệu, cho người quản trị mọi tỉnh / Back up the whole store, for who is admin of every province",
      operationId: "getBackup",
      responses: {
        200: {
          description: "khop.backup/1",
          content: { "application/jsonl": { schema: z.string().openapi({ type: "string", format: "binary" }) } },
        },
        ...problemAnswer,
      },
    }),
    async (c) => {
      const provinces = await readProvinces(store);
      if (provinces.length === 0)
        throw refused("api/not-allowed", "Kho chưa có tỉnh nào.", "There is no province in the store.", { action: "backup.read" });
      for (const province of provinces) await allow(c, services, "backup.read", { province });
      // Written to a file first: who reads slowly keeps no database waiting.
      const folder = mkdtempSync(join(tmpdir(), "khop-backup-"));
      const remove = () => rmSync(folder, { recursive: true, force: true });
      try {
        const file = join(folder, "backup.jsonl");
        await writeBackup(store, file);
        for (const province of provinces) await noteBackup(store, { province, by: c.get("principal").user });
        const stream = createReadStream(file).once("close", remove);
        const day = store.now().toISOString().slice(0, 10);
        const headers = {
          "content-type": "application/jsonl; charset=utf-8",
          "content-disposition": `attachment; filename="khop-${day}.jsonl"`,
          "cache-control": "no-store",
        };
        return c.body(Readable.toWeb(stream) as ReadableStream, 200, headers) as never;
      } catch (error) {
        remove();
        throw error;
      }
    },
  );
}
