/** A bar ends the sentence of a cell. */
export const ENDS = new Set([".", "!", "?", "…", "|", "\t"]);

/** No sentence that a person wrote is longer. */
export const FARTHEST = 300;

export const HEDGE_WORDS = new Set(["hơn", "gần", "trên", "khoảng", "ước", "xấp", "xỉ", "tới", "thêm", "được", "có", "là", "lên"]);
