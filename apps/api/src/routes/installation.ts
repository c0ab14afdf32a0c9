import { issueToken, readTokens, revokeToken } from "@khop/store";
import { scopes } from "../access/authorise.ts";
import type { Services } from "../context.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { notFound } from "../http/refuse.ts";
import { body, done, name, newRoutes, route, z } from "../http/routes.ts";

const said = z.object({ vi: z.string(), en: z.string() });
const regimeSummary = z
  .object({
    id: z.string(),
    version: z.string(),
    name: said,
    level: z.string(),
    frequency: z.string(),
    dueWithin: z.number().int(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
  })
  .meta({ id: "RegimeSummary" });
const indicator = z.object({
  id: z.string(),
  vi: z.string(),
  en: z.string().optional(),
  unit: z.object({ id: z.string(), kind: z.string() }),
  exponent: z.number().int().optional(),
  decimals: z.number().int(),
  kind: z.string(),
  additive: z.boolean(),
  breakdowns: z
    .array(
      z.object({
        id: z.string(),
        vi: z.string(),
        members: z.array(z.object({ id: z.string(), vi: z.string(), en: z.string().optional() })),
      }),
    )
    .optional(),
});
const form = z.object({
  id: z.string(),
  title: said,
  responsible: z.string(),
  dueWithin: z.number().int(),
  rows: z.array(
    z.object({
      indicator: z.string(),
      over: z.array(z.string()).optional(),
      members: z.record(z.string(), z.string()).optional(),
      opening: z.boolean().optional(),
    }),
  ),
});
const regime = regimeSummary
  .extend({ body: z.string(), legal: z.array(z.string()), indicators: z.array(indicator), forms: z.array(form) })
  .meta({ id: "Regime" });
const token = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.string()),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Token" });
const grant = z.object({ province: z.string(), role: z.string(), orgUnit: z.string(), regime: z.string().optional() });

/** Who asks, their tokens, and the regimes that there are: what is no province's. */
export function installation({ store, regimes }: Services) {
  const summary = (one: Services["regimes"][number]) => {
    const { id, version, name: named, level, frequency, dueWithin, validFrom, validTo } = one;
    return { id, version, name: { ...named }, level, frequency, dueWithin, validFrom, validTo };
  };
  const tokenOut = ({ id, name: called, scopes: granted, createdAt, expiresAt }: Awaited<ReturnType<typeof readTokens>>[number]) => ({
    id,
    name: called,
    scopes: [...granted],
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  });
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path: "/me",
        tag: "Người dùng",
        summary: "Tôi là ai, có vai trò gì / Who I am and what my roles are",
        answer: z.object({ user: z.string(), roles: z.array(grant), scopes: z.array(z.string()).optional() }),
      }),
      (c) => {
        const { user, grants, scopes: granted } = c.get("principal");
        return c.json({
          user,
          roles: grants.map(({ province, role, orgUnit, regime: under }) => ({
            province,
            role,
            orgUnit,
            ...(under === undefined ? {} : { regime: under }),
          })),
          ...(granted === undefined ? {} : { scopes: [...granted] }),
        });
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/regimes",
        tag: "Chế độ báo cáo",
        summary: "Các chế độ báo cáo / Report regimes",
        answer: z.object({ items: z.array(regimeSummary) }),
      }),
      (c) => c.json({ items: regimes.map(summary) }),
    )
    .openapi(
      route({
        method: "get",
        path: "/regimes/{regime}",
        tag: "Chế độ báo cáo",
        summary: "Một chế độ: chỉ tiêu, biểu mẫu / One regime: indicators and forms",
        request: { params: z.object({ regime: name }) },
        answer: regime,
      }),
      (c) => {
        const { regime: id } = c.req.valid("param");
        const found = regimes.find((one) => one.id === id);
        if (found === undefined) throw notFound(`chế độ báo cáo "${id}" (report regime)`);
        const { body: reports, legal, indicators, forms } = found;
        return c.json(regime.parse({ ...summary(found), body: reports, legal, indicators, forms }));
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/tokens",
        tag: "Người dùng",
        summary: "Mã truy cập của tôi / My tokens",
        request: { query: pageQuery },
        answer: pageOf(token),
      }),
      async (c) => {
        const all = (await readTokens(store, c.get("principal").user)).map(tokenOut);
        return c.json(pageIn(all, ({ id }) => id, c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "post",
        path: "/tokens",
        tag: "Người dùng",
        summary: "Tạo mã truy cập, chỉ hiện một lần / Make a token, shown this once",
        request: body(z.object({ name, scopes: z.array(z.enum(scopes)).min(1), expiresAt: z.iso.datetime().optional() })),
        answer: token.extend({ secret: z.string() }),
      }),
      async (c) => {
        const { user, scopes: granted } = c.get("principal");
        const { name: called, scopes: wanted, expiresAt } = c.req.valid("json");
        // A token makes none that may do more than itself.
        const given = granted === undefined ? wanted : wanted.filter((one) => granted.includes(one));
        const made = await issueToken(store, {
          user,
          name: called,
          scopes: given,
          ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
        });
        return c.json({ ...tokenOut(made), secret: made.secret });
      },
    )
    .openapi(
      route({
        method: "delete",
        path: "/tokens/{token}",
        tag: "Người dùng",
        summary: "Thu hồi mã truy cập / Revoke a token",
        request: { params: z.object({ token: z.uuid() }) },
        answer: done,
      }),
      async (c) => {
        const { token: id } = c.req.valid("param");
        if (!(await revokeToken(store, c.get("principal").user, id))) throw notFound(`mã truy cập "${id}" (token)`);
        return c.json({ done: true as const });
      },
    );
}
