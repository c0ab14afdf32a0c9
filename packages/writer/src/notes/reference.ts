/** The row and column of a cell, counted from 0; undefined for what is no cell's name. */
export function parseCell(name: string): { row: number; column: number } | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > 0 && Number(digits) > 0 ? { row: Number(digits) - 1, column: column - 1 } : undefined;
}
