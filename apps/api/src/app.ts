import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { bodyLimit } from "hono/body-limit";
import { routePath } from "hono/route";
import { sql } from "kysely";
import { identify } from "./access/identify.ts";
import { signInProblem } from "./access/sign-in-problem.ts";
import type { Services } from "./context.ts";
import { docsPage, docsScript } from "./docs-page.ts";
import { conditional, describeConditional } from "./http/conditional.ts";
import { Metrics } from "./http/metrics.ts";
import { noDatabase } from "./http/not-ready.ts";
import { once } from "./http/once.ts";
import { answerProblem } from "./http/problem.ts";
import { notFound } from "./http/refuse.ts";
import { newRoutes } from "./http/routes.ts";
import { safeHeaders } from "./http/safe-headers.ts";
import { backup } from "./routes/backup.ts";
import { check } from "./routes/check.ts";
import { deadlines } from "./routes/deadlines.ts";
import { evidences } from "./routes/evidence.ts";
import { explanation } from "./routes/explanation.ts";
import { exploring } from "./routes/exploring.ts";
import { installation } from "./routes/installation.ts";
import { jobs } from "./routes/jobs.ts";
import { latestAudit } from "./routes/latest-audit.ts";
import { lineage } from "./routes/lineage.ts";
import { periodCheck } from "./routes/period-check.ts";
import { periods } from "./routes/periods.ts";
import { powers } from "./routes/powers.ts";
import { province } from "./routes/province.ts";
import { reminders } from "./routes/reminders.ts";
import { reports } from "./routes/reports.ts";
import { submissions } from "./routes/submissions.ts";
import { templates } from "./routes/templates.ts";
import { texts } from "./routes/texts.ts";
import { webhooks } from "./routes/webhooks.ts";
import type { Traces } from "./traces/traces.ts";
import { webPages } from "./web-pages.ts";

export interface AppOptions {
  /** One line for each request; nothing of who asked or what was sent. */
  readonly log?: (line: Readonly<Record<string, string | number>>) => void;
  /** A folder with pages to serve. */
  readonly web?: string;
  /** What the provider is called that people can sign in at; none without one. */
  readonly ssoName?: string;
  /** Who is told what took how long. */
  readonly traces?: Pick<Traces, "request">;
}

const megabytes = 1024 * 1024;

/** What the OpenAPI document says of the whole. */
const about = {
  openapi: "3.1.0",
  info: {
    title: "Khớp",
    version: "1",
    description: "Thu thập, kiểm tra, duyệt và tổng hợp số liệu báo cáo / Figures of reports collected, checked, approved and added up",
  },
  security: [{ token: [] }, { session: [] }],
};

/** The whole API over its services. */
export function makeApp(services: Services, { log = () => {}, web, ssoName, traces }: AppOptions = {}) {
  const { store, accounts, perSignIn } = services;
  const metrics = new Metrics();
  const app = newRoutes();

  if (traces !== undefined) app.use(traces.request);
  app.use(async (c, next) => {
    const began = performance.now();
    const id = randomUUID();
    c.set("requestId", id);
    const outgoing = (c.env as Partial<HttpBindings> | undefined)?.outgoing;
    outgoing?.setHeader("x-request-id", id);
    await next();
    const seconds = (performance.now() - began) / 1000;
    const route = routePath(c, -1);
    metrics.answered(c.req.method, route, c.res.status, seconds);
    if (outgoing === undefined) c.header("x-request-id", id);
    log({ at: store.now().toISOString(), request: id, method: c.req.method, route, status: c.res.status, ms: Math.round(seconds * 1000) });
  });
  app.use(safeHeaders);
  app.onError((error, c) => {
    const answer = answerProblem(c, error);
    if (answer.status >= 500) log({ at: store.now().toISOString(), request: c.get("requestId"), failed: error.stack ?? error.message });
    return answer;
  });
  app.notFound((c) => answerProblem(c, notFound("trang này (such a page)")));

  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    try {
      await sql`select 1`.execute(store.db);
      return c.json({ status: "ready" });
    } catch {
      return answerProblem(c, noDatabase());
    }
  });
  app.get("/metrics", async (c) => c.text(await metrics.text()));

  // Before the other addresses of sign-in, for whoever is not signed in yet.
  app.get("/api/auth/methods", (c) => c.json({ password: true, sso: ssoName === undefined ? null : { provider: "sso", name: ssoName } }));
  app.on(["GET", "POST"], "/api/auth/*", async (c) => {
    if (c.req.method === "POST" && /\/(?:sign-in|two-factor)\//.test(c.req.path)) perSignIn.count(addressOf(c.env), store.now());
    return signInProblem(await accounts.handle(c.req.raw));
  });

  app.on(["POST", "PUT", "PATCH", "DELETE"], "/api/v1/*", bodyLimit({ maxSize: 20 * megabytes }));
  app.use("/api/v1/*", identify(services), once(services), conditional);
  const parts = [
    installation,
    backup,
    check,
    province,
    powers,
    periods,
    deadlines,
    reminders,
    submissions,
    evidences,
    reports,
    texts,
    templates,
    explanation,
    exploring,
    periodCheck,
    lineage,
    latestAudit,
    jobs,
    webhooks,
  ];
  for (const part of parts) app.route("/api/v1", part(services));

  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer", description: "khop_…" });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "better-auth.session_token" });
  app.get("/openapi.json", (c) => c.json(openApiOf(app)));
  app.get("/docs", (c) => c.html(docsPage));
  app.get("/docs/start.js", (c) => c.body(docsScript, 200, { "content-type": "text/javascript; charset=utf-8" }));
  const swagger = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  for (const [file, type] of [
    ["swagger-ui.css", "text/css"],
    ["swagger-ui-bundle.js", "text/javascript"],
  ] as const) {
    app.get(`/docs/${file}`, (c) =>
      c.body(readFileSync(join(swagger, file), "utf8"), 200, {
        "content-type": `${type}; charset=utf-8`,
        "cache-control": "max-age=86400",
      }),
    );
  }

  if (web !== undefined) {
    app.get("/api/*", (c) => answerProblem(c, notFound("địa chỉ này (such an address)")));
    app.route("/", webPages(web));
  }
  return app;
}

/** What the API says of itself. */
export const openApiOf = (app: ReturnType<typeof newRoutes>) => describeConditional(app.getOpenAPI31Document(about));

/** Where a request comes from; in a process of its own there is nowhere. */
function addressOf(env: unknown): string {
  const { incoming } = (env ?? {}) as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? "here";
}
