import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@khop/core";
import { readText } from "@khop/reader";
import { cold } from "./cold.ts";
import { median, medianAsync } from "./measure.ts";
import { pdf } from "./pdf.ts";
import { textlint } from "./textlint.ts";

const root = join(import.meta.dirname, "..");
const given = join(root, "../shared/seed/bao-cao-2024-10.md");
const file = existsSync(given) ? given : join(root, "apps/cli/examples/bao-cao-mau.md");
const text = readFileSync(file, "utf8");

const check = (of: string) => examine(readText(of, "markdown").network);
const scan = (of: string) => of.match(/\d+(?:[.,]\d+)*/g);
const lint = textlint();

const whole = median(() => check(text));
const reading = median(() => readText(text, "markdown"));
const bare = median(() => scan(text));
const linted = await medianAsync(() => lint(text));
const tenfold = Array.from({ length: 10 }, () => text).join("\n\n");
const ten = median(() => check(tenfold));
const long = await pdf(text);
const { empty, check: started, handedOver, emptyOld } = cold(file);

const rows: string[][] = [["", "ms", "ratio", "aim"]];
const row = (title: string, time: number, ratio = "", aim = "") => rows.push([title, time.toFixed(time < 10 ? 3 : 1), ratio, aim]);
const times = (a: number, b: number) => `${(a / b).toFixed(a / b < 10 ? 2 : 1)} ×`;
row("the report checked whole, warm", whole, "", "≤ 2 ms");
row("  of that: reading", reading, times(reading, whole));
row("textlint, its own rules, same text", linted, `${times(linted, whole)} as long`, "≥ 40 ×");
row("a bare scan of the numbers", bare, `check is ${times(whole, bare)}`);
row("ten times the text", ten, times(ten, whole), "≤ 12 ×");
row("an empty program, cold", empty);
row("khop check, cold", started, `${times(started, empty)} as long`, "≤ 2,5 ×");
if (handedOver !== undefined && emptyOld !== undefined)
  row(
    "khop check through Node 20's hand-over",
    handedOver,
    `+ ${(handedOver - started).toFixed(1)} ms (Node 20 alone: ${emptyOld.toFixed(1)})`,
  );

row(`a PDF of ${long.pages} pages: its text alone, by pdf.js`, long.alone);
row("  read: text, figures, relations", long.reading, times(long.reading, long.alone));
row("  from bytes to findings", long.whole, times(long.whole, long.alone), "≤ 1,3 ×");

const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
console.log(
  `${file.startsWith(root) ? file.slice(root.length + 1) : "the given sample"}: ${text.length} characters, ${scan(text)?.length} numbers; Node ${process.version}`,
);
for (const cells of rows)
  console.log(
    cells
      .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
