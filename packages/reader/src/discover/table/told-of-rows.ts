import { changeFits, isOneSlipOff, relations, shareFits } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isPercent, printedAs } from "../../figures.ts";
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
const EXACT = 6;

/**
 * `Tổng số | 240.750 | 171.208` and below it `Số vốn chưa giải ngân còn 69.542 triệu đồng, bằng 28,9% kế hoạch`: what a row leaves, told in prose, and the
 * share that it is of the row. Arithmetic finds it, so it only confirms.
 */
export function toldOfRows(sight: Sight, { rows, headings }: Table): void {
  if (rows.length > LONGEST || headings.length > WIDEST) return;
  const last = rows.at(-1)?.passage.index ?? -1;
  for (let at = last + 1; at <= last + BELOW; at++) {
    for (const fig of sight.passages[at]?.figures.slice(0, MOST) ?? []) {
      // A wide row makes many differences: what is not said to be left must be long enough to be none by chance.
      if (!isLevelFigure(fig) || digitsOf(fig) < (isLeft(fig) ? LEAST : EXACT) || fig.order < 0) continue;
      const before = sight.quantities[fig.order - 1];
      const said = before?.blockIndex === fig.blockIndex && before.sentence === fig.sentence ? [fig, before] : [fig];
      const spoken = rows.filter((one) => said.some((figure) => isSpokenOf(one, figure)));
      const row = spoken.find((one) => leavesOf(sight, one, fig));
      if (row) shareOf(sight, row, fig);
      else if (isLeft(fig)) for (const one of spoken) slipFromLeft(sight, one, fig);
    }
  }
}

/** The row of the total, or one whose name begins a stretch of the sentence. */
const isSpokenOf = ({ label }: Row, { phrase, before }: Fig): boolean => {
  const name = label.split(" ").filter((word) => /\p{L}{2}/u.test(word) && !/^[ivx]+$/.test(word));
  return TOTAL.test(label) || [phrase, before].some((words) => name.length >= 2 && words.join(" ").includes(name.slice(0, 2).join(" ")));
};

function leavesOf(sight: Sight, { cells }: Row, fig: Fig): boolean {
  const amounts = cells.filter((cell): cell is Fig => cell !== undefined && isAmount(cell) && alike(cell, fig));
  for (const current of amounts) {
    for (const base of amounts) {
      if (current === base || !fig.quantity || !current.quantity || !base.quantity) continue;
      if (!changeFits(fig.quantity, current.quantity, base.quantity, false)) continue;
      const seats = { difference: fig, current, base };
      add(sight, fig, { kind: relations.difference, seats, verdict: "holds" });
      return true;
    }
  }
  return false;
}

const isLeft = (fig: Fig): boolean => fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "remainder");

/** `đạt 2.874,5 tỷ đồng, còn phải giải ngân 2.545,5 tỷ đồng`: its sentence says one figure of the row, and what is left is a slip away. */
function slipFromLeft(sight: Sight, { cells }: Row, fig: Fig): void {
  const before = sight.quantities[fig.order - 1];
  if (before === undefined || before.sentence !== fig.sentence || before.blockIndex !== fig.blockIndex) return;
  const amounts = cells.filter((cell): cell is Fig => cell !== undefined && isAmount(cell) && alike(cell, fig));
  const base = amounts.find((cell) => printedAs(cell) === printedAs(before));
  if (base === undefined) return;
  const likely = amounts.filter((current) => {
    const places = { difference: fig.cell, current: current.cell, base: base.cell };
    return current !== base && isOneSlipOff([{ kind: relations.difference, places }]);
  });
  const [current, other] = likely;
  if (current === undefined || other !== undefined) return;
  const option = { kind: relations.difference, seats: { difference: fig, current, base } };
  sight.add({ options: [option], prior: 0.7, pattern: "table:told-of", cue: "còn", confirm: false, passage: fig.blockIndex });
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
