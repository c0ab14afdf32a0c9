#!/usr/bin/env node
import * as module from "node:module";
import { fileURLToPath } from "node:url";
import { handOver, isSupported, pinnedNode } from "./node.mjs";

if (isSupported(process.version)) {
  module.enableCompileCache?.();
  await import("../dist/main.js");
} else {
  const node = pinnedNode();
  if (node) {
    handOver(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
  } else {
    console.error(`khop cần Node 22.18, 24.11, 26 hoặc mới hơn; máy này có ${process.version}: hãy cài Node mới từ https://nodejs.org.`);
    console.error(
      `khop needs Node 22.18, 24.11, 26 or newer; this machine has ${process.version}: install a newer one from https://nodejs.org.`,
    );
    process.exitCode = 2;
  }
}
