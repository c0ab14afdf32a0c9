import { createHash } from "node:crypto";
import { chartClass } from "../src/explore/chart-class.ts";
import { officeAddresses } from "../src/office/addresses.ts";

/**
 * What a page may do: run and show what came with it, and nothing else. Nothing may be fetched or sent by script at all, so a document
 * cannot leave even if a fault, or a hostile report, tried.
 */
const directives: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "font-src": "'self'",
  "img-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "connect-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "object-src": "'none'",
};

/** The one style that Observable Plot puts into a chart of that class, to the letter; no other style in a page is let in. */
const chartStyle = `:where(.${chartClass}) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.${chartClass} text),
:where(.${chartClass} tspan) {
  white-space: pre;
}`;

/** The same for pages that ask the server that they came from, and nobody else. */
const office: Readonly<Record<string, string>> = {
  ...directives,
  "connect-src": "'self'",
  "style-src": `'self' 'sha256-${createHash("sha256").update(chartStyle).digest("base64")}'`,
  // Charts of a report come inside it.
  "img-src": "'self' data:",
};

const written = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

const framed = (all: Readonly<Record<string, string>>): string => written({ ...all, "frame-ancestors": "'none'" });

/** The policy as a page carries it in a meta tag; there, nobody reads who may frame it. */
export const pagePolicy = (file: string): string => written(file.endsWith("office.html") ? office : directives);

/** Headers that a server of these pages sends with each answer. */
const headers: Readonly<Record<string, string>> = {
  "Content-Security-Policy": framed(directives),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The service worker keeps the pages for when there is no network, so it may fetch them. */
const serviceWorkerPolicy = "default-src 'none'; connect-src 'self'";

/** What stands in headers.json: for every answer, and what is otherwise at some addresses. */
export const allHeaders = {
  headers,
  "/service-worker.js": { "Content-Security-Policy": serviceWorkerPolicy },
  // The service worker keeps the files, and hands them out with the headers that it got them with.
  ...Object.fromEntries(
    officeAddresses.flatMap((address) => [address, `${address}.html`]).map((path) => [path, { "Content-Security-Policy": framed(office) }]),
  ),
};
