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

const written = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

/** The policy as a page carries it in a meta tag; there, nobody reads who may frame it. */
export const pagePolicy = written(directives);

/** Headers that a server of these pages sends with each answer. */
export const headers: Readonly<Record<string, string>> = {
  "Content-Security-Policy": written({ ...directives, "frame-ancestors": "'none'" }),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The service worker keeps the pages for when there is no network, so it alone may fetch them. */
export const serviceWorkerPolicy = "default-src 'none'; connect-src 'self'";
