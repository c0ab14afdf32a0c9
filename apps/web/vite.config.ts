import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { policy, preloadFonts } from "./build/plugins.ts";

const conditions = ["@khop/source", ...defaultClientConditions];

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions },
  plugins: [react(), policy(), preloadFonts(/-(?:400|600)-normal-[\w-]+\.woff2$/)],
  worker: { format: "es" },
  build: {
    target: ["chrome100", "firefox115", "safari16"],
    modulePreload: { polyfill: false },
    // Nothing stands inside a page that its policy would forbid.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
