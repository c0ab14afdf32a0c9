import { fit, relations } from "@khop/core";
import { type Fig, isAmount, isRate } from "../figures.ts";
import type { Row, Table } from "../tables.ts";
import { alike, type Hypothesis, type Option, type Sight } from "./sight.ts";

const TOTAL = /^\W*(?:tổng(?: số| cộng)?|cộng|toàn tỉnh|toàn ngành|toàn huyện|cả nước|chung)(?!\p{L})/iu;
const CHANGE = /(?:tăng|giảm|so với|so sánh)/iu;
/** A column is one of a kind when so many of its rows agree. */
const MOST = 0.6;
const LEAST = 2;

/** Margins, shares and changes of tables: what most rows of a column keep, all of them promise. */
export function discoverTables(sight: Sight, tables: readonly Table[]): void {
  for (const table of tables) {
    sumsOfRows(sight, table);
    sumsOfColumns(sight, table);
    ratesOfColumns(sight, table);
  }
}

const hypothesis = (option: Option, pattern: string, prior: number, row: Row): Hypothesis => ({
  options: [option],
  prior,
  pattern,
  cue: "|",
  confirm: false,
  passage: row.passage.index,
});

/** "Tổng số" at the head or foot of a table, column by column. */
function sumsOfRows(sight: Sight, { rows, headings }: Table): void {
  const at = rows.findIndex(({ label }) => TOTAL.test(label));
  if (at < 0) return;
  const total = rows[at] as Row;
  const others = rows.filter((row, i) => i !== at && !TOTAL.test(row.label));
  const candidates: Option[] = [];
  headings.forEach((_, column) => {
    const sum = total.cells[column];
    const parts = others.map((row) => row.cells[column]).filter((fig) => fig !== undefined);
    if (!sum || !isAmount(sum) || parts.length < 2 || !parts.every((fig) => alike(fig, sum))) return;
    candidates.push({ kind: relations.total, seats: { total: sum, parts } });
  });
  propose(sight, candidates, `table:rows:${total.passage.index}`, total);
}

/** "Tổng" at the head of a column, row by row: the columns that most rows add up. */
function sumsOfColumns(sight: Sight, { rows, headings }: Table): void {
  const at = headings.findIndex((heading) => TOTAL.test(heading));
  if (at < 0) return;
  const amounts = headings
    .map((_, column) => column)
    .filter((column) => column !== at && rows.some(({ cells }) => cells[column] && isAmount(cells[column] as Fig)));
  for (let to = amounts.length; to >= 2; to--) {
    for (let from = 0; from + 2 <= to; from++) {
      const columns = amounts.slice(from, to);
      const candidates = rows
        .map(({ cells }) =>
          optionOf(
            cells[at],
            columns.map((column) => cells[column]),
          ),
        )
        .filter((one) => one !== null);
      if (candidates.length >= LEAST && agreeing(candidates) / candidates.length >= MOST) {
        propose(sight, candidates, `table:columns:${rows[0]?.passage.index}`, rows[0] as Row);
        return;
      }
    }
  }
}

function optionOf(total: Fig | undefined, parts: readonly (Fig | undefined)[]): Option | null {
  const given = parts.filter((fig) => fig !== undefined && isAmount(fig));
  return total && isAmount(total) && given.length >= 2 ? { kind: relations.total, seats: { total, parts: given as Fig[] } } : null;
}

/** A column of percentages: of which two columns, or of which figure of the total row, most rows say. */
function ratesOfColumns(sight: Sight, { rows, headings }: Table): void {
  const sum = rows.find(({ label }) => TOTAL.test(label));
  headings.forEach((heading, column) => {
    if (!rows.some(({ cells }) => cells[column] && isRate(cells[column] as Fig))) return;
    const columns = headings
      .map((_, i) => i)
      .filter((i) => i !== column && rows.some(({ cells }) => cells[i] && isAmount(cells[i] as Fig)));
    const readings: Option[][] = [];
    for (const part of columns) {
      for (const whole of columns) {
        if (part === whole) continue;
        readings.push(rows.map(({ cells }) => ratio(cells[column], cells[part], cells[whole])).filter((one) => one !== null));
        if (CHANGE.test(heading))
          readings.push(rows.map(({ cells }) => growth(cells[column], cells[part], cells[whole])).filter((one) => one !== null));
      }
      if (sum) readings.push(rows.map(({ cells }) => ratio(cells[column], cells[part], sum.cells[part])).filter((one) => one !== null));
    }
    const best = readings.filter((options) => options.length >= LEAST).sort((a, b) => agreeing(b) / b.length - agreeing(a) / a.length)[0];
    if (best && agreeing(best) >= LEAST && agreeing(best) / best.length >= MOST)
      propose(sight, best, `table:rate:${rows[0]?.passage.index}:${column}`, rows[0] as Row);
  });
}

function ratio(share: Fig | undefined, part: Fig | undefined, whole: Fig | undefined): Option | null {
  if (!share || !part || !whole || !isRate(share) || !isAmount(part) || !isAmount(whole) || part === whole) return null;
  return { kind: relations.share, seats: { share, parts: [part], whole } };
}

/** Growth in a table carries its sign; one without is a rise. */
function growth(rate: Fig | undefined, current: Fig | undefined, base: Fig | undefined): Option | null {
  if (!rate || !current || !base || !isRate(rate) || !isAmount(current) || !isAmount(base)) return null;
  const falls = (current.quantity?.approximate ?? 0) < (base.quantity?.approximate ?? 0);
  return { kind: relations.growth, seats: { growth: rate, current, base, falls } };
}

function agreeing(options: readonly Option[]): number {
  return options.filter(
    ({ kind, seats }) => fit(kind, Object.fromEntries(Object.entries(seats).map(([key, value]) => [key, cellOf(value)]))) === "holds",
  ).length;
}

const cellOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(cellOf) : typeof value === "object" && value !== null && "cell" in value ? (value as Fig).cell : value;

/** All rows when two agree or more; else only what holds. */
function propose(sight: Sight, options: readonly Option[], pattern: string, row: Row): void {
  const sure = agreeing(options) >= LEAST;
  for (const option of options) sight.add({ ...hypothesis(option, pattern, 0.9, row), confirm: !sure });
}
