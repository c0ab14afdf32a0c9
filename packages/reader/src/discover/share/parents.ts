import { relations } from "@khop/core";
import type { Fig } from "../../figures.ts";
import type { Option, Sight } from "../sight.ts";
import { isToldBefore } from "./doubts.ts";
import { isNear } from "./near.ts";

const SIBLINGS = 2;

/**
 * `tiếp nhận 8.183 hồ sơ: trực tuyến 6.412 hồ sơ (78,36%), trực tiếp 1.624 hồ sơ (19,85%), bưu chính 147 hồ sơ (1,80%)`: where the other parts of a list
 * are shares of its total, so is this one, though it fits another figure.
 */
export function turnToParents(sight: Sight): void {
  const own = new Map<Fig, number>();
  for (const { parts, whole } of sight.shares.values())
    if (sight.parents.get(parts[0]) === whole) own.set(whole, (own.get(whole) ?? 0) + 1);
  for (const [share, { parts, whole }] of sight.shares) {
    const [part] = parts;
    const parent = sight.parents.get(part);
    if (parts.length !== 1 || parent === undefined || parent === whole || part.over !== undefined || share.after.length > 0) continue;
    if (isToldBefore(sight, { share, part, whole: parent })) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole: parent } };
    const siblings = own.get(parent) ?? 0;
    if (siblings < SIBLINGS || !(isNear(option, "double") || isLastOf(sight, parent, siblings, whole))) continue;
    sight.takeBack(({ options }) => options[0]?.kind === relations.share && options[0].seats.share === share);
    sight.add({ options: [option], prior: 0.8, pattern: "share:parent:siblings", cue: "(%)", confirm: false, passage: share.blockIndex });
  }
}

/** Every other part of a list that adds up has its share of the total: what this one fits stands elsewhere, and by chance. */
const isLastOf = ({ totals }: Sight, parent: Fig, siblings: number, whole: Fig): boolean =>
  (whole.sentence !== parent.sentence || whole.blockIndex !== parent.blockIndex) &&
  totals.some(({ found, total, parts }) => total === parent && found.options[0]?.verdict === "holds" && parts.length === siblings + 1);
