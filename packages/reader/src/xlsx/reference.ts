/** A cell by row and column, counted from 0. */
export interface Reference {
  readonly row: number;
  readonly column: number;
}

/** A range, its ends inside. */
export interface Range {
  readonly from: Reference;
  readonly to: Reference;
}

export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** "B3" as row 2, column 1; undefined for what is no cell of a sheet. */
export function parseReference(text: string): Reference | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column >= 1 && column <= mostColumns && row >= 1 && row <= mostRows ? { row: row - 1, column: column - 1 } : undefined;
}

export function parseRange(text: string): Range | undefined {
  const [first = "", second = first] = text.split(":");
  const [a, b] = [parseReference(first), parseReference(second)];
  if (a === undefined || b === undefined) return undefined;
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

export function referenceName({ row, column }: Reference): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
