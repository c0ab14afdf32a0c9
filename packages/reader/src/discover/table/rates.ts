import { near, relations } from "@khop/core";
import { type Fig, isAmount, isRate } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import { perUnitOf } from "../ratio/per.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { CHANGE } from "./headings.ts";
import { type Candidate, isPromise, kept, placesOf, propose, verdictOf } from "./proposals.ts";

const SPEED = /tốc độ/iu;
const PER = /bình quân|trung bình|năng suất|mật độ|suất|\p{L}\s*\/\s*\p{L}|\/\s*\d[\d.]*\s*\p{L}/iu;
/** `Mắc/100.000 dân`: per so many. */
const PER_MANY = /\/\s*(\d[\d.]*)\s*\p{L}/u;
const MEASURED = { most: 0.66, least: 2 } as const;
/** Where the others are a slip away, half of the rows are enough. */
const SLIPPED = { most: 0.5, least: 2 } as const;

/** A column of percentages: of which two columns, or of which figure of the total row, most rows say; and columns of averages. */
export function ratesOfColumns(sight: Sight, table: Table): void {
  const { rows, headings } = table;
  const sum = rows.find(({ label }) => TOTAL.test(label));
  headings.forEach((heading, column) => {
    const pattern = `table:rate:${rows[0]?.passage.index}:${column}`;
    if (rows.some(({ cells }) => cells[column] && isRate(cells[column] as Fig))) {
      const best = bestOf(shareReadings(table, column, sum, CHANGE.test(heading) || SPEED.test(heading)));
      if (best && isPromise(best)) propose(sight, best, pattern, true);
    } else if (PER.test(heading)) {
      const best = bestOf(averageReadings(table, column));
      const isMeant =
        best && (isPromise(best, MEASURED.most, MEASURED.least) || (isPromise(best, SLIPPED.most, SLIPPED.least) && best.every(isSlipOff)));
      if (best && isMeant) propose(sight, best, pattern, true);
    }
  });
}

const isSlipOff = ({ option: { kind, seats, verdict } }: Candidate): boolean =>
  (verdict ?? verdictOf(kind, seats)) === "holds" || near(kind, placesOf(seats), "slip");

const bestOf = (readings: readonly Candidate[][]): Candidate[] | undefined =>
  readings
    .filter((candidates) => candidates.length >= 2)
    .map((candidates) => ({ candidates, agree: kept(candidates) / candidates.length }))
    .sort((a, b) => b.agree - a.agree)[0]?.candidates;

const columnsOfAmounts = ({ rows, headings }: Table, except: number): number[] =>
  headings.map((_, i) => i).filter((i) => i !== except && rows.some(({ cells }) => cells[i] && isAmount(cells[i] as Fig)));

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

function averageReadings(table: Table, column: number): Candidate[][] {
  const amounts = columnsOfAmounts(table, column);
  const many = PER_MANY.exec(table.headings[column] ?? "")?.[1]?.replaceAll(".", "");
  return amounts.flatMap((numerator) =>
    amounts
      .filter((denominator) => denominator !== numerator)
      .map((denominator) =>
        table.rows.flatMap((row): Candidate[] => {
          const [ratio, above, below] = [row.cells[column], row.cells[numerator], row.cells[denominator]];
          if (!ratio || !above || !below || !isAmount(ratio) || (many === undefined && alike(above, below))) return [];
          const per = many ?? perUnitOf(below);
          return [{ option: { kind: relations.ratio, seats: { ratio, numerators: [above], denominator: below, per } }, row }];
        }),
      ),
  );
}
