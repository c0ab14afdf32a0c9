import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** What the server measures of itself. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: "khop_http_request_seconds",
    help: "Time to answer a request, by method, route and status.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
