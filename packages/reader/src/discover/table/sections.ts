import { relations } from "@khop/core";
import { type Fig, isAmount, isRate } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import type { Option, Sight } from "../sight.ts";
import { type Candidate, isPromise, propose } from "./proposals.ts";

const INDEX = /chỉ số|năm trước\s*=\s*100|cùng kỳ\s*=\s*100|index/iu;
const GROWTH = /tỷ lệ tăng|tỉ lệ tăng|tốc độ tăng|tăng trưởng|tăng, giảm|growth/iu;
const STRUCTURE = /cơ cấu|tỷ trọng|tỉ trọng|structure/iu;

/**
 * Yearbooks tell of a table's figures once more below them: `Chỉ số phát triển (năm trước = 100)`, `Tỷ lệ tăng (%)`, `Cơ cấu (%)`, with the same rows and
 * columns. Periods stand in rows or in columns; what most of its figures keep, all of them promise.
 */
export function sectionsOf(sight: Sight, { rows, headings, tells }: Table): void {
  if (tells === undefined) return;
  const { what, of } = tells;
  const own = pairsOf(rows, of);
  const readings = STRUCTURE.test(what)
    ? [ofTotalColumn(own, headings), ofTotalRow(own, of)]
    : GROWTH.test(what)
      ? [sincePrevious(own, of, growthOf(rows)), sinceColumnBefore(own, growthOf(rows))]
      : INDEX.test(what)
        ? [sincePrevious(own, of, indexOf), sinceColumnBefore(own, indexOf)]
        : [];
  const best = readings.find((candidates) => isPromise(candidates));
  if (best !== undefined) propose(sight, best, `table:section:${rows[0]?.passage.index}`, true);
}

/** A row of the section, the row above that it tells of, and where that stands. */
interface Pair {
  readonly row: Row;
  readonly told: Row;
  readonly at: number;
}

/** Rows of one name; where several are called so, those that stand behind rows of one name too. */
function pairsOf(rows: readonly Row[], of: readonly Row[]): Pair[] {
  return rows.flatMap((row, i) => {
    const found = of.flatMap((told, at) => (row.name !== "" && told.name === row.name ? [{ row, told, at }] : []));
    const behind = found.filter(({ at }) => of[at - 1]?.name === rows[i - 1]?.name);
    return found.length === 1 ? found : behind.length === 1 ? behind : [];
  });
}

type Make = (rate: Fig, current: Fig, base: Fig) => Option;

const indexOf: Make = (rate, current, base) =>
  isRate(rate)
    ? { kind: relations.share, seats: { share: rate, parts: [current], whole: base } }
    : { kind: relations.ratio, seats: { ratio: rate, numerators: [current], denominator: base, per: "100" } };

/** With a minus where it fell; where no figure has one, a fall is told without. */
function growthOf(rows: readonly Row[]): Make {
  const signed = rows.some(({ cells }) => cells.some((fig) => (fig?.quantity?.approximate ?? 0) < 0));
  return (growth, current, base) => {
    const falls = !signed && (current.quantity?.approximate ?? 0) < (base.quantity?.approximate ?? 0);
    return { kind: relations.growth, seats: { growth, current, base, ...(falls && { falls }) } };
  };
}

/** Periods in rows: each against the row before it. */
const sincePrevious = (pairs: readonly Pair[], of: readonly Row[], make: Make): Candidate[] =>
  pairs.flatMap(({ row, told, at }) =>
    row.cells.flatMap((rate, column) => candidate(row, rate, told.cells[column], of[at - 1]?.cells[column], make)),
  );

/** Periods in columns: each against the column before it. */
const sinceColumnBefore = (pairs: readonly Pair[], make: Make): Candidate[] =>
  pairs.flatMap(({ row, told }) =>
    row.cells.flatMap((rate, column) => candidate(row, rate, told.cells[column], told.cells[column - 1], make)),
  );

const shareOf: Make = (share, part, whole) => ({ kind: relations.share, seats: { share, parts: [part], whole } });

function ofTotalColumn(pairs: readonly Pair[], headings: readonly string[]): Candidate[] {
  const total = headings.findIndex((heading) => TOTAL.test(heading));
  return pairs.flatMap(({ row, told }) =>
    row.cells.flatMap((rate, column) => (column === total ? [] : candidate(row, rate, told.cells[column], told.cells[total], shareOf))),
  );
}

function ofTotalRow(pairs: readonly Pair[], of: readonly Row[]): Candidate[] {
  const total = of.find(({ label }) => TOTAL.test(label));
  return pairs.flatMap(({ row, told }) =>
    told === total ? [] : row.cells.flatMap((rate, column) => candidate(row, rate, told.cells[column], total?.cells[column], shareOf)),
  );
}

function candidate(row: Row, rate: Fig | undefined, current: Fig | undefined, base: Fig | undefined, make: Make): Candidate[] {
  if (!rate?.quantity || !current || !base || !isAmount(current) || !isAmount(base)) return [];
  return [{ option: make(rate, current, base), row }];
}
