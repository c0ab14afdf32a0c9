// Keeps the pages on this machine, so that they work without a network. Reports and figures never pass through here.

declare const __FILES__: readonly string[];
declare const __VERSION__: string;

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}
const scope = self as unknown as Scope;
const kept = `khop-${__VERSION__}`;

scope.addEventListener("install", (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(__FILES__)));
});

// An older build is let go once no page uses it any more.
scope.addEventListener("activate", (event) => {
  const letGo = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name.startsWith("khop-") && name !== kept) await caches.delete(name);
    await scope.clients.claim();
  };
  event.waitUntil(letGo());
});

/** What the server answers itself: figures, and the reference of its API. */
const served = /^\/(?:api|docs|openapi\.json|healthz|readyz|metrics)(?:\/|$)/;

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.location.origin || served.test(pathname)) return;
  event.respondWith(answered(request, pathname));
});

async function answered(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(kept);
  if (request.mode !== "navigate") return (await cache.match(request)) ?? fetch(request);
  return (await cache.match(`${path}.html`)) ?? (await cache.match("/index.html")) ?? fetch(request);
}
