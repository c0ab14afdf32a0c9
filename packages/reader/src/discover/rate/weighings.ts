import { cellOf, fit, implied, relations } from "@khop/core";
import { type Fig, isLevelFigure } from "../../figures.ts";
import { alike, isUnseen, type Option, type Sight, type Unseen } from "../sight.ts";
import { NEAR } from "./derived.ts";

/** A mean weighted by counts of the same levels, when one vector of counts meets it; else the bounds. */
export function weighings(sight: Sight, mean: Fig, values: readonly Fig[]): Option[] {
  const bounds: Option = { kind: relations.mean, seats: { mean, values } };
  if (mean.change || new Set(values.map((fig) => fig.level ?? "")).size < values.length || !values[0]?.level) return [bounds];
  const vectors: Fig[][] = [];
  const counts = sight
    .between(mean.order - 2 * NEAR, mean.order + 2 * NEAR)
    .filter((fig) => isLevelFigure(fig) && fig.level && Math.abs(fig.blockIndex - mean.blockIndex) <= 1);
  for (const start of counts.filter((fig) => fig.level === values[0]?.level)) {
    const vector = [start];
    for (const value of values.slice(1)) {
      const next = counts.find(
        (fig) =>
          fig.order > (vector.at(-1) as Fig).order &&
          fig.level === value.level &&
          fig.blockIndex === start.blockIndex &&
          alike(fig, start) &&
          sameName(fig, start),
      );
      if (next) vector.push(next);
    }
    if (vector.length === values.length) vectors.push(vector);
  }
  const meeting = vectors.filter(
    (weights) =>
      fit(relations.mean, { mean: mean.cell, values: values.map((fig) => fig.cell), weights: weights.map((fig) => fig.cell) }) === "holds",
  );
  if (meeting.length !== 1) return [bounds];
  const weighted: Option = { kind: relations.mean, seats: { mean, values, weights: meeting[0] as Fig[] } };
  countsBehind(sight, mean, values, meeting[0] as Fig[]);
  sight.add({ options: [bounds], prior: 0.8, pattern: "rates:bounds", cue: "", confirm: true, passage: mean.blockIndex });
  return [weighted];
}

/**
 * Behind each rate stands a whole number of its weight, and behind the mean their sum (CHECK 1.6): a tighter bound than the mean
 * itself. Proposed only where such numbers exist.
 */
function countsBehind(sight: Sight, mean: Fig, values: readonly Fig[], weights: readonly Fig[]): void {
  const whole = sight.totals.find(
    ({ parts }) => parts.length === weights.length && weights.every((weight) => parts.includes(weight)),
  )?.total;
  if (whole === undefined || isUnseen(whole) || !weights.every(({ quantity }) => quantity?.exact)) return;
  const behind = (fig: Fig): Unseen => ({ unseen: `count:${fig.index}`, label: "số đếm", integer: true });
  const exists = (share: Fig, of: Fig): boolean => {
    const count = cellOf({ id: "count", hidden: true, domain: { integer: true, min: 0 } });
    return (
      share.cell !== null &&
      of.cell !== null &&
      implied(relations.share, { share: share.cell, parts: [count], whole: of.cell }, "parts") !== null
    );
  };
  if (!values.every((value, i) => exists(value, weights[i] as Fig)) || !exists(mean, whole)) return;
  const push = (kind: Option["kind"], seats: Option["seats"]): void => {
    sight.add({ options: [{ kind, seats }], prior: 0.9, pattern: "rates:counts", cue: "", confirm: false, passage: mean.blockIndex });
  };
  values.forEach((value, i) => {
    push(relations.share, { share: value, parts: [behind(value)], whole: weights[i] as Fig });
  });
  push(relations.total, { total: behind(mean), parts: values.map(behind) });
  push(relations.share, { share: mean, parts: [behind(mean)], whole });
}

const sameName = (a: Fig, b: Fig): boolean => a.after.join(" ") === b.after.join(" ");
