import { putLineage, readStandingLineage, type StandingLineage } from "@khop/store";
import type { Context } from "hono";
import { allow } from "../access/allow.ts";
import type { Env, Services } from "../context.ts";
import { versionIs } from "../http/conditional.ts";
import { seenIn, versioned } from "../http/if-match.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
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

/** What became of the units of a province: what comparisons across a reorganisation rest on. */
export function lineage(services: Services) {
  const { store } = services;
  const out = (c: Context<Env>, { lineage: items, version }: StandingLineage): z.output<typeof change>[] => {
    versionIs(c, version);
    return items.map((one) => ({ ...one, from: [...one.from], into: [...one.into] }));
  };
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path,
        tag,
        summary: "Sáp nhập, chia tách, đổi tên đơn vị / What became of units",
        request: { params, query: pageQuery },
        answer: pageOf(change),
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        await allow(c, services, "orgUnits.read", { province });
        const all = out(c, await readStandingLineage(store, province));
        return c.json(pageIn(all, ({ on, from, into }) => JSON.stringify([on, from, into]), c.req.valid("query")));
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
        answer: z.object({ items: z.array(change) }),
      }),
      async (c) => {
        const { acting } = await allow(c, services, "orgUnits.put", c.req.valid("param"));
        return c.json({ items: out(c, await putLineage(store, acting, c.req.valid("json").items, seenIn(c))) });
      },
    );
}
