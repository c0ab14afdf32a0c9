import { isKhopError } from "@khop/core";
import { isOoxmlError, type OoxmlErrorCode } from "@khop/ooxml";
import type { Said } from "../language.ts";
import { Trouble } from "../trouble.ts";
import { otherPackage, type Program } from "./format.ts";
import { readerTrouble } from "./reader-trouble.ts";

const again: Said = {
  vi: "hãy mở bằng {program} rồi lưu lại, hoặc xin lại tệp",
  en: "open it in {program} and save it again, or get the file anew",
};
const bombs: Said = {
  vi: "tệp này có thể được làm ra để gây hại; chỉ mở nếu biết chắc ai gửi",
  en: "it may be made to do harm; open it only if you know who sent it",
};

/** What is wrong with an Office file, as its reader is told; {program} is Word or Excel. */
const reasons: Readonly<Record<OoxmlErrorCode, { what: Said; how: Said }>> = {
  "ooxml/not-a-package": {
    what: { vi: "là tệp ZIP nhưng không phải tệp Word hay Excel", en: "is a ZIP file but no Word or Excel document" },
    how: { vi: "hãy giải nén và kiểm từng tệp bên trong", en: "unzip it and check the files in it" },
  },
  "ooxml/broken-zip": { what: { vi: "bị hỏng hoặc thiếu một phần", en: "is damaged or cut off" }, how: again },
  "ooxml/encrypted": {
    what: { vi: "có phần bị khóa bằng mật khẩu", en: "has parts under a password" },
    how: { vi: "hãy bỏ mật khẩu rồi lưu lại", en: "remove the password and save it again" },
  },
  "ooxml/unsupported": {
    what: { vi: "được nén theo cách mà {program} không dùng", en: "is packed in a way that {program} does not use" },
    how: again,
  },
  "ooxml/bad-name": { what: { vi: "có phần mang tên trỏ ra ngoài tệp", en: "has a part whose name points outside the file" }, how: bombs },
  "ooxml/duplicate-name": {
    what: { vi: "có hai phần cùng tên, không biết phần nào là thật", en: "has two parts of one name, and which is meant cannot be told" },
    how: bombs,
  },
  "ooxml/too-large": { what: { vi: "phình ra quá lớn khi mở", en: "grows too large when it is opened" }, how: bombs },
  "ooxml/no-part": { what: { vi: "thiếu phần nội dung chính", en: "lacks its main document" }, how: again },
  "ooxml/bad-xml": { what: { vi: "có phần XML sai cú pháp", en: "has a part that is not well-formed XML" }, how: again },
  "ooxml/bad-text": { what: { vi: "có phần không đúng bảng mã", en: "has a part that is not in its encoding" }, how: again },
};

/** Why a Word or Excel file was not read: it is broken, hostile, or none of that program inside. */
export function packageTrouble(error: unknown, name: string, program: Program): unknown {
  if (isKhopError(error, "reader/not-word") || isKhopError(error, "reader/not-excel")) return otherPackage(name, error.info.contentType);
  if (!isOoxmlError(error)) return readerTrouble(error, name);
  const { what, how } = reasons[error.code];
  const say = (text: string): string => text.replaceAll("{program}", program);
  return new Trouble(say(`${name} ${what.vi}: ${how.vi}.`), say(`${name} ${what.en}: ${how.en}.`));
}
