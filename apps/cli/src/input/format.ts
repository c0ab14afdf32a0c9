import { extname } from "node:path";
import type { TextFormat } from "@khop/reader";
import type { Said } from "../language.ts";
import { Trouble } from "../trouble.ts";

const toWord = {
  vi: "mở bằng Word rồi lưu thành “Word Document (*.docx)”, hoặc chạy: soffice --convert-to docx TỆP",
  en: 'open it in Word and save as "Word Document (*.docx)", or run: soffice --convert-to docx FILE',
};
const fromPdf = { vi: "chạy: pdftotext -layout TỆP bao-cao.txt", en: "run: pdftotext -layout FILE report.txt" };
const fromSheet = {
  vi: "chép bảng vào một tệp Markdown hoặc văn bản UTF-8",
  en: "copy the table into a Markdown or UTF-8 text file",
};

/** Kinds of document that are known and not read yet, with what turns them into text. */
const unread: readonly { extensions: readonly string[]; name: string; magic?: string; how: Said }[] = [
  { extensions: [".odt"], name: "OpenDocument", how: toWord },
  { extensions: [".xlsx", ".xlsm", ".xls", ".ods"], name: "Excel", how: fromSheet },
  { extensions: [".pptx", ".ppt"], name: "PowerPoint", how: fromSheet },
  { extensions: [".pdf"], name: "PDF", magic: "%PDF-", how: fromPdf },
  { extensions: [".doc", ".dot"], name: "Word 97–2003", how: toWord },
  { extensions: [".rtf"], name: "RTF", magic: "{\\rtf", how: toWord },
  {
    extensions: [".html", ".htm", ".xhtml"],
    name: "HTML",
    how: { vi: "chạy: pandoc TỆP -t gfm -o bao-cao.md", en: "run: pandoc FILE -t gfm -o report.md" },
  },
  { extensions: [], name: "Word/Excel 97–2003", magic: "\u00d0\u00cf\u0011\u00e0", how: toWord },
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
  if (wordExtensions.includes(extension) && bytes !== undefined && !isZip(bytes)) throw notWord(file, bytes);
  const kind = unread.find(({ extensions, magic }) => extensions.includes(extension) || (magic !== undefined && head?.startsWith(magic)));
  if (kind !== undefined) throw unreadKind(file, kind.name, kind.how);
}

const unreadKind = (file: string, name: string, how: Said): Trouble =>
  new Trouble(
    `${file} là tài liệu ${name}; bản này mới đọc được Word (.docx), Markdown và văn bản thuần: ${how.vi}.`,
    `${file} is ${/^(?:[AEIO]|HTML|RTF)/.test(name) ? "an" : "a"} ${name} document; this version reads Word (.docx), Markdown and plain text only: ${how.en}.`,
  );

/** Why a package that opens is not read: it is Excel or PowerPoint, or nothing of Office. */
export const otherPackage = (file: string, contentType: string): Trouble =>
  unreadKind(
    file,
    contentType.includes("spreadsheetml") ? "Excel" : contentType.includes("presentationml") ? "PowerPoint" : "ZIP",
    fromSheet,
  );

/** Word documents are told by their first bytes, whatever they are called: they are ZIP files. */
export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";

const wordExtensions = [".docx", ".docm", ".dotx", ".dotm"];

/** A file called .docx that is none. Word keeps a document with a password in the old container. */
function notWord(file: string, bytes: Buffer): Trouble {
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) {
    return new Trouble(
      `${file} có mật khẩu nên không đọc được: hãy mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu) rồi lưu lại.`,
      `${file} has a password and cannot be read: open it in Word, remove the password (File > Info > Protect Document) and save it again.`,
    );
  }
  return new Trouble(
    `${file} có đuôi Word nhưng bên trong không phải tệp Word: hãy mở bằng Word rồi lưu lại thành “Word Document (*.docx)”.`,
    `${file} is called a Word document but is none inside: open it in Word and save it again as "Word Document (*.docx)".`,
  );
}
