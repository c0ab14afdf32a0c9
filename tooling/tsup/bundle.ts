import type { Options } from "tsup";

/** A command: everything in one file, because each file opened at start costs time. */
export const bundle = (entry: string[]): Options => ({
  entry,
  format: ["esm"],
  platform: "node",
  target: "node22",
  dts: false,
  clean: true,
  minify: false,
  splitting: true,
  noExternal: [/.*/],
});
