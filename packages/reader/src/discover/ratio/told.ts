import { fit, relations } from "@khop/core";
import type { Fig } from "../../figures.ts";
import { verbOf } from "../../words.ts";
import type { Sight } from "../sight.ts";

export function accuse(sight: Sight, fig: Fig, seats: Sight["hypotheses"][number]["options"][number]["seats"], pattern: string): void {
  sight.add({ options: [{ kind: relations.ratio, seats }], prior: 0.8, pattern, cue: "/", confirm: false, passage: fig.blockIndex });
}

export function isDensityOf(ratio: Fig, numerators: readonly Fig[], base: Fig, per?: string): boolean {
  if (numerators.includes(base) || base === ratio) return false;
  return (
    fit(relations.ratio, { ratio: ratio.cell, numerators: numerators.map(({ cell }) => cell), denominator: base.cell, per }) === "holds"
  );
}

export function push(
  sight: Sight,
  fig: Fig,
  seats: Sight["hypotheses"][number]["options"][number]["seats"],
  pattern: string,
  confirm: boolean,
): void {
  sight.add({ options: [{ kind: relations.ratio, seats }], prior: 0.95, pattern, cue: "/", confirm, passage: fig.blockIndex });
}

/** `kiểm tra 74 cơ sở, phát hiện 26 cơ sở, xử phạt 23 cơ sở với 2.961 triệu đồng, bình quân 128,7 triệu đồng/cơ sở`: another verb before each. */
export function areOfManyDeeds(counts: readonly Fig[]): boolean {
  const deeds = counts.map(verbOf);
  return !deeds.includes("") && new Set(deeds).size === deeds.length;
}
