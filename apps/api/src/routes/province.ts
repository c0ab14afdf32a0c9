import { period } from "@khop/core";
import {
  auditFaults,
  orgUnitVersion,
  pageFacts,
  putOrgUnits,
  putRoles,
  readAudit,
  readOrgUnits,
  readRoles,
  readRolesOf,
  readVersions,
  roles,
  rolesVersion,
  verifyAudit,
} from "@khop/store";
import { allow } from "../access/allow.ts";
import { allowFacts } from "../access/allow-facts.ts";
import type { Services } from "../context.ts";
import { versionIs } from "../http/conditional.ts";
import { factOut, factSchema } from "../http/figures.ts";
import { versioned, versionSeen } from "../http/if-match.ts";
import { encode, pageIn, pageOf, pageQuery, placeIn, seqIn } from "../http/pages.ts";
import { notFound } from "../http/refuse.ts";
import { body, done, name, newRoutes, route, z } from "../http/routes.ts";

const inProvince = { params: z.object({ province: name }) };
const level = z.enum(["central", "province", "district", "commune"]);
const orgUnit = z
  .object({ id: name, name, level, parent: name.nullable(), validFrom: z.iso.date().nullable(), validTo: z.iso.date().nullable() })
  .meta({ id: "OrgUnit" });
const grant = z.object({ role: z.enum(roles), orgUnit: name, regime: name.optional() }).meta({ id: "RoleGrant" });
const entry = z
  .object({
    seq: z.number().int(),
    at: z.iso.datetime(),
    by: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    before: z.string(),
    seal: z.string(),
  })
  .meta({ id: "AuditEntry" });
const faults = z.array(
  z.object({
    seq: z.number().int(),
    what: z.enum(auditFaults),
    row: z.string().optional().meta({ description: "Dòng không đúng như nhật ký / The row that is not as the trail tells it" }),
  }),
);

/** Org units, roles, facts and the audit trail of a province. */
export function province(services: Services) {
  const { store, accounts } = services;
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/org-units",
        tag: "Đơn vị",
        summary: "Các đơn vị / Org units",
        request: { ...inProvince, query: pageQuery },
        answer: pageOf(orgUnit),
      }),
      async (c) => {
        const { province: id } = c.req.valid("param");
        await allow(c, services, "orgUnits.read", { province: id });
        const version = await orgUnitVersion(store, id);
        versionIs(c, version);
        const orgUnits = await readOrgUnits(store, id, { version });
        return c.json(pageIn([...orgUnits], ({ id }) => id, c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "put",
        path: "/provinces/{province}/org-units",
        tag: "Đơn vị",
        summary: "Thêm, sửa đơn vị / Add or change org units",
        request: { ...inProvince, headers: versioned, ...body(z.object({ orgUnits: z.array(orgUnit).min(1).max(5000) })) },
        answer: done,
      }),
      async (c) => {
        const { acting } = await allow(c, services, "orgUnits.put", c.req.valid("param"));
        await putOrgUnits(store, acting, c.req.valid("json").orgUnits, versionSeen(c));
        versionIs(c, await orgUnitVersion(store, acting.province));
        return c.json({ done: true as const });
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/roles",
        tag: "Người dùng",
        summary: "Ai có vai trò gì / Who has which role",
        request: { ...inProvince, query: pageQuery },
        answer: pageOf(grant.extend({ user: z.string() })),
      }),
      async (c) => {
        const { province: id } = c.req.valid("param");
        await allow(c, services, "roles.read", { province: id });
        const all = (await readRoles(store, id)).map(({ user, role, orgUnit: unit, regime }) => ({
          user,
          role,
          orgUnit: unit,
          ...(regime === undefined ? {} : { regime }),
        }));
        const keyOf = ({ user, role, orgUnit: unit, regime }: (typeof all)[number]) => JSON.stringify([user, unit, role, regime]);
        return c.json(pageIn(all, keyOf, c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/roles/{user}",
        tag: "Người dùng",
        summary: "Vai trò của một người / The roles of a person",
        request: { params: z.object({ province: name, user: z.email() }) },
        answer: z.object({ user: z.string(), roles: z.array(grant) }),
      }),
      async (c) => {
        const { province: id, user } = c.req.valid("param");
        await allow(c, services, "roles.read", { province: id });
        const email = user.toLowerCase();
        const own = (await readRolesOf(store, email)).filter((one) => one.province === id);
        versionIs(c, rolesVersion(own));
        const granted = own.map(({ role, orgUnit: unit, regime }) => ({
          role,
          orgUnit: unit,
          ...(regime === undefined ? {} : { regime }),
        }));
        return c.json({ user: email, roles: granted });
      },
    )
    .openapi(
      route({
        method: "put",
        path: "/provinces/{province}/roles/{user}",
        tag: "Người dùng",
        summary: "Giao vai trò, tạo tài khoản nếu chưa có / Give roles, making the account if there is none",
        request: {
          params: z.object({ province: name, user: z.email() }),
          headers: versioned,
          ...body(
            z.object({ roles: z.array(grant).max(100), account: z.object({ name, password: z.string().min(12).max(128) }).optional() }),
          ),
        },
        answer: done,
      }),
      async (c) => {
        const { province: id, user } = c.req.valid("param");
        const { acting } = await allow(c, services, "roles.put", { province: id });
        const { roles: grants, account } = c.req.valid("json");
        const email = user.toLowerCase();
        const isThere = await accounts.has(email);
        if (!isThere && account === undefined)
          throw notFound(`tài khoản "${email}" (account); gửi kèm account để tạo / send account to make one`);
        if (!isThere && account !== undefined) await accounts.add({ email, ...account });
        const granted = grants.map(({ regime, ...one }) => ({ ...one, ...(regime === undefined ? {} : { regime }) }));
        await putRoles(store, acting, email, granted, versionSeen(c));
        versionIs(c, rolesVersion(granted));
        return c.json({ done: true as const });
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/facts",
        tag: "Số liệu",
        summary: "Số liệu của một kỳ / The facts of a period",
        request: {
          ...inProvince,
          query: pageQuery.extend({
            period: name,
            orgUnit: name.optional(),
            indicator: name.optional(),
            until: z.iso.datetime().optional(),
          }),
        },
        answer: pageOf(factSchema),
      }),
      async (c) => {
        const { province: id } = c.req.valid("param");
        const { period: when, orgUnit: unit, indicator, until, limit, cursor } = c.req.valid("query");
        // Whoever sees a part of the province is shown that part.
        const sight = await allowFacts(c, services, id, ({ orgUnits, reaches }) =>
          unit === undefined ? orgUnits.length > 0 : reaches(unit),
        );
        const { items, next } = await pageFacts(store, {
          province: id,
          period: period(when).id,
          reach: sight.reach(unit),
          limit,
          ...(indicator === undefined ? {} : { indicator }),
          ...(until === undefined ? {} : { until: new Date(until) }),
          ...(cursor === undefined ? {} : { after: placeIn(cursor) }),
        });
        return c.json({ items, next: next === undefined ? null : encode(JSON.stringify(next)) });
      },
    )
    .openapi(
      route({
        method: "post",
        path: "/provinces/{province}/facts/versions",
        tag: "Số liệu",
        summary: "Mọi phiên bản của một số liệu / All versions of a fact",
        request: {
          ...inProvince,
          query: pageQuery,
          ...body(z.object({ indicator: name, orgUnit: name, period: name, members: z.record(z.string(), z.string()).optional() })),
        },
        answer: pageOf(factSchema),
      }),
      async (c) => {
        const { province: id } = c.req.valid("param");
        const { indicator, orgUnit: unit, period: when, members } = c.req.valid("json");
        await allowFacts(c, services, id, ({ sees }) => sees({ orgUnit: unit, indicator }));
        const versions = await readVersions(store, id, {
          indicator,
          orgUnit: unit,
          period: period(when),
          ...(members === undefined ? {} : { members }),
        });
        return c.json(pageIn(versions.map(factOut), ({ version }) => String(version), c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/audit",
        tag: "Nhật ký",
        summary: "Nhật ký / The audit trail",
        request: { ...inProvince, query: pageQuery },
        answer: pageOf(entry),
      }),
      async (c) => {
        const { province: id } = c.req.valid("param");
        await allow(c, services, "audit.read", { province: id });
        const { limit, cursor } = c.req.valid("query");
        const after = cursor === undefined ? 0 : seqIn(cursor);
        const entries = await readAudit(store, id, { after, limit });
        const last = entries.at(-1);
        return c.json({
          items: entries.map((one) => ({ ...one, at: one.at.toISOString() })),
          next: last === undefined || entries.length < limit ? null : encode(String(last.seq)),
        });
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/audit/verification",
        tag: "Nhật ký",
        summary: "Kiểm tra niêm phong nhật ký / Verify the seals of the trail",
        request: {
          ...inProvince,
          query: z.object({
            seal: z
              .string()
              .regex(/^[0-9a-f]{64}$/)
              .optional(),
          }),
        },
        answer: z.object({ entries: z.number().int(), seal: z.string(), faults }),
      }),
      async (c) => {
        const { province: id } = c.req.valid("param");
        await allow(c, services, "audit.read", { province: id });
        const { seal } = c.req.valid("query");
        const report = await verifyAudit(store, id, seal === undefined ? {} : { seal });
        return c.json({ ...report, faults: [...report.faults] });
      },
    );
}
