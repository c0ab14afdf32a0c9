import { relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isPercent, isRate, printedAs } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import { alike, isUnseen, type Option, type Sight } from "../sight.ts";
import { holds } from "./proposals.ts";

/** Passages below a table in which it is still spoken of, figures of one that may speak of it, and the largest table that is spoken of. */
const BELOW = 3;
const MOST = 40;
const LONGEST = 60;
const WIDEST = 16;
const DIGITS = 3;

/**
 * `Hành khách | 2.548,4 | 5.176,3 | 4.873,2` and below it `lượng hành khách 2 tháng tăng 6,2% so với cùng kỳ`, `tháng 2 giảm 3,0% so với tháng 1 (2.627,9 nghìn lượt)`: a change of
 * what a row tells, of two of its cells or of one of them against what prose tells beside. Where one pair and no other makes it; it only confirms.
 */
export function changesToldOf(sight: Sight, { rows, headings }: Table): void {
  if (rows.length > LONGEST || headings.length > WIDEST) return;
  const last = rows.at(-1)?.passage.index ?? -1;
  const tied = new Set<unknown>();
  for (const { options } of sight.hypotheses)
    for (const { seats } of options)
      if (seats.base !== undefined && !isUnseen(seats.base)) for (const place of ["growth", "difference"]) tied.add(seats[place]);
  for (let at = last + 1; at <= last + BELOW; at++) {
    for (const change of sight.passages[at]?.figures.slice(0, MOST) ?? []) {
      if (change.change === undefined || change.order < 0 || tied.has(change) || change.hedge !== undefined) continue;
      const told = rows.filter((row) => isSpokenOf(row, change)).flatMap((row) => optionsOf(sight, row, change));
      const found = new Map(told.filter(holds).map((option) => [keyOf(option), option]));
      const [option, other] = found.values();
      if (option === undefined || other !== undefined) continue;
      sight.add({ options: [option], prior: 0.8, pattern: "table:change", cue: "tăng", confirm: true, passage: change.blockIndex });
    }
  }
}

const keyOf = ({ seats }: Option): string => `${printedAs(seats.current as Fig)} ${printedAs(seats.base as Fig)}`;

/** What prose tells in brackets or behind "so với", else every two cells of the row. */
function optionsOf(sight: Sight, { cells }: Row, change: Fig): readonly Option[] {
  const amounts = cells.filter((cell): cell is Fig => cell !== undefined && isAmount(cell) && digitsOf(cell) >= DIGITS);
  const base = sight.quantities[change.order + 1];
  const isTold =
    base !== undefined && base.tokens === change.tokens && base.sentence === change.sentence && base.change === undefined && !isRate(base);
  if (!isPercent(change) && !isTold) return [];
  const falls = change.change === "fall";
  const optionOf = (current: Fig, before: Fig): Option =>
    isPercent(change)
      ? { kind: relations.growth, seats: { growth: change, current, base: before, falls } }
      : { kind: relations.difference, seats: { difference: change, current, base: before, falls } };
  if (isTold) return amounts.filter((cell) => isLike(cell, base)).map((cell) => optionOf(cell, base));
  return amounts.flatMap((current) =>
    amounts.filter((cell) => cell !== current && alike(cell, current)).map((cell) => optionOf(current, cell)),
  );
}

/** A bare cell may be in the unit of what prose tells. */
const isLike = (cell: Fig, base: Fig): boolean =>
  alike(cell, base) && cell.quantity?.decimals === base.quantity?.decimals && cell.quantity?.exponent === base.quantity?.exponent;

/** The row of the total, or one whose name is said in the clause of the change. */
function isSpokenOf({ label }: Row, { phrase }: Fig): boolean {
  const name = label.split(" ").filter((word) => /\p{L}{2}/u.test(word) && !/^[ivx]+$/.test(word));
  return TOTAL.test(label) || (name.length >= 2 && phrase.join(" ").includes(name.slice(0, 2).join(" ")));
}
