import { isKhopError } from "@khop/core";
import { isOoxmlError } from "@khop/ooxml";
import { troubleUnforeseen } from "./unforeseen.ts";
import type { Trouble } from "./view.ts";

const trouble = (vi: string, viHow: string, en: string, enHow: string): Trouble => ({ what: { vi, en }, how: { vi: viHow, en: enHow } });

const saveAgain = [
  "Hãy mở bằng Word hoặc Excel, lưu lại thành .docx hoặc .xlsx rồi thả lại.",
  "Open it in Word or Excel, save it as .docx or .xlsx and drop it again.",
] as const;
const split = ["Hãy tách thành nhiều tệp nhỏ hơn rồi thả từng tệp.", "Split it into smaller files and drop them one by one."] as const;
const toUnicode = [
  "Hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6), lưu bằng mã UTF-8 rồi thả lại.",
  "Convert it to Unicode (UniKey: Ctrl+Shift+F6), save it as UTF-8 and drop it again.",
] as const;

/** Kinds of file that are known and not read. */
const unread: readonly (readonly [extensions: readonly string[], magic: string, name: string])[] = [
  [[".doc", ".dot", ".xls", ".xlt"], "\u00d0\u00cf\u0011\u00e0", "Word, Excel 97–2003"],
  [[".odt", ".ods"], "", "OpenDocument"],
  [[".rtf"], "{\\rtf", "RTF"],
  [[".xlsb"], "", "Excel nhị phân (.xlsb)"],
  [[".ppt", ".pptx"], "", "PowerPoint"],
];

/** Why a file will not be read, told by its name and first bytes; undefined for one that may be. */
export function unreadKind(extension: string, head: string): Trouble | undefined {
  const kind = unread.find(([extensions, magic]) => extensions.includes(extension) || (magic !== "" && head.startsWith(magic)));
  if (kind === undefined) return undefined;
  const [vi, en] =
    kind[2] === "PowerPoint"
      ? ["Hãy chép bảng vào một tệp Word hoặc Excel rồi thả lại.", "Copy the table into a Word or Excel file and drop that."]
      : saveAgain;
  return trouble(`Đây là tài liệu ${kind[2]}, chưa đọc được`, vi, `This is a document of ${kind[2]}, which is not read yet`, en);
}

export const falseKind = (): Trouble =>
  trouble("Tệp không phải loại mà tên nó nói", ...swap(saveAgain, "The file is not what its name says"));

const swap = ([vi, en]: readonly [string, string], english: string): [string, string, string] => [vi, english, en];

export const tooLarge = (): Trouble => trouble("Tệp quá lớn", ...swap(split, "The file is too large"));

export const empty = (): Trouble =>
  trouble(
    "Không có chữ nào để kiểm",
    "Hãy xem lại tệp, hoặc dán nội dung báo cáo.",
    "There is nothing to check",
    "Look at the file again, or paste the report.",
  );

const ofPackage: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  "ooxml/not-a-package": ["Tệp là tệp nén nhưng không phải Word hay Excel", "The file is packed but is neither Word nor Excel"],
  "ooxml/encrypted": ["Tệp có mật khẩu", "The file has a password"],
  "ooxml/no-part": ["Tệp bị thiếu phần nội dung chính", "The file lacks its main document"],
  "ooxml/too-large": [
    "Tệp phình ra quá lớn khi mở, có thể được làm ra để gây hại",
    "The file grows too large when opened and may be made to do harm",
  ],
};

/** Any error as its user should hear of it. */
export function troubleOf(error: unknown): Trouble {
  if (isOoxmlError(error)) {
    const [vi, en] = ofPackage[error.code] ?? ["Tệp bị hỏng hoặc thiếu một phần", "The file is damaged or cut off"];
    return trouble(vi, ...swap(saveAgain, en));
  }
  if (isKhopError(error, "reader/too-large"))
    return trouble("Tài liệu chứa quá nhiều thứ để đọc một lần", ...swap(split, "The document holds too much to be read at once"));
  if (isKhopError(error, "reader/not-text") || isKhopError(error, "reader/bad-encoding"))
    return trouble("Tệp không phải văn bản, hoặc sai bảng mã", ...swap(toUnicode, "The file is no text, or not in its encoding"));
  if (isKhopError(error, "reader/unknown-encoding"))
    return trouble("Không nhận ra chắc chắn tệp dùng bảng mã nào", ...swap(toUnicode, "The encoding of the file cannot be told for sure"));
  if (isKhopError(error, "reader/pdf-no-text"))
    return trouble(
      "Tệp PDF không có chữ, có lẽ là bản quét",
      "Hãy xin tệp Word gốc, hoặc nhận dạng chữ trước.",
      "The PDF has no text and is probably a scan",
      "Ask for the Word file, or recognise its letters first.",
    );
  if (isKhopError(error, "reader/pdf-password"))
    return trouble(
      "Tệp PDF có mật khẩu",
      "Hãy mở bằng mật khẩu, lưu lại bản không có mật khẩu rồi thả lại.",
      "The PDF has a password",
      "Open it with the password, save it without and drop it again.",
    );
  if (isKhopError(error, "reader/pdf-no-unicode"))
    return trouble(
      "Phông chữ trong PDF không cho biết là chữ gì",
      "Hãy xin tệp Word gốc, hoặc xuất lại PDF bằng phông Unicode như Times New Roman.",
      "The fonts of the PDF do not say which letters they draw",
      "Ask for the Word file, or export the PDF again in a Unicode font such as Times New Roman.",
    );
  if (isKhopError(error, "reader/pdf-limit")) return trouble("Tệp PDF quá dài", ...swap(split, "The PDF is too long"));
  if (isKhopError(error, "reader/pdf-damaged"))
    return trouble(
      "Tệp PDF bị hỏng",
      "Hãy xin lại tệp, hoặc xuất lại PDF từ Word.",
      "The PDF is damaged",
      "Get the file anew, or export it again from Word.",
    );
  return troubleUnforeseen(error);
}
