import { changeFits, type Quantity, relations, sumFits } from "@khop/core";
import { type Fig, isAmount, isRate, sizeOf } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { CHANGE } from "./headings.ts";
import { type Candidate, isNearly, isPromise, kept, propose } from "./proposals.ts";

/** A reading of columns is tried on so many rows before it is taken for all. */
const SAMPLE = 40;
/** Where not one of the first rows keeps it, the others are not asked: tables are as wide as a file wants them. */
const FIRST = 5;
const WIDEST = 12;
/** A column that no heading calls a total needs more rows that agree. */
const UNNAMED = { most: 0.75, least: 3 } as const;
/** No parts are looked for further from their total than so many columns. */
const AWAY = 3 * WIDEST;

/** Sums, differences and balances across a table, row by row: the reading that most rows keep is what all rows promise. */
export function sumsOfColumns(sight: Sight, { rows: all, ...others }: Table): void {
  // "Tăng/giảm (%) | +13,4 | +26,5 | +14,1": nothing adds up in a row of rates.
  const table: Table = { ...others, rows: all.filter(({ label, name }) => !RATES.test(label) && !name.includes("%")) };
  const amounts = table.headings.map((_, column) => column).filter((column) => table.rows.some(({ cells }) => isAmountIn(cells[column])));
  const tied = new Set<string>();
  const summed = new Set<number>();
  for (const at of amounts) {
    const pattern = `table:columns:${table.rows[0]?.passage.index}:${at}`;
    const first = sumOf(table, amounts, at);
    // "Tổng số | Nam | Nữ | Thành thị | Nông thôn": divided once more, by other columns.
    const second =
      first === null
        ? null
        : sumOf(
            table,
            amounts.filter((column) => column === at || !first.columns.includes(column)),
            at,
          );
    // What two sums of one total make of each other is no account.
    for (const found of [first ?? (summed.has(at) ? null : balanceOf(table, amounts, at)), second]) {
      if (found === null) continue;
      for (const column of found.columns) summed.add(column);
      tied.add(nameOf(found.columns));
      const all = candidatesOf(table.rows, found.make);
      propose(sight, all, pattern, isPromise(all) || all.every(isNearly));
    }
  }
  const named = (column: number): boolean => isLess(table.headings[column]);
  const columns = [...table.headings.keys()].sort((a, b) => Number(named(b)) - Number(named(a)));
  for (const at of columns) {
    const found = differenceOf(table, at, tied);
    if (found === null) continue;
    tied.add(nameOf(found.columns));
    propose(sight, candidatesOf(table.rows, found.make), `table:difference:${table.rows[0]?.passage.index}:${at}`);
  }
}

const RATES = /%|t[ỷỉ] lệ|tốc độ|chỉ số|bình quân|năng suất/iu;

/** Columns that are tied already: what they make of each other another way round says nothing new. */
const nameOf = (columns: readonly number[]): string => [...columns].sort((a, b) => a - b).join();

/** How columns make one, and which. */
interface Reading {
  readonly make: Make;
  readonly columns: readonly number[];
}

type Make = (cells: Row["cells"]) => Option | null;

const isAmountIn = (fig: Fig | undefined): boolean => fig !== undefined && isAmount(fig);

const candidatesOf = (rows: readonly Row[], make: Make): Candidate[] =>
  rows.flatMap((row) => {
    const option = row.unsaid.size > 0 ? null : make(row.cells);
    return option === null ? [] : [{ option, row }];
  });

/** The columns beside a column that add up to it; any stretch of columns where the heading says that it is a total. */
function sumOf({ rows, headings }: Table, amounts: readonly number[], at: number): Reading | null {
  const named = TOTAL.test(headings[at] ?? "");
  const others = amounts.filter((column) => column !== at);
  const place = others.findIndex((column) => column > at);
  const right = place < 0 ? others.length : place;
  if (!named && rows.length < UNNAMED.least) return null;
  const last = Math.min(others.length, right + AWAY);
  let best: (Reading & { agree: number; length: number }) | null = null;
  for (let from = Math.max(0, right - AWAY); from + 2 <= last; from++) {
    for (let to = Math.min(last, from + WIDEST); to >= from + 2; to--) {
      if (!named && from !== right && to !== right) continue;
      const columns = others.slice(from, to);
      if (!rows.slice(0, FIRST).some(({ cells }) => addsUp(cells, at, columns))) continue;
      const make: Make = (cells) =>
        totalOf(
          cells[at],
          columns.map((column) => cells[column]),
        );
      const sample = candidatesOf(rows.slice(0, SAMPLE), make).filter(named ? () => true : tells);
      // "Cụm I | Cụm II | Cụm III | Cộng": all that stands beside a column called a total, nearly right in every row.
      const whole = named && columns.length === others.length && kept(sample) > 0 && sample.every(isNearly);
      if (!(whole || (named ? isPromise(sample) : isPromise(sample, UNNAMED.most, UNNAMED.least)))) continue;
      const agree = kept(sample) / sample.length;
      if (best === null || agree > best.agree || (agree === best.agree && to - from > best.length))
        best = { make, columns: [at, ...columns], agree, length: to - from };
    }
  }
  return best;
}

function addsUp(cells: Row["cells"], at: number, columns: readonly number[]): boolean {
  const total = cells[at]?.quantity;
  if (total == null) return false;
  const parts: Quantity[] = [];
  for (const column of columns) {
    const quantity = cells[column]?.quantity;
    if (quantity != null) parts.push(quantity);
  }
  return parts.length >= 2 && sumFits(total, parts);
}

function totalOf(total: Fig | undefined, parts: readonly (Fig | undefined)[]): Option | null {
  const given = parts.filter((fig): fig is Fig => fig !== undefined && isAmount(fig));
  if (!total || !isAmount(total) || given.length < 2 || !given.every((fig) => alike(fig, total)) || isIndexOf(total, given)) return null;
  return { kind: relations.total, seats: { total, parts: given } };
}

/** `Chỉ số phát triển (năm trước = 100): 101,54 | 102,10 | 100,99`: about as large as each of them, and no sum. */
function isIndexOf(total: Fig, parts: readonly Fig[]): boolean {
  const sizes = parts.map(sizeOf);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return least > 0 && most < 1.3 * least && sizeOf(total) >= least && sizeOf(total) <= most;
}

/** Two parts or more that are not zero: what adds up then is no accident of empty cells. */
const tells = ({ option }: Candidate): boolean =>
  (option.seats.parts as readonly Fig[]).filter(({ quantity }) => quantity?.approximate !== 0).length >= 2;

/** `tồn đầu kỳ, tiếp nhận, giải quyết, tồn cuối kỳ`: four columns one after the other. */
function balanceOf(table: Table, amounts: readonly number[], at: number): Reading | null {
  const place = amounts.indexOf(at);
  // "… | Giải quyết | Đúng hạn | Trễ hạn | Tồn cuối kỳ": what went may be told in detail before what is left.
  for (let between = 0; between <= DETAILS; between++) {
    const found = balanceIn(table, amounts.slice(place - 3 - between, place - between), at);
    if (place >= 3 + between && found !== null) return found;
  }
  return null;
}

const DETAILS = 4;

function balanceIn({ rows }: Table, columns: readonly number[], at: number): Reading | null {
  const [opening, into, out] = columns;
  if (opening === undefined || into === undefined || out === undefined) return null;
  const make: Make = (cells) => {
    const [first, more, less, closing] = [cells[opening], cells[into], cells[out], cells[at]];
    if (!first || !more || !less || !closing || ![first, more, less, closing].every((fig) => isAmount(fig) && alike(fig, closing)))
      return null;
    return { kind: relations.balance, seats: { closing, opening: first, ins: [more], outs: [less] } };
  };
  const sample = candidatesOf(rows.slice(0, SAMPLE), make).filter(({ option }) => sizeOf(option.seats.opening as Fig) > 0);
  return isPromise(sample, UNNAMED.most, UNNAMED.least) ? { make, columns: [opening, into, out, at] } : null;
}

/** A heading of what one column is less another. */
const LESS = /chênh lệch|còn/iu;
const isLess = (heading = ""): boolean => CHANGE.test(heading) || LESS.test(heading);
const REACH = 12;
/** A table of more columns than a sheet of paper holds: only the columns right beside are tried. */
const WIDE = 60;

/** A column that is one column less another: a change since last time, what is left of a plan. */
function differenceOf({ rows, headings }: Table, at: number, tied: ReadonlySet<string>): Reading | null {
  const named = isLess(headings[at]);
  if (!named && rows.length < UNNAMED.least) return null;
  const signed = rows.some(({ cells }) => sizeOf(cells[at]) < 0);
  const reach = headings.length > WIDE ? 2 : REACH;
  const columns: number[] = [];
  for (let column = Math.max(0, at - reach); column <= Math.min(headings.length - 1, at + reach); column++)
    if (column !== at) columns.push(column);
  let best: (Reading & { agree: number }) | null = null;
  for (const current of columns) {
    for (const base of columns) {
      if (base === current || tied.has(nameOf([at, current, base]))) continue;
      const make: Make = (cells) => changeOf(cells[at], cells[current], cells[base], signed);
      if (!rows.slice(0, FIRST).some(({ cells }) => differs(cells[at], cells[current], cells[base], signed))) continue;
      const sample = candidatesOf(rows.slice(0, SAMPLE), make).filter(({ option }) => sizeOf(option.seats.difference as Fig) !== 0);
      if (!(named ? isPromise(sample) : isPromise(sample, UNNAMED.most, UNNAMED.least))) continue;
      const agree = kept(sample) / sample.length;
      if (best === null || agree > best.agree) best = { make, columns: [at, current, base], agree };
    }
  }
  return best;
}

function differs(difference: Fig | undefined, current: Fig | undefined, base: Fig | undefined, signed: boolean): boolean {
  if (!difference?.quantity || !current?.quantity || !base?.quantity) return false;
  return changeFits(difference.quantity, current.quantity, base.quantity, !signed && sizeOf(current) < sizeOf(base));
}

/** Where falls are printed with a minus, the sign tells; else a change is told without one. */
function changeOf(difference: Fig | undefined, current: Fig | undefined, base: Fig | undefined, signed: boolean): Option | null {
  if (!difference || !current || !base) return null;
  const amounts = [difference, current, base].every((fig) => isAmount(fig) && alike(fig, current));
  const rates = [difference, current, base].every(isRate);
  if (!amounts && !rates) return null;
  return {
    kind: relations.difference,
    seats: { difference, current, base, ...(!signed && sizeOf(current) < sizeOf(base) && { falls: true }) },
  };
}
