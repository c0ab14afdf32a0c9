import { isKhopError } from "@khop/core";
import { encodingNames } from "../show/read-as.ts";
import { Trouble } from "../trouble.ts";

/** Why bytes were not taken for text: they are none, or in an encoding that nobody can tell for sure. Other errors stay as they are. */
export function textTrouble(error: unknown, file: string): unknown {
  if (isKhopError(error, "reader/not-text")) {
    const { nul } = error.info;
    return nul === null
      ? new Trouble(
          `${file} mở đầu như UTF-16 nhưng có chỗ không phải UTF-16: hãy mở bằng trình soạn thảo và lưu lại bằng mã UTF-8.`,
          `${file} opens like UTF-16 but is not UTF-16 throughout: open it in an editor and save it again as UTF-8.`,
        )
      : new Trouble(
          `${file} có byte NUL ở vị trí ${nul}, nên không phải văn bản (hoặc là UTF-16 không có BOM): hãy lưu lại bằng mã UTF-8.`,
          `${file} has a NUL byte at offset ${nul}, so it is no text (or UTF-16 without a BOM): save it again as UTF-8.`,
        );
  }
  if (!isKhopError(error, "reader/unknown-encoding")) return error;
  const { offset, likely } = error.info;
  const looks =
    likely === null ? { vi: "", en: "" } : { vi: `; có vẻ là ${encodingNames[likely]}`, en: `; it looks like ${encodingNames[likely]}` };
  return new Trouble(
    `${file} không phải UTF-8 (byte ở vị trí ${offset} không đọc được) và không nhận ra chắc chắn là bảng mã nào${looks.vi}: hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi lưu lại bằng mã UTF-8.`,
    `${file} is not UTF-8 (the byte at offset ${offset} cannot be read), and what it is cannot be told for sure${looks.en}: convert it to Unicode (UniKey: Ctrl+Shift+F6) and save it again as UTF-8.`,
  );
}
