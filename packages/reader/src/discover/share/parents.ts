import { relations, shareFits } from "@khop/core";
import { type Fig, isOfPlan, takesUp } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { isToldBefore } from "./doubts.ts";
import { isNear } from "./near.ts";

const SIBLINGS = 2;

/**
 * `tiếp nhận 8.183 hồ sơ: trực tuyến 6.412 hồ sơ (78,36%), trực tiếp 1.624 hồ sơ (19,85%), bưu chính 147 hồ sơ (1,80%)`: where the other parts of a list
 * are shares of its total, so is this one, though it fits another figure.
 */
export function turnToParents(sight: Sight): void {
  turnToCommon(sight);
  const own = new Map<Fig, number>();
  for (const { parts, whole } of sight.shares.values())
    if (sight.parents.get(parts[0]) === whole) own.set(whole, (own.get(whole) ?? 0) + 1);
  for (const [share, { parts, whole }] of sight.shares) {
    const [part] = parts;
    const parent = sight.parents.get(part);
    if (parts.length !== 1 || parent === undefined || parent === whole || part.over !== undefined || share.after.length > 0) continue;
    // "chi thường xuyên 6.382,5 tỷ đồng, bằng 80,6% dự toán (7.914,0 tỷ đồng)": of a plan, whatever the others are of.
    if (isOfPlan(share)) continue;
    if (isToldBefore(sight, { share, part, whole: parent })) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole: parent } };
    const siblings = own.get(parent) ?? 0;
    if (siblings >= 1 && isOfItsOtherHalf(sight, part, whole, parent) && (isBare(part, share) || takesUp(share) !== undefined)) {
      turn(sight, share, option, 0.75);
      continue;
    }
    if (siblings === 1 && isBesideItsLike(sight, share, part, parent) && isElsewhere(whole, parent)) {
      turn(sight, share, option, 0.75);
      continue;
    }
    if (siblings < SIBLINGS || !(isNear(option, "double") || isLastOf(sight, parent, siblings))) continue;
    turn(sight, share, option, 0.8);
  }
}

/**
 * `84 hợp tác xã (71 nông nghiệp, 13 phi nông nghiệp - tỷ lệ phi nông nghiệp 18,3%)`: it was divided by the part beside it, which no share is of, and
 * not by what both make.
 */
export function ofPartBeside(sight: Sight, share: Fig): Option | null {
  const [beside, part] = sight.between(share.order - 2, share.order - 1);
  const parent = part && sight.parents.get(part);
  if (!beside || !part || parent === undefined || sight.parents.get(beside) !== parent || share.after.length > 0) return null;
  if ((share.quantity?.decimals ?? 0) < 1 || shareFits(share.cell, part.cell, beside.cell) !== "holds") return null;
  const isWhole = sight.totals.some(
    ({ found, total, parts }) =>
      total === parent && parts.length === 2 && found.pattern.startsWith("list:") && found.options[0]?.verdict === "holds",
  );
  return isWhole ? { kind: relations.share, seats: { share, parts: [part], whole: parent } } : null;
}

function turn(sight: Sight, share: Fig, option: Option, prior: number): void {
  sight.takeBack(({ options }) => options[0]?.kind === relations.share && options[0].seats.share === share);
  sight.add({ options: [option], prior, pattern: "share:parent:siblings", cue: "(%)", confirm: false, passage: share.blockIndex });
}

/**
 * `Trong số trúng cử 59 người: nữ 18 người (30,51%), dân tộc thiểu số 11 người (18,33%), dưới 40 tuổi 15 người (25,42%)`: in a row of shares in brackets that are
 * of one whole, so is the one that fits another.
 */
function turnToCommon(sight: Sight): void {
  for (const [share, { parts, whole }] of sight.shares) {
    const [part] = parts;
    if (parts.length !== 1 || !isBare(part, share)) continue;
    const beside = sight
      .between(share.order - ROW, share.order + ROW)
      .filter((fig) => fig !== share && fig.sentence === share.sentence && fig.blockIndex === share.blockIndex && fig.depth === share.depth)
      .flatMap((fig) => {
        const own = sight.shares.get(fig);
        return own && own.parts.length === 1 && isBare(own.parts[0], fig) ? [own] : [];
      });
    const [first] = beside;
    if (first === undefined || beside.length < SIBLINGS || first.whole === whole || beside.some((one) => one.whole !== first.whole))
      continue;
    if (!alike(first.whole, part) || beside.some((one) => one.parts[0] === whole)) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole: first.whole } };
    if (isNear(option)) turn(sight, share, option, 0.75);
  }
}

const ROW = 6;

/** Alone in brackets right behind its figure. */
const isBare = (part: Fig, share: Fig): boolean =>
  share.order === part.order + 1 && share.depth === part.depth + 1 && share.before.length + share.after.length === 0;

/** `gồm chi đầu tư 4.219,7 tỷ đồng (40,7%), chi thường xuyên 5.936,8 tỷ đồng (90,3%)`: alone in brackets right behind its part, as that of the part before it is. */
function isBesideItsLike(sight: Sight, share: Fig, part: Fig, parent: Fig): boolean {
  const after = sight.between(share.order + 1, share.order + ROW).find((fig) => sight.parents.get(fig) === parent);
  const behind = after && sight.quantities[after.order + 1];
  if (after && behind && isBare(after, behind) && sight.shares.get(behind)?.whole === parent) return isBare(part, share);
  const [sibling, before] = [sight.quantities[part.order - 2], sight.quantities[part.order - 1]];
  if (!sibling || !before || sight.parents.get(sibling) !== parent || sight.shares.get(before)?.whole !== parent) return false;
  return isBare(sibling, before) && isBare(part, share);
}

const isElsewhere = (whole: Fig, parent: Fig): boolean => whole.sentence !== parent.sentence || whole.blockIndex !== parent.blockIndex;

/** `18.640 hồ sơ, trong đó đã số hóa 15.275 hồ sơ (81,9%), chưa số hóa 3.365 hồ sơ (22,0%)`: it was divided by the other part of two, of which no share is told. */
const isOfItsOtherHalf = ({ totals }: Sight, part: Fig, whole: Fig, parent: Fig): boolean =>
  totals.some(
    ({ found, total, parts }) =>
      total === parent && parts.length === 2 && parts.includes(part) && parts.includes(whole) && found.options[0]?.verdict === "holds",
  );

/** Every other part of a list that adds up has its share of the total: what this one fits is so by chance. */
export const isLastOf = ({ totals }: Sight, parent: Fig, siblings: number): boolean =>
  totals.some(({ found, total, parts }) => total === parent && found.options[0]?.verdict === "holds" && parts.length === siblings + 1);
