/** Characters that show nothing: soft hyphen, zero-width space and joiners, byte order mark. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/** A text cut at its invisible characters: each piece with the characters that it takes in the file. */
export function visiblePieces(text: string): { shown: string; length: number }[] {
  const found: { shown: string; length: number }[] = [];
  let last = 0;
  for (const match of text.matchAll(invisible)) {
    found.push({ shown: text.slice(last, match.index), length: match.index - last }, { shown: "", length: match[0].length });
    last = match.index + match[0].length;
  }
  found.push({ shown: text.slice(last), length: text.length - last });
  return found;
}
