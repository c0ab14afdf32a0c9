import { allow } from "../access/allow.ts";
import { type Action, actions, may, reached, regimesOf } from "../access/authorise.ts";
import type { Services } from "../context.ts";
import { name, newRoutes, route, z } from "../http/routes.ts";

const action = z.enum(Object.keys(actions) as [Action, ...Action[]]);

/** What whoever asks may do, so that a page offers nothing that would be refused. */
export function powers(services: Services) {
  return newRoutes().openapi(
    route({
      method: "get",
      path: "/provinces/{province}/powers",
      tag: "Người dùng",
      summary: "Tôi được làm gì, với đơn vị nào / What I may do, and with which units",
      request: { params: z.object({ province: name }), query: z.object({ regime: name.optional() }) },
      answer: z.object({
        province: z.array(action).meta({ description: "Việc chung của tỉnh / Matters of the province as a whole" }),
        orgUnits: z.array(z.object({ action, orgUnits: z.array(z.string()) })),
      }),
    }),
    async (c) => {
      const { province } = c.req.valid("param");
      const { regime } = c.req.valid("query");
      const { orgUnits } = await allow(c, services, "periods.read", { province });
      const { grants, scopes } = c.get("principal");
      // Where no regime is named, what they may do under any is told.
      const subjectsOf = (one: Action) =>
        (regime === undefined ? regimesOf(grants, one) : [regime]).map((named) => ({
          province,
          ...(named === undefined ? {} : { regime: named }),
        }));
      const granted = action.options.filter((one) => scopes === undefined || scopes.includes(actions[one]));
      return c.json({
        province: granted.filter((one) => subjectsOf(one).some((subject) => may(grants, one, subject, orgUnits))),
        orgUnits: granted.map((one) => ({
          action: one,
          orgUnits: [...new Set(subjectsOf(one).flatMap((subject) => reached(grants, one, subject, orgUnits)))],
        })),
      });
    },
  );
}
