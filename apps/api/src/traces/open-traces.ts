import { AsyncLocalStorage } from "node:async_hooks";
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, detectResources, envDetector, resourceFromAttributes, serviceNameEnvDetector } from "@opentelemetry/resources";
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from "@opentelemetry/sdk-trace";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Env } from "../context.ts";
import type { Traces } from "./traces.ts";

/** A collector that does not answer keeps nobody from closing for longer. */
const patience = 3000;

const propagator = new W3CTraceContextPropagator();

/** Sends what is traced to the collector that the environment names (`OTEL_EXPORTER_OTLP_…`); a part of it where `OTEL_TRACES_SAMPLER_ARG` says so. */
export function openTraces(env: Readonly<Record<string, string | undefined>>): Traces {
  const exporter = new OTLPTraceExporter({ timeoutMillis: patience });
  const share = Number(env.OTEL_TRACES_SAMPLER_ARG ?? 1);
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ "service.name": "khop" }))
      .merge(detectResources({ detectors: [envDetector, serviceNameEnvDetector] })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: patience })],
  });
  const tracer = provider.getTracer("khop");
  // Ours alone: what libraries would trace by themselves, such as every look into the queue, is nobody's concern.
  const around = new AsyncLocalStorage<Context>();
  const within = async <T>(span: Span, context: Context, work: () => Promise<T>): Promise<T> => {
    try {
      return await around.run(trace.setSpan(context, span), work);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "" });
      throw error;
    } finally {
      span.end();
    }
  };

  const request: MiddlewareHandler<Env> = (c, next) => {
    const carrier = { traceparent: c.req.header("traceparent"), tracestate: c.req.header("tracestate") };
    const parent = propagator.extract(ROOT_CONTEXT, carrier, { get: (from, key) => from[key as keyof typeof from], keys: Object.keys });
    const span = tracer.startSpan(c.req.method, { kind: SpanKind.SERVER, attributes: { "http.request.method": c.req.method } }, parent);
    return within(span, parent, async () => {
      await next();
      // The route, not the address: addresses name people.
      const route = routePath(c, -1);
      span.updateName(`${c.req.method} ${route}`);
      span.setAttributes({ "http.route": route, "http.response.status_code": c.res.status, "khop.request": c.get("requestId") });
      if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    });
  };

  return {
    request,
    query: ({ sql, milliseconds, isFailed }) => {
      const parent = around.getStore();
      if (parent === undefined) return;
      const endTime = Date.now();
      // Values stand in parameters, never in the text.
      const attributes = { "db.system.name": "postgresql", "db.query.text": sql.slice(0, 2000) };
      const [verb = "query"] = /\w+/.exec(sql) ?? [];
      const span = tracer.startSpan(verb.toLowerCase(), { kind: SpanKind.CLIENT, startTime: endTime - milliseconds, attributes }, parent);
      if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(endTime);
    },
    work: (name, id, work) =>
      within(tracer.startSpan(name, { kind: SpanKind.CONSUMER, attributes: { "khop.job": id } }, ROOT_CONTEXT), ROOT_CONTEXT, work),
    close: () => provider.shutdown().catch(() => {}),
  };
}
