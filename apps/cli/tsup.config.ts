import { isBuiltin } from "node:module";
import type { Options } from "tsup";
import { bundle } from "../../tooling/tsup/bundle.ts";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * An import of `node:fs` as an ES module reads every export of it, and so loads streams, promises and readline: 3 ms each for fs,
 * util and child_process. Asked for by name, a built-in module costs nothing until it is used.
 */
const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => (isBuiltin(path) ? { path, namespace: "builtin", sideEffects: false } : undefined));
    build.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => {
      const names = Object.keys(process.getBuiltinModule(path) ?? {}).filter((name) => /^[a-z]\w*$/i.test(name) && name !== "default");
      const exported = names.map((name) => `export const ${name} = /* @__PURE__ */ (() => builtin.${name})();`);
      return { contents: [`const builtin = /* @__PURE__ */ process.getBuiltinModule(${JSON.stringify(path)});`, ...exported].join("\n") };
    });
  },
};

const config: Options = {
  ...bundle([]),
  entry: { main: "src/main.ts", thread: "src/many/thread.ts" },
  removeNodeProtocol: false,
  esbuildPlugins: [lazyBuiltins],
};

export default config;
