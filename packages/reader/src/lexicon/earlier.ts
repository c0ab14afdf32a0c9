/** Words that say of a figure that it is of an earlier time: "cùng kỳ", "năm trước", "năm ngoái", "CK". */
export const earlierWords: readonly string[] = ["trước", "kỳ", "ngoái", "ck"];

/** The same, to ask of one word. */
export const past: ReadonlySet<string> = new Set(earlierWords);

/** Behind "trước" and "kỳ", and before "kỳ", these make another word of it: "lợi nhuận trước thuế", "kỳ họp", "nhiệm kỳ". */
const BEHIND = new Set(["thuế", "hạn", "mắt", "tiên", "bạ", "khi", "họp", "thi"]);
const BEFORE = new Set(["hoa", "định", "nhiệm", "học", "thời", "chu"]);

/** Whether some words speak of an earlier time. */
export const saysPast = (words: readonly string[]): boolean =>
  words.some((word, i) => past.has(word) && !BEHIND.has(words[i + 1] ?? "") && !(word === "kỳ" && BEFORE.has(words[i - 1] ?? "")));
