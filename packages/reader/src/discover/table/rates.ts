import { relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isRate } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { averagesOf, CALLED, PER } from "./averages.ts";
import { CHANGE } from "./headings.ts";
import { bestOf, type Candidate, columnsOfAmounts, holds, isPromise, propose } from "./proposals.ts";

const SPEED = /tốc độ/iu;

/** A column of percentages: of which two columns, or of which figure of the total row, most rows say; and columns of averages. */
export function ratesOfColumns(sight: Sight, table: Table): void {
  const { rows, headings } = table;
  const sum = rows.find(({ label }) => TOTAL.test(label));
  const tied = new Set<string>();
  // "Lớp/nhóm | Học sinh | Bình quân HS/lớp": what is called an average is one; the slash of a name says less.
  for (const [column, heading] of [...headings.entries()].sort(([, a], [, b]) => Number(CALLED.test(b)) - Number(CALLED.test(a)))) {
    const pattern = `table:rate:${rows[0]?.passage.index}:${column}`;
    if (rows.some(({ cells }) => cells[column] && isRate(cells[column] as Fig))) {
      const changes = CHANGE.test(heading) || SPEED.test(heading);
      const ofProse = sum === undefined && !changes ? sharesOfProse(sight, table, column) : [];
      const best = bestOf([...shareReadings(table, column, sum, changes), ...ofProse]);
      if (!best || !isPromise(best)) continue;
      propose(sight, best, pattern, true);
      if (ofProse.includes(best)) sumInProse(sight, best);
    } else if (PER.test(heading)) averagesOf(sight, table, { column, pattern, tied });
  }
}

/**
 * `Điện thương phẩm đạt 977,6 triệu kWh` and below it a table of `Công nghiệp | 531,2 | 54,3` without a total: the shares of a column of what is said right before the
 * table.
 */
function sharesOfProse(sight: Sight, table: Table, column: number): Candidate[][] {
  const { rows } = table;
  const first = rows[0]?.passage.index ?? 0;
  const said = sight.passages
    .slice(Math.max(0, first - BEFORE), first)
    .flatMap(({ block, figures }) => (block.kind === "row" ? [] : figures.filter((fig) => fig.order >= 0 && isLevelFigure(fig))))
    .slice(-MOST);
  return columnsOfAmounts(table, column).flatMap((part) =>
    said
      .filter((whole) => {
        const cell = rows[0]?.cells[part];
        return cell && alike(cell, whole) && cell.quantity?.exponent === whole.quantity?.exponent && digitsOf(whole) >= DIGITS;
      })
      .map((whole) =>
        rows.flatMap((row): Candidate[] => {
          const option = share(row.cells[column], row.cells[part], whole);
          return option === null ? [] : [{ option, row }];
        }),
      ),
  );
}

const BEFORE = 3;
const MOST = 12;
const DIGITS = 3;

/** What the shares are of is also what their figures make, where it is; a column may leave some out. */
function sumInProse(sight: Sight, shares: readonly Candidate[]): void {
  const [first] = shares;
  const total = first?.option.seats.whole as Fig;
  const parts = shares.flatMap(({ option }) => option.seats.parts as readonly Fig[]);
  const option: Option = { kind: relations.total, seats: { total, parts } };
  if (holds(option))
    sight.add({ options: [option], prior: 0.9, pattern: "table:prose", cue: "|", confirm: true, passage: total.blockIndex });
}

function shareReadings(table: Table, column: number, sum: Row | undefined, changes: boolean): Candidate[][] {
  const { rows } = table;
  const amounts = columnsOfAmounts(table, column);
  const signed = rows.some(({ cells }) => (cells[column]?.quantity?.approximate ?? 0) < 0);
  const each = (make: (row: Row) => Option | null): Candidate[] =>
    rows.flatMap((row) => {
      const option = make(row);
      return option === null ? [] : [{ option, row }];
    });
  const readings: Candidate[][] = [];
  for (const part of amounts) {
    for (const whole of amounts) {
      if (part === whole) continue;
      readings.push(each(({ cells }) => share(cells[column], cells[part], cells[whole])));
      if (changes) readings.push(each(({ cells }) => growth(cells[column], cells[part], cells[whole], signed)));
    }
    if (sum) readings.push(each(({ cells }) => share(cells[column], cells[part], sum.cells[part])));
    readings.push(each((row) => share(row.cells[column], row.cells[part], parentOf(rows, row)?.cells[part])));
  }
  return readings;
}

/** The row that a row stands under. */
function parentOf(rows: readonly Row[], row: Row): Row | undefined {
  for (let i = rows.indexOf(row) - 1; i >= 0; i--) if ((rows[i] as Row).rank < row.rank) return rows[i];
  return undefined;
}

function share(rate: Fig | undefined, part: Fig | undefined, whole: Fig | undefined): Option | null {
  if (!rate || !part || !whole || !isRate(rate) || !isAmount(part) || !isAmount(whole) || part === whole) return null;
  return { kind: relations.share, seats: { share: rate, parts: [part], whole } };
}

/** Growth with a minus carries its sign; where no row has one, a fall is told without. */
function growth(rate: Fig | undefined, current: Fig | undefined, base: Fig | undefined, signed: boolean): Option | null {
  if (!rate || !current || !base || !isRate(rate) || !isAmount(current) || !isAmount(base)) return null;
  const falls = !signed && (current.quantity?.approximate ?? 0) < (base.quantity?.approximate ?? 0);
  return { kind: relations.growth, seats: { growth: rate, current, base, ...(falls && { falls }) } };
}
