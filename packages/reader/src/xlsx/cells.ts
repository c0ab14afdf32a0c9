import type { XmlElement } from "@khop/ooxml";
import { withinCells, withinCharacters } from "../writing/limits.ts";
import { mostColumns, mostRows, parseRange, parseReference, type Range } from "./reference.ts";
import { type Shown, shownIso } from "./show.ts";
import { type Run, runsOf, unescaped } from "./strings.ts";
import type { CellStyle } from "./styles.ts";

/** A cell with something to show. */
export interface SheetCell {
  readonly runs: readonly Run[];
  /** The font of what names none of its own. */
  readonly font?: string | undefined;
  /** The number that it keeps. */
  readonly value?: string;
  readonly formula: boolean;
  /** The file does not keep what its formula gave. */
  readonly missing: boolean;
}

/** A sheet as it is kept, by rows and columns counted from 0; nothing is there for cells without content. */
export interface SheetContent {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly Range[];
  readonly isRowHidden: (row: number) => boolean;
  readonly isColumnHidden: (column: number) => boolean;
}

/** What cells of a workbook share. */
export interface Shared {
  readonly strings: readonly (readonly Run[])[];
  readonly styleOf: (style: string | undefined) => CellStyle;
  readonly shown: Shown;
  /** Of all sheets so far. */
  readonly size: { cells: number; characters: number };
}

const isOn = (text: string | undefined): boolean => /^(?:1|true|on)$/.test(text ?? "");

/**
 * Reads the cells of a sheet. How large the sheet says it is, is not looked at: only what is there takes room.
 *
 * @throws KhopError "reader/too-large" for more cells, or more text in them, than any report has.
 */
export function contentOf(root: XmlElement, shared: Shared): SheetContent {
  const rows = new Map<number, Map<number, SheetCell>>();
  const hiddenRows = new Set<number>();
  const { size } = shared;
  let at = -1;
  for (const row of root.child("sml:sheetData")?.elements("sml:row") ?? []) {
    at = numbered(row.attributes.r, mostRows) ?? at + 1;
    if (isOn(row.attributes.hidden)) hiddenRows.add(at);
    let column = -1;
    for (const element of row.elements("sml:c")) {
      column = parseReference(element.attributes.r ?? "")?.column ?? column + 1;
      const cell = cellOf(element, shared);
      if (cell === undefined) continue;
      size.cells += 1;
      size.characters += cell.runs.reduce((sum, { text }) => sum + text.length, 0);
      withinCells(size.cells, "The workbook");
      withinCharacters(size.characters);
      const own = rows.get(at) ?? new Map<number, SheetCell>();
      rows.set(at, own.set(column, cell));
    }
  }
  const merges = (root.child("sml:mergeCells")?.elements("sml:mergeCell") ?? []).flatMap(
    ({ attributes }) => parseRange(attributes.ref ?? "") ?? [],
  );
  return { rows, merges, isRowHidden: (row) => hiddenRows.has(row), isColumnHidden: hiddenColumns(root) };
}

const numbered = (text: string | undefined, most: number): number | undefined => {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number >= 1 && number <= most ? number - 1 : undefined;
};

/** Ranges may overlap, and there may be a million of them: where they begin and end is summed up once. */
function hiddenColumns(root: XmlElement): (column: number) => boolean {
  const steps = Array.from({ length: mostColumns + 1 }, () => 0);
  const step = (at: number, by: number): void => {
    steps[at] = (steps[at] ?? 0) + by;
  };
  for (const { attributes } of root.child("sml:cols")?.elements("sml:col") ?? []) {
    if (!isOn(attributes.hidden)) continue;
    step(numbered(attributes.min, mostColumns) ?? 0, 1);
    step((numbered(attributes.max, mostColumns) ?? mostColumns - 1) + 1, -1);
  }
  let open = 0;
  const hidden = steps.map((by) => {
    open += by;
    return open;
  });
  return (column) => (hidden[column] ?? 0) > 0;
}

function cellOf(element: XmlElement, shared: Shared): SheetCell | undefined {
  const cell = contentIn(element, shared);
  const { font } = shared.styleOf(element.attributes.s);
  return cell === undefined || font === undefined ? cell : { ...cell, font };
}

function contentIn(element: XmlElement, { strings, styleOf, shown }: Shared): SheetCell | undefined {
  const formula = element.child("sml:f") !== undefined;
  const value = element.child("sml:v")?.text;
  const { t: type = "n", s: style } = element.attributes;
  const said = (text: string): SheetCell | undefined =>
    text === "" ? undefined : { runs: [{ text, raised: false }], formula, missing: false };
  if (type === "inlineStr") {
    const string = element.child("sml:is");
    const runs = string === undefined ? [] : runsOf(string);
    return runs.length === 0 ? undefined : { runs, formula, missing: false };
  }
  if (value === undefined || (value === "" && type === "n"))
    return formula ? { runs: [{ text: "…", raised: false }], formula, missing: true } : undefined;
  switch (type) {
    case "s": {
      const runs = strings[Number(value)] ?? [];
      return runs.length === 0 ? undefined : { runs, formula, missing: false };
    }
    case "str":
    case "e":
      return said(unescaped(value));
    case "b":
      return said(value === "1" || value === "true" ? "TRUE" : "FALSE");
    case "d":
      return said(shownIso(value));
    default: {
      const text = shown.number(value.trim(), styleOf(style).format);
      return text === "" ? undefined : { runs: [{ text, raised: false }], value: value.trim(), formula, missing: false };
    }
  }
}
