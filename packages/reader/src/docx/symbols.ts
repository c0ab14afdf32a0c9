import { decodedBy } from "../legacy/encoding.ts";
import { fontDecoder } from "../legacy/fonts.ts";

/** Signs of the font Symbol that are not where ASCII has them. */
const symbol: Readonly<Record<number, string>> = {
  45: "−",
  163: "≤",
  177: "±",
  179: "≥",
  180: "×",
  183: "•",
  184: "÷",
  174: "→",
  176: "°",
};

/** What `w:sym` shows, as far as a text can: other signs are bullets. Word moves the codes of symbol fonts to F000 and above. */
export function symbolText(font: string, hex: string): string {
  const code = Number.parseInt(hex, 16);
  if (!(code >= 0x20 && code <= 0xffff)) return "";
  const own = code & 0xff;
  const decoder = fontDecoder(font);
  if (decoder !== undefined) return decodedBy(decoder, String.fromCharCode(own));
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  if (/^symbol$/i.test(font)) return symbol[own] ?? (own >= 0x20 && own < 0x40 ? String.fromCharCode(own) : "•");
  if (isPrivate) return "•";
  return code >= 0xd800 && code <= 0xf8ff ? "•" : String.fromCharCode(code);
}
