import { domainOf, type Indicator } from "@khop/core";

/**
 * The template of a section that has none: a line for each indicator, with its breakdowns.
 *
 * A new indicator is told as soon as it is in a section's list; whoever wants it told better writes a template.
 */
export function defaultTemplate(indicators: readonly Indicator[]): string {
  return indicators.map(lineOf).join("\n\n");
}

function lineOf(indicator: Indicator): string {
  const { id, vi, kind, breakdowns = [] } = indicator;
  const form = isChange(indicator) ? "change" : "figure";
  const when = indicator.frequency === undefined ? "" : ` {{ "${id}" | when }}`;
  const own = `${vi}${when}: {{ "${id}" | ${form} }}`;
  const [first] = breakdowns;
  if (first === undefined) return `${own}.`;
  const isRate = kind === "ratio";
  const members = `{{ "${id}" | by: "${first.id}", order: "colon", separator: "; "${isRate || form === "change" ? `, form: "${form}"` : ""} }}`;
  return isRate ? `${vi}${vi.includes(first.vi) ? "" : ` theo ${first.vi}`}: ${members}.` : `${own} (${members}).`;
}

/** What may fall below zero without being money is a rise or a fall. */
const isChange = (indicator: Indicator): boolean => indicator.unit.kind !== "money" && domainOf(indicator).min === undefined;
