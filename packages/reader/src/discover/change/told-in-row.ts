import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isRate } from "../../figures.ts";
import { saysPast } from "../../lexicon/earlier.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { moves, promised } from "./promised.ts";

const LEAST = 3;

/**
 * `doanh thu 272,4 tỷ đồng, năm 2021 là 236,4 tỷ đồng, tăng 36,0 tỷ đồng`, `tháng 4 là 6.284 nghìn lít, tháng 3 chỉ 5.371 nghìn lít, tức tăng 17,0%`: what there is, what
 * there was, and the change, one behind the other in a sentence. Nothing else is meant: a slip of a key off, or told the other way, it is wrong.
 */
export function changeInRow(sight: Sight, change: Fig): boolean {
  const [current, base] = sight.between(change.order - 2, change.order - 1);
  if (!current || !base || !isRow(current, base, change) || !isThenBetween(current, base)) return false;
  const falls = change.change === "fall";
  const option = optionOf(change, current, base, falls);
  if (option === undefined) return false;
  const places = { ...option.seats, [option.kind.focus]: change.cell, current: current.cell, base: base.cell };
  const holds = fit(option.kind, places) === "holds";
  // What holds so is found in many more wordings.
  if (holds && isAmount(change)) return false;
  const isTurned = isRate(change) ? fit(option.kind, { ...places, falls: !falls }) === "holds" : moves(change, current, base, !falls);
  const isPast = saysPast(current.tokens.slice(current.token + 1, base.token).map(({ text }) => text));
  const isTelling = [current, base].every((fig) => digitsOf(fig) >= LEAST) && digitsOf(change) >= 2;
  // "năm 2023 có 2.400, năm 2024 có 2.520, tăng 5%": the later one stands behind.
  const swapped = { ...places, current: base.cell, base: current.cell };
  if (!holds && (fit(option.kind, swapped) === "holds" || (!isPast && isOneSlipOff([{ kind: option.kind, places: swapped }]))))
    return false;
  if (!holds && !(isTelling && (isTurned || isOneSlipOff([{ kind: option.kind, places }])))) return false;
  sight.add(promised(change, "change:row", [option], { prior: 0.75, confirm: holds }));
  return true;
}

const isRow = (current: Fig, base: Fig, change: Fig): boolean =>
  [current, base].every(
    (fig) =>
      isLevelFigure(fig) &&
      fig.tokens === change.tokens &&
      fig.sentence === change.sentence &&
      fig.depth === change.depth &&
      fig.hedge === undefined,
  ) &&
  alike(current, base) &&
  base.clause - current.clause <= 1;

/** A date or a word for an earlier time stands between the two, and nothing that divides the one into the other. */
function isThenBetween(current: Fig, base: Fig): boolean {
  const between = current.tokens.slice(current.token + 1, base.token);
  if (between.length > WORDS || between.some(({ cue }) => cue !== undefined && cue.kind !== "same")) return false;
  return between.some(({ figure }) => figure?.role === "date") || saysPast(between.map(({ text }) => text));
}

const WORDS = 10;

function optionOf(change: Fig, current: Fig, base: Fig, falls: boolean): Option | undefined {
  if (isAmount(change) && alike(change, base)) return { kind: relations.difference, seats: { difference: change, current, base, falls } };
  if (isRate(change) && change.quantity?.unit.kind === "percent")
    return { kind: relations.growth, seats: { growth: change, current, base, falls } };
  return undefined;
}
