import { relations } from "@khop/core";
import { type Fig, isLevelFigure, isOfPlan, isPercent } from "../figures.ts";
import { isUnseen, type Sight } from "./sight.ts";

const REACH = 8;

/**
 * Shares of a plan, of a total and of its parts: `thu nội địa 2.433 tỷ đồng, bằng 28,4% dự toán, gồm thuế 1.292 tỷ đồng, bằng 21,7% dự
 * toán; tiền đất 1.141 tỷ đồng, bằng 43,5% dự toán`. The plans are printed nowhere, yet that of the total is those of the parts, so
 * its rate lies between theirs. Arithmetic only confirms.
 */
export function discoverPlans(sight: Sight): void {
  for (const { total, parts, found } of sight.totals.slice()) {
    if (isUnseen(total)) continue;
    const own = plansOf(sight, total);
    if (own.size === 0) continue;
    const others = parts.map((part) => (isUnseen(part) ? new Map<string, Fig>() : plansOf(sight, part)));
    for (const [name, mean] of own) {
      const values = others.map((plans) => plans.get(name)).filter((fig) => fig !== undefined);
      if (values.length < 2 || values.length < others.length) continue;
      sight.add({
        options: [{ kind: relations.mean, seats: { mean, values } }],
        prior: 0.8,
        pattern: "plans:between",
        cue: found.cue,
        confirm: true,
        passage: found.passage,
      });
    }
  }
}

/** The shares of plans that follow a figure, by what the plan is called. */
function plansOf(sight: Sight, fig: Fig): Map<string, Fig> {
  const plans = new Map<string, Fig>();
  for (const next of sight.between(fig.order + 1, fig.order + REACH)) {
    if (next.blockIndex !== fig.blockIndex || isLevelFigure(next)) break;
    if (isPercent(next) && !next.change && isOfPlan(next)) plans.set(nameOf(next), next);
  }
  return plans;
}

/** `dự toán Trung ương`: the words behind the rate. */
function nameOf({ tokens, token: at }: Fig): string {
  const words: string[] = [];
  for (const token of tokens.slice(at + 1, at + 6)) {
    if (token.figure || token.type === "sign") break;
    words.push(token.text);
  }
  return words.join(" ");
}
