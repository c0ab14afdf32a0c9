import { fit, relations } from "@khop/core";
import { type Fig, isRate, sizeOf } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import type { Option, Sight } from "../sight.ts";
import { holds } from "./proposals.ts";
import { AVERAGE } from "./rows.ts";

const WEIGHTS = /quyền số|tỷ trọng|tỉ trọng|cơ cấu|weight/iu;
/** Rows that are weighted, and columns that are tried. */
const LEAST = 3;
const MOST = 40;
const WIDEST = 12;

/**
 * `Nhóm | Chỉ số | Quyền số`, `Huyện | Năng suất | Diện tích`: the total row tells of a column of rates the mean of the rows above it, weighted by another column. It only
 * confirms, and only where the rates differ by more than is printed.
 */
export function weightedColumns(sight: Sight, { rows, headings }: Table): void {
  const total = rows.filter(({ label }) => TOTAL.test(label));
  const parts = rows.filter((row) => !TOTAL.test(row.label) && row.rank === rows[0]?.rank);
  const [whole] = total;
  if (total.length !== 1 || whole === undefined || parts.length < LEAST || parts.length > MOST || headings.length > WIDEST) return;
  const columns = [...headings.keys()];
  const summed = new Set(
    sight.totals.flatMap(({ total: sum, parts: own, found }) => (own.length >= LEAST && found.options.some(holds) ? [sum] : [])),
  );
  for (const column of columns) {
    const mean = whole.cells[column];
    if (!mean || summed.has(mean) || !(isRate(mean) || AVERAGE.test(headings[column] ?? "") || (mean.quantity?.decimals ?? 0) > 0))
      continue;
    const values = columnOf(parts, column);
    if (values === undefined || !areTelling(values)) continue;
    const weighing = columns.filter((other) => other !== column && mayWeigh(whole.cells[other], headings[other] ?? "", summed));
    const holding = weighing.flatMap((other): Option[] => {
      const weights = columnOf(parts, other);
      const places = weights && { mean: mean.cell, values: values.map(({ cell }) => cell), weights: weights.map(({ cell }) => cell) };
      return places && fit(relations.mean, places) === "holds" ? [{ kind: relations.mean, seats: { mean, values, weights } }] : [];
    });
    const [option, other] = holding;
    if (option === undefined || other !== undefined) continue;
    sight.add({ options: [option], prior: 0.7, pattern: "table:weighted", cue: "|", confirm: true, passage: whole.passage.index });
  }
}

const columnOf = (rows: readonly Row[], column: number): readonly Fig[] | undefined => {
  const cells = rows.flatMap(({ cells: own }) => own[column] ?? []);
  return cells.length === rows.length ? cells : undefined;
};

/** A column that adds up, or one of weights that make a hundred. */
const mayWeigh = (sum: Fig | undefined, heading: string, summed: ReadonlySet<unknown>): boolean =>
  sum !== undefined && (summed.has(sum) || (WEIGHTS.test(heading) && sizeOf(sum) === HUNDRED));

const HUNDRED = 100;

/** They are further apart than their last digits. */
function areTelling(values: readonly Fig[]): boolean {
  const sizes = values.map(sizeOf);
  const slack = Math.max(...values.map(({ quantity }) => quantity?.slack ?? 0));
  return Math.max(...sizes) - Math.min(...sizes) > slack * APART;
}

const APART = 12;
