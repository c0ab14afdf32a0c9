/** Words that say that there is none of what follows them. */
export const DENIAL = /(?:không|chưa)\s+(?:có\s+phát\s+sinh|có|phát\s+sinh|phát\s+hiện|ghi\s+nhận|xảy\s+ra|tiến\s+hành|đến\s+mức)(?=\s)/giu;
