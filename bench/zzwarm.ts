import { readFileSync } from "node:fs";
import { examine } from "@khop/core";
import { readText } from "@khop/reader";
const text = readFileSync("/work/shared/seed/bao-cao-2024-10.md", "utf8");
const go = () => examine(readText(text, "markdown").network);
for (let i = 0; i < 600; i++) go();
const t: number[] = [];
for (let i = 0; i < 200; i++) { const a = performance.now(); go(); t.push(performance.now() - a); }
t.sort((a, b) => a - b);
console.log("min", t[0].toFixed(2), "median", t[100].toFixed(2));
