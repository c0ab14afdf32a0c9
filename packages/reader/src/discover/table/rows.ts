import { near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isRate, sizeOf } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import { areOppositeNames } from "../pairs.ts";
import { alike, type Sight } from "../sight.ts";
import { divisionsOfRows } from "./divisions.ts";
import { type Candidate, isNearly, isPromise, kept, propose } from "./proposals.ts";

/** Sums down a table: "Tổng số" at its head or foot, subtotals over the rows numbered below them, column by column. */
export function sumsOfRows(sight: Sight, table: Table): void {
  const divided = divisionsOfRows(sight, table, (total, parts) => sums(total, parts, table.headings));
  subtotals(sight, table);
  halves(sight, table);
  totals(sight, table, divided);
  overRows(sight, table);
}

/** `I. Khối huyện` over `1. Hòa An`, `2. Bình Lộc`: what stands one step deeper adds up. "Trong đó" need not be complete. */
function subtotals(sight: Sight, { rows, headings }: Table): void {
  const byRank = new Map<string, Candidate[]>();
  rows.forEach((row, at) => {
    const children = childrenOf(rows, at);
    if (children.length < 2 || TOTAL.test(row.label)) return;
    const key = `${row.rank}:${children[0]?.opens ? "of" : ""}`;
    byRank.set(key, [...(byRank.get(key) ?? []), ...sums(row, children, headings)]);
  });
  for (const [key, candidates] of byRank) propose(sight, candidates, `table:under:${rows[0]?.passage.index}:${key}`);
}

/** `Tiểu học | 3.802`, `Công lập | 3.792`, `Ngoài công lập | 10`: two rows of opposite names below one, with nothing that sets them in. */
function halves(sight: Sight, { rows, headings }: Table): void {
  const candidates = rows.flatMap((row, at): Candidate[] => {
    const [first, second] = [rows[at + 1], rows[at + 2]];
    const isPair = first !== undefined && second !== undefined && areOppositeNames(first.label, second.label);
    return isPair && first.rank === row.rank && second.rank === row.rank ? sums(row, [first, second], headings) : [];
  });
  const found = new Set(sight.totals.map(({ total }) => total));
  const fresh = candidates.filter(({ option }) => !found.has(option.seats.total as Fig));
  if (isPromise(candidates)) propose(sight, fresh, `table:halves:${rows[0]?.passage.index}`, true);
}

/** So many rows at most make one above them that nothing calls their total. */
const BELOW = 12;
/** Columns that must keep it, and the digits that no accident makes. */
const COLUMNS = 2;
const DIGITS = 3;

/** `Hành khách | 2.548 | 5.176`, `Đường bộ | 2.316 | 4.702`, `Đường sông | 232 | 474`: rows below one make it in several columns, with nothing that sets them in. */
function overRows(sight: Sight, { rows, headings }: Table): void {
  const made = new Set(sight.totals.map(({ total }) => total));
  let at = 0;
  while (at < rows.length - 2) {
    const row = rows[at] as Row;
    const isFree = !TOTAL.test(row.label) && !row.cells.some((fig) => fig !== undefined && made.has(fig));
    const found = isFree ? rowsBelow(rows, at, headings) : undefined;
    if (found !== undefined) propose(sight, found.candidates, `table:over:${rows[0]?.passage.index}`, true, 0.85);
    at += 1 + (found?.length ?? 0);
  }
}

/** As many rows right below as make it in most columns. */
function rowsBelow(
  rows: readonly Row[],
  at: number,
  headings: readonly string[],
): { readonly candidates: readonly Candidate[]; readonly length: number } | undefined {
  const row = rows[at] as Row;
  for (let length = 2; length <= BELOW && at + length < rows.length; length++) {
    const parts = rows.slice(at + 1, at + 1 + length);
    if (parts.some(({ rank, label }) => rank !== row.rank || TOTAL.test(label))) return undefined;
    const candidates = sums(row, parts, headings);
    const telling = candidates.filter(({ option }) => digitsOf(option.seats.total as Fig) >= DIGITS);
    if (kept(telling) >= COLUMNS && isPromise(candidates)) return { candidates, length };
  }
  return undefined;
}

/** The rows one step below a row, down to the next of its own rank. */
function childrenOf(rows: readonly Row[], at: number): Row[] {
  const { rank } = rows[at] as Row;
  const below: Row[] = [];
  for (let i = at + 1; i < rows.length && (rows[i] as Row).rank > rank; i++)
    if (!TOTAL.test((rows[i] as Row).label)) below.push(rows[i] as Row);
  const next = leastRank(below);
  return below.filter((row) => row.rank === next);
}

/** A table may have more rows than a call takes arguments. */
const leastRank = (rows: readonly Row[]): number => rows.reduce((least, { rank }) => Math.min(least, rank), Number.POSITIVE_INFINITY);

function hasChildren(rows: readonly Row[], at: number): boolean {
  const { rank } = rows[at] as Row;
  for (let i = at + 1; i < rows.length && (rows[i] as Row).rank > rank; i++) if (!TOTAL.test((rows[i] as Row).label)) return true;
  return false;
}

const MANY = 8;

function totals(sight: Sight, { rows, headings }: Table, divided: ReadonlySet<Row>): void {
  const at = rows.flatMap((row, i) => (TOTAL.test(row.label) && !divided.has(row) ? [i] : []));
  for (const i of at.slice(0, MANY)) {
    const total = rows[i] as Row;
    const candidates = groupsFor(rows, at, i)
      .filter((group) => group.length >= 2)
      .map((group) => sums(total, group, headings))
      .filter((found) => found.length > 0);
    const best = candidates.reduce<Candidate[] | undefined>((a, b) => (a === undefined || share(b) > share(a) ? b : a), undefined);
    if (best === undefined) continue;
    const pattern = `table:rows:${total.passage.index}`;
    const plain = at.length === 1 && rows.every(({ rank, opens }) => rank === rows[0]?.rank && !opens);
    // In a plain table what is far off is no sum; what is nearly one was meant to be, beside a column that is one or with all the others.
    const near = plain && (kept(best) > 0 || best.every(isNearly)) ? best.filter(isNearly) : [];
    if (isPromise(best) || near.length < best.length) propose(sight, best, pattern, isPromise(best), 0.9);
    if (near.length > 0) propose(sight, near, pattern, true, 0.9);
    for (const other of candidates) if (other !== best && share(other) === 1) propose(sight, other, pattern, false);
    hundreds(sight, total, groupsFor(rows, at, i)[0] ?? [], headings.length);
  }
}

const share = (candidates: readonly Candidate[]): number => kept(candidates) / candidates.length;

/** Which rows a total may add up: all at the top, all up to the total before, all down to the next, the other totals. */
function groupsFor(rows: readonly Row[], totalsAt: readonly number[], at: number): Row[][] {
  const isTotal = new Set(totalsAt);
  const others = rows.filter((_, i) => !isTotal.has(i));
  const top = leastRank(others);
  const before = Math.max(-1, ...totalsAt.filter((i) => i < at));
  const after = Math.min(rows.length, ...totalsAt.filter((i) => i > at));
  const leaves = rows.filter((_, i) => !isTotal.has(i) && !hasChildren(rows, i));
  return [
    others.filter(({ rank }) => rank === top),
    rows.slice(before + 1, at),
    rows.slice(at + 1, after),
    childrenOf(rows, at),
    atTop(rows.slice(at + 1, after)),
    totalsAt.filter((i) => i !== at).map((i) => rows[i] as Row),
    leaves,
  ];
}

/** Those that stand highest among rows: their own parts stand below them. */
function atTop(rows: readonly Row[]): Row[] {
  const top = leastRank(rows);
  return rows.filter(({ rank }) => rank === top);
}

/** The heading of a column of rates or averages, which nothing adds up: `HS/lớp`, `năng suất (tạ/ha)`, `bình quân`. */
export const AVERAGE = /\p{L}\s*\/\s*\p{L}|\/\s*\d[\d.]*\s*\p{L}|bình quân|trung bình|t[ỷỉ] lệ|t[ỷỉ] suất|năng suất|mật độ|giá /iu;

const isWhole = ({ quantity }: Fig): boolean => (quantity?.decimals ?? 0) <= 0;

/** One sum a column, of the rows that have a figure there. */
function sums(total: Row, parts: readonly Row[], headings: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  for (let column = 0; column < headings.length; column++) {
    const heading = headings[column] ?? "";
    const isAverage = AVERAGE.test(heading) && !RISES.test(heading);
    if (isAverage && !ALTERNATIVES.test(heading)) continue;
    const sum = total.cells[column];
    // A sum of what is not all said cannot be told.
    if (parts.some(({ unsaid }) => unsaid.has(column))) continue;
    const figures = parts.map(({ cells }) => cells[column]).filter((fig): fig is Fig => fig !== undefined);
    if (!sum || !isAmount(sum) || figures.length < 2 || !figures.every((fig) => alike(fig, sum)) || isAmong(sum, figures)) continue;
    if (isAverage && !isSumOf(sum, figures)) continue;
    // "24.518 | 42,50 | 15.246 | 50,61" below each other: counts and what they are of all, row by row.
    if (sum.quantity?.decimals === 0 && figures.some(isWhole) && !figures.every(isWhole)) continue;
    found.push({ option: { kind: relations.total, seats: { total: sum, parts: figures } }, row: total });
  }
  return found;
}

/** `Tăng/giảm`: by how much each rose or fell, with its sign. */
const RISES = /^\W*tăng\s*[/,(]\s*giảm[^%]*$/iu;

/** `Lớp/nhóm`, `Thôn/bản`: one name or the other, as well as so many per one. */
const ALTERNATIVES = /^\s*\p{L}[\p{L} ]*\/\s*\p{L}[\p{L} ]*$/u;

/** An average lies among what it is of; what is larger than each and nearly all together adds up. */
const isSumOf = (sum: Fig, parts: readonly Fig[]): boolean =>
  parts.every((part) => sizeOf(part) < sizeOf(sum) && isWhole(part)) &&
  near(relations.total, { total: sum.cell, parts: parts.map(({ cell }) => cell) }, "tenth");

/** Less than the largest of three or more and more than the smallest: an average, a score or an index of all, and no sum of them. */
function isAmong(sum: Fig, parts: readonly Fig[]): boolean {
  const size = sizeOf(sum);
  // "31.246 | 12.874 | … | 169.905 | … | 113.938": a single part that is larger, by a slip of a key, makes it no average.
  const isSlip =
    parts.filter((fig) => sizeOf(fig) > size).length === 1 &&
    near(relations.total, { total: sum.cell, parts: parts.map(({ cell }) => cell) }, "slip");
  return (
    !isSlip &&
    parts.length >= 3 &&
    parts.every((fig) => sizeOf(fig) > 0) &&
    parts.some((fig) => sizeOf(fig) < size) &&
    parts.some((fig) => sizeOf(fig) > size)
  );
}

/** A column of shares under a total of 100. */
function hundreds(sight: Sight, total: Row, parts: readonly Row[], width: number): void {
  for (let column = 0; column < width; column++) {
    const sum = total.cells[column];
    const shares = parts.map(({ cells }) => cells[column]).filter((fig): fig is Fig => fig !== undefined && isRate(fig));
    if (!sum || !isRate(sum) || sum.quantity?.approximate !== 100 || shares.length < 2) continue;
    const option = { kind: relations.composition, seats: { shares } };
    propose(sight, [{ option, row: total }], `table:hundred:${total.passage.index}`, false);
  }
}
