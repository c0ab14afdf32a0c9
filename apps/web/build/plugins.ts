import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { officeAddresses } from "../src/office/addresses.ts";
import { allHeaders, pagePolicy } from "./policy.ts";

/** Puts the policy into the page, and beside the pages a file that says with which headers to serve them. */
export function policy(): Plugin {
  return {
    name: "khop-policy",
    apply: "build",
    transformIndexHtml: (_, { path }) => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: pagePolicy(path) }, injectTo: "head-prepend" },
    ],
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "headers.json", source: `${JSON.stringify(allHeaders, null, 2)}\n` });
    },
  };
}

/** The page of everything that asks the server, as a file for each of its addresses: /nhap is nhap.html, whatever serves it. */
export function offices(): Plugin {
  return {
    name: "khop-offices",
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _, next) => {
        const [path = ""] = request.url?.split("?") ?? [];
        if (officeAddresses.some((address) => address === path)) request.url = "/office.html";
        next();
      });
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["office.html"];
        if (page?.type !== "asset") return;
        for (const address of officeAddresses) this.emitFile({ type: "asset", fileName: `${address.slice(1)}.html`, source: page.source });
        delete bundle["office.html"];
      },
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

const sampleFile = fileURLToPath(new URL("../../cli/examples/bao-cao-mau.md", import.meta.url));

/** The example report that `khop demo` checks too, as a module that is loaded when somebody wants to try. */
export function sample(): Plugin {
  return {
    name: "khop-sample",
    resolveId: (id) => (id === "virtual:sample" ? "\0virtual:sample" : undefined),
    load(id) {
      if (id !== "\0virtual:sample") return undefined;
      this.addWatchFile(sampleFile);
      return `export const name = ${JSON.stringify(basename(sampleFile))};\nexport const text = ${JSON.stringify(readFileSync(sampleFile, "utf8"))};\n`;
    },
  };
}

/** The service worker as a file of its own at the top, told which files there are and under which name this build is kept. */
export function offline(): Plugin {
  return {
    name: "khop-offline",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = Object.values(bundle).find((one) => one.type === "chunk" && one.name === "service-worker");
        if (worker?.type !== "chunk") throw new Error("The service worker was not built.");
        const files = Object.keys(bundle).filter((name) => !/^(?:service-worker\.js|headers\.json)$/.test(name));
        const all = ["index.html", "icon.svg", "manifest.webmanifest", ...files.filter((name) => name !== "index.html")]
          .map((name) => `/${name}`)
          .sort();
        const hash = createHash("sha256");
        // Names of files tell what is in them, but for the pages.
        for (const one of Object.values(bundle))
          hash.update(one.fileName).update(one.fileName.endsWith(".html") && one.type === "asset" ? one.source : "");
        const version = hash.digest("hex").slice(0, 12);
        worker.code = worker.code.replace("__FILES__", JSON.stringify(all)).replace("__VERSION__", JSON.stringify(version));
      },
    },
  };
}
