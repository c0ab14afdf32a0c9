import { putLineage, readStandingLineage, type StandingLineage } from "@khop/store";
import type { Context } from "hono";
import { allow } from "../access/allow.ts";
import type { Services } from "../context.ts";
import { seenIn, versioned } from "../http/if-match.ts";
import { body, name, newRoutes, route, z } from "../http/routes.ts";

const path = "/provinces/{province}/lineage" as const;
const params = z.object({ province: name });
const tag = "Đơn vị";
const units = z.array(name).min(1).max(500);
const change = z
  .object({
    on: z.iso.date().meta({ description: "Ngày đầu tiên của các đơn vị sau / The first day of the units after" }),
    change: z.enum(["merge", "split", "rename"]),
    from: units,
    into: units.meta({
      description:
        "Đơn vị vẫn còn sau khi cho đi một phần thì ghi ở cả hai bên / A unit that goes on after it gave a part away stands on both sides",
    }),
    source: z.string().min(1).max(2000),
  })
  .meta({ id: "Lineage" });
const answer = z.object({ items: z.array(change) });

/** What became of the units of a province: what comparisons across a reorganisation rest on. */
export function lineage(services: Services) {
  const { store } = services;
  const out = (c: Context, { lineage: items, version }: StandingLineage): z.output<typeof answer> => {
    c.header("etag", `"${version}"`);
    return { items: items.map((one) => ({ ...one, from: [...one.from], into: [...one.into] })) };
  };
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path,
        tag,
        summary: "Sáp nhập, chia tách, đổi tên đơn vị / What became of units",
        request: { params },
        answer,
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        await allow(c, services, "orgUnits.read", { province });
        return c.json(out(c, await readStandingLineage(store, province)));
      },
    )
    .openapi(
      route({
        method: "put",
        path,
        tag,
        summary:
          "Ghi toàn bộ danh sách sáp nhập, chia tách, đổi tên, thay danh sách trước / Write the whole list of what became of units, in the place of the one before",
        request: { params, headers: versioned, ...body(z.object({ items: z.array(change).max(5000) })) },
        answer,
      }),
      async (c) => {
        const { acting } = await allow(c, services, "orgUnits.put", c.req.valid("param"));
        return c.json(out(c, await putLineage(store, acting, c.req.valid("json").items, seenIn(c))));
      },
    );
}
