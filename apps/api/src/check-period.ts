import { type Period, rollUpRules, type Verdict } from "@khop/core";
import { type CheckedRule, checkProvince, type ProvinceCheck, sayRules } from "@khop/store";
import type { Services } from "./context.ts";
import { collectingOf } from "./routes/regime-of.ts";

/** Which period of which regime is checked, and which units are told of. */
export interface PeriodAsked {
  readonly province: string;
  readonly regime: string;
  readonly period: Period;
  readonly orgUnits: readonly string[];
}

/** Verdicts in the order of units and rules, and how many there are of each. */
export interface PeriodChecked {
  readonly verdicts: readonly CheckedRule[];
  readonly tally: Readonly<Record<Verdict, number>>;
  /** Says verdicts in words. */
  say(
    which: readonly CheckedRule[],
  ): Promise<readonly (CheckedRule & { readonly message: { readonly vi: string; readonly en: string } })[]>;
}

/** Every rule of a regime, and the sums over units below, asked of every unit of a province at once. */
export async function checkPeriod({ store, regimes }: Pick<Services, "store" | "regimes">, asked: PeriodAsked): Promise<PeriodChecked> {
  const { province, period } = asked;
  const { indicators, rules, entries, absent, windows } = collectingOf({ regimes }, asked.regime);
  const owed = entries.filter(({ frequency }) => frequency === undefined);
  const query: ProvinceCheck = {
    province,
    period,
    indicators,
    rules: [...rules, ...rollUpRules(indicators, owed)],
    ...(absent === undefined ? {} : { absent }),
    ...(windows === undefined ? {} : { windows }),
  };
  const seen = new Set(asked.orgUnits);
  const verdicts = (await checkProvince(store, query)).filter(({ orgUnit }) => seen.has(orgUnit));
  const tally = { holds: 0, truncated: 0, violated: 0, unknown: 0 };
  for (const { verdict } of verdicts) tally[verdict] += 1;
  const nameOf = ({ rule, orgUnit }: Pick<CheckedRule, "rule" | "orgUnit">): string => JSON.stringify([orgUnit, rule]);
  return {
    verdicts: [...verdicts].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    tally,
    say: async (which) => {
      const said = new Map((await sayRules(store, query, which)).map((one) => [nameOf(one), one.message]));
      return which.map((one) => ({ ...one, message: said.get(nameOf(one)) ?? { vi: one.rule, en: one.rule } }));
    },
  };
}

/** Whether a verdict is one that somebody has to look at. */
export const isUnfit = (verdict: Verdict): boolean => verdict === "violated" || verdict === "truncated";
