import { addressKey, type Frequency, type Indicator, type LevelId, type Rule, type Scope, type WindowRule } from "@khop/core";

/** A figure that a unit has to enter. */
export interface Entry {
  readonly indicator: string;
  readonly members?: Readonly<Record<string, string>>;
  /** Wanted only where there is no figure of the period before. */
  readonly opening?: boolean;
  /** Told so often, where that is not with each report; never owed for a single period. */
  readonly frequency?: Frequency;
}

/** A regime as far as its collection needs it; whoever knows regimes hands it in. */
export interface CollectedRegime {
  readonly id: string;
  readonly version: string;
  /** The level of the units that report. */
  readonly level: LevelId;
  readonly frequency: Frequency;
  /** How many working days after the figures close it is due. */
  readonly dueWithin: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly windows?: readonly WindowRule[];
  readonly indicators: readonly Indicator[];
  readonly rules: readonly Rule[];
  readonly entries: readonly Entry[];
  /** Where there can be nothing. */
  readonly absent?: NonNullable<Scope["absent"]>;
}

/** One name for an entry, whoever's and whenever's. */
export const entryKey = ({ indicator, members = {} }: Pick<Entry, "indicator" | "members">): string => addressKey({ indicator, members });

const named = new WeakMap<CollectedRegime, ReadonlyMap<string, Entry>>();

/** The entry of a figure; undefined where the regime asks for none such. */
export function entryOf(regime: CollectedRegime, figure: Pick<Entry, "indicator" | "members">): Entry | undefined {
  const before = named.get(regime);
  const entries = before ?? new Map(regime.entries.map((one) => [entryKey(one), one]));
  if (before === undefined) named.set(regime, entries);
  return entries.get(entryKey(figure));
}
