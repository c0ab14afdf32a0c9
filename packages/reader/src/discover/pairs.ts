import { fit, relations, sumFits } from "@khop/core";
import { type Fig, isLevelFigure } from "../figures.ts";
import { type Opposites, opposites } from "../lexicon/opposites.ts";
import { alike, type Sight } from "./sight.ts";

const REACH = 14;

/** Two halves named by opposite words, and their whole before them: `xuất nhập khẩu 35,08 … xuất khẩu 17,67 … nhập khẩu 17,4`. */
export function discoverPairs(sight: Sight): void {
  for (const pair of opposites) {
    const firsts = sight.quantities.filter((fig) => isLevelFigure(fig) && names(fig, pair.first, pair));
    if (firsts.length === 0) continue;
    const seconds = sight.quantities.filter((fig) => isLevelFigure(fig) && names(fig, pair.second, pair));
    for (const first of firsts) {
      for (const second of seconds) {
        if (first === second || Math.abs(second.order - first.order) > REACH || !alike(first, second)) continue;
        whole(sight, first, second);
        if (pair.net) net(sight, first, second, pair.net);
      }
    }
  }
}

function names(fig: Fig, name: string, { whole: longer }: Opposites): boolean {
  const text = ` ${[...fig.phrase, ...fig.after].join(" ")} `;
  const clean = longer === undefined ? text : text.replaceAll(longer, "");
  return clean.includes(` ${name} `);
}

function whole(sight: Sight, first: Fig, second: Fig): void {
  if (!first.quantity || !second.quantity) return;
  const from = Math.min(first.order, second.order);
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const total = sight.quantities[i] as Fig;
    if (!isLevelFigure(total) || !alike(total, first) || !total.quantity) continue;
    if (String(total.quantity.stated.n).length < 3 || !sumFits(total.quantity, [first.quantity, second.quantity])) continue;
    sight.hypotheses.push({ options: [{ kind: relations.total, seats: { total, parts: [first, second] } }], prior: 0.9, pattern: "pair:whole", cue: "", confirm: true, passage: first.blockIndex });
    return;
  }
}

function net(sight: Sight, first: Fig, second: Fig, words: readonly [string, string]): void {
  const from = Math.max(first.order, second.order);
  for (let i = from + 1; i <= Math.min(sight.quantities.length - 1, from + REACH); i++) {
    const fig = sight.quantities[i] as Fig;
    if (!isLevelFigure(fig) || !alike(fig, first)) continue;
    const text = fig.phrase.join(" ");
    const falls = text.includes(words[1]);
    if (!falls && !text.includes(words[0])) continue;
    if (fit(relations.difference, { difference: fig.cell, current: first.cell, base: second.cell, falls }) !== "holds") continue;
    sight.hypotheses.push({
      options: [{ kind: relations.difference, seats: { difference: fig, current: first, base: second, falls } }],
      prior: 0.9,
      pattern: "pair:net",
      cue: words[falls ? 1 : 0],
      confirm: true,
      passage: fig.blockIndex,
    });
    return;
  }
}
