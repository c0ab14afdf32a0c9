import type { Breakdown, RulePlace } from "@khop/core";
import type { RegimeData } from "../regime.ts";

interface Gone {
  readonly breakdown: string;
  readonly member: string;
}

/**
 * The regime without one member of a breakdown: no figure of it, no rule about it, no line of a form that asks for it.
 *
 * Sums over the breakdown are then sums of what is left.
 */
export function without(regime: RegimeData, gone: Gone): RegimeData {
  const keepsMember = (breakdown: Breakdown): Breakdown =>
    breakdown.id === gone.breakdown ? { ...breakdown, members: breakdown.members.filter(({ id }) => id !== gone.member) } : breakdown;
  const speaksOfIt = ({ members }: { readonly members?: Readonly<Record<string, string>> }): boolean =>
    members?.[gone.breakdown] === gone.member;
  const placeSpeaks = (place: RulePlace): boolean =>
    [place].flat().some((one) => typeof one === "object" && !Array.isArray(one) && speaksOfIt(one as { members?: Record<string, string> }));
  return {
    ...regime,
    indicators: regime.indicators.map((one) =>
      one.breakdowns === undefined ? one : { ...one, breakdowns: one.breakdowns.map(keepsMember) },
    ),
    rules: regime.rules.filter(({ places }) => !Object.values(places).some(placeSpeaks)),
    structuralZeros: regime.structuralZeros.filter((one) => !speaksOfIt(one)),
    forms: regime.forms.map((form) => ({ ...form, rows: form.rows.filter((row) => !speaksOfIt(row)) })),
  };
}
