import { relations, sumFits } from "@khop/core";
import { type Fig, isRate } from "../figures.ts";
import type { Sight } from "./sight.ts";

const REACH = 12;

/**
 * Contributions to growth: `tăng 7,25%, trong đó nông nghiệp đóng góp 0,85 điểm phần trăm; công nghiệp 3,40 …` add up to the rate.
 * Contributions told in per cent make 100 and are found as shares; arithmetic only confirms here.
 */
export function discoverContributions(sight: Sight): void {
  for (const passage of sight.passages) {
    const rates = passage.figures.filter((fig) => isRate(fig) && !fig.threshold);
    rates.forEach((head, at) => {
      const parts = partsBehind(rates.slice(at + 1, at + 1 + REACH), head);
      for (let length = parts.length; length >= 2; length--) {
        const run = parts.slice(0, length);
        const quantities = run.map(({ quantity }) => quantity).filter((one) => one !== null);
        if (head.quantity === null || !sumFits(head.quantity, quantities)) continue;
        sight.add({
          options: [{ kind: relations.total, seats: { total: head, parts: run }, verdict: "holds" }],
          prior: 0.9,
          pattern: "contributions",
          cue: "đóng góp",
          confirm: true,
          passage: passage.index,
        });
        return;
      }
    });
  }
}

/** The rates behind a head that tell contributions, from the first that says so. */
function partsBehind(rates: readonly Fig[], head: Fig): Fig[] {
  const first = rates[0];
  if (first === undefined || !contributes(first) || contributes(head) || first.sentence - head.sentence > 1) return [];
  return rates.filter((fig) => fig.quantity?.unit.id === first.quantity?.unit.id && fig.sentence - head.sentence <= 2);
}

const contributes = ({ phrase }: Fig): boolean => phrase.some((word, i) => word === "đóng" && phrase[i + 1] === "góp");
