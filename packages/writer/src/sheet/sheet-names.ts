/** Excel takes names of so many signs on the tabs of sheets. */
const longest = 31;

/** The titles as names of sheets: numbered, so that no two are the same, without the signs that Excel does not take. */
export const sheetNames = (titles: readonly string[]): string[] =>
  titles.map((title, i) => {
    const number = `${i + 1}. `;
    const words = title
      .replace(/[[\]:*?/\\\p{Cc}]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim();
    const room = longest - number.length;
    const cut = words.length <= room ? words : `${words.slice(0, room - 1).replace(/\s+\S*$/, "")}…`;
    // An apostrophe may stand inside a name but not at its end.
    return (number + cut).replace(/[\s']+$/, "");
  });
