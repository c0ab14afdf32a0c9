import { isKhopError } from "@khop/core";
import type { Said } from "../language.ts";
import { Trouble } from "../trouble.ts";

const what: Readonly<Record<string, Said>> = {
  depth: { vi: "có quá nhiều phần lồng vào nhau", en: "has too many elements inside each other" },
  nodes: { vi: "có quá nhiều phần", en: "has too many elements" },
  cells: { vi: "có bảng quá lớn", en: "has a table that is too large" },
  numbers: { vi: "có quá nhiều con số", en: "has too many numbers" },
  characters: { vi: "có quá nhiều chữ", en: "has too much text" },
};

/** Why a reader turned a document away: it holds too much, or its bytes are not in its encoding. Other errors stay as they are. */
export function readerTrouble(error: unknown, name: string): unknown {
  if (isKhopError(error, "reader/too-large")) {
    const { vi = "", en = "" } = what[error.info.what] ?? {};
    const limit = String(error.info.limit).replace(/\B(?=(\d{3})+$)/g, ".");
    return new Trouble(
      `${name} ${vi} (giới hạn ${limit}): hãy chia thành nhiều tệp, hoặc bỏ bớt phần không cần kiểm.`,
      `${name} ${en} (the limit is ${limit.replaceAll(".", ",")}): split it, or take out what need not be checked.`,
    );
  }
  if (isKhopError(error, "reader/bad-encoding")) {
    const { encoding } = error.info;
    return new Trouble(
      `${name} không đúng bảng mã "${encoding}" mà trang này cần: hãy mở bằng trình duyệt hoặc Word rồi lưu lại bằng mã UTF-8.`,
      `${name} is not in the encoding "${encoding}" that it should be in: open it in a browser or Word and save it again as UTF-8.`,
    );
  }
  return error;
}
