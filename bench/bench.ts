import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@khop/core";
import { readText } from "@khop/reader";
import { apiRows } from "./api.ts";
import { cold } from "./cold.ts";
import { composing, everywhere } from "./compose.ts";
import { docx, sections } from "./docx.ts";
import { exploring } from "./explore.ts";
import { many } from "./many.ts";
import { median, medianAsync } from "./measure.ts";
import { pdf } from "./pdf.ts";
import { piecesOf, reportOf } from "./reports.ts";
import { Table, times } from "./table.ts";
import { textlint } from "./textlint.ts";
import { web } from "./web.ts";

const root = join(import.meta.dirname, "..");
const given = join(root, "../shared/seed/bao-cao-2024-10.md");
const file = existsSync(given) ? given : join(root, "apps/cli/examples/bao-cao-mau.md");
const text = readFileSync(file, "utf8");

const check = (of: string) => examine(readText(of, "markdown").network);
const scan = (of: string) => of.match(/\d+(?:[.,]\d+)*/g);
const lint = textlint();
const table = new Table();

const whole = median(() => check(text));
const reading = median(() => readText(text, "markdown"));
const bare = median(() => scan(text));
const linted = await medianAsync(() => lint(text));
const tenfold = Array.from({ length: 10 }, () => text).join("\n\n");
const ten = median(() => check(tenfold));

table.row("the report checked whole, warm", whole, "", "≤ 2 ms");
table.row("  of that: reading", reading, times(reading, whole));
table.row("textlint, its own rules, same text", linted, `${times(linted, whole)} as long`, "≥ 40 ×");
table.row("a bare scan of the numbers", bare, `check is ${times(whole, bare)}`);
table.row("ten times the text", ten, times(ten, whole), "≤ 12 ×");

const { empty, check: started, handedOver, emptyOld } = cold(file);
table.row("an empty program, cold", empty);
table.row("khop check, cold", started, `${times(started, empty)} as long`, "≤ 2,5 ×");
if (handedOver !== undefined && emptyOld !== undefined) {
  const more = `+ ${(handedOver - started).toFixed(1)} ms (Node 20 alone: ${emptyOld.toFixed(1)})`;
  table.row("khop check through Node 20's hand-over", handedOver, more);
}

const words = await docx(reportOf(sections));
table.row("a Word file of 30 pages: its text alone, by mammoth", words.mammoth);
table.row("  read: text, figures, relations", words.reading, times(words.reading, words.mammoth));
table.row("  from bytes to findings", words.findings, times(words.findings, words.mammoth), "≤ 1,0 ×");
table.row("  and handed back with comments", words.annotated, times(words.annotated, words.mammoth), "≤ 2,0 ×");
const dense = await docx(Array.from({ length: 3 }, () => piecesOf(text)).flat());
table.row("the report three times as a Word file: by mammoth", dense.mammoth);
table.row("  from bytes to findings", dense.findings, times(dense.findings, dense.mammoth), "≤ 1,0 ×");
table.row("  and handed back with comments", dense.annotated, times(dense.annotated, dense.mammoth), "≤ 2,0 ×");

const long = await pdf(text);
table.row(`a PDF of ${long.pages} pages: its text alone, by pdf.js`, long.pdfjs);
table.row("  read: text, figures, relations", long.reading, times(long.reading, long.pdfjs));
table.row("  from bytes to findings", long.findings, times(long.findings, long.pdfjs), "≤ 1,3 ×");

const folder = await many();
table.row(`${folder.count} documents of a folder: textlint, in one program`, folder.textlint);
table.row("  khop check, one by one", folder.one, `textlint ${times(folder.textlint, folder.one)} as long`);
table.row(`  khop check, on all ${folder.cores} cores`, folder.all, `textlint ${times(folder.textlint, folder.all)} as long`, "≥ 50 ×");
table.row("  memory of it at most, MB", folder.megabytes, `${folder.megabytesOfMore.toFixed(0)} MB for three times as many`, "flat");

const written = await composing();
table.row(`the monthly report, ${written.figures} figures: docxtemplater filling as long a file`, written.docxtemplater);
table.row("  from facts to the Word file", written.docx, times(written.docx, written.docxtemplater), "≤ 1,0 ×");
table.row("  of that: writing it", written.writing, times(written.writing, written.docx));
if (written.pandoc !== undefined)
  table.row("  pandoc, a Word file of the same Markdown", written.pandoc, `${times(written.pandoc, written.docx)} as long`);
table.row("  from facts to the PDF", written.pdf);
if (written.libreoffice !== undefined)
  table.row(
    "  LibreOffice, a PDF of the same Word file",
    written.libreoffice,
    `${times(written.libreoffice, written.pdf)} as long`,
    "≥ 10 ×",
  );
const communes = 3321;
const all = everywhere(communes);
table.row(`${communes} reports in one run, each`, (all.seconds * 1000) / communes, `${all.seconds.toFixed(0)} s in all`);
table.row("  memory at the end of it, MB", all.late, `${all.early.toFixed(0)} MB at a tenth`, "flat");

const pages = await web(file);
if (pages === undefined) console.log("The check page was not measured: there is no Chromium on this machine.");
else {
  table.row("the check page in Chromium, CPU slowed 4 ×: usable, from cold", pages.interactive, "", "≤ 1500 ms");
  table.row("  the report read, checked and marked after its drop", pages.marked, "the worker is not slowed", "≤ 300 ms");
  table.row("  a figure explained after a click", pages.explained);
  table.row("a key in an entry form of 130 cells, to the rule below its cell", pages.ruled, "the worker is not slowed", "≤ 50 ms");
  table.row("a key in an entry form of 5,000 cells, to the rule below its cell", pages.ruledLarge, "the worker is not slowed", "≤ 50 ms");
  table.row("  frames in a second while it scrolls", pages.frames, "", "60");
}

const looked = await exploring();
table.row(
  `ten years of an indicator, read from PGlite, summed over ${looked.communes} communes: asked for the first time`,
  looked.first,
  "",
  "≤ 300 ms once kept",
);
table.row("  asked for again", looked.again, "", "≤ 300 ms");
table.row("  and after one commune told a figure", looked.afterOne, "", "≤ 300 ms");
table.row("  of one commune", looked.commune);

await apiRows(table);

const what = file.startsWith(root) ? file.slice(root.length + 1) : "the given sample";
console.log(`${what}: ${text.length} characters, ${scan(text)?.length} numbers; Node ${process.version}`);
console.log(table.text);
