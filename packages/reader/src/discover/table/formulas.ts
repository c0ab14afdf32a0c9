import { relations } from "@khop/core";
import { type Fig, isRate } from "../../figures.ts";
import type { Row, Table } from "../../tables.ts";
import type { Option, Sight } from "../sight.ts";
import { type Candidate, propose } from "./proposals.ts";

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

const cellOf = (row: Row, column: number | undefined): Fig | undefined => (column === undefined ? undefined : row.cells[column]);

function optionOf(said: string, made: Fig | undefined, at: (id: string) => Fig | undefined): Option | null {
  if (made === undefined) return null;
  if (SUM.test(said)) return sumOf(said, made, at);
  const growth = GROWTH.exec(said)
    ?.slice(1)
    .map((id) => at(id));
  if (growth) {
    const [current, base, again] = growth;
    return current && base && base === again ? { kind: relations.growth, seats: { growth: made, current, base, falls: false } } : null;
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
  const terms = [...said.matchAll(/([+-]?)(\d+)/g)].map(([, sign, id]) => ({ minus: sign === "-", fig: at(id as string) }));
  const figures = terms.map(({ fig }) => fig).filter((fig): fig is Fig => fig !== undefined);
  if (figures.length < terms.length) return null;
  if (terms.every(({ minus }) => !minus)) return { kind: relations.total, seats: { total: made, parts: figures } };
  if (terms.length === 2)
    return { kind: relations.difference, seats: { difference: made, current: figures[0], base: figures[1], falls: false } };
  const weights = ["-1", ...terms.map(({ minus }) => (minus ? "-1" : "1"))];
  return { kind: relations.linear, seats: { terms: [made, ...figures], weights, is: "=", constant: "0" } };
}
