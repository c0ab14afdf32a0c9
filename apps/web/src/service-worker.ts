// Keeps the pages on this machine, so that they work without a network. Reports never pass through here: pages fetch nothing.

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

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== scope.location.origin) return;
  event.respondWith(answered(request));
});

async function answered(request: Request): Promise<Response> {
  const cache = await caches.open(kept);
  const page = request.mode === "navigate" ? "/index.html" : request;
  return (await cache.match(page)) ?? fetch(request);
}
