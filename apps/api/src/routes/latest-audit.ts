import { readAudit } from "@khop/store";
import { allow } from "../access/allow.ts";
import type { Services } from "../context.ts";
import { name, newRoutes, route, z } from "../http/routes.ts";

const entry = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  by: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

/** The audit trail from its end. */
export function latestAudit(services: Services) {
  const { store } = services;
  return newRoutes().openapi(
    route({
      method: "get",
      path: "/provinces/{province}/audit/latest",
      tag: "Nhật ký",
      summary: "Nhật ký, mới nhất trước / The audit trail, the newest first",
      request: {
        params: z.object({ province: name }),
        query: z.object({ before: z.coerce.number().int().min(1).max(2_147_483_647).optional().openapi({ type: "integer", minimum: 1 }) }),
      },
      answer: z.object({ items: z.array(entry), before: z.number().int().nullable() }),
    }),
    async (c) => {
      const { province } = c.req.valid("param");
      const { before } = c.req.valid("query");
      await allow(c, services, "audit.read", { province });
      const last = await store.db
        .selectFrom("audit")
        .select(({ fn }) => fn.max("seq").as("seq"))
        .where("province", "=", province)
        .executeTakeFirst();
      const end = Math.min(before ?? Number.POSITIVE_INFINITY, Number(last?.seq ?? 0) + 1);
      const after = Math.max(end - 1 - page, 0);
      const entries = end <= 1 ? [] : await readAudit(store, province, { after, limit: end - 1 - after });
      const items = entries.map(({ seq, at, by, action, subject, detail }) => ({
        seq,
        at: at.toISOString(),
        by,
        action,
        subject,
        detail: { ...detail },
      }));
      return c.json({ items: items.toReversed(), before: after === 0 ? null : after + 1 });
    },
  );
}

/** So many entries come at once. */
const page = 50;
