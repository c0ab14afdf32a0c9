import type { StoreOptions } from "@khop/store";
import type { MiddlewareHandler } from "hono";
import type { Env } from "../context.ts";

/** Who is told what took how long, request by request. */
export interface Traces {
  /** Goes around every request. */
  readonly request: MiddlewareHandler<Env>;
  /** Told of each question to the database; those of a request or a job are parts of it. */
  readonly query: NonNullable<StoreOptions["onQuery"]>;
  /** Goes around what is done in the background. */
  work<T>(name: string, id: string, work: () => Promise<T>): Promise<T>;
  /** Hands over what was not yet. */
  close(): Promise<void>;
}

/** Undefined, and nothing of it loaded, where the environment names no collector. */
export async function tracesIn(env: Readonly<Record<string, string | undefined>>): Promise<Traces | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all = "", OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces = "", OTEL_SDK_DISABLED: off } = env;
  if ((all === "" && traces === "") || off === "true") return undefined;
  const { openTraces } = await import("./open-traces.ts");
  return openTraces(env);
}
