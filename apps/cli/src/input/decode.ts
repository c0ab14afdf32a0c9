import { isUtf8 } from "node:buffer";
import { Trouble } from "../trouble.ts";

/**
 * The text that bytes stand for: UTF-8, or UTF-16 that opens with its byte order mark. The mark is no part of the text.
 *
 * @throws Trouble for bytes that are no text, with the place of the first of them.
 */
export function decode(bytes: Buffer, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), "utf-16le", file);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), "utf-16be", file);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new Trouble(
      `${file} có byte NUL ở vị trí ${nul}, nên không phải văn bản (hoặc là UTF-16 không có BOM): hãy lưu lại bằng mã UTF-8.`,
      `${file} has a NUL byte at offset ${nul}, so it is no text (or UTF-16 without a BOM): save it again as UTF-8.`,
    );
  }
  if (!isUtf8(bytes)) throw notUtf8(file, firstBadByte(bytes));
  const text = bytes.toString("utf8");
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function utf16(bytes: Buffer, encoding: "utf-16le" | "utf-16be", file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Trouble(
      `${file} mở đầu như UTF-16 nhưng có chỗ không phải UTF-16: hãy mở bằng trình soạn thảo và lưu lại bằng mã UTF-8.`,
      `${file} opens like UTF-16 but is not UTF-16 throughout: open it in an editor and save it again as UTF-8.`,
    );
  }
}

function notUtf8(file: string, offset: number): Trouble {
  return new Trouble(
    `${file} không phải UTF-8: byte ở vị trí ${offset} không đọc được; hãy lưu lại bằng mã UTF-8, hoặc chạy: iconv -f WINDOWS-1258 -t UTF-8.`,
    `${file} is not UTF-8: the byte at offset ${offset} cannot be read; save it again as UTF-8, or run: iconv -f WINDOWS-1258 -t UTF-8.`,
  );
}

/** Where the longest valid start of the bytes ends. */
export function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, boundary(bytes, middle)))) good = middle;
    else bad = middle;
  }
  return boundary(bytes, good);
}

/** The last place at or before `offset` where a character may begin. */
function boundary(bytes: Buffer, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
