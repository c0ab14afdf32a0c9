import { addressKey } from "./address.ts";
import type { Indicator } from "./indicator.ts";
import { total } from "./relations/total.ts";
import { at, type Rule } from "./rule.ts";

/**
 * Rules by which a unit's figure is the sum of those of the units right below it: one for every figure that is named and may be summed.
 *
 * - Shape: a `total`, self over children; where a unit has none below it no relation is made. Of what is not additive there is no rule.
 */
export function rollUpRules(
  indicators: readonly Indicator[],
  entries: readonly { readonly indicator: string; readonly members?: Readonly<Record<string, string>> }[],
): readonly Rule[] {
  const additive = new Set(indicators.filter((one) => one.additive).map(({ id }) => id));
  return entries
    .filter(({ indicator }) => additive.has(indicator))
    .map(({ indicator, members = {} }) => {
      const more = Object.keys(members).length === 0 ? {} : { members };
      return {
        id: `roll-up.${addressKey({ indicator, ...more })}`,
        kind: total,
        places: { total: at(indicator, more), parts: at(indicator, { ...more, orgUnit: "children" }) },
      };
    });
}
