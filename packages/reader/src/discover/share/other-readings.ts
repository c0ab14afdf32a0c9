import { fit, relations, shareFits } from "@khop/core";
import { type Fig, isAmount } from "../../figures.ts";
import { alike, amountsBefore, isUnseen, type Option, type Sight } from "../sight.ts";

/** `tăng 910 việc (chiếm tỷ lệ 8,64% so với năm trước)`: by how much it grew, whatever the words for a share say; where the figures bear it out. */
export function isGrowth(sight: Sight, share: Fig): boolean {
  // "giảm 2.841 người so với năm 2015 (26.747 người), đạt 10,62%": over what brackets tell of then.
  const change = sight.between(share.order - OVER, share.order - 1).findLast(({ depth }) => depth <= share.depth);
  if (change === undefined || !isAmount(change)) return false;
  if (change.change === undefined && !change.cues.some(({ cue, near }) => near && cue.kind === "added")) return false;
  if (
    change.blockIndex !== share.blockIndex ||
    change.sentence !== share.sentence ||
    share.token - change.token > (change.order === share.order - 1 ? NEAR : FAR)
  )
    return false;
  const falls = change.change === "fall";
  for (const current of [...amountsBefore(sight, change, 0)].slice(0, 4)) {
    if (
      !alike(current, change) ||
      fit(relations.growth, { growth: share.cell, current: current.cell, difference: change.cell, falls }) !== "holds"
    )
      continue;
    const seats = { growth: share, current, difference: change, falls };
    sight.add({
      options: [{ kind: relations.growth, seats, verdict: "holds" }],
      prior: 0.9,
      pattern: "change:share",
      cue: falls ? "giảm" : "tăng",
      confirm: true,
      passage: share.blockIndex,
    });
    return true;
  }
  return false;
}

/** `tiêm 5.670 liều/15.550 con, đạt 36,5%`: of one unit out of another, with a slash between; where the figures bear it out. */
export function ofTwins(sight: Sight, share: Fig): boolean {
  const whole = sight.quantities[share.order - 1];
  const part = whole?.twin;
  if (
    whole === undefined ||
    part === undefined ||
    part.order > whole.order ||
    whole.sentence !== share.sentence ||
    whole.blockIndex !== share.blockIndex
  )
    return false;
  const seats = { share, parts: [part], whole };
  if (shareFits(share.cell, part.cell, whole.cell) !== "holds") return false;
  sight.add({
    options: [{ kind: relations.share, seats, verdict: "holds" }],
    prior: 0.9,
    pattern: "share:twins",
    cue: "/",
    confirm: true,
    passage: share.blockIndex,
  });
  return true;
}

const NEAR = 10;
const FAR = 18;
const OVER = 2;

/** A share of two or three figures taken together, `vay 1.107 tỷ và góp 830 tỷ, chiếm 66,0%`; only with decimals, and only confirmed. */
export function sumShare(sight: Sight, share: Fig, candidates: readonly { part: Fig }[]): Option | null {
  if ((share.quantity?.decimals ?? 0) < 1) return null;
  const parts = candidates.map(({ part }) => part).filter((part) => part.order < share.order);
  for (let count = 2; count <= parts.length; count++) {
    const together = parts.slice(0, count).reverse();
    const last = together[0] as Fig;
    if (!together.every((part) => alike(part, last))) return null;
    for (const whole of [...amountsBefore(sight, last, 1)].slice(0, 6)) {
      if (
        !alike(whole, last) ||
        fit(relations.share, { share: share.cell, parts: together.map(({ cell }) => cell), whole: whole.cell }) !== "holds"
      )
        continue;
      return { kind: relations.share, seats: { share, parts: together, whole } };
    }
  }
  return null;
}

/** "đúng và trước hạn" names both "trước hạn" and "đúng hạn". */
function isNamedIn(name: string, { before }: Fig): boolean {
  const [first, last] = before.slice(-2);
  if (first === undefined || last === undefined) return false;
  if (name.includes(`${first} ${last}`)) return true;
  const at = name.indexOf(`${first} và `);
  return at >= 0 && name.slice(at).split(" ")[3] === last;
}

/** `trước hạn 2.140, đúng hạn 801, quá hạn 46 … Tỷ lệ đúng hạn và trước hạn đạt 98,46%`: of the parts that it names together. */
export function namedTogether(sight: Sight, share: Fig): Option | null {
  if ((share.quantity?.decimals ?? 0) < 1) return null;
  const name = share.phrase.join(" ");
  for (const { total, parts } of sight.totals) {
    if (isUnseen(total) || total.order > share.order || share.blockIndex - total.blockIndex > 1) continue;
    const given = parts.filter((part): part is Fig => !isUnseen(part));
    const named = given.filter((part) => isNamedIn(name, part));
    if (named.length < 2 || named.length === given.length) continue;
    const cells = named.map(({ cell }) => cell);
    if (fit(relations.share, { share: share.cell, parts: cells, whole: total.cell }) === "holds")
      return { kind: relations.share, seats: { share, parts: named, whole: total } };
  }
  return null;
}
