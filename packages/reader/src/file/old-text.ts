import { KhopError } from "@khop/core";
import { detectLegacy, type LegacyText, legacyText } from "../legacy/detect.ts";
import { type Decoded, firstBadByte } from "./decode.ts";

/**
 * A text that may be in TCVN3, VNI or another encoding of old, converted; undefined for Unicode that only looks like it.
 *
 * - Throws: KhopError "reader/unknown-encoding" for bytes that are no UTF-8, and of which nobody can tell for sure what they are.
 */
export function oldText({ text, suspect }: Decoded): LegacyText | undefined {
  if (suspect === undefined) return undefined;
  const { decoder, likely } = detectLegacy(text);
  if (decoder !== undefined) return legacyText(text, decoder);
  if (suspect === "characters") return undefined;
  const offset = firstBadByte(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
  throw new KhopError(
    "reader/unknown-encoding",
    `The bytes are not UTF-8 (offset ${offset}), and what they are cannot be told for sure. Convert them to UTF-8.`,
    { offset, likely: likely ?? null },
  );
}
