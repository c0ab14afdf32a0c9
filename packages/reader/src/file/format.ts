import { charactersOf, lastIndexIn } from "./bytes.ts";

/** How a document is read. */
export type Format = "markdown" | "text" | "csv" | "html" | "docx" | "xlsx" | "pdf";

/** Formats of text, told apart by the name of the file. */
export const textExtensions: ReadonlyMap<string, Format> = new Map([
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".txt", "text"],
  [".text", "text"],
  [".csv", "csv"],
  [".tsv", "csv"],
  [".tab", "csv"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
]);

/** The end of a file's name, with its dot, in small letters: ".docx"; nothing for a name without one. */
export const extensionOf = (name: string): string => /[^/\\](\.[^./\\]*)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/**
 * How a document is read. Packages and pages are told by what is in them, whatever they are called: many a program calls a page
 * .doc or .xls. Text is told by its name: Markdown unless that says otherwise, for what has no name may be either.
 */
export function formatOf(name: string, bytes: Uint8Array): Format {
  if (isPdf(bytes)) return "pdf";
  if (isZip(bytes)) return charactersOf(namesOf(bytes)).includes("xl/workbook") ? "xlsx" : "docx";
  const told = textExtensions.get(extensionOf(name));
  if ((told === undefined || told === "html") && opensLikePage(bytes)) return "html";
  return told ?? "markdown";
}

/** The directory at the end of a ZIP file; a workbook inside a Word file is not named in it. */
function namesOf(bytes: Uint8Array): Uint8Array {
  const end = lastIndexIn(bytes, "PK\u0005\u0006");
  if (end < 0 || end + 20 > bytes.length) return bytes;
  return bytes.subarray(new DataView(bytes.buffer, bytes.byteOffset).getUint32(end + 16, true), end);
}

/** What stands before the first element of a page. */
const pageHead = /^(?:\ufeff|\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body|meta)\b/i;

/** Whether a file opens as HTML does, in whatever encoding. */
export function opensLikePage(bytes: Uint8Array): boolean {
  // Of UTF-16 every other byte is nought.
  const head = charactersOf(bytes.subarray(0, headBytes))
    .replace(/\0/g, "")
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, "");
  return pageHead.test(head);
}

/** So many first bytes tell what a file is. */
export const headBytes = 4000;

/** A PDF may have some bytes of other programs before it, but not many. */
export function isPdf(bytes: Uint8Array): boolean {
  const at = charactersOf(bytes.subarray(0, 1_024)).indexOf("%PDF-");
  return at === 0 || (at > 0 && lastIndexIn(bytes, "%%EOF") >= 0);
}

/** Office documents are ZIP files. */
export const isZip = (bytes: Uint8Array): boolean => charactersOf(bytes.subarray(0, 4)) === "PK\u0003\u0004";
