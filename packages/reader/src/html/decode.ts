import { KhopError } from "@khop/core";
import { detectLegacy, type LegacyText, legacyText, mayBeLegacy } from "../legacy/detect.ts";
import { mentionsLegacyFont } from "../legacy/fonts.ts";
import "../errors.ts";

/** Where browsers look for a page's own word on its encoding. */
const headBytes = 4096;
const declared = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i;

/** Labels of Western encodings: programs write them over pages in TCVN3 and VNI too. */
const western = /^(?:windows-125[28]|iso-8859-1|latin1|us-ascii|x-user-defined)$/;

/** A page's text, and how it was converted, if it was in an encoding of old. */
export interface DecodedPage {
  readonly text: string;
  readonly legacy?: LegacyText;
}

/**
 * The text that the bytes of an HTML page stand for.
 *
 * A byte order mark comes first; then UTF-8, if the bytes are that whatever the page says of itself; then what the page says, as
 * `<meta charset>`, as a content type or as an XML declaration. One that says it is Western, or nothing, and names no font of old, is
 * converted if its syllables tell from what.
 *
 * @throws KhopError "reader/bad-encoding" for bytes that are no text in that encoding, or an encoding that nobody knows.
 */
export function decodeHtml(bytes: Uint8Array): DecodedPage {
  const marked = byMark(bytes);
  if (marked !== undefined) return { text: decoded(bytes, marked) };
  const utf8 = tryDecode(bytes, "utf-8");
  if (utf8 !== undefined && !utf8.includes("\0")) return converted(utf8) ?? { text: utf8 };
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, headBytes));
  const [, meta, xml] = declared.exec(head) ?? [];
  const label = (meta ?? xml ?? "").toLowerCase();
  if (label === "" || western.test(label) || label === "utf-8" || label === "viscii") {
    const text = new TextDecoder("latin1").decode(bytes);
    const legacy = text.includes("\0") ? undefined : converted(text);
    if (legacy !== undefined) return legacy;
    if (/^(?:|x-user-defined)$/.test(label) && mentionsLegacyFont(text)) return { text: decoded(bytes, "windows-1252") };
  }
  // A page whose declaration can be read byte by byte is not in UTF-16.
  return { text: decoded(bytes, label.startsWith("utf-16") || label === "" ? "utf-8" : label) };
}

const markup = /<style\b[\s\S]*?<\/style\s*>|<script\b[\s\S]*?<\/script\s*>|<[^>]*>/gi;

function converted(text: string): DecodedPage | undefined {
  if (!mayBeLegacy(text) || mentionsLegacyFont(text)) return undefined;
  const { decoder } = detectLegacy(text.replace(markup, " "));
  if (decoder === undefined) return undefined;
  const legacy = legacyText(text, decoder);
  return { text: legacy.text, legacy };
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string {
  const text = tryDecode(bytes, encoding);
  if (text !== undefined && !text.includes("\0")) return text;
  throw new KhopError("reader/bad-encoding", `The page is not in its encoding, "${encoding}". Save it again as UTF-8.`, { encoding });
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
