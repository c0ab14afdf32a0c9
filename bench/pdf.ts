import { examine } from "@khop/core";
import { loadPdfEngine, readPdf } from "@khop/reader/pdf";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { inTurns, type Times } from "./measure.ts";

const pages = 100;

/** A PDF of a hundred pages that hold one text over and over, set as reports are. */
function longPdf(text: string): Uint8Array {
  const fonts = import.meta.resolve("@expo-google-fonts/tinos/package.json");
  const folders = ["400Regular", "700Bold"].map((face) => decodeURIComponent(new URL(face, fonts).pathname));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: folders }] });
  const paragraphs = text
    .replace(/<[^>]*>|[|*]/g, " ")
    .split(/\n+/)
    .filter((line) => /\p{L}/u.test(line))
    .map((line) => line.replace(/[\\#$_@<>`~[\]/=+-]/g, "\\$&"));
  const set =
    '#set page(paper: "a4", numbering: "1")\n#set text(font: "Tinos", size: 14pt)\n#set par(justify: true, first-line-indent: 1cm)\n';
  const body = (times: number): string => set + Array.from({ length: times }, () => paragraphs.join("\n\n")).join("\n\n");
  const pagesOf = (times: number): number =>
    compiler.query(
      { mainFileContent: `${body(times)}\n#context [#metadata(counter(page).final().first())<pages>]` },
      { selector: "<pages>" },
    )[0].value;
  return new Uint8Array(compiler.pdf({ mainFileContent: body(Math.round((pages * 10) / pagesOf(10))) }));
}

/** Milliseconds for a long PDF: its text as pdf.js gives it, read by us, and read and examined. */
export async function pdf(text: string): Promise<Times<"pdfjs" | "reading" | "findings"> & { readonly pages: number }> {
  const engine = await loadPdfEngine();
  const bytes = longPdf(text);
  const alone = async (): Promise<number> => {
    const task = engine.getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await page.getTextContent();
      page.cleanup();
    }
    await task.destroy();
    return document.numPages;
  };
  const times = await inTurns(
    {
      pdfjs: alone,
      reading: () => readPdf(bytes),
      findings: async () => examine((await readPdf(bytes)).network),
    },
    { warm: 15, runs: 25 },
  );
  return { ...times, pages: await alone() };
}
