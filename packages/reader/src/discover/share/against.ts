import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, isLevelFigure, isPercent } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";

/** Figures back that what is meant may stand, and blocks. */
const BACK = 24;
const BLOCKS = 1;
const FORM = /^(?:bằng|đạt|hoàn thành)$/;
const NEAR = 12;

/**
 * `Thu nợ 642,7 tỷ đồng, gồm …; so với chỉ tiêu giao 700 tỷ đồng bằng 91,8%`, `So kế hoạch 9 tháng (37,10 triệu lượt) sản lượng đạt 103,9%`: what it is held against stands
 * right before the share, and what there is was told before that. It only confirms.
 */
export function sharesAgainst(sight: Sight): void {
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change !== undefined || sight.shares.has(share)) continue;
    if (!share.cues.some(({ cue, near }) => near && cue.kind === "share" && FORM.test(cue.words))) continue;
    const whole = sight.quantities[share.order - 1];
    const isHeldAgainst =
      whole !== undefined &&
      whole.tokens === share.tokens &&
      whole.sentence === share.sentence &&
      isLevelFigure(whole) &&
      (whole.depth === share.depth || whole.depth === share.depth + 1) &&
      share.token - whole.token <= NEAR &&
      whole.cues.some(({ cue }) => cue.kind === "versus");
    if (!isHeldAgainst) continue;
    const part = sight
      .between(whole.order - BACK, whole.order - 1)
      .findLast(
        (fig) =>
          isLevelFigure(fig) &&
          alike(fig, whole) &&
          fig.depth <= share.depth &&
          share.blockIndex - fig.blockIndex <= BLOCKS &&
          fit(relations.share, { share: share.cell, parts: [fig.cell], whole: whole.cell }) === "holds",
      );
    if (part === undefined) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole }, verdict: "holds" };
    sight.add({ options: [option], prior: 0.85, pattern: "share:against", cue: "so với", confirm: true, passage: share.blockIndex });
  }
}

const DIGITS = 3;

/** `cấp 2.846 chứng thư/3.410 cán bộ (83,5%)`: so many of one thing to so many of another, with a slash between; off by a slip of a key, one is wrong. */
export function sharesOfUnlikes(sight: Sight): void {
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change !== undefined || sight.shares.has(share)) continue;
    const [part, whole] = sight.between(share.order - 2, share.order - 1);
    if (!part || !whole || whole.twin !== part || part.order > whole.order || whole.tokens !== share.tokens) continue;
    if (whole.sentence !== share.sentence || share.depth !== whole.depth + 1 || share.before.length > 1) continue;
    const places = { share: share.cell, parts: [part.cell], whole: whole.cell };
    const holds = fit(relations.share, places) === "holds";
    const isOff = digitsOf(part) >= DIGITS && digitsOf(whole) >= DIGITS && isOneSlipOff([{ kind: relations.share, places }]);
    if (!holds && !isOff) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
    sight.add({ options: [option], prior: 0.7, pattern: "share:unlike", cue: "/", confirm: holds, passage: share.blockIndex });
  }
}
