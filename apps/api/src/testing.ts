import { departmentMonthly, type ReportRegime } from "@khop/catalog/report";
import { issueToken, openQueue, putOrgUnits, putRoles, type QueueOptions, type RoleGrant, type Store } from "@khop/store";
import { openAccounts, type SignInElsewhere } from "./access/accounts.ts";
import { type Scope, scopes } from "./access/authorise.ts";
import { makeApp } from "./app.ts";
import type { Services } from "./context.ts";
import { RateLimit } from "./http/rate-limit.ts";
import type { Mailer } from "./mail/mailer.ts";

/** The department's regime with two indicators and their rules, asked of communes: small enough to send a form of. */
const { wording: _, ...department } = departmentMonthly;
const communeRegime: ReportRegime = {
  ...department,
  id: "commune-monthly",
  level: "commune",
  indicators: departmentMonthly.indicators.filter(({ id }) => id === "feedback.received" || id === "dossiers.received"),
  rules: [],
  sections: [
    { id: "files", title: "Tình hình tiếp nhận hồ sơ", indicators: ["dossiers.received"] },
    { id: "judgement", title: "Đánh giá chung" },
    { id: "plan", title: "Phương hướng" },
  ],
  tasks: [],
  forms: [
    {
      id: "dossiers",
      title: { vi: "Hồ sơ", en: "Dossiers" },
      responsible: "office",
      dueWithin: 2,
      rows: [{ indicator: "dossiers.received", over: ["channel"] }, { indicator: "dossiers.received" }],
    },
  ],
  structuralZeros: [],
};

export const units = [
  { id: "tinh", name: "tỉnh Lam Sơn", level: "province", parent: null, validFrom: null, validTo: null },
  { id: "huyen", name: "huyện Sông Con", level: "district", parent: "tinh", validFrom: null, validTo: null },
  { id: "xa-1", name: "xã Một", level: "commune", parent: "huyen", validFrom: null, validTo: null },
  { id: "xa-2", name: "xã Hai", level: "commune", parent: "huyen", validFrom: null, validTo: null },
] as const;

/** An API over a store with one small province. */
export async function smallApi(
  store: Store,
  {
    regimes = [communeRegime, departmentMonthly],
    mailer,
    sso,
    queueOptions,
    limits = { perUser: new RateLimit(100_000, 60), perSignIn: new RateLimit(1000, 60) },
  }: {
    readonly regimes?: readonly ReportRegime[];
    readonly mailer?: Mailer;
    readonly sso?: SignInElsewhere;
    readonly queueOptions?: QueueOptions;
    readonly limits?: Pick<Services, "perUser" | "perSignIn">;
  } = {},
) {
  const accounts = await openAccounts(store, { baseURL: "http://localhost", secure: false, ...(sso === undefined ? {} : { sso }) });
  const services = {
    store,
    queue: await openQueue(store, queueOptions),
    webhookReach: "loopback" as const,
    accounts,
    regimes,
    ...limits,
    address: "http://localhost",
    ...(mailer === undefined ? {} : { mailer }),
  };
  const lines: Readonly<Record<string, string | number>>[] = [];
  const app = makeApp(services, { log: (line) => lines.push(line), ...(sso === undefined ? {} : { ssoName: sso.name }) });
  const acting = { province: "lam-son", by: "khop" };
  await putOrgUnits(store, acting, units);
  /** Asks with a token of somebody who has these roles. */
  const askAs = async (
    province: string,
    user: string,
    grants: readonly Pick<RoleGrant, "role" | "orgUnit" | "regime">[],
    granted: readonly Scope[] = scopes,
  ) => {
    await putRoles(store, { ...acting, province }, user, grants);
    const { secret } = await issueToken(store, { user, name: "test", scopes: granted });
    const ask = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
      const response = await app.request(`/api/v1${path}`, {
        method,
        ...sent,
        headers: { ...sent.headers, authorization: `Bearer ${secret}`, ...headers },
      });
      const text = await response.text();
      return {
        status: response.status,
        etag: response.headers.get("etag"),
        location: response.headers.get("location"),
        replayed: response.headers.get("idempotent-replayed"),
        text,
        // biome-ignore lint/suspicious/noExplicitAny: tests look into what comes back
        body: (/[/+]json\b/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : undefined) as any,
      };
    };
    return Object.assign(ask, { secret });
  };
  const as = (...[user, grants, granted]: Parameters<typeof askAs> extends [string, ...infer Rest] ? Rest : never) =>
    askAs("lam-son", user, grants, granted);
  return { app, as, askAs, accounts, lines, services };
}
