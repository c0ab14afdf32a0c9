/** Bytes as characters up to U+00FF, one for each. */
export function charactersOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join("");
}

/** Where signs of one byte each stand last; -1 where they do not. */
export function lastIndexIn(bytes: Uint8Array, signs: string): number {
  const codes = Array.from(signs, (sign) => sign.charCodeAt(0));
  for (let at = bytes.length - codes.length; at >= 0; at -= 1) {
    if (bytes[at] === codes[0] && codes.every((code, i) => bytes[at + i] === code)) return at;
  }
  return -1;
}
