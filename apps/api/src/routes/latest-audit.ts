import { readAudit } from "@khop/store";
import { allow } from "../access/allow.ts";
import type { Services } from "../context.ts";
import { encode, pageOf, pageQuery, seqIn } from "../http/pages.ts";
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
        query: pageQuery,
      },
      answer: pageOf(entry),
    }),
    async (c) => {
      const { province } = c.req.valid("param");
      const { limit, cursor } = c.req.valid("query");
      const before = cursor === undefined ? Number.POSITIVE_INFINITY : seqIn(cursor);
      await allow(c, services, "audit.read", { province });
      const last = await store.db
        .selectFrom("audit")
        .select(({ fn }) => fn.max("seq").as("seq"))
        .where("province", "=", province)
        .executeTakeFirst();
      const end = Math.min(before, Number(last?.seq ?? 0) + 1);
      const after = Math.max(end - 1 - limit, 0);
      const entries = end <= 1 ? [] : await readAudit(store, province, { after, limit: end - 1 - after });
      const items = entries.map(({ seq, at, by, action, subject, detail }) => ({
        seq,
        at: at.toISOString(),
        by,
        action,
        subject,
        detail: { ...detail },
      }));
      return c.json({ items: items.toReversed(), next: after === 0 ? null : encode(String(after + 1)) });
    },
  );
}
