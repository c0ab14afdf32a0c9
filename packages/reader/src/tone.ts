/** oà, oé, uý at the end of a syllable; "quý" is no such: its u belongs to the q. */
const onSecond = /[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?![A-Za-zÀ-ỹ])|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ](?![A-Za-zÀ-ỹ])/g;

const vowels = ["oa", "oe", "uy"];
const tones = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

/** oà → òa, uý → úy and so on, in small letters and in capitals. */
const onFirst = new Map(
  vowels.flatMap((pair) =>
    [
      pair,
      pair.toUpperCase(),
      `${pair.charAt(0).toUpperCase()}${pair.charAt(1)}`,
      `${pair.charAt(0)}${pair.charAt(1).toUpperCase()}`,
    ].flatMap(([first = "", second = ""]) =>
      tones.map((tone) => [`${first}${second}${tone}`.normalize("NFC"), `${first}${tone}${second}`.normalize("NFC")] as const),
    ),
  ),
);

/**
 * Words with their tone where dictionaries of old put it: "hoà", "thuý", "uỷ" as "hòa", "thúy", "ủy"; everything else as it is.
 *
 * Both spellings are common, often in one report, and are one word. The text stays as long as it was, character for character. Only
 * composed letters (NFC) are looked at. Lexicons are written in the old spelling.
 */
export const oneTonePlace = (text: string): string => text.replace(onSecond, (pair) => onFirst.get(pair) ?? pair);
