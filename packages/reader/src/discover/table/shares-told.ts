import { relations, shareFits } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isPercent, printedAs } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import { alike, type Option, type Sight } from "../sight.ts";

/** Passages below a table in which it is still spoken of, figures of one that may speak of it, and the largest table that is spoken of. */
const BELOW = 3;
const MOST = 40;
const LONGEST = 60;
const WIDEST = 16;
const DIGITS = 2;

/**
 * `Sâu cuốn lá | 3.515`, `Cộng | 6.122 | 5.913` and below them `Diện tích phun trừ đạt 96,6% diện tích nhiễm; sâu cuốn lá chiếm 57,4%`: a share of what a table tells, of two cells of the
 * total row, of a row it names, or of one cell and a figure of prose. Where one pair and no other makes it; it only confirms.
 */
export function sharesToldOf(sight: Sight, { rows, headings }: Table): void {
  if (rows.length > LONGEST || headings.length > WIDEST) return;
  const totals = rows.filter(({ label }) => TOTAL.test(label));
  const [total] = totals;
  if (total === undefined || totals.length > 1) return;
  const last = rows.at(-1)?.passage.index ?? -1;
  for (let at = last + 1; at <= last + BELOW; at++) {
    for (const share of sight.passages[at]?.figures.slice(0, MOST) ?? []) {
      if (
        !isPercent(share) ||
        share.change !== undefined ||
        share.order < 0 ||
        sight.shares.has(share) ||
        (share.quantity?.decimals ?? 0) < 1
      )
        continue;
      const fitting = pairsOf(sight, share, rows, total).filter(
        ([part, whole]) => shareFits(share.cell, part.cell, whole.cell) === "holds",
      );
      const found = new Map(fitting.map((pair) => [pair.map(printedAs).join(" "), pair]));
      const [pair, other] = found.values();
      if (pair === undefined || other !== undefined) continue;
      const option: Option = { kind: relations.share, seats: { share, parts: [pair[0]], whole: pair[1] }, verdict: "holds" };
      sight.add({ options: [option], prior: 0.8, pattern: "table:share", cue: "chiếm", confirm: true, passage: share.blockIndex });
    }
  }
}

type Pair = readonly [part: Fig, whole: Fig];

function pairsOf(sight: Sight, share: Fig, rows: readonly Row[], total: Row): readonly Pair[] {
  const sums = cellsOf(total);
  const beside = sight
    .between(share.order - 1, share.order + 1)
    .filter((fig) => fig.tokens === share.tokens && fig.sentence === share.sentence && isLevelFigure(fig) && digitsOf(fig) >= DIGITS);
  const ofTotal = sums.flatMap((part) => sums.flatMap((whole): Pair[] => (part !== whole && alike(part, whole) ? [[part, whole]] : [])));
  const ofNamed = rows.filter((row) => row !== total && isNamed(row, share)).flatMap((row) => inColumns(row, total));
  const ofProse = beside.flatMap((fig) =>
    sums.flatMap((cell): Pair[] => (isLike(cell, fig) ? (fig.order < share.order ? [[fig, cell]] : [[cell, fig]]) : [])),
  );
  return [...ofTotal, ...ofNamed, ...ofProse];
}

const cellsOf = ({ cells }: Row): readonly Fig[] =>
  cells.filter((cell): cell is Fig => cell !== undefined && isAmount(cell) && digitsOf(cell) >= DIGITS);

/** Each figure of a row over the total of its column. */
const inColumns = ({ cells }: Row, total: Row): readonly Pair[] =>
  cells.flatMap((part, column): Pair[] => {
    const whole = total.cells[column];
    return part && whole && isAmount(part) && alike(part, whole) && digitsOf(whole) >= DIGITS ? [[part, whole]] : [];
  });

const isLike = (cell: Fig, fig: Fig): boolean => alike(cell, fig) && cell.quantity?.exponent === fig.quantity?.exponent;

/** All words of its name, or the first two and the last of a longer one, are said right before the share. */
function isNamed({ label }: Row, { phrase }: Fig): boolean {
  const name = label.split(" ").filter((word) => /\p{L}{2}/u.test(word) && !/^[ivx]+$/.test(word));
  const said = phrase.join(" ");
  return name.length >= 2 && (said.includes(name.join(" ")) || (name.length > 2 && said.includes(name.slice(-2).join(" "))));
}
