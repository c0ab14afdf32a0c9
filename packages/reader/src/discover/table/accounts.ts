import { near, relations, sumFits } from "@khop/core";
import { digitsOf, type Fig, isAmount } from "../../figures.ts";
import { closingWords, openingWords, says } from "../../lexicon/flows.ts";
import type { Row, Table } from "../../tables.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { placesOf, verdictOf } from "./proposals.ts";
import { AVERAGE } from "./rows.ts";

/** How far from its total a row may stand that is part of it. */
const SPAN = 6;
/** A sum that holds by chance is rarer than one in a thousand. */
const TELLING = 3;
const MOST_ROWS = 60;
/** So many columns that keep it tell as much as long figures. */
const MANY = 3;

/**
 * A table whose rows are an account: `Năm trước chuyển sang | Thụ lý mới | Tổng thụ lý | Hủy | Tổng phải thi hành | Có điều kiện | Chưa có điều
 * kiện | Chuyển kỳ sau`. What one column keeps to the last digit, the others promise.
 */
export function accountsOfRows(sight: Sight, { rows, headings }: Table): void {
  if (rows.length < 3 || rows.length > MOST_ROWS) return;
  const columns = [...headings.keys()].filter(
    (column) => !AVERAGE.test(headings[column] ?? "") && rows.filter(({ cells }) => isAmountAt(cells, column)).length >= 3,
  );
  rows.forEach((row, at) => {
    const isClosing = says(row.label.split(" "), closingWords) || GAP.test(row.label);
    if (!isClosing && !SUM.test(row.label)) return;
    const flows = isClosing ? flowsInto(rows, at, columns) : undefined;
    const found = flows ? [flows] : [...readingsOf(rows, at, isClosing)].filter((one) => isTold(one, columns));
    for (const option of found.flatMap((reading) => columns.map(reading))) {
      if (option === null) continue;
      const verdict = option.verdict ?? verdictOf(option.kind, option.seats);
      if (verdict !== "holds" && !near(option.kind, placesOf(option.seats), "slip")) continue;
      sight.add({
        options: [option],
        prior: 0.8,
        pattern: `table:account:${row.passage.index}`,
        cue: "|",
        confirm: false,
        passage: row.passage.index,
      });
    }
  });
}

/** What is left between two rows: `Chênh lệch thu chi`, `Lợi nhuận`. */
const GAP = /^(?:chênh lệch|thặng dư|bội thu|bội chi|kết dư|cân đối|lợi nhuận|lãi|nhập siêu|xuất siêu)(?!\p{L})/u;

const SUM = /^(?:tổng|cộng|toàn|cả)(?!\p{L})/u;

/** The label of a row behind its number: "IV Số dư cuối năm". */
const unnumbered = ({ label }: Row): string => label.replace(/^(?:[ivx]+|[a-zđ]|\d{1,2})(?:[.)]\s*|\s+)/u, "");

/** How a row is made of others, column by column. */
type Reading = (column: number) => Option | null;

function* readingsOf(rows: readonly Row[], at: number, isClosing: boolean): Generator<Reading> {
  const stretch = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  if (!isClosing) {
    for (let from = at - 2; from >= Math.max(0, at - SPAN); from--) yield total(rows, at, stretch(from, at));
    for (let to = at + 3; to <= Math.min(rows.length, at + 1 + SPAN); to++) yield total(rows, at, stretch(at + 1, to));
  }
  for (let opening = at - 2; opening >= Math.max(0, at - SPAN); opening--) yield balance(rows, at, opening, stretch(opening + 1, at));
  if (isClosing)
    for (let opening = at - 2; opening >= Math.max(0, at - 2 * SPAN); opening--)
      for (let out = at - 1; out > opening; out--) yield balance(rows, at, opening, [out]);
}

/** `Số dư đầu năm | Thu trong năm | … | Chi trong năm | … | Số dư cuối năm`: rows named for what there was, came, went and is left, in all columns the same. */
function flowsInto(rows: readonly Row[], at: number, columns: readonly number[]): Reading | undefined {
  const opening = rows.findLastIndex(({ label }, i) => i < at && i >= at - 2 * SPAN && says(label.split(" "), openingWords));
  if (opening < 0 || says((rows[opening] as Row).label.split(" "), closingWords)) return undefined;
  const between = [...rows.keys()].slice(opening + 1, at);
  const named = (words: RegExp): readonly number[] => between.filter((i) => words.test(unnumbered(rows[i] as Row)));
  const [ins, outs] = [named(CAME), named(WENT)];
  const readings = ins.flatMap((into) => outs.map((out) => balance(rows, at, opening, [out], [into])));
  const isKept = (reading: Reading): boolean => columns.some((column) => reading(column)?.verdict === "holds");
  const isSlip = (reading: Reading): boolean =>
    columns.map(reading).some((option) => option && near(option.kind, placesOf(option.seats), "slip"));
  return readings.find(isKept) ?? readings.slice(0, 1).find(isSlip);
}

const CAME = /^(?:tổng )?(?:số )?(?:thu|nhập|tăng|phát sinh tăng|tiếp nhận|nhận mới|thụ lý mới|bổ sung|vận động|cho vay|kết nạp)(?!\p{L})/u;
const WENT = /^(?:tổng )?(?:số )?(?:đã )?(?:chi|xuất|giảm|phát sinh giảm|giải quyết|sử dụng|thu nợ|khai trừ|thoát)(?!\p{L})/u;

const total =
  (rows: readonly Row[], at: number, parts: readonly number[]): Reading =>
  (column) => {
    const seats = figuresIn(rows, [at, ...parts], column);
    return seats && { kind: relations.total, seats: { total: seats[0], parts: seats.slice(1) }, ...adding(seats[0], seats.slice(1)) };
  };

const balance =
  (rows: readonly Row[], at: number, opening: number, outs: readonly number[], ins: readonly number[] = []): Reading =>
  (column) => {
    const seats = figuresIn(rows, [at, opening, ...ins, ...outs], column);
    if (seats === null) return null;
    const [closing, first, ...moved] = seats as [Fig, Fig, ...Fig[]];
    const [came, gone] = [moved.slice(0, ins.length), moved.slice(ins.length)];
    const places = { closing, opening: first, ins: came, outs: gone };
    if (ins.length === 0) return { kind: relations.balance, seats: places, ...adding(first, [closing, ...gone]) };
    const verdict = verdictOf(relations.balance, places);
    return { kind: relations.balance, seats: places, ...(verdict === "holds" ? { verdict } : {}) };
  };

/** That it holds, where figures add up as they stand: readings are tried by the hundred. */
function adding(total: Fig | undefined, parts: readonly Fig[]): Pick<Option, "verdict"> {
  const quantities = parts.flatMap(({ quantity }) => quantity ?? []);
  return total?.quantity && quantities.length === parts.length && sumFits(total.quantity, quantities) ? { verdict: "holds" } : {};
}

function figuresIn(rows: readonly Row[], places: readonly number[], column: number): readonly Fig[] | null {
  const figures = places.map((place) => rows[place]?.cells[column]);
  const [first] = figures;
  return first && figures.every((fig): fig is Fig => fig !== undefined && isAmount(fig) && alike(fig, first)) ? figures : null;
}

const isAmountAt = (cells: Row["cells"], column: number): boolean => {
  const fig = cells[column];
  return fig !== undefined && isAmount(fig);
};

/** One column at least keeps it in figures long enough to tell, and those that do not are a slip away. */
function isTold(reading: Reading, columns: readonly number[]): boolean {
  const options = columns.map(reading).filter((option) => option !== null);
  const kept = options.filter(({ verdict }) => verdict === "holds");
  const tells = kept.some(({ seats, kind }) => digitsOf(seats[kind.focus] as Fig) >= TELLING);
  return (
    (tells || kept.length >= MANY) && options.every((option) => kept.includes(option) || near(option.kind, placesOf(option.seats), "slip"))
  );
}
