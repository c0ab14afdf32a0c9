import { near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure } from "../../figures.ts";
import type { Sight } from "../sight.ts";
import type { Per } from "./per.ts";
import { accuse, isDensityOf, push } from "./told.ts";

const MALES = /(?:^| )(?:nam|trai)(?: |$)/;
const FEMALES = /(?:^| )(?:nữ|gái)(?: |$)/;
const BACK = 8;
const AHEAD = 3;

/** `nam 83.712 người, nữ 84.593 người; tỷ số giới tính 98,96 nam/100 nữ`: so many of one sex for a hundred of the other, both counted near. */
export function ofSexes(sight: Sight, fig: Fig, per: Per): boolean {
  const own = `${fig.quantity?.unit.id ?? ""} ${fig.after.join(" ")}`;
  if (per.amount !== "100" || !FEMALES.test(per.words.join(" ")) || !MALES.test(own)) return false;
  const about = sight
    .between(fig.order - BACK, fig.order + AHEAD)
    .filter((one) => one !== fig && isLevelFigure(one) && one.blockIndex === fig.blockIndex && one.hedge === undefined);
  const males = about.filter((one) => isCalled(one, MALES, FEMALES));
  const females = about.filter((one) => isCalled(one, FEMALES, MALES));
  for (const male of males)
    for (const female of females) {
      if (!isDensityOf(fig, [male], female, per.amount)) continue;
      push(sight, fig, { ratio: fig, numerators: [male], denominator: female, per: per.amount }, "ratio:sexes", true);
      return true;
    }
  const [male, female] = [males[0], females[0]];
  if (!male || !female || males.length + females.length > 2 || digitsOf(fig) < 3) return false;
  const places = { ratio: fig.cell, numerators: [male.cell], denominator: female.cell, per: per.amount };
  if (!near(relations.ratio, places, "slip")) return false;
  accuse(sight, fig, { ratio: fig, numerators: [male], denominator: female, per: per.amount }, "ratio:sexes");
  return true;
}

/** The words about a count name the one and not the other. */
function isCalled({ before, after, quantity }: Fig, one: RegExp, other: RegExp): boolean {
  const unit = quantity?.unit.id ?? "";
  const words = [before.slice(-2).join(" "), unit, after.slice(0, 2).join(" ")];
  const nearest = words.find((said) => one.test(said) || other.test(said)) ?? "";
  return one.test(nearest) && !other.test(nearest);
}
