import { relations, sumFits } from "@khop/core";
import { type Fig, isBoundless, isLevelFigure } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";

const MOST = 24;

/** Shares of one whole, one after the other, whose parts add up to it, perhaps with one more part that has no share. */
export function partsOfOneWhole(sight: Sight): void {
  const runs: { whole: Fig; parts: Fig[]; shares: Fig[]; passage: number }[] = [];
  const open = new Map<Fig, (typeof runs)[number]>();
  for (const { share, parts, whole } of sight.shares.values()) {
    const [part] = parts;
    if (part === whole) continue;
    const run = open.get(whole);
    if (run && share.blockIndex - run.passage <= 1 && run.parts.length < MOST) {
      run.parts.push(part);
      run.shares.push(share);
      run.passage = share.blockIndex;
    } else {
      const next = { whole, parts: [part], shares: [share], passage: share.blockIndex };
      runs.push(next);
      open.set(whole, next);
    }
  }
  for (const { whole, parts, shares, passage } of runs) {
    const last = shares.at(-1) as Fig;
    const extra = sight
      .between(last.order + 1, last.order + 2)
      .find((fig) => isLevelFigure(fig) && fig.sentence === last.sentence && fig.blockIndex === last.blockIndex && alike(fig, whole));
    for (let from = 0; from < parts.length - 1; from++) {
      for (let to = parts.length; to >= from + 2; to--) {
        for (const run of extra && to === parts.length
          ? [parts.slice(from, to), [...parts.slice(from, to), extra]]
          : [parts.slice(from, to)]) {
          if (
            new Set(run).size < run.length ||
            !whole.quantity ||
            isBoundless(whole) ||
            !sumFits(
              whole.quantity,
              run.map((fig) => fig.quantity).filter((one) => one !== null),
            )
          )
            continue;
          const seats = { total: whole, parts: run };
          sight.add({
            options: [{ kind: relations.total, seats }],
            prior: 0.85,
            pattern: "shares:total",
            cue: "%",
            confirm: true,
            passage,
          });
          if (run.length === to - from)
            sight.add({
              options: [{ kind: relations.composition, seats: { shares: shares.slice(from, to) } }],
              prior: 0.85,
              pattern: "shares:hundred",
              cue: "%",
              confirm: true,
              passage,
            });
          from = parts.length;
          to = 0;
        }
      }
    }
  }
}
