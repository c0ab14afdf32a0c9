import { isOneSlipOff, relations, sumFits } from "@khop/core";
import { contributes, type Fig, isRate, type Passage, type Token } from "../figures.ts";
import type { Sight } from "./sight.ts";

const REACH = 24;
const SENTENCES = 3;
/** A contribution of a branch may be split up in the next paragraph; so few figures are sought back. */
const BACK = 8;

/**
 * Contributions to growth: `tăng 7,25%, trong đó nông nghiệp tăng 2,1%, đóng góp 0,85 điểm phần trăm; công nghiệp …` add up to the
 * rate, and those of the branches to that of their field. Contributions told in per cent make 100 and are found as shares;
 * arithmetic only confirms here.
 */
export function discoverContributions(sight: Sight): void {
  for (const passage of sight.passages) {
    pointsOfPoints(sight, passage);
    const rates = passage.figures.filter((fig) => isRate(fig) && !fig.threshold);
    const firstAt = rates.findIndex(contributes);
    if (firstAt < 0) continue;
    for (const head of rates.slice(0, firstAt).filter((fig) => !contributes(fig))) {
      const parts = behind(rates, head);
      if (adopt(sight, passage, head, parts)) break;
    }
    const all = rates.filter(contributes);
    const heads = (sight.passages[passage.index - 1]?.figures ?? []).filter((fig) => isRate(fig) && contributes(fig)).slice(-BACK);
    if (all.length >= 3) for (const head of heads) if (adopt(sight, passage, head, all, all.length)) break;
  }
}

/** `làm CPI tăng 0,17 điểm phần trăm, trong đó dịch vụ giáo dục làm tăng 0,14 điểm phần trăm, đồ dùng làm tăng 0,03 điểm phần trăm`: points that points behind an opener make. */
function pointsOfPoints(sight: Sight, passage: Passage): void {
  for (const at of passage.openers) {
    const { sentence, depth } = passage.tokens[at] as Token;
    const points = passage.figures.filter(
      (fig) => fig.quantity?.unit.kind === "point" && fig.change && fig.sentence === sentence && fig.depth === depth,
    );
    const head = points.findLast((fig) => fig.token < at);
    if (head)
      adopt(
        sight,
        passage,
        head,
        points.filter((fig) => fig.token > at && fig.change === head.change),
      );
  }
}

/** The contributions behind a head, whatever rates of their own stand between. */
const behind = (rates: readonly Fig[], head: Fig): Fig[] =>
  rates
    .filter((fig) => fig.order > head.order && fig.sentence - head.sentence <= SENTENCES)
    .slice(0, REACH)
    .filter((fig) => contributes(fig) || (fig.quantity?.unit.kind === "point" && !fig.change));

function adopt(sight: Sight, passage: Passage, head: Fig, parts: readonly Fig[], least = 2): boolean {
  for (let length = parts.length; length >= least; length--) {
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
    return true;
  }
  return parts.length >= MANY && slipOff(sight, passage, head, parts);
}

const MANY = 3;

/** `tăng 8,00%; nông nghiệp … đóng góp 0,59 điểm; công nghiệp … 4,93 điểm; dịch vụ … 2,82 điểm; thuế … 0,20 điểm`: all of one sentence, one slip of a key off. */
function slipOff(sight: Sight, passage: Passage, head: Fig, parts: readonly Fig[]): boolean {
  const own = parts.filter((fig) => fig.sentence === parts[0]?.sentence && fig.depth === head.depth && contributes(fig));
  // "riêng khai khoáng làm giảm 0,12 điểm phần trăm": what pulled it down is not among them.
  const isPulledDown = passage.figures.some((fig) => fig.sentence === own[0]?.sentence && isRate(fig) && fig.change === "fall");
  if (isPulledDown) return false;
  if (own.length < MANY || [head, ...own].some((fig) => (fig.quantity?.decimals ?? 0) < 1 || fig.hedge !== undefined)) return false;
  const places = { total: head.cell, parts: own.map(({ cell }) => cell) };
  if (!isOneSlipOff([{ kind: relations.total, places }])) return false;
  sight.add({
    options: [{ kind: relations.total, seats: { total: head, parts: own } }],
    prior: 0.75,
    pattern: "contributions:slip",
    cue: "đóng góp",
    confirm: false,
    passage: passage.index,
  });
  return true;
}
