import { relations, shareFits } from "@khop/core";
import type { Fig } from "../../figures.ts";
import { nameWords } from "../../words.ts";
import { isUnseen, type Option, type Sight } from "../sight.ts";

const FAR = 30;

/**
 * `kế hoạch 1.140 nhà (xây mới 468, sửa chữa 672); hoàn thành 1.062 nhà (xây mới 431; sửa chữa 631); tỷ lệ hoàn thành của xây mới là 92,1%, của sửa chữa 93,9%`: of the parts
 * of two lists that bear one name, where that fits.
 */
export function ofTwoLists(sight: Sight, share: Fig): Option | undefined {
  const words = new Set(share.before.filter((word) => word !== "tỷ" && word !== "lệ" && word !== "của"));
  if (words.size === 0) return undefined;
  const near = sight.totals.filter(
    ({ total, parts }) => !isUnseen(total) && !parts.some(isUnseen) && total.order < share.order && share.order - total.order <= FAR,
  );
  for (const { parts: above } of near) {
    for (const { parts: below } of near) {
      if (above === below || above.length !== below.length) continue;
      const at = above.findIndex((part) => isCalled(part as Fig, above as readonly Fig[], words));
      const [whole, part] = [above[at] as Fig | undefined, below[at] as Fig | undefined];
      if (!whole || !part || part === whole || !isCalled(part, below as readonly Fig[], words)) continue;
      if (shareFits(share.cell, part.cell, whole.cell) === "holds")
        return { kind: relations.share, seats: { share, parts: [part], whole }, verdict: "holds" };
    }
  }
  return undefined;
}

/** A word of its name is among some words, and is said of no other. */
function isCalled(part: Fig, parts: readonly Fig[], words: ReadonlySet<string>): boolean {
  const others = parts.filter((one) => one !== part).map(nameWords);
  return [...nameWords(part)].some((word) => words.has(word) && !others.some((other) => other.has(word)));
}
