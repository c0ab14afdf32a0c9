import { cellOf, type Interval, implied, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, sizeOf } from "../../figures.ts";
import type { Row, Table } from "../../tables.ts";
import { perUnitOf } from "../ratio/per.ts";
import { alike, type Option, type Sight, type Unseen } from "../sight.ts";
import { bestOf, type Candidate, columnsOfAmounts, isPromise, placesOf, propose, verdictOf } from "./proposals.ts";

export const PER = /bình quân|trung bình|năng suất|mật độ|suất|\p{L}\s*\/\s*\p{L}|\/\s*\d[\d.]*\s*\p{L}/iu;
/** `Mắc/100.000 dân`: per so many. */
const PER_MANY = /\/\s*(\d[\d.]*)\s*\p{L}/u;
const MEASURED = { most: 0.66, least: 2 } as const;
/** Where the others are a slip away, half of the rows are enough. */
const SLIPPED = { most: 0.5, least: 2 } as const;

interface Place {
  readonly column: number;
  readonly pattern: string;
  /** The columns that other averages tie already, so that none is told once more by another of its three. */
  readonly tied: Set<string>;
}

/** A column of averages: of which two columns, or over which one number, most rows say. */
export function averagesOf(sight: Sight, table: Table, { column, pattern, tied }: Place): void {
  const best = bestOf(averageReadings(table, column));
  const columns = best && columnsOf(best, column);
  if (best && columns && isMeant(best) && !tied.has(columns)) {
    tied.add(columns);
    propose(sight, best, pattern, true);
  } else if (!columns || !tied.has(columns)) ofOneDenominator(sight, table, column, pattern);
}

/** An average by its name, where a slash may only part two names. */
export const CALLED = /bình quân|trung bình|năng suất|mật độ|suất/iu;

/** The three columns of an average, whichever of them it is told of. */
function columnsOf([first]: readonly Candidate[], column: number): string | undefined {
  if (first === undefined) return undefined;
  const { numerators, denominator } = first.option.seats;
  const at = [(numerators as readonly Fig[])[0], denominator].map((fig) => first.row.cells.indexOf(fig as Fig));
  return [column, ...at].sort((a, b) => a - b).join();
}

/** Where nothing says what the columns count, more rows must tell. */
function isMeant(readings: readonly Candidate[]): boolean {
  const more = readings.some(({ option }) => areUnnamed(option)) ? 1 : 0;
  return (
    isPromise(readings, MEASURED.most, MEASURED.least + more) ||
    (isPromise(readings, SLIPPED.most, SLIPPED.least + more) && readings.every(isSlipOff))
  );
}

const areUnnamed = ({ seats }: Option): boolean =>
  seats.per === undefined && alike((seats.numerators as readonly Fig[])[0] as Fig, seats.denominator as Fig);

const isSlipOff = ({ option: { kind, seats, verdict } }: Candidate): boolean =>
  (verdict ?? verdictOf(kind, seats)) === "holds" || near(kind, placesOf(seats), "slip");

/** In a table of more columns than a sheet of paper holds, those beside. */
const columnsNear = (table: Table, column: number): number[] =>
  columnsOfAmounts(table, column).filter((other) => table.headings.length <= WIDE || Math.abs(other - column) <= BESIDE);

const WIDE = 60;
const BESIDE = 12;

function averageReadings(table: Table, column: number): Candidate[][] {
  const amounts = columnsNear(table, column);
  const many = PER_MANY.exec(table.headings[column] ?? "")?.[1]?.replaceAll(".", "");
  const readingOf = ({ cells }: Row, numerator: number, denominator: number): Option | null => {
    const [ratio, above, below] = [cells[column], cells[numerator], cells[denominator]];
    if (!ratio || !above || !below || !isAmount(ratio) || (many === undefined && areOfOneThing(above, below))) return null;
    return { kind: relations.ratio, seats: { ratio, numerators: [above], denominator: below, per: many ?? perUnitOf(below) } };
  };
  return amounts.flatMap((numerator) =>
    amounts.flatMap((denominator) => {
      const read = (row: Row): Option | null => (denominator === numerator ? null : readingOf(row, numerator, denominator));
      if (!table.rows.slice(0, FIRST).some((row) => isAbout(read(row)))) return [];
      return [
        table.rows.flatMap((row): Candidate[] => {
          const option = read(row);
          return option ? [{ option, row }] : [];
        }),
      ];
    }),
  );
}

/** Where not one of the first rows is about right, the others are not asked. */
const FIRST = 5;

/** In binary numbers, to leave out what is out of the question. */
function isAbout(option: Option | null): boolean {
  if (option === null) return false;
  const { ratio, numerators, denominator, per } = option.seats;
  const made = (sizeOf((numerators as readonly Fig[])[0]) * Number(per ?? 1)) / sizeOf(denominator as Fig);
  const said = (ratio as Fig).quantity;
  return said !== null && Math.abs(made - said.approximate) <= said.slack + Math.abs(made) * ROUGHLY;
}

const ROUGHLY = 0.02;

/** `Học sinh | Lớp`: bare numbers under two headings may count two things. */
const areOfOneThing = (a: Fig, b: Fig): boolean => alike(a, b) && a.quantity?.unit.id !== "" && b.quantity?.unit.id !== "";

/**
 * `Sản lượng 6 tháng | Bình quân ngày`: each row over so many days, which no column tells and all rows but one at most agree on.
 */
function ofOneDenominator(sight: Sight, table: Table, column: number, pattern: string): void {
  for (const numerator of columnsNear(table, column)) {
    const pairs = table.rows.flatMap((row) => {
      const [ratio, above] = [row.cells[column], row.cells[numerator]];
      return ratio && above && isAmount(ratio) && digitsOf(ratio) >= TELLING && digitsOf(above) >= TELLING && alike(ratio, above)
        ? [{ ratio, above, row, size: sizeOf(above) / sizeOf(ratio) }]
        : [];
    });
    const middle = pairs.toSorted((a, b) => a.size - b.size)[pairs.length >> 1];
    if (pairs.length < ROWS || middle === undefined) continue;
    const isLike = ({ size }: { readonly size: number }): boolean => Math.abs(size - middle.size) <= middle.size * ROUGHLY;
    if (pairs.filter(isLike).length < pairs.length - 1) continue;
    const range = denominatorOf(middle.ratio, middle.above);
    const agree = pairs.filter((pair) => isLike(pair) && meet(range, denominatorOf(pair.ratio, pair.above))).length;
    if (agree < pairs.length - 1) continue;
    const denominator: Unseen = { unseen: `per:${pattern}`, label: "một số chung", integer: true };
    for (const { ratio, above, row } of pairs) {
      const option: Option = { kind: relations.ratio, seats: { ratio, numerators: [above], denominator } };
      sight.add({ options: [option], prior: 0.85, pattern, cue: "|", confirm: false, passage: row.passage.index });
    }
    return;
  }
}

/** The whole numbers that it may have been divided by; null where there is none. */
function denominatorOf({ cell: ratio }: Fig, { cell: above }: Fig): Interval | null {
  if (ratio === null || above === null) return null;
  const denominator = cellOf({ id: "per", hidden: true, domain: { integer: true, min: 2 } });
  return implied(relations.ratio, { ratio, numerators: [above], denominator }, "denominator");
}

/** Both have ends: a ratio and what it is of are printed. */
const meet = (a: Interval | null, b: Interval | null): boolean =>
  a?.lo != null && a.hi !== null && b?.lo != null && b.hi !== null && a.lo.lessThanOrEqualTo(b.hi) && b.lo.lessThanOrEqualTo(a.hi);

const TELLING = 3;
/** So many rows at least, all but one of which agree. */
const ROWS = 4;
