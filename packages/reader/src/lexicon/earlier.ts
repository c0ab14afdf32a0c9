/** Words that say of a figure that it is of an earlier time: "cùng kỳ", "năm trước", "năm ngoái", "CK". */
export const earlierWords: readonly string[] = ["trước", "kỳ", "ngoái", "ck"];

/** The same, to ask of one word. */
export const past: ReadonlySet<string> = new Set(earlierWords);
