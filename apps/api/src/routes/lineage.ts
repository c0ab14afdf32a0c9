import { readLineage } from "@khop/store";
import { allow } from "../access/allow.ts";
import type { Services } from "../context.ts";
import { name, newRoutes, route, z } from "../http/routes.ts";

const change = z
  .object({
    on: z.string(),
    change: z.enum(["merge", "split", "rename"]),
    from: z.array(z.string()),
    into: z.array(z.string()),
    source: z.string(),
  })
  .meta({ id: "Lineage" });

/** What became of the units of a province. */
export function lineage(services: Services) {
  return newRoutes().openapi(
    route({
      method: "get",
      path: "/provinces/{province}/lineage",
      tag: "Đơn vị",
      summary: "Sáp nhập, chia tách, đổi tên đơn vị / What became of units",
      request: { params: z.object({ province: name }) },
      answer: z.object({ items: z.array(change) }),
    }),
    async (c) => {
      const { province } = c.req.valid("param");
      await allow(c, services, "orgUnits.read", { province });
      const items = await readLineage(services.store, province);
      return c.json({ items: items.map((one) => ({ ...one, from: [...one.from], into: [...one.into] })) });
    },
  );
}
