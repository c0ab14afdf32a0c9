import type { Fig } from "../../figures.ts";
import { people } from "../../lexicon/units.ts";
import { amountsAfter, amountsBefore, type Sight } from "../sight.ts";

/** Nouns that name the population; all densities over them rest on one hidden figure. */
export const PEOPLE: ReadonlySet<string> = new Set(["dân", "người", "người dân", "nhân khẩu"]);

/** "dân số" stands before it, with no other amount between. */
export function isPopulation({ tokens, token: at }: Fig): boolean {
  for (let i = at - 1; i > Math.max(0, at - 20); i--) {
    if (tokens[i]?.figure?.role === "quantity") return false;
    if (tokens[i]?.text === "số" && tokens[i - 1]?.text === "dân") return true;
  }
  return false;
}

/** Counts of people about a density, any of which may be the population that it rests on. */
export const peopleNear = (sight: Sight, fig: Fig): Fig[] =>
  [
    ...[...amountsBefore(sight, fig, 1)].filter((other, i) => i < 8 || isPopulation(other)),
    ...[...amountsAfter(sight, fig, 0)].slice(0, 2),
  ].filter((other) => countsPeople(other) || (other.quantity?.unit.id === "" && isPopulation(other)));

export const countsPeople = ({ quantity }: Fig): boolean => {
  const unit = quantity?.unit.id ?? "";
  return PEOPLE.has(unit) || people.has(unit) || unit.endsWith(" viên");
};
