import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { offices, offline, policy, preloadFonts, sample } from "./build/plugins.ts";

const conditions = ["@khop/source", ...defaultClientConditions];
const here = (path: string): string => join(import.meta.dirname, path);

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions },
  plugins: [react(), sample(), policy(), preloadFonts(/\.woff2$/), offices(), offline()],
  worker: { format: "es", plugins: () => [sample()] },
  build: {
    target: ["chrome100", "firefox115", "safari16"],
    modulePreload: { polyfill: false },
    // Nothing stands inside a page that its policy would forbid.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // pdf.js is as large as it is, and is loaded for a PDF only.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: { index: here("index.html"), office: here("office.html"), "service-worker": here("src/service-worker.ts") },
      output: { entryFileNames: ({ name }) => (name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js") },
    },
  },
});
