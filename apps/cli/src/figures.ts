import { figuresJson } from "@khop/reader/checked";
import type { Arguments } from "./arguments.ts";
import { readDocument } from "./input/document.ts";
import { openSource } from "./input/open.ts";
import { print, printError } from "./output.ts";
import { figuresTable } from "./show/figures.ts";
import { screenOf, standardOutput } from "./show/screen.ts";
import { Trouble, troubleLines } from "./trouble.ts";

/** `khop figures`: every number of one document, or the text that their offsets point into. */
export async function figures({ operands, format, language, libreoffice }: Arguments): Promise<number> {
  const [file, ...others] = operands;
  if (file === undefined || others.length > 0) {
    throw new Trouble(
      "Lệnh khop figures nhận đúng một tệp: viết khop figures bao-cao.md, hoặc khop figures - để đọc từ đầu vào chuẩn.",
      "khop figures takes exactly one file: write khop figures report.md, or khop figures - to read standard input.",
    );
  }
  const document = await readDocument(await openSource(file, { libreoffice }));
  if (document.unread !== undefined) printError(troubleLines({ said: document.unread }, language));
  if (format === "text") print(document.text);
  else if (format === "json") print(`${JSON.stringify(figuresJson([{ ...document, file, origin: document.source }]), null, 2)}\n`);
  else print(figuresTable(document, screenOf(standardOutput(), language)));
  return 0;
}
