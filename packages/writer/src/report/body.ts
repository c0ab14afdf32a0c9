import { type Block, KhopError, type Section, type StyledPart, sectionNumber, type Table } from "@khop/core";
import "../errors.ts";
import { chartOf } from "./chart.ts";
import { type Grid, type Line, line, type Piece } from "./line.ts";
import { type Spelling, wordsOf } from "./notes.ts";

/** Passages, tables and charts in their order; a table and a chart with their caption and unit above. */
export const piecesOf = (blocks: readonly Block[], spelling: Spelling): Piece[] =>
  blocks.flatMap((block) => {
    if (block.is === "table") return tableOf(block, spelling);
    if (block.is === "chart") return [...above(block), chartOf(block, spelling)];
    const spans = spelling.spell(block.spans);
    return [{ is: "line", part: /^[-+•–]\s/u.test(wordsOf(spans)) ? "item" : "text", spans } satisfies Line];
  });

function tableOf(table: Table, spelling: Spelling): Piece[] {
  const { caption, header, rows } = table;
  const wrong = rows.find(({ cells }) => cells.length + 1 !== header.length);
  if (wrong !== undefined) {
    const name = caption ?? header.join(" | ");
    throw new KhopError(
      "writer/uneven-table",
      `The table "${name}" has ${header.length} columns, but a row of it has ${wrong.cells.length + 1}. Give every row its label and a cell for each other column; an empty list leaves a cell empty.`,
      { table: name, columns: header.length, cells: wrong.cells.length + 1 },
    );
  }
  const grid: Grid = {
    is: "grid",
    header,
    rows: rows.map(({ label, cells, isTotal }) => ({
      cells: [label, ...cells].map((cell) => spelling.spell(cell)),
      isTotal: isTotal ?? false,
    })),
  };
  return [...above(table), grid];
}

/** What stands above a table or a chart. */
const above = ({ caption, unit }: Pick<Table, "caption" | "unit">): Line[] => [
  ...(caption === undefined ? [] : [line("caption", caption)]),
  ...(unit === undefined ? [] : [line("tableUnit", `Đơn vị tính: ${unit}`)]),
];

/** Sections with those below them, each under its heading. */
export const sectionsOf = (sections: readonly Section[], spelling: Spelling, above: readonly number[] = []): Piece[] =>
  sections.flatMap(({ title, number, blocks, sections: below = [] }, i) => {
    const place = [...above, i + 1];
    const written = number ?? sectionNumber(place);
    return [
      line(headingPart(written, place.length), `${written} ${title}`),
      ...piecesOf(blocks, spelling),
      ...sectionsOf(below, spelling, place),
    ];
  });

const byDepth: readonly StyledPart[] = ["section", "clause", "point"];

const headingPart = (number: string, depth: number): StyledPart => (/^\d+\.\d/.test(number) ? "subclause" : (byDepth[depth - 1] ?? "item"));
