import type { Options } from "tsup";

/** A published package: ESM, one file per entry, dependencies left outside; tsc writes the declarations. */
export const library = (entry: string[]): Options => ({
  entry,
  format: ["esm"],
  target: "node22",
  dts: false,
  clean: true,
  sourcemap: true,
});
