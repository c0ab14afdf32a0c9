import { changeFits, relations, shareFits } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isPercent } from "../../figures.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import { alike, type Sight } from "../sight.ts";

/** Passages below a table in which it is still spoken of. */
const BELOW = 3;
/** Figures of a passage that may speak of it, and the largest table that a passage speaks of. */
const MOST = 40;
const LONGEST = 200;
const WIDEST = 24;
/** What fewer digits make by chance is no news. */
const LEAST = 4;

/**
 * `Tổng số | 240.750 | 171.208` and below it `Số vốn chưa giải ngân còn 69.542 triệu đồng, bằng 28,9% kế hoạch`: what a row leaves, told in prose, and the
 * share that it is of the row. Arithmetic finds it, so it only confirms.
 */
export function toldOfRows(sight: Sight, { rows, headings }: Table): void {
  if (rows.length > LONGEST || headings.length > WIDEST) return;
  const last = rows.at(-1)?.passage.index ?? -1;
  for (let at = last + 1; at <= last + BELOW; at++) {
    for (const fig of sight.passages[at]?.figures.slice(0, MOST) ?? []) {
      if (!isLevelFigure(fig) || digitsOf(fig) < LEAST || fig.order < 0) continue;
      const row = rows.filter((one) => isSpokenOf(one, fig)).find((one) => leavesOf(sight, one, fig));
      if (row) shareOf(sight, row, fig);
    }
  }
}

/** The row of the total, or one whose name begins a stretch of the sentence. */
const isSpokenOf = ({ label }: Row, { phrase, before }: Fig): boolean => {
  const name = label.split(" ").filter((word) => /\p{L}/u.test(word));
  return TOTAL.test(label) || [phrase, before].some((words) => name.length >= 2 && words.join(" ").includes(name.slice(0, 2).join(" ")));
};

function leavesOf(sight: Sight, { cells }: Row, fig: Fig): boolean {
  const amounts = cells.filter((cell): cell is Fig => cell !== undefined && isAmount(cell) && alike(cell, fig));
  for (const current of amounts) {
    for (const base of amounts) {
      if (current === base || !fig.quantity || !current.quantity || !base.quantity) continue;
      if (!changeFits(fig.quantity, current.quantity, base.quantity, false)) continue;
      const seats = { difference: fig, current, base, falls: false };
      add(sight, fig, { kind: relations.difference, seats, verdict: "holds" });
      return true;
    }
  }
  return false;
}

/** The percentage right behind what is left, of a cell of the row. */
function shareOf(sight: Sight, { cells }: Row, fig: Fig): void {
  const share = sight.quantities[fig.order + 1];
  if (!share || !isPercent(share) || share.change || share.sentence !== fig.sentence || share.blockIndex !== fig.blockIndex) return;
  const whole = cells.find(
    (cell) => cell !== undefined && isAmount(cell) && alike(cell, fig) && shareFits(share.cell, fig.cell, cell.cell) === "holds",
  );
  if (whole) add(sight, share, { kind: relations.share, seats: { share, parts: [fig], whole }, verdict: "holds" });
}

function add(sight: Sight, fig: Fig, option: Sight["hypotheses"][number]["options"][number]): void {
  sight.add({ options: [option], prior: 0.9, pattern: "table:told-of", cue: "", confirm: true, passage: fig.blockIndex });
}
