import { type Cell, type Formula, formatVi } from "@khop/core";
import { textWidth } from "../report/text-width.ts";
import { formulaText, type Spot } from "./formula-text.ts";
import type { PlannedSheet } from "./plan.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet-part.ts";
import { formatOf, isNumber, noteOf, textOf } from "./shown.ts";
import type { Look } from "./styles-part.ts";

/** Columns before the first of figures: number, name, unit. */
const leading = 3;
const size = 12;
const widestName = 48;
const noteWidth = 34;

/** Where the figures of a planned sheet stand. */
export function spotsOf(planned: PlannedSheet, name: string): (readonly [Cell, Spot])[] {
  const first = headRows(planned) + 1;
  return planned.rows.flatMap(({ cells }, i) =>
    cells.flatMap((cell, j) => (cell === null ? [] : [[cell, { sheet: name, column: leading + 1 + j, row: first + i }] as const])),
  );
}

/** Title, name of the sheet, a blank line, and one or two rows of headings. */
export const headRows = ({ columns }: PlannedSheet): number => (columns.some(({ member }) => member !== null) ? 5 : 4);

/** A planned sheet as rows of cells. */
export function setSheet(
  title: string,
  planned: PlannedSheet,
  name: string,
  formulas: ReadonlyMap<Cell, Formula>,
  spotOf: (cell: Cell) => Spot,
): Sheet {
  const { columns, rows } = planned;
  const notes = rows.map(({ cells }) => notesOf(cells, columns));
  const hasNotes = notes.some((note) => note !== "");
  const width = leading + columns.length + (hasNotes ? 1 : 0);
  const made = rows.map(({ cells, unit }) =>
    cells.map((cell) => figure(cell, unit, cell === null ? null : formulaOfCell(cell, formulas, name, spotOf))),
  );
  const widths = widthsOf(planned, hasNotes);
  const head = headingsOf(planned, hasNotes);
  const filler = (look: Look): SheetCell => ({ look });
  const across = (text: string, look: Look): SheetRow => ({
    cells: [{ text, look }],
    height: linesIn(text, sum(widths), look.size ?? size) * 20,
  });
  const body = rows.map(({ number, name: label, unit }, i): SheetRow => {
    const isMember = number === null;
    const isBare = (made[i] ?? []).every((cell) => cell === null);
    const note = notes[i] ?? "";
    const lines = Math.max(
      linesIn(label, (widths[1] as number) - (isMember ? 2 : 0), size),
      linesIn(unit, widths[2] as number, size),
      note === "" ? 1 : linesIn(note, noteWidth, size),
    );
    return {
      cells: [
        number === null ? filler({ boxed: true }) : { number: String(number), look: { boxed: true, align: "center" } },
        { text: label, look: { boxed: true, wraps: true, align: "left", ...(isMember ? { indent: 1 } : { bold: true }) } },
        { text: isBare ? "" : unit, look: { boxed: true, wraps: true, align: "center" } },
        ...(made[i] ?? []).map((cell) => cell ?? filler(isBare ? { boxed: true } : { boxed: true, crossed: true })),
        ...(hasNotes ? [{ text: note, look: { boxed: true, wraps: true, italic: true, align: "left" } } satisfies SheetCell] : []),
      ],
      height: Math.max(18, lines * 16 + 2),
    };
  });
  const legend = legendOf(
    rows.flatMap(({ cells }) => cells),
    made,
  );
  const count = headRows(planned);
  const last = count + body.length;
  return {
    rows: [
      across(title, { bold: true, size: 14, align: "center", wraps: true }),
      across(planned.title, { bold: true, size: 13, align: "center", wraps: true }),
      { cells: [], height: 6 },
      ...head.rows,
      ...body,
      { cells: [], height: 6 },
      ...legend.map((text) => across(text, { italic: true, size: 11, align: "left", wraps: true })),
    ],
    widths,
    merged: [
      ...[1, 2, ...legend.map((_, i) => last + 2 + i)].map(
        (row) =>
          [
            { column: 1, row },
            { column: width, row },
          ] as const,
      ),
      ...head.merged,
    ],
    frozen: { columns: leading, rows: count },
  };
}

const formulaOfCell = (cell: Cell, formulas: ReadonlyMap<Cell, Formula>, sheet: string, spotOf: (cell: Cell) => Spot): string | null => {
  const formula = formulas.get(cell);
  return formula === undefined ? null : formulaText(formula, sheet, spotOf);
};

function figure(cell: Cell | null, unit: string, formula: string | null): SheetCell | null {
  if (cell === null) return null;
  const { quantity } = cell;
  const look: Look = { boxed: true, align: "right", indent: 1 };
  if (quantity === null || !isNumber(cell)) return { text: textOf(cell), look: { ...look, wraps: true } };
  const number = quantity.value.toFixed();
  const format = formatOf(cell, unit);
  return formula === null ? { number, look: { ...look, format } } : { number, formula, look: { ...look, ground: "made", format } };
}

/** What a row's figures need told, each with its column where it is not told of all. */
function notesOf(cells: readonly (Cell | null)[], columns: PlannedSheet["columns"]): string {
  const told = cells.map((cell) => (cell === null ? null : noteOf(cell)));
  const [first = null, ...others] = new Set(told.filter((_, i) => (cells[i]?.quantity ?? null) !== null));
  if (first === null && others.length === 0) return "";
  if (first !== null && others.length === 0) return first;
  return told
    .flatMap((note, i) => {
      const { period = "", member = null } = columns[i] ?? {};
      return note === null ? [] : [`${member === null ? period : `${member}, ${period}`}: ${note}`];
    })
    .join("; ");
}

function legendOf(cells: readonly (Cell | null)[], made: readonly (readonly (SheetCell | null)[])[]): string[] {
  const isCrossed = made.some((row) => row.includes(null) && row.some((cell) => cell !== null));
  const has = (status: Cell["status"]): boolean => cells.some((cell) => cell?.status === status);
  return [
    ...(made.flat().some((cell) => cell?.formula !== undefined) ? ["Ô nền xám: tính bằng công thức từ các ô khác."] : []),
    ...(cells.some((cell) => cell !== null && cell.quantity === null && cell.status !== "notApplicable")
      ? ["Ô trống trong bảng: chưa có số liệu."]
      : []),
    ...(has("structuralZero") ? ["Dấu –: không phát sinh."] : []),
    ...(has("notApplicable") ? ["Dấu x: không áp dụng."] : []),
    ...(isCrossed ? ["Ô gạch chéo: không có số liệu loại này."] : []),
  ];
}

/** One row of headings; two where members stand below their period. */
function headingsOf({ columns }: PlannedSheet, hasNotes: boolean): { rows: SheetRow[]; merged: Sheet["merged"] } {
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

/** A sign is as wide as a digit of the type. */
const signs = (text: string, bold = false): number => textWidth(text, size, bold) / (size / 2);

function widthsOf({ columns, rows }: PlannedSheet, hasNotes: boolean): number[] {
  const fit = (texts: readonly string[], least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.ceil(Math.max(0, ...texts.map((text) => signs(text, true))) + 3)));
  const words = (text: string): string[] => text.split(" ");
  return [
    6,
    fit(
      rows.map(({ name }) => name),
      24,
      widestName,
    ),
    fit(
      rows.flatMap(({ unit }) => words(unit)),
      12,
      20,
    ),
    ...columns.map(({ period, member }, i) => {
      const figures = rows.map(({ cells, unit }) => longText(cells[i] ?? null, unit));
      return fit([...(member === null ? [period] : words(member)), ...figures], 12, 28);
    }),
    ...(hasNotes ? [noteWidth] : []),
  ];
}

/** As long as the figure can be on the page. */
function longText(cell: Cell | null, unit: string): string {
  if (cell === null || cell.quantity === null) return "";
  if (!isNumber(cell)) return textOf(cell);
  const { value, decimals, unitText } = cell.quantity;
  const extra = unitText === unit ? "" : ` ${unitText}`;
  return `${formatVi(value, Math.max(decimals, 0))}${extra}${cell.status === "provisional" ? " (sơ bộ)" : ""}${cell.status === "estimated" ? "ước " : ""}`;
}

/** Into how many lines a text is broken in a column so wide. */
const linesIn = (text: string, width: number, points: number): number =>
  Math.max(1, Math.ceil((signs(text) * (points / size) * 1.05) / Math.max(1, width - 1)));

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
