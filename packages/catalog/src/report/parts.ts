import type { ReportRegime } from "./regime.ts";

/**
 * A regime cut where no rule crosses: what one part's figures make, and what is wrong with them, does not depend on the others.
 *
 * A page that works things out as they are typed asks only the part that was typed into.
 */
export function partsOf(regime: ReportRegime): readonly ReportRegime[] {
  const leads = new Map(regime.indicators.map(({ id }) => [id, id]));
  const lead = (id: string): string => {
    const up = leads.get(id) ?? id;
    return up === id ? id : lead(up);
  };
  const tied = regime.rules.map(({ places }) => [...new Set(indicatorsIn(places))]);
  for (const [first, ...others] of tied) for (const other of others) leads.set(lead(other), lead(first as string));
  const within = (part: string) => (indicator: string | undefined) => indicator !== undefined && lead(indicator) === part;
  return [...new Set(regime.indicators.map(({ id }) => lead(id)))].map((part) => {
    const has = within(part);
    return {
      ...regime,
      indicators: regime.indicators.filter(({ id }) => has(id)),
      rules: regime.rules.filter((_, i) => has(tied[i]?.[0])),
      structuralZeros: regime.structuralZeros.filter(({ indicator }) => has(indicator)),
      forms: regime.forms
        .map((form) => ({ ...form, rows: form.rows.filter(({ indicator }) => has(indicator)) }))
        .filter(({ rows }) => rows.length > 0),
    };
  });
}

/** The ids of indicators anywhere in the places of a rule. */
function indicatorsIn(places: unknown): string[] {
  if (Array.isArray(places)) return places.flatMap(indicatorsIn);
  if (typeof places !== "object" || places === null) return [];
  return "indicator" in places ? [String(places.indicator)] : Object.values(places).flatMap(indicatorsIn);
}
