import type { Pattern, RulePlace } from "@khop/core";
import type { RegimeIndicator, RuleData } from "../regime.ts";

type Members = Readonly<Record<string, string>>;

/** A rule of a regime. */
export const rule = (id: string, kind: string, places: Readonly<Record<string, RulePlace>>): RuleData => ({ id, kind, places });

/** The figures of an indicator: the whole, or those of members that are fixed, of another period, over a breakdown. */
export const of = ({ id }: RegimeIndicator, members: Members = {}, more: Omit<Pattern, "indicator" | "members"> = {}): Pattern => ({
  indicator: id,
  ...(Object.keys(members).length > 0 ? { members } : {}),
  ...more,
});

/** Every set of members along some breakdowns of an indicator, that of the whole first. */
export function cuts({ breakdowns = [] }: RegimeIndicator, along: readonly string[]): readonly Members[] {
  let sets: readonly Members[] = [{}];
  for (const { id, members } of breakdowns.filter((one) => along.includes(one.id))) {
    sets = [...sets, ...sets.flatMap((set) => members.map((one) => ({ ...set, [id]: one.id })))];
  }
  return sets;
}

const breakdownsOf = ({ breakdowns = [] }: RegimeIndicator): string[] => breakdowns.map(({ id }) => id);

const named = ({ id }: RegimeIndicator, members: Members, what: string): string => [id, ...Object.values(members), what].join(".");

/** The parts of each breakdown make the whole, and so they do within each member of the other breakdowns. */
export function addsUp(indicator: RegimeIndicator): readonly RuleData[] {
  const when: Pick<Pattern, "period"> = indicator.frequency === undefined ? {} : { period: "latest" };
  const along = breakdownsOf(indicator);
  return along.flatMap((over) =>
    cuts(
      indicator,
      along.filter((other) => other !== over),
    ).map((members) =>
      rule(named(indicator, members, `by-${over}`), "total", {
        total: of(indicator, members, when),
        parts: of(indicator, members, { ...when, over }),
      }),
    ),
  );
}

/** Each share is so much of what all members of `over` make together, and these shares make 100 %. */
export function sharesOver(share: RegimeIndicator, counted: RegimeIndicator, over: string): readonly RuleData[] {
  const others = breakdownsOf(share).filter((id) => id !== over);
  const members = share.breakdowns?.find(({ id }) => id === over)?.members ?? [];
  return cuts(share, others).flatMap((fixed) => [
    rule(named(share, fixed, "composition"), "composition", { shares: of(share, fixed, { over }) }),
    ...members
      .map(({ id }) => ({ ...fixed, [over]: id }))
      .map((set) =>
        rule(named(share, set, "share"), "share", { share: of(share, set), parts: [of(counted, set)], whole: of(counted, fixed) }),
      ),
  ]);
}

/** The share is what one indicator is of another, for the whole and for each member of its breakdowns. */
export function shareOf(
  share: RegimeIndicator,
  counted: RegimeIndicator,
  whole: RegimeIndicator,
  within: Members = {},
): readonly RuleData[] {
  return cuts(share, breakdownsOf(share)).map((members) =>
    rule(named(share, members, "share"), "share", {
      share: of(share, members),
      parts: [of(counted, members)],
      whole: of(whole, { ...members, ...within }),
    }),
  );
}

/** How an indicator rose or fell against the period before, in percent, below zero where it fell. */
export function growthOf(growth: RegimeIndicator, indicator: RegimeIndicator): readonly RuleData[] {
  return cuts(growth, breakdownsOf(growth)).map((members) =>
    rule(named(growth, members, "growth"), "growth", {
      growth: of(growth, members),
      current: of(indicator, members),
      base: of(indicator, members, { period: "previous" }),
    }),
  );
}

/** One figure is at most another that contains it. */
export const within = (part: Pattern, whole: Pattern): RuleData => {
  const name = ({ indicator, members = {} }: Pattern): string => [indicator, ...Object.values(members)].join(".");
  return rule(`${name(part)}.within.${name(whole)}`, "part", { part, whole });
};
