// node scripts/run.mjs FILE ARGS…: runs FILE under a supported Node, with our packages read from their sources.
import { resolve } from "node:path";
import { envWith, handOver, root, supportedNode } from "./node.mjs";

const [file, ...args] = process.argv.slice(2);
const node = supportedNode();
handOver(node, ["--conditions=@khop/source", resolve(root, file), ...args], { env: envWith(node) });
