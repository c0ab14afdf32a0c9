import { relations } from "@khop/core";
import { type Fig, isPercent } from "../figures.ts";
import { past } from "../lexicon/earlier.ts";
import { isUnseen, type Sight, type Unseen } from "./sight.ts";

/**
 * `44 trường đạt chuẩn, chiếm 72,13%; trong đó mầm non 15/24, tiểu học 17/21, trung học 12/16`: the share of a total whose parts are each out of
 * so many is of all of those together.
 */
export function discoverPooled(sight: Sight): void {
  for (const { total, parts } of sight.totals) {
    const share = isUnseen(total) ? undefined : sight.quantities[total.order + 1];
    const wholes = parts.map((part) => (isUnseen(part) ? undefined : part.over));
    if (isUnseen(total) || share === undefined || !isShareOf(share, total) || sight.shares.has(share)) continue;
    if (wholes.length < 2 || !wholes.every((one): one is Fig => one !== undefined)) continue;
    const whole: Unseen = {
      unseen: `pooled:${total.index}`,
      label: wholes.map(({ tokens, token }) => tokens[token]?.text ?? "").join(" + "),
      integer: true,
    };
    const common = { prior: 0.8, pattern: "share:pooled", cue: "/", confirm: false, passage: total.blockIndex };
    sight.add({ ...common, options: [{ kind: relations.total, seats: { total: whole, parts: wholes } }] });
    sight.add({ ...common, options: [{ kind: relations.share, seats: { share, parts: [total], whole } }] });
  }
}

const isShareOf = (share: Fig, total: Fig): boolean =>
  isPercent(share) &&
  share.change === undefined &&
  share.sentence === total.sentence &&
  share.blockIndex === total.blockIndex &&
  // "1.909 tỷ đồng, thấp hơn cùng kỳ (42,6%)": what it was then.
  !(share.depth > total.depth && share.tokens.slice(total.token, share.token).some(({ text }) => past.has(text.split(" ").at(-1) ?? "")));
