/**
 * How Vietnamese was written before Unicode.
 *
 * - `tcvn3`: TCVN 5712:1993, VN3, of the "ABC" fonts (.VnTime): a byte a letter. Capitals with tones are small letters in a font of capitals.
 * - `vni`: of the fonts VNI-Times and the like: a letter and the byte of its mark.
 * - `viscii`: RFC 1456, a byte a letter. `windows-1258`: Microsoft's, with tones as characters of their own.
 */
export type LegacyEncoding = "tcvn3" | "vni" | "viscii" | "windows-1258";

/** A stretch of converted text, and how many characters stand for it in the file. One of its own where the two differ. */
export interface Piece {
  readonly shown: string;
  readonly length: number;
}

/** An old encoding as it is met: characters up to U+00FF that stand for bytes. */
export interface Decoder {
  readonly encoding: LegacyEncoding;
  readonly pieces: (text: string) => Piece[];
  /** The letter that two characters make; undefined when each stands for itself. Runs may part a letter from its mark. */
  readonly joined: (letter: string, mark: string) => string | undefined;
}

/** The converted text alone. */
export const decodedBy = ({ pieces }: Decoder, text: string): string =>
  pieces(text)
    .map(({ shown }) => shown)
    .join("");
