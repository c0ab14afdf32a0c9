import { KhopError } from "@khop/core";
import { charactersOf } from "./bytes.ts";

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
 * - Throws: KhopError "reader/not-text" for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes.subarray(2), "utf-16le") };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes.subarray(2), "utf-16be") };
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new KhopError("reader/not-text", `The bytes are no text: a NUL stands at offset ${nul}. Save them as UTF-8.`, { nul });
  }
  const whole = utf8(bytes);
  if (whole === undefined) return { text: charactersOf(bytes), suspect: "bytes" };
  return modern.test(whole) || !western.test(whole) ? { text: whole } : { text: whole, suspect: "characters" };
}

/** Letters that only Unicode has: the first of them settles it, in all but a few files. */
const modern = /[ăĂđĐơƠưƯ\u1ea0-\u1ef9]|[\u0300-\u0323]/;
const western = /[\u00a1-\u00ff]/;

/** What bytes say in UTF-8, without its byte order mark; undefined for what is none. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new KhopError("reader/not-text", "The bytes open like UTF-16 but are not UTF-16 throughout. Save them as UTF-8.", { nul: null });
  }
}

/** Where the longest valid start of the bytes ends. */
export function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (utf8(bytes.subarray(0, boundary(bytes, middle))) !== undefined) good = middle;
    else bad = middle;
  }
  return boundary(bytes, good);
}

/** The last place at or before `offset` where a character may begin. */
function boundary(bytes: Uint8Array, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
