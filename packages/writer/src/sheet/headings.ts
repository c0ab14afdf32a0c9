import type { PlannedSheet } from "./plan.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet-part.ts";
import type { Look } from "./styles-part.ts";

/** Columns before the first of figures: number, name, unit. */
export const leading = 3;

/** Title, name of the sheet, a blank line, and one or two rows of headings. */
export const headRows = ({ columns }: PlannedSheet): number => (columns.some(({ member }) => member !== null) ? 5 : 4);

/** One row of headings; two where members stand below their period. */
export function headingsOf({ columns }: PlannedSheet, hasNotes: boolean): { rows: SheetRow[]; merged: Sheet["merged"] } {
  const look: Look = { boxed: true, bold: true, wraps: true, align: "center", ground: "head" };
  const cell = (text: string): SheetCell => ({ text: capitalized(text), look });
  const before = ["TT", "Chỉ tiêu", "Đơn vị tính"].map(cell);
  const after = hasNotes ? [cell("Ghi chú")] : [];
  if (columns.every(({ member }) => member === null)) {
    return { rows: [{ cells: [...before, ...columns.map(({ period }) => cell(period)), ...after], height: 34 }], merged: [] };
  }
  const [top, below] = [4, 5];
  const groups = columns.flatMap(({ period }, i) => (period === columns[i - 1]?.period ? [] : [{ period, from: i }]));
  const blank = (): SheetCell => ({ look });
  const single = [1, 2, 3, ...(hasNotes ? [leading + columns.length + 1] : [])];
  return {
    rows: [
      {
        cells: [...before, ...columns.map(({ period }, i) => (period === columns[i - 1]?.period ? blank() : cell(period))), ...after],
        height: 20,
      },
      { cells: [...before.map(blank), ...columns.map(({ member }) => cell(member ?? "")), ...after.map(blank)], height: 34 },
    ],
    merged: [
      ...single.map(
        (column) =>
          [
            { column, row: top },
            { column, row: below },
          ] as const,
      ),
      ...groups.flatMap(({ from }, i) => {
        const to = (groups[i + 1]?.from ?? columns.length) - 1;
        return to === from
          ? []
          : [
              [
                { column: leading + 1 + from, row: top },
                { column: leading + 1 + to, row: top },
              ] as const,
            ];
      }),
    ],
  };
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
