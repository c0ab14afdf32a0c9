// pnpm mutations [FILE] [--lines A-B]: changes every digit of every figure, and says how many changes are noticed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readText } from "@khop/reader";
import { readerOf } from "./anew.ts";
import { type Field, sampleField, wholeField } from "./facts.ts";
import { changesIn, inNetwork } from "./measure.ts";
import { aims, anew, caught, heading } from "./print.ts";

const usage = "Usage: mutations [FILE] [--lines A-B]";
const { values, positionals } = parseArgs({ allowPositionals: true, options: { lines: { type: "string" } } });
const [from, to] = (values.lines ?? "1-").split("-").map(Number);
const sample = join(import.meta.dirname, "../../../shared/seed/bao-cao-2024-10.md");
const file = positionals[0] ?? sample;

if (positionals.length > 1 || from === undefined || to === undefined || Number.isNaN(from + to)) {
  console.error(usage);
  process.exit(2);
}
if (!existsSync(file)) {
  console.error(`There is no ${file}. ${usage}`);
  process.exit(2);
}

const field: Field =
  positionals.length === 0 && values.lines === undefined
    ? sampleField(readFileSync(file, "utf8"))
    : wholeField(readFileSync(file, "utf8"), from, to || Number.POSITIVE_INFINITY);
const read = readText(field.text);
const { facts, changes } = changesIn(field, read);
const found = inNetwork(read, changes);
console.log(heading(facts, changes));
console.log(caught(found, changes.length));
console.log(aims(found));
const again = readerOf(field.text);
console.log(anew(changes.map(({ figure: { start }, before, after }) => again({ start, before, after }))));
process.exitCode = found.undetected.length > 0 || found.accused.length > 0 ? 1 : 0;
