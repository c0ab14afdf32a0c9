import type { ReportRegime } from "@khop/catalog/report";
import { type Fact, membersOf } from "@khop/core";
import { type FactJson, factFromJson } from "@khop/reporting";

interface Issue {
  readonly place: string;
  readonly vi: string;
  readonly en: string;
}

/** Facts of `khop.facts/1` that a regime knows; each of the others is an issue with its place. */
export function factsFromJson(
  { indicators }: Pick<ReportRegime, "indicators">,
  given: readonly FactJson[],
): { readonly facts: readonly Fact[]; readonly issues: readonly Issue[] } {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const facts: Fact[] = [];
  const issues: Issue[] = [];
  for (const [i, one] of given.entries()) {
    const indicator = byId.get(one.indicator);
    const stray = Object.entries(one.members ?? {}).find(
      ([breakdown, member]) =>
        !indicator?.breakdowns?.some(({ id }) => id === breakdown) || !membersOf(indicator, breakdown).some(({ id }) => id === member),
    );
    const why =
      indicator === undefined
        ? { vi: `không có chỉ tiêu "${one.indicator}"`, en: `there is no indicator "${one.indicator}"` }
        : stray !== undefined
          ? { vi: `chỉ tiêu không có phân tổ "${stray.join("=")}"`, en: `the indicator has no member "${stray.join("=")}"` }
          : one.unit !== undefined && one.unit.id !== indicator.unit.id
            ? { vi: `đơn vị tính phải là "${indicator.unit.id}"`, en: `its unit is "${indicator.unit.id}"` }
            : undefined;
    if (why !== undefined) issues.push({ place: `facts[${i}]`, ...why });
    // The unit is the regime's own: it knows more of it than the file says.
    else if (indicator !== undefined) facts.push(factFromJson({ exponent: indicator.exponent, ...one, unit: indicator.unit }));
  }
  return { facts, issues };
}
