import { extensionOf, isPdf, isZip, opensLikePage, textExtensions } from "@khop/reader/file";
import type { Said } from "../language.ts";
import { Trouble } from "../trouble.ts";
import type { Converted } from "./document.ts";

const toWord = {
  vi: "mở bằng Word rồi lưu thành “Word Document (*.docx)”, hoặc thêm cờ --libreoffice nếu máy có LibreOffice",
  en: 'open it in Word and save as "Word Document (*.docx)", or add the flag --libreoffice if LibreOffice is on this machine',
};
const toExcel = {
  vi: "mở bằng Excel rồi lưu thành “Excel Workbook (*.xlsx)”, hoặc thêm cờ --libreoffice nếu máy có LibreOffice",
  en: 'open it in Excel and save as "Excel Workbook (*.xlsx)", or add the flag --libreoffice if LibreOffice is on this machine',
};
const fromSlides = {
  vi: "chép bảng vào một tệp Markdown hoặc văn bản UTF-8",
  en: "copy the table into a Markdown or UTF-8 text file",
};

interface Unread {
  readonly extensions: readonly string[];
  readonly name: string;
  readonly magic?: string;
  readonly how: Said;
}

/** Kinds of document that are known and not read, with what turns them into one that is. */
const unread: readonly Unread[] = [
  { extensions: [".odt"], name: "OpenDocument", how: toWord },
  { extensions: [".ods"], name: "OpenDocument", how: toExcel },
  { extensions: [".xls", ".xlt"], name: "Excel 97–2003", how: toExcel },
  { extensions: [".xlsb"], name: "Excel nhị phân", how: toExcel },
  { extensions: [".pptx", ".ppt"], name: "PowerPoint", how: fromSlides },
  { extensions: [".doc", ".dot"], name: "Word 97–2003", how: toWord },
  { extensions: [".rtf"], name: "RTF", magic: "{\\rtf", how: toWord },
  { extensions: [], name: "Word/Excel 97–2003", magic: "\u00d0\u00cf\u0011\u00e0", how: toWord },
];

const packages: ReadonlySet<string> = new Set([".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".xltm", ".pdf"]);

/** Whether a file in a folder may be a report, by its name: those that are read, and those that people would take for reports. */
export function mayBeReport(name: string): boolean {
  const extension = extensionOf(name);
  if (packages.has(extension) || textExtensions.has(extension)) return true;
  return unread.some(({ extensions, name: kind }) => kind !== "PowerPoint" && extensions.includes(extension));
}

/**
 * Turns away an Office document or a PDF that is none inside.
 *
 * @throws Trouble that says how to mend it.
 */
export function refuseFalse(file: string, bytes: Buffer): void {
  const extension = extensionOf(file);
  if (extension === ".pdf" && !isPdf(bytes)) throw notPdf(file);
  const program = programOf(extension);
  if (program !== undefined && !isZip(bytes) && !opensLikePage(bytes)) throw notOffice(file, bytes, program);
}

/**
 * Turns away a document that this version cannot read, by its name or its first bytes.
 *
 * @throws Trouble that says how to make one of it that is read.
 */
export function refuseUnread(file: string, bytes: Buffer): void {
  const kind = unreadIn(file, bytes);
  if (kind !== undefined) throw unreadKind(file, kind.name, kind.how);
}

function unreadIn(file: string, bytes: Buffer): Unread | undefined {
  const extension = extensionOf(file);
  if (opensLikePage(bytes) || programOf(extension) !== undefined) return undefined;
  const head = bytes.subarray(0, 8).toString("latin1");
  return unread.find(({ extensions, magic }) => extensions.includes(extension) || (magic !== undefined && head.startsWith(magic)));
}

/** What LibreOffice can make of a file that is not read itself; undefined for the others. `bytes` are its first ones. */
export function convertible(file: string, bytes: Buffer): Converted | undefined {
  const kind = unreadIn(file, bytes);
  if (kind === undefined || (kind.how !== toWord && kind.how !== toExcel)) return undefined;
  const [known = kind.magic === "{\\rtf" ? ".rtf" : ".doc"] = kind.extensions;
  const own = extensionOf(file);
  return { from: (kind.extensions.includes(own) ? own : known).slice(1), to: kind.how === toWord ? "docx" : "xlsx" };
}

const readable: Said = {
  vi: "bản này đọc được Word (.docx), Excel (.xlsx), PDF, HTML, CSV, Markdown và văn bản thuần",
  en: "this version reads Word (.docx), Excel (.xlsx), PDF, HTML, CSV, Markdown and plain text",
};

function unreadKind(file: string, name: string, how: Said): Trouble {
  const english = name === "Excel nhị phân" ? "Excel binary" : name;
  return new Trouble(
    `${file} là tài liệu ${name}; ${readable.vi}: ${how.vi}.`,
    `${file} is ${/^(?:[AEIO]|RTF)/.test(english) ? "an" : "a"} ${english} document; ${readable.en}: ${how.en}.`,
  );
}

/** Why a package that opens is not read: it is none of the program that it was taken for. */
export function otherPackage(file: string, contentType: string): Trouble {
  if (/spreadsheetml|ms-excel/.test(contentType)) return unreadKind(file, "Excel", toExcel);
  if (/wordprocessingml|ms-word/.test(contentType)) return unreadKind(file, "Word", toWord);
  return unreadKind(file, /presentationml|powerpoint/.test(contentType) ? "PowerPoint" : "ZIP", fromSlides);
}

const notPdf = (file: string): Trouble =>
  new Trouble(
    `${file} có đuôi PDF nhưng bên trong không phải tệp PDF: hãy xin lại tệp, hoặc xuất lại PDF từ Word.`,
    `${file} is called a PDF but is none inside: get the file anew, or export it again from Word.`,
  );

export type Program = "Word" | "Excel";

function programOf(extension: string): Program | undefined {
  if ([".docx", ".docm", ".dotx", ".dotm"].includes(extension)) return "Word";
  return [".xlsx", ".xlsm", ".xltx", ".xltm"].includes(extension) ? "Excel" : undefined;
}

const saved: Readonly<Record<Program, string>> = { Word: "Word Document (*.docx)", Excel: "Excel Workbook (*.xlsx)" };

/** A file called .docx or .xlsx that is none. Office keeps a document with a password in the old container. */
function notOffice(file: string, bytes: Buffer, program: Program): Trouble {
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) {
    return new Trouble(
      `${file} có mật khẩu nên không đọc được: hãy mở bằng ${program}, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ ${program === "Word" ? "tài liệu" : "sổ làm việc"}) rồi lưu lại.`,
      `${file} has a password and cannot be read: open it in ${program}, remove the password (File > Info > Protect ${program === "Word" ? "Document" : "Workbook"}) and save it again.`,
    );
  }
  return new Trouble(
    `${file} có đuôi ${program} nhưng bên trong không phải tệp ${program}: hãy mở bằng ${program} rồi lưu lại thành “${saved[program]}”.`,
    `${file} is called ${program === "Word" ? "a Word" : "an Excel"} document but is none inside: open it in ${program} and save it again as "${saved[program]}".`,
  );
}
