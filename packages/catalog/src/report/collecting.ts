import type { Frequency, Indicator, LevelId, Rule, Scope, WindowRule } from "@khop/core";
import { entriesOf } from "./entries.ts";
import { absentIn } from "./fill.ts";
import type { ReportRegime } from "./regime.ts";

/** What of a regime matters while its figures are collected, in core's words: what is due when, what has to be entered, what has to fit. */
export interface Collecting {
  readonly id: string;
  readonly version: string;
  readonly level: LevelId;
  readonly frequency: Frequency;
  readonly dueWithin: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly windows?: readonly WindowRule[];
  readonly indicators: readonly Indicator[];
  readonly rules: readonly Rule[];
  readonly entries: readonly {
    readonly indicator: string;
    readonly members: Readonly<Record<string, string>>;
    /** Wanted only where there is no figure of the period before. */
    readonly opening?: boolean;
    /** Told so often, where that is not with each report. */
    readonly frequency?: Frequency;
  }[];
  readonly absent: NonNullable<Scope["absent"]>;
}

/** A regime as whoever collects its figures needs it. */
export function collecting(regime: ReportRegime): Collecting {
  const { id, version, level, frequency, dueWithin, validFrom, validTo, windows, indicators, rules } = regime;
  const entries = entriesOf(regime).map(({ indicator, members, row }) => ({
    indicator: indicator.id,
    members,
    ...(row.opening === true ? { opening: true } : {}),
    ...(indicator.frequency === undefined ? {} : { frequency: indicator.frequency }),
  }));
  const parts = { id, version, level, frequency, dueWithin, validFrom, validTo, indicators, rules, entries };
  return { ...parts, ...(windows === undefined ? {} : { windows }), absent: absentIn(regime.structuralZeros) };
}
