import { relations } from "@khop/core";
import { type Fig, isLevelFigure, isOfPlan, isPercent } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { isNear } from "./near.ts";

/**
 * `Trong số 2.231 em tốt nghiệp, có 1.704 em trúng tuyển (76,14%)`: what a sentence opens with is what its shares are of, and a figure of
 * another sentence that fits by chance, or by mistake, is not. Undefined where the share is too far from that.
 */
export function ofFrame(sight: Sight, share: Fig, part: Fig, taken: Fig | undefined): Option | undefined {
  if (part.sentence !== share.sentence || part.blockIndex !== share.blockIndex) return undefined;
  if (taken !== undefined && taken.sentence === share.sentence && taken.blockIndex === share.blockIndex) return undefined;
  const whole = frameOf(sight, part);
  if (whole === undefined || whole === taken || share.after.length > 0 || isOfPlan(share)) return undefined;
  const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
  return isNear(option, "some") || isNear(option) ? option : undefined;
}

/** The first amount of the sentence, behind "trong số", "trên tổng số", or the "trong" that opens it. */
export function frameOf(sight: Sight, part: Fig): Fig | undefined {
  const first = sight
    .between(part.order - REACH, part.order - 1)
    .find((fig) => fig.blockIndex === part.blockIndex && fig.sentence === part.sentence);
  if (first === undefined || !isLevelFigure(first) || first.depth > part.depth || !alike(first, part)) return undefined;
  // "Trong số 438 đại biểu (88,13% tổng số), 363 người (73,04%) đồng ý": all are of one whole, which stands elsewhere.
  const own = sight.quantities[first.order + 1];
  if (own === undefined || (isPercent(own) && own.order < part.order)) return undefined;
  const isOpening = first.before.length === 1 && first.before[0] === "trong";
  return isOpening || first.cues.some(({ cue, near }) => near && cue.kind === "whole") ? first : undefined;
}

const REACH = 12;
