import { detectLegacy, type LegacyText, legacyText } from "@khop/reader/legacy";
import { encodingNames } from "../show/read-as.ts";
import { Trouble } from "../trouble.ts";
import { type Decoded, firstBadByte } from "./decode.ts";

/**
 * A text that may be in TCVN3, VNI or another encoding of old, converted; undefined for Unicode that only looks like it.
 *
 * @throws Trouble for bytes that are no UTF-8, and of which nobody can tell for sure what they are.
 */
export function oldText({ text, suspect }: Decoded, file: string): LegacyText | undefined {
  if (suspect === undefined) return undefined;
  const { decoder, likely } = detectLegacy(text);
  if (decoder !== undefined) return legacyText(text, decoder);
  if (suspect === "characters") return undefined;
  const offset = firstBadByte(Buffer.from(text, "latin1"));
  const looks =
    likely === undefined
      ? { vi: "", en: "" }
      : { vi: `; có vẻ là ${encodingNames[likely]}`, en: `; it looks like ${encodingNames[likely]}` };
  throw new Trouble(
    `${file} không phải UTF-8 (byte ở vị trí ${offset} không đọc được) và không nhận ra chắc chắn là bảng mã nào${looks.vi}: hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi lưu lại bằng mã UTF-8.`,
    `${file} is not UTF-8 (the byte at offset ${offset} cannot be read), and what it is cannot be told for sure${looks.en}: convert it to Unicode (UniKey: Ctrl+Shift+F6) and save it again as UTF-8.`,
  );
}
