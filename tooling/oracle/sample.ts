import { readFileSync } from "node:fs";
import { type Cell, type Checked, type Examination, examine } from "@khop/core";
import { type Figure, readText } from "@khop/reader";
import type { Row } from "./rows.ts";

/** The report, read and examined. */
export interface Sample {
  readonly examination: Examination;
  /** The line of the report that a cell's figure stands on; undefined for a hidden one. */
  readonly lineOf: (cell: Cell) => number | undefined;
  readonly figureOf: (cell: Cell) => Figure | undefined;
}

export function readSample(path: string): Sample {
  const { text, figures, network } = readText(readFileSync(path, "utf8"));
  const byCell = new Map(figures.map((figure) => [figure.cell, figure]));
  const figureOf = (cell: Cell) => byCell.get(cell);
  const lineOf = (cell: Cell) => {
    const figure = figureOf(cell);
    return figure && text.slice(0, figure.start).split("\n").length;
  };
  return { examination: examine(network), lineOf, figureOf };
}

const kinds: Readonly<Record<Row["type"], readonly string[]>> = {
  SUM: ["total", "linear", "equality"],
  SHARE: ["share"],
  CLOSE: ["composition"],
};

/** The values that a relation's cells hold, printed or in words ("không có"); hidden cells without value are left aside. */
export const valuesOf = ({ relation }: Checked): string[] =>
  relation.cells.flatMap(({ quantity }) => (quantity === null ? [] : [quantity.value.toFixed()]));

const inOrder = (values: readonly string[]): string => [...values].sort().join(" ");

/** The relation of a row: one that ties exactly its figures, on its lines. */
export function relationOf({ examination, lineOf }: Sample, row: Row): Checked | undefined {
  const wanted = inOrder(row.values);
  return examination.checked.find(
    (one) =>
      kinds[row.type].includes(one.relation.kind.kind) &&
      inOrder(valuesOf(one)) === wanted &&
      one.relation.cells.every((cell) => row.lines.has(lineOf(cell) ?? [...row.lines][0] ?? 0)),
  );
}

/** What became of each row, a line each, those that are not right marked. */
export function table(sample: Sample, rows: readonly Row[]): string {
  return rows
    .map((row) => {
      const wanted = row.holds ? "holds" : "violated";
      const verdict = relationOf(sample, row)?.verdict ?? "missed";
      return [
        verdict === wanted ? " " : "✗",
        row.id,
        row.type.padEnd(5),
        verdict.padEnd(9),
        `wanted ${wanted.padEnd(8)}`,
        row.values.join(" "),
      ].join(" ");
    })
    .join("\n");
}
