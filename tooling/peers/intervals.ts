import { cellOf, excessDigits, outcomesUnder, quantity, relate, relations, type Verdict } from "@khop/core";
import { type Adapter, ends, fromEnds, roundingOf, stated, verdictWord } from "./case.ts";
import { asExpected } from "./sums.ts";

/** Cases of single figures: what they may stand for, and digits that say more than they may. */

export const interval: Adapter = (peer) => {
  const printed = stated({ value: peer.value as string, decimals: peer.decimals as number | "INF" });
  return ends(printed.interval(roundingOf(peer.mode)));
};

export const intervalOverlap: Adapter = (peer) => {
  const values = [
    cellOf({ id: "computed", quantity: quantity({ value: "0" }) }),
    cellOf({ id: "reported", quantity: quantity({ value: "0" }) }),
  ];
  const [computed, reported] = [fromEnds(peer.computed), fromEnds(peer.reported)];
  const [outcome] = outcomesUnder([relate(relations.equality, { values })], (cell) => (cell === values[0] ? computed : reported));
  return asExpected(peer, { verdict: verdictWord(outcome?.verdict as Verdict) });
};

export const excess: Adapter = (peer) => excessDigits(peer.value as string, peer.decimals as number);
