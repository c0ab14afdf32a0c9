import type { Cell, Formula } from "@khop/core";
import { formulaText, type Spot } from "./formula-text.ts";
import { headingsOf, headRows, leading } from "./headings.ts";
import type { PlannedSheet } from "./plan.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet-part.ts";
import { formatOf, isNumber, textOf } from "./shown.ts";
import type { Look } from "./styles-part.ts";
import { legendOf, notesOf } from "./told.ts";
import { linesIn, noteWidth, size, widthsOf } from "./widths.ts";

/** Where the figures of a planned sheet stand. */
export function spotsOf(planned: PlannedSheet, name: string): (readonly [Cell, Spot])[] {
  const first = headRows(planned) + 1;
  return planned.rows.flatMap(({ cells }, i) =>
    cells.flatMap((cell, j) => (cell === null ? [] : [[cell, { sheet: name, column: leading + 1 + j, row: first + i }] as const])),
  );
}

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
      linesIn(label, (widths[1] as number) - (isMember ? 2 : 0), size, !isMember),
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

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
