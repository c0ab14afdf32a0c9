import { isUtf8 } from "node:buffer";
import { Trouble } from "../trouble.ts";

/** A text as its bytes have it. */
export interface Decoded {
  readonly text: string;
  /**
   * What may be in an encoding older than Unicode: `bytes` that are no UTF-8, each a character of `text`, or `characters` that some
   * program took for Western ones.
   */
  readonly suspect?: "bytes" | "characters";
}

/**
 * The text that bytes stand for: UTF-8, or UTF-16 that opens with its byte order mark. The mark is no part of the text.
 *
 * @throws Trouble for bytes that are no text, with the place of the first of them.
 */
export function decode(bytes: Buffer, file: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes.subarray(2), "utf-16le", file) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes.subarray(2), "utf-16be", file) };
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new Trouble(
      `${file} có byte NUL ở vị trí ${nul}, nên không phải văn bản (hoặc là UTF-16 không có BOM): hãy lưu lại bằng mã UTF-8.`,
      `${file} has a NUL byte at offset ${nul}, so it is no text (or UTF-16 without a BOM): save it again as UTF-8.`,
    );
  }
  if (!isUtf8(bytes)) return { text: bytes.toString("latin1"), suspect: "bytes" };
  const whole = bytes.toString("utf8");
  const text = whole.charCodeAt(0) === 0xfeff ? whole.slice(1) : whole;
  return modern.test(text) || !western.test(text) ? { text } : { text, suspect: "characters" };
}

/** Letters that only Unicode has: the first of them settles it, in all but a few files. */
const modern = /[ăĂđĐơƠưƯ\u1ea0-\u1ef9]|[\u0300-\u0323]/;
const western = /[\u00a1-\u00ff]/;

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
