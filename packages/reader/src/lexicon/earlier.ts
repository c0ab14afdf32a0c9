/** Words that say of a figure that it is of an earlier time: "cùng kỳ", "năm trước", "năm ngoái", "CK". */
export const earlierWords: readonly string[] = ["trước", "kỳ", "ngoái", "ck"];
