import { extname } from "node:path";
import type { TextFormat } from "@khop/reader";
import { Trouble } from "../trouble.ts";

const toText = {
  vi: "mở bằng Word rồi lưu thành “Plain Text (*.txt)” với mã UTF-8, hoặc chạy: pandoc TỆP -t gfm -o bao-cao.md",
  en: 'open it in Word and save as "Plain Text (*.txt)" in UTF-8, or run: pandoc FILE -t gfm -o report.md',
};
const fromPdf = { vi: "chạy: pdftotext -layout TỆP bao-cao.txt", en: "run: pdftotext -layout FILE report.txt" };
const fromSheet = {
  vi: "chép bảng vào một tệp Markdown hoặc văn bản UTF-8",
  en: "copy the table into a Markdown or UTF-8 text file",
};

/** Kinds of document that are known and not read yet, with what turns them into text. */
const unread: readonly { extensions: readonly string[]; name: string; magic?: string; how: { vi: string; en: string } }[] = [
  { extensions: [".docx", ".docm", ".dotx", ".odt"], name: "Word", how: toText },
  { extensions: [".xlsx", ".xlsm", ".xls", ".ods"], name: "Excel", how: fromSheet },
  { extensions: [".pptx", ".ppt"], name: "PowerPoint", how: fromSheet },
  { extensions: [".pdf"], name: "PDF", magic: "%PDF-", how: fromPdf },
  { extensions: [".doc", ".dot"], name: "Word 97–2003", how: toText },
  { extensions: [".rtf"], name: "RTF", magic: "{\\rtf", how: toText },
  {
    extensions: [".html", ".htm", ".xhtml"],
    name: "HTML",
    how: { vi: "chạy: pandoc TỆP -t gfm -o bao-cao.md", en: "run: pandoc FILE -t gfm -o report.md" },
  },
  { extensions: [], name: "Word/Excel (ZIP)", magic: "PK\u0003\u0004", how: toText },
  { extensions: [], name: "Word/Excel 97–2003", magic: "\u00d0\u00cf\u0011\u00e0", how: toText },
];

/** Markdown unless the name says plain text; what stands on standard input may be either. */
export const formatOf = (file: string): TextFormat => ([".txt", ".text"].includes(extname(file).toLowerCase()) ? "text" : "markdown");

/**
 * Turns away a document that this version cannot read, by its name or its first bytes.
 *
 * @throws Trouble that says how to make text of it.
 */
export function refuseUnread(file: string, bytes?: Buffer): void {
  const extension = extname(file).toLowerCase();
  const head = bytes?.subarray(0, 8).toString("latin1");
  const kind = unread.find(({ extensions, magic }) => extensions.includes(extension) || (magic !== undefined && head?.startsWith(magic)));
  if (kind === undefined) return;
  throw new Trouble(
    `${file} là tài liệu ${kind.name}; bản này mới đọc được Markdown và văn bản thuần: ${kind.how.vi}.`,
    `${file} is a ${kind.name} document; this version reads Markdown and plain text only: ${kind.how.en}.`,
  );
}
