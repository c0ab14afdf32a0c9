import { relations } from "@khop/core";
import { type Fig, isRate } from "../../figures.ts";
import type { Row, Table } from "../../tables.ts";
import type { Option, Sight } from "../sight.ts";
import { type Candidate, isNearly, propose } from "./proposals.ts";

const MARK = /^\(?([\dA-ZĐ]+)\)?\s*=\s*(.+)$/u;
const SUM = /^[\d]+(?:[+-][\d]+)+$/;
const QUOTIENT = /^(\d+)\/(\d+)(?:[*x×.]?100%?)?$/;
const PRODUCT = /^(\d+)[*x×](\d+)$/;
const GROWTH = /^\[?\(?(\d+)-(\d+)\)?\]?\/(\d+)(?:[*x×.]?100%?)?$/;

/** Columns that say in their heads how they are made: `3=1+2`, `(5)=(4)/(3)`, `7=5-4`. What is said is meant. */
export function formulasOfColumns(sight: Sight, { marks, rows }: Table): void {
  const columns = new Map(
    marks.flatMap((mark, column) => {
      const id = /^\(?([\dA-ZĐ]+)\)?/u.exec(mark)?.[1];
      return id === undefined ? [] : [[id, column] as const];
    }),
  );
  marks.forEach((mark, column) => {
    const said = MARK.exec(mark)?.[2];
    if (said === undefined) return;
    const candidates = rows.flatMap((row): Candidate[] => {
      const option = optionOf(said.replace(/[\s()]/g, ""), row.cells[column], (id) => cellOf(row, columns.get(id)));
      return option === null ? [] : [{ option, row }];
    });
    propose(sight, candidates, `table:formula:${rows[0]?.passage.index}:${column}`, true, 0.97);
  });
}

/** A formula at the end of a row's name: `TỔNG THU (I+II)`, `Bội thu (A-B)`, `Tồn cuối kỳ (4)=(1)+(2)-(3)`. */
const ROW_FORMULA =
  /[(=]\s*((?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-HĐ])\)?\s*[+–-]\s*)+\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-HĐ])\)?)\s*\)?\s*$/u;
const ROW_ID = /^\W*\(?(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-HĐ])\s*(?:[.):-]|\s|$)/u;

/** Rows that say behind their names how they are made of others, by the numbers or letters that those open with: of what stands nearest. */
export function formulasOfRows(sight: Sight, { rows, headings }: Table): void {
  const ids = rows.map(({ name }) => ROW_ID.exec(name)?.[1]);
  rows.forEach((row, at) => {
    const said = ROW_FORMULA.exec(row.name)?.[1];
    if (said === undefined) return;
    const named = (id: string): Row | undefined => nearest(rows, ids, id, at);
    const candidates = headings.flatMap((_, column): Candidate[] => {
      const made = row.cells[column];
      const option = made === undefined || isRate(made) ? null : sumOf(said.replace(/[\s()]/g, ""), made, (id) => named(id)?.cells[column]);
      return option === null ? [] : [{ option, row }];
    });
    // A formula with a slip in a column or two is meant; one that no column keeps was left from another table.
    const likely = candidates.filter(isNearly);
    if (likely.length * 2 >= candidates.length) propose(sight, likely, `table:row-formula:${row.passage.index}`, true, 0.95);
  });
}

/** The row of an id that stands nearest to another, those below it first. */
function nearest(rows: readonly Row[], ids: readonly (string | undefined)[], id: string, at: number): Row | undefined {
  const found = ids.flatMap((one, i) => (one === id && i !== at ? [i] : []));
  const [below, above] = [found.find((i) => i > at), found.findLast((i) => i < at)];
  if (below === undefined || above === undefined) return rows[below ?? above ?? -1];
  return rows[below - at <= at - above ? below : above];
}

const cellOf = (row: Row, column: number | undefined): Fig | undefined => (column === undefined ? undefined : row.cells[column]);

function optionOf(said: string, made: Fig | undefined, at: (id: string) => Fig | undefined): Option | null {
  if (made === undefined) return null;
  if (SUM.test(said)) return sumOf(said, made, at);
  const growth = GROWTH.exec(said)
    ?.slice(1)
    .map((id) => at(id));
  if (growth) {
    const [current, base, again] = growth;
    return current && base && base === again ? { kind: relations.growth, seats: { growth: made, current, base } } : null;
  }
  const [above, below] = (QUOTIENT.exec(said) ?? []).slice(1).map((id) => at(id));
  if (above && below)
    return isRate(made)
      ? { kind: relations.share, seats: { share: made, parts: [above], whole: below } }
      : { kind: relations.ratio, seats: { ratio: made, numerators: [above], denominator: below } };
  const [left, right] = (PRODUCT.exec(said) ?? []).slice(1).map((id) => at(id));
  return left && right ? { kind: relations.product, seats: { product: made, left, right } } : null;
}

/** Plus signs alone make a total, one minus a difference; whatever else is a sum with signs. A cell left empty leaves it untold. */
function sumOf(said: string, made: Fig, at: (id: string) => Fig | undefined): Option | null {
  const terms = [...said.matchAll(/([+–-]?)([^+–-]+)/g)].map(([, sign, id]) => ({
    minus: sign === "-" || sign === "–",
    fig: at(id as string),
  }));
  const figures = terms.map(({ fig }) => fig).filter((fig): fig is Fig => fig !== undefined);
  if (figures.length < terms.length) return null;
  if (terms.every(({ minus }) => !minus)) return { kind: relations.total, seats: { total: made, parts: figures } };
  if (terms.length === 2) return { kind: relations.difference, seats: { difference: made, current: figures[0], base: figures[1] } };
  const weights = ["-1", ...terms.map(({ minus }) => (minus ? "-1" : "1"))];
  return { kind: relations.linear, seats: { terms: [made, ...figures], weights, is: "=", constant: "0" } };
}
