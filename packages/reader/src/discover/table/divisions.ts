import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import type { Sight } from "../sight.ts";
import { type Candidate, isNearly, kept, propose } from "./proposals.ts";

/** Rows that only say by what the rows below them divide the figure above: `Phân theo giới tính`, `Chia theo khu vực`, `Theo ngành - By industry`. */
const DIVIDES = /^\W*(?:phân theo|chia theo|phân loại theo|phân tổ theo|phân chia theo|tính theo|xét theo|theo)(?!\p{L})/iu;

type Sums = (total: Row, parts: readonly Row[]) => Candidate[];

/**
 * Yearbooks divide one figure in several ways, one below the other: `Tổng số | 1.200`, `Phân theo giới tính`, `Nam | 610`, `Nữ | 590`, `Phân theo khu vực`, `Thành thị | 350`,
 * `Nông thôn | 850`. Each way makes the figure again. Gives the rows that are divided so.
 */
export function divisionsOfRows(sight: Sight, { rows }: Table, sums: Sums): ReadonlySet<Row> {
  const heads = rows.flatMap((row, at) => (isHead(row) ? [at] : []));
  const divided = new Set<Row>();
  const found: Candidate[] = [];
  let whole: Row | undefined;
  for (const [i, head] of heads.entries()) {
    const end = heads[i + 1] ?? rows.length;
    const before = rows[head - 1];
    // The row before the first way to divide is what is divided; before a later one it may be the next such figure.
    if (i === 0 || heads[i - 1] === head - 1) whole = i === 0 ? before : whole;
    const group = atTop(rows.slice(head + 1, end));
    if (whole === undefined || !hasFigures(whole) || group.length < 2) {
      whole = group.at(-1);
      continue;
    }
    const { parts, next } = partsOf(whole, group, end < rows.length, sums);
    divided.add(whole);
    found.push(...sums(whole, parts));
    if (next !== undefined) whole = next;
  }
  const likely = found.filter(isNearly);
  if (likely.length > 0) propose(sight, likely, `table:divided:${rows[0]?.passage.index}`, true, kept(likely) > 0 ? 0.9 : 0.8);
  return divided;
}

const isHead = ({ cells, name }: Row): boolean => cells.every((fig) => fig === undefined) && DIVIDES.test(name);

const hasFigures = ({ cells }: Row): boolean => cells.some((fig) => fig !== undefined);

/** Those of its rows that stand highest, and have figures. */
function atTop(rows: readonly Row[]): readonly Row[] {
  const told = rows.filter((row) => hasFigures(row) && !TOTAL.test(row.label));
  const top = told.reduce((least, { rank }) => Math.min(least, rank), Number.POSITIVE_INFINITY);
  return told.filter(({ rank }) => rank === top);
}

/** All rows of a way to divide; or, where that fits better, as many as make the figure, and behind them another that is divided next. */
function partsOf(
  whole: Row,
  group: readonly Row[],
  isFollowed: boolean,
  sums: Sums,
): { readonly parts: readonly Row[]; readonly next?: Row } {
  const all = sums(whole, group);
  if (kept(all) * 2 > all.length) return { parts: group };
  for (let length = group.length - 1; length >= 2; length--) {
    const some = sums(whole, group.slice(0, length));
    const next = group.at(-1);
    if (kept(some) * 2 > some.length)
      return isFollowed && next ? { parts: group.slice(0, length), next } : { parts: group.slice(0, length) };
  }
  return { parts: group };
}
