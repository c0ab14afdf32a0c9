import { OoxmlError } from "./errors.ts";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** How a part is encoded: by its byte order mark, else UTF-8. */
function encodingOf(bytes: Uint8Array): { encoding: Encoding; mark: number } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", mark: 2 };
  return { encoding: "utf-8", mark: first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0 };
}

/** The text of a part, its byte order mark left out. */
export function decodeText(bytes: Uint8Array, part: string): string {
  const { encoding, mark } = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark));
  } catch {
    throw new OoxmlError("ooxml/bad-text", `The part ${part} is not ${encoding.toUpperCase()} throughout.`, { part });
  }
}

/** A changed text in the encoding that the part had, byte order mark and all. */
export function encodeText(text: string, before: Uint8Array): Uint8Array {
  const { encoding, mark } = encodingOf(before);
  const bytes = encoding === "utf-8" ? new TextEncoder().encode(text) : utf16(text, encoding === "utf-16le");
  if (mark === 0) return bytes;
  const out = new Uint8Array(mark + bytes.length);
  out.set(before.subarray(0, mark));
  out.set(bytes, mark);
  return out;
}

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}
