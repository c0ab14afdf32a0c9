/** A number on its own in a cell, however it is written. */
export const isNumber = (text: string): boolean => /^\s*[+\-−(]?\d[\d.,\u00a0 ]*%?\)?\s*$/.test(text);

/** A number with its signs the other way round, where a dot stands before decimals: 1,234.5 as 1.234,5. */
export const signsTurned = (text: string): string => text.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));
