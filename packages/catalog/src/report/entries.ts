import { addressKey } from "@khop/core";
import { cuts } from "./build/rules.ts";
import type { FormRow, RegimeData, RegimeIndicator } from "./regime.ts";

/** One figure that a form asks for. */
export interface Entry {
  readonly indicator: RegimeIndicator;
  readonly members: Readonly<Record<string, string>>;
  readonly row: FormRow;
}

/** Every figure that the forms of a regime ask for; those that cannot be are left out. */
export function entriesOf(regime: Pick<RegimeData, "indicators" | "forms" | "structuralZeros">): readonly Entry[] {
  const indicators = new Map(regime.indicators.map((one) => [one.id, one]));
  const nowhere = new Set(regime.structuralZeros.map(addressKey));
  return regime.forms
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      const indicator = indicators.get(row.indicator) as RegimeIndicator;
      const { over = [], members = {} } = row;
      return cuts(indicator, over)
        .filter((cut) => Object.keys(cut).length === over.length)
        .map((cut) => ({ indicator, members: { ...members, ...cut }, row }));
    })
    .filter(({ indicator, members }) => !nowhere.has(addressKey({ indicator: indicator.id, members })));
}

/** The name of an entry, whoever's and whenever's. */
export const entryKey = (indicator: string, members: Readonly<Record<string, string>> = {}): string => addressKey({ indicator, members });
