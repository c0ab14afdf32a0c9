import { type ReadDocument, readText } from "@khop/reader";
import type { DocxSource } from "@khop/reader/docx";
import type { Source } from "./source.ts";

/** Reads a document of any format. What reads Word is loaded when the first Word file comes, so that Markdown starts as fast as before. */
export async function readDocument(source: Source): Promise<ReadDocument & { readonly source?: DocxSource }> {
  if (source.format !== "docx") return readText(source.text, source.format);
  const { readWord } = await import("./word.ts");
  return readWord(source.bytes, source.file === "-" ? "stdin" : source.file);
}
