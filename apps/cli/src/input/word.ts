import { isKhopError } from "@khop/core";
import { isOoxmlError, type OoxmlErrorCode } from "@khop/ooxml";
import { type DocxDocument, readDocx } from "@khop/reader/docx";
import type { Said } from "../language.ts";
import { Trouble } from "../trouble.ts";
import { otherPackage } from "./format.ts";

const again: Said = { vi: "hãy mở bằng Word rồi lưu lại, hoặc xin lại tệp", en: "open it in Word and save it again, or get the file anew" };
const bombs: Said = {
  vi: "tệp này có thể được làm ra để gây hại; chỉ mở nếu biết chắc ai gửi",
  en: "it may be made to do harm; open it only if you know who sent it",
};

/** What is wrong with a Word file, as its reader is told. */
const reasons: Readonly<Record<OoxmlErrorCode, { what: Said; how: Said }>> = {
  "ooxml/not-a-package": {
    what: { vi: "là tệp ZIP nhưng không phải tệp Word", en: "is a ZIP file but no Word document" },
    how: { vi: "hãy giải nén và kiểm từng tệp bên trong", en: "unzip it and check the files in it" },
  },
  "ooxml/broken-zip": { what: { vi: "bị hỏng hoặc thiếu một phần", en: "is damaged or cut off" }, how: again },
  "ooxml/encrypted": {
    what: { vi: "có phần bị khóa bằng mật khẩu", en: "has parts under a password" },
    how: { vi: "hãy bỏ mật khẩu rồi lưu lại", en: "remove the password and save it again" },
  },
  "ooxml/unsupported": {
    what: { vi: "được nén theo cách mà Word không dùng", en: "is packed in a way that Word does not use" },
    how: again,
  },
  "ooxml/bad-name": { what: { vi: "có phần mang tên trỏ ra ngoài tệp", en: "has a part whose name points outside the file" }, how: bombs },
  "ooxml/duplicate-name": {
    what: { vi: "có hai phần cùng tên, không biết phần nào là thật", en: "has two parts of one name, and which is meant cannot be told" },
    how: bombs,
  },
  "ooxml/too-large": { what: { vi: "phình ra quá lớn khi mở", en: "grows too large when it is opened" }, how: bombs },
  "ooxml/no-part": { what: { vi: "thiếu phần văn bản chính", en: "lacks its main document" }, how: again },
  "ooxml/bad-xml": { what: { vi: "có phần XML sai cú pháp", en: "has a part that is not well-formed XML" }, how: again },
  "ooxml/bad-text": { what: { vi: "có phần không đúng bảng mã", en: "has a part that is not in its encoding" }, how: again },
};

/**
 * Reads a Word file.
 *
 * @throws Trouble for one that is broken, hostile, or no Word file inside.
 */
export function readWord(bytes: Uint8Array, name: string): DocxDocument {
  try {
    return readDocx(bytes);
  } catch (error) {
    throw wordTrouble(error, name);
  }
}

function wordTrouble(error: unknown, name: string): unknown {
  if (isKhopError(error, "reader/not-word")) return otherPackage(name, error.info.contentType);
  if (!isOoxmlError(error)) return error;
  const { what, how } = reasons[error.code];
  return new Trouble(`${name} ${what.vi}: ${how.vi}.`, `${name} ${what.en}: ${how.en}.`);
}
