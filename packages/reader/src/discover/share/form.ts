import { relations } from "@khop/core";
import { type Fig, isLevelFigure, type Token, takesUp } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { isToldBefore } from "./doubts.ts";
import { isNear } from "./near.ts";
import type { Orphan } from "./orphan.ts";

/**
 * The whole that the form of its siblings says a share is of, where it fits another one only: `tòa tỉnh thụ lý 412, giải quyết 386
 * (93,69%); tòa huyện thụ lý 8.859, giải quyết 7.988 (86,16%)` is of 8.859, as the one before is of 412; `trực tuyến 186.957 hồ sơ,
 * chiếm 66,99%; trực tiếp 87.497 hồ sơ, chiếm 31,35%; bưu chính 4.617 hồ sơ, chiếm 2,47%` is of what the first two are of, and not of
 * the first.
 */
export function wholeByForm(sight: Sight, share: Fig, part: Fig, taken: Fig): Fig | undefined {
  if (share.after.length > 0 || sight.parents.get(part) === taken || part.over === taken) return undefined;
  const beside = siblingsOf(sight, share);
  const nearest = rightBefore(sight, part);
  if (nearest !== undefined && nearest !== taken && beside.some(({ parts, whole }) => rightBefore(sight, parts[0]) === whole))
    return nearest;
  const same = beside.filter(({ whole }) => alike(whole, part));
  const [first] = same;
  // "Trong các việc có điều kiện, đã xong 267.165 việc, đạt 55,41%": only what takes up a share of all is told side by side.
  if (takesUp(share) === undefined || part.phrase.includes("trong")) return undefined;
  const isOfSibling = same.some(({ parts }) => parts[0] === taken);
  return same.length >= 2 && isOfSibling && same.every(({ whole }) => whole === first?.whole) && !opensAfter(taken, part)
    ? first?.whole
    : undefined;
}

/** A share of the figure right before its part, as its siblings are, and off by less than twice. */
export function byForm(sight: Sight, orphan: Orphan): Orphan | undefined {
  const { share, part } = orphan;
  const whole = rightBefore(sight, part);
  if (
    whole === undefined ||
    share.after.length > 0 ||
    isToldBefore(sight, { share, part, whole }) ||
    !siblingsOf(sight, share).some((one) => rightBefore(sight, one.parts[0]) === one.whole)
  )
    return undefined;
  const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
  return isNear(option, "double") || isNear(option)
    ? { ...orphan, pattern: "share:form:sibling", prior: 0.8, option, worded: option }
    : undefined;
}

/** Shares of its sentence that are printed as it is, in brackets or not, before it or behind. */
const siblingsOf = (sight: Sight, share: Fig) =>
  sight
    .between(share.order - REACH, share.order + REACH)
    .filter(
      (fig) =>
        fig !== share &&
        fig.blockIndex === share.blockIndex &&
        fig.sentence === share.sentence &&
        fig.depth === share.depth &&
        fig.after.length === 0,
    )
    .flatMap((fig) => sight.shares.get(fig) ?? [])
    .filter(({ parts }) => parts.length === 1);

const REACH = 8;

/** The amount right before a part, in its clause, that may hold it. */
function rightBefore(sight: Sight, part: Fig): Fig | undefined {
  const fig = sight.quantities[part.order - 1];
  if (
    fig === undefined ||
    !isLevelFigure(fig) ||
    !alike(fig, part) ||
    fig.blockIndex !== part.blockIndex ||
    fig.clause !== part.clause ||
    fig.depth !== part.depth
  )
    return undefined;
  return (fig.quantity?.approximate ?? 0) >= (part.quantity?.approximate ?? 0) ? fig : undefined;
}

const opensAfter = (from: Fig, to: Fig): boolean =>
  from.tokens === to.tokens && from.tokens.slice(from.token, to.token).some(({ cue }: Token) => cue?.kind === "opener");
