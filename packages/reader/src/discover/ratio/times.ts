import { asPercent, cellOf, fit, near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isMultiple, sizeOf, type Token } from "../../figures.ts";
import { past, saysPast } from "../../lexicon/earlier.ts";
import { alike, amountsBefore, type Sight } from "../sight.ts";
import { accuse, push } from "./told.ts";

/** `tăng gấp 4,8 lần`: the new figure over the old one, both printed near; only confirms. */
export function times(sight: Sight, fig: Fig): void {
  const whole = (fig.quantity?.decimals ?? 0) < 1;
  const around = [
    ...[...amountsBefore(sight, fig, 1)].slice(0, 5),
    ...sight.between(fig.order + 1, fig.order + 2).filter(isLevelFigure),
  ].filter((other) => other !== fig && !isMultiple(other));
  for (const current of around) {
    for (const base of around) {
      if (base === current || !alike(base, current) || (whole && (base.quantity?.approximate ?? 0) < 100)) continue;
      if (fit(relations.ratio, { ratio: fig.cell, numerators: [current.cell], denominator: base.cell }) !== "holds") continue;
      push(sight, fig, { ratio: fig, numerators: [current], denominator: base }, "ratio:times", true);
      return;
    }
  }
  if (!onToldBase(sight, fig) && !onBaseBefore(sight, fig) && !onNamedBase(sight, fig)) byHowMuch(sight, fig, around);
}

/** `gà 5.416,8 nghìn con, vịt 1.385,2 nghìn con …; riêng gà chiếm 74,73%, gấp 3,91 lần đàn vịt`: of the one part that is called so, by a slip of a key. */
function onNamedBase(sight: Sight, fig: Fig): boolean {
  const behind = fig.tokens.slice(fig.token + 1, fig.token + 1 + NAME);
  const end = behind.findIndex(({ type }) => type !== "word");
  const name = behind.slice(0, end < 0 ? NAME : end).map(({ text }) => text);
  const called = name.at(-1);
  const share = sight.quantities[fig.order - 1];
  const current = share && (sight.shares.get(share)?.parts[0] ?? (isLevelFigure(share) ? share : undefined));
  if (name[0] !== "lần" || name.length < 2 || called === undefined || !current || current.sentence !== fig.sentence) return false;
  if (fig.tokens[fig.token - 1]?.text !== "gấp" || digitsOf(fig) < 2 || fig.hedge !== undefined) return false;
  const bases = [...amountsBefore(sight, fig, 0)].filter(
    (one) => one !== current && one.sentence === fig.sentence && alike(one, current) && one.before.at(-1) === called,
  );
  const [base, other] = bases;
  if (base === undefined || other !== undefined || digitsOf(base) < 3) return false;
  if (!near(relations.ratio, { ratio: fig.cell, numerators: [current.cell], denominator: base.cell }, "slip")) return false;
  accuse(sight, fig, { ratio: fig, numerators: [current], denominator: base }, "ratio:times:named");
  return true;
}

const NAME = 4;

/** `doanh thu 1.628 tỷ đồng, gấp 1,73 lần cùng kỳ (1.184 tỷ đồng)`: the figure right before it, over the one in the brackets right behind; nothing else is meant. */
function onToldBase(sight: Sight, fig: Fig): boolean {
  const base = sight.quantities[fig.order + 1];
  // "33.234 xe, tăng 8% so với tháng 8 (30.883 xe) và gấp 2,5 lần tháng 9/2021 (13.537 xe)"
  const current = base && sight.between(fig.order - BACK, fig.order - 1).findLast((one) => one.depth === fig.depth && isLevelFigure(one));
  if (!current || !base || !isLevelFigure(current) || !isLevelFigure(base) || isMultiple(current) || !alike(current, base)) return false;
  if ([current, base].some((one) => one.tokens !== fig.tokens || one.sentence !== fig.sentence || one.hedge !== undefined)) return false;
  if (fig.hedge !== undefined || digitsOf(fig) < 2 || current.depth !== fig.depth || base.depth !== fig.depth + 1) return false;
  const words = fig.tokens.slice(fig.token + 1, base.token);
  const isTime = ({ text, figure }: Token): boolean => figure?.role === "date" || text.split(" ").some((word) => past.has(word));
  const isToldThen = words.length <= BEHIND && words.some(isTime);
  if (fig.tokens[fig.token - 1]?.text !== "gấp" || !isToldThen || sizeOf(current) < sizeOf(base)) return false;
  accuse(sight, fig, { ratio: fig, numerators: [current], denominator: base }, "ratio:times:told");
  return true;
}

/** `72 phiên tòa (cùng kỳ 49, gấp 1,47 lần)`: what there was then and how many times it is stand in one bracket behind it. */
function onBaseBefore(sight: Sight, fig: Fig): boolean {
  const [current, base] = sight.between(fig.order - 2, fig.order - 1);
  if (!current || !base || fig.group === 0 || base.group !== fig.group || current.depth !== fig.depth - 1) return false;
  if (current.tokens !== fig.tokens || !isLevelFigure(current) || !isLevelFigure(base) || !saysPast(base.before)) return false;
  if (!alike(base, current) && base.quantity?.unit.id !== "") return false;
  if ([current, base, fig].some(({ hedge }) => hedge !== undefined) || digitsOf(fig) < 3 || sizeOf(current) < sizeOf(base)) return false;
  const places = { ratio: fig.cell, numerators: [current.cell], denominator: base.cell };
  const holds = fit(relations.ratio, places) === "holds";
  if (!holds && !near(relations.ratio, places, "double") && !near(relations.ratio, places, "slip")) return false;
  const seats = { ratio: fig, numerators: [current], denominator: base };
  if (holds) push(sight, fig, seats, "ratio:times", true);
  else accuse(sight, fig, seats, "ratio:times:then");
  return true;
}

const BEHIND = 8;
const BACK = 4;

/** `47.216,5 triệu đồng, cùng kỳ 36.104,8 triệu đồng (gấp 0,31 lần)`: by how much it rose, told as how many times it is. */
function byHowMuch(sight: Sight, fig: Fig, around: readonly Fig[]): void {
  if (fig.tokens[fig.token - 1]?.text !== "gấp" || digitsOf(fig) < 2 || sizeOf(fig) >= 1 || fig.quantity === null) return;
  for (const current of around)
    for (const base of around) {
      if (base === current || !alike(base, current) || sizeOf(base) < 100) continue;
      const growth = cellOf({ id: "growth", quantity: asPercent(fig.quantity) });
      if (fit(relations.growth, { growth, current: current.cell, base: base.cell }) !== "holds") continue;
      accuse(sight, fig, { ratio: fig, numerators: [current], denominator: base }, "ratio:times:growth");
      return;
    }
}
