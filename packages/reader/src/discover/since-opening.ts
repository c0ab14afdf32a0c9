import { fit, relations } from "@khop/core";
import { digitsOf, type Fig } from "../figures.ts";
import { alike, type Sight } from "./sight.ts";

/** `đầu quý 428 học viên, … cuối quý còn 412 học viên, tăng 16 học viên so với đầu quý`: by just so much it fell. Of an account that holds. */
export function sinceOpening(sight: Sight, opening: Fig, closing: Fig): void {
  const change = sight.quantities[closing.order + 1];
  if (!change?.change || change.sentence !== closing.sentence || change.tokens !== closing.tokens) return;
  if (!alike(change, closing) || digitsOf(change) < 2) return;
  const falls = change.change === "fall";
  const fits = (isFall: boolean): boolean =>
    fit(relations.difference, { difference: change.cell, current: closing.cell, base: opening.cell, falls: isFall }) === "holds";
  if (!fits(falls) && !fits(!falls)) return;
  // What fits it by chance, 73 that came and 57 that went, is not what it is of.
  sight.takeBack(
    ({ options: [option] }) =>
      option?.kind === relations.difference && option.seats.difference === change && option.seats.current !== closing,
  );
  sight.add({
    options: [{ kind: relations.difference, seats: { difference: change, current: closing, base: opening, falls } }],
    prior: 0.8,
    pattern: "account:change",
    cue: falls ? "giảm" : "tăng",
    confirm: fits(falls),
    passage: change.blockIndex,
  });
}
