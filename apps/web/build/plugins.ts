import type { Plugin } from "vite";
import { headers, pagePolicy, serviceWorkerPolicy } from "./policy.ts";

/** Puts the policy into the page, and beside the pages a file that says with which headers to serve them. */
export function policy(): Plugin {
  return {
    name: "khop-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: pagePolicy }, injectTo: "head-prepend" },
    ],
    generateBundle() {
      const source = `${JSON.stringify({ headers, "/service-worker.js": { "Content-Security-Policy": serviceWorkerPolicy } }, null, 2)}\n`;
      this.emitFile({ type: "asset", fileName: "headers.json", source });
    },
  };
}

/** Asks for the faces of the first screen at once, so that no text moves when they come. */
export function preloadFonts(wanted: RegExp): Plugin {
  return {
    name: "khop-preload-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => wanted.test(name))
          .map((name) => ({
            tag: "link",
            attrs: { rel: "preload", href: `/${name}`, as: "font", type: "font/woff2", crossorigin: "" },
            injectTo: "head",
          })),
    },
  };
}
