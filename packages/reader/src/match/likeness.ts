import { comparable, type Quantity } from "@khop/core";
import type { Mention } from "./contexts.ts";
import type { Names, Target, Targets } from "./targets.ts";
import { coverage } from "./terms.ts";

/** How well words, unit and level of a mention fit a target, 0–1; 0 where it cannot be it. */
export function likeness(mention: Mention, target: Target, { weights, vocabulary }: Targets): number {
  const possible = mayBe(mention, target);
  if (possible === 0) return 0;
  const base = Math.max(...target.names.map((name) => coverage(name, mention.all, weights)));
  const own = Math.max(...target.names.map((name) => coverage(name, mention.own, weights)));
  let fits = possible * (0.75 * base + 0.25 * own);
  for (const { names, siblings } of target.members) {
    const own = said(names, mention, weights);
    const sibling = Math.max(0, ...siblings.map((one) => said(one, mention, weights)));
    fits *= 0.1 + 0.9 * own * (1 - 0.5 * sibling);
  }
  for (const members of target.wholes) {
    // Where one member is said more than the others, it is that member; where all are, the whole.
    const [first = 0, second = 0] = members.map((one) => said(one, mention, weights)).sort((a, b) => b - a);
    fits *= Math.max(0.1, 1 - first + 0.5 * second);
  }
  return fits * (1 - UNEXPLAINED * unexplained(mention, target, weights, vocabulary));
}

/** How much it counts against a target that words at the figure are those of others. */
const UNEXPLAINED = 0.5;
/** How near words stand that are about this figure alone. */
const AT_FIGURE = 0.9;

/** Of the words at the figure that any target is known by, the part that this one is not, 0–1. */
function unexplained({ own }: Mention, { terms }: Target, weights: Targets["weights"], vocabulary: ReadonlySet<string>): number {
  let [strange, all] = [0, 0];
  for (const [term, near] of own) {
    if (near < AT_FIGURE || !vocabulary.has(term)) continue;
    const weight = weights.of(term);
    all += weight;
    if (!terms.has(term)) strange += weight;
  }
  return all === 0 ? 0 : strange / all;
}

/** How much of a member's name is said of the figure itself, or of all that the passage tells; little where it is said of others in the sentence. */
const said = (names: Names, { own, frame, all }: Mention, weights: Targets["weights"]): number =>
  Math.max(
    ...names.map((name) => Math.max(coverage(name, own, weights), coverage(name, frame, weights), 0.4 * coverage(name, all, weights))),
  );

/** What unit, level and direction allow. */
function mayBe({ quantity, level, change, figure }: Mention, target: Target): number {
  const { indicator, isChange, level: wanted, hasLevels } = target;
  if (figure === null) return isChange || indicator.unit.kind !== "count" || wanted !== undefined ? 0 : 1;
  if ((change !== undefined) !== isChange) return change === undefined && isChange ? 0.25 : 0;
  if (wanted !== undefined && level !== wanted) return 0;
  const leveled = wanted === undefined && level !== undefined ? (hasLevels ? 0.1 : 0.75) : 1;
  return leveled * unitFits(quantity, target);
}

function unitFits({ unit, exact, value }: Quantity, { indicator: { unit: wanted }, names, members }: Target): number {
  const isRate = (kind: string): boolean => kind === "percent" || kind === "point";
  if (isRate(unit.kind) !== isRate(wanted.kind)) return 0;
  if (isRate(wanted.kind)) return 1;
  if (wanted.kind === "money" || unit.kind === "money") return unit.kind === wanted.kind ? 1 : 0;
  if (wanted.kind === "ratio") return ratioFits(unit.id, wanted.id);
  if (wanted.kind === "count" && !value.isInteger() && exact) return 0;
  if (unit.id === "") return 0.9;
  if (unit.id === wanted.id) return 1;
  // "399.091 bưu phát", "02 giám định": the word behind the number is one of its name.
  const word = unit.id.toLowerCase();
  if (
    unit.kind === "count" &&
    wanted.kind === "count" &&
    [names, ...members.map((one) => one.names)].some((all) => all.some((name) => name.includes(word)))
  )
    return 1;
  if (unit.kind !== wanted.kind && !comparable(unit, wanted)) return 0.3;
  const [a, b] = [unit.id, wanted.id].map((id) => id.toLowerCase());
  return (a ?? "").startsWith(b ?? "") || (b ?? "").startsWith(a ?? "")
    ? 0.95
    : unit.kind === "count" && wanted.kind === "count"
      ? 0.4
      : 0.6;
}

/** A ratio's unit is often only half said: "117 thuê bao/100 dân", "4.762 người". */
function ratioFits(said: string, wanted: string): number {
  if (said === wanted) return 1;
  if (said === "") return 0.8;
  return wanted.startsWith(said) || said.startsWith(wanted.split("/")[0] ?? wanted) ? 0.6 : 0.15;
}
