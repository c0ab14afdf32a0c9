import { fit, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure } from "../figures.ts";
import { alike, type Option, type Sight } from "./sight.ts";

/** Paragraphs that are summed up, and figures of each that may be meant. */
const BLOCKS = 2;
const MOST = 16;
const DIGITS = 3;

/**
 * `Gói 1: mời thầu 1.248 mặt hàng, giá trúng 868 tỷ … Gói 2: mời 162, giá trúng 56 tỷ … Cộng hai gói: 1.410 mặt hàng, giá trúng 924,8 tỷ`: a paragraph that brings together the two
 * before it, each of its figures one of the first and one of the second. It only confirms, where one pair and no other makes it.
 */
export function summedOverTwo(sight: Sight): void {
  for (const { tokens, figures, index } of sight.passages) {
    const opening = tokens
      .slice(0, 4)
      .map(({ text }) => text)
      .join(" ");
    if (!BOTH.test(opening)) continue;
    const [first, second] = [BLOCKS, 1].map((back) => sight.passages[index - back]?.figures.filter(isLevelFigure).slice(0, MOST) ?? []) as [
      Fig[],
      Fig[],
    ];
    for (const total of figures) {
      if (!isLevelFigure(total) || digitsOf(total) < DIGITS || sight.totalled.has(total)) continue;
      const pairs = first.flatMap((one) =>
        second
          .filter((other) => fitsWith(total, one, other))
          .map((other): Option => ({ kind: relations.total, seats: { total, parts: [one, other] }, verdict: "holds" })),
      );
      const [option, another] = pairs;
      if (option && !another) sight.add({ options: [option], prior: 0.8, pattern: "sum:both", cue: "cộng", confirm: true, passage: index });
    }
  }
}

const BOTH = /^(?:cộng|tổng cộng|tính chung|gộp|cộng chung|tổng)(?: cả)? (?:hai|2)(?: |$)|^cả (?:hai|2)(?: |$)/;

const fitsWith = (total: Fig, one: Fig, other: Fig): boolean =>
  (alike(one, total) || alike(other, total)) && fit(relations.total, { total: total.cell, parts: [one.cell, other.cell] }) === "holds";
