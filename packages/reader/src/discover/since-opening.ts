import { fit, relations } from "@khop/core";
import { digitsOf, type Fig } from "../figures.ts";
import { alike, type Sight } from "./sight.ts";

const comparesWithOpening = ({ tokens, token: at }: Fig): boolean => {
  const behind = tokens.slice(at + 1, at + 1 + BEHIND);
  const versus = behind.findIndex(({ cue }) => cue?.kind === "versus");
  return versus >= 0 && behind.slice(0, versus).every(({ type }) => type === "word") && behind[versus + 1]?.text === "đầu";
};

/** A unit of three words, and what it is compared with. */
const BEHIND = 6;

/** `đầu quý 428 học viên, … cuối quý còn 412 học viên, tăng 16 học viên so với đầu quý`: by just so much it fell. Of an account that holds. */
export function sinceOpening(sight: Sight, opening: Fig, closing: Fig): void {
  const change = sight.quantities[closing.order + 1];
  if (!change?.change || change.sentence !== closing.sentence || change.tokens !== closing.tokens) return;
  if (!alike(change, closing) || digitsOf(change) < 2) return;
  const falls = change.change === "fall";
  const fits = (isFall: boolean): boolean =>
    fit(relations.difference, { difference: change.cell, current: closing.cell, base: opening.cell, falls: isFall }) === "holds";
  // "giảm 26 học viên so với đầu quý": whatever it is, it is of these two.
  if (!fits(falls) && !fits(!falls) && !comparesWithOpening(change)) return;
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
