import { check, factKey, isKhopError, type Period, period } from "@khop/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { october2024, references2024 } from "../an-phu/index.ts";
import { fill } from "../fill.ts";
import type { ReportRegime } from "../regime.ts";
import { departmentMonthly, departmentMonthlyTwoLevel, healthQuarterly } from "../regimes.ts";
import { type GenerateOptions, generateFacts } from "./generate.ts";
import { withLookback } from "./lookback.ts";
import { madeUpProvinces } from "./provinces.ts";

/** What of the periods that were asked for does not hold, and how many relations there are. */
function broken(options: GenerateOptions): { readonly broken: readonly string[]; readonly relations: number } {
  const { regime, orgUnits, periods } = options;
  const { network } = fill(regime, { orgUnits, periods: withLookback(regime, periods), facts: generateFacts(options) });
  const asked = check(network).checked.filter(({ relation }) => periods.some(({ id }) => relation.id.endsWith(`|${id}`)));
  return { broken: asked.filter(({ verdict }) => verdict !== "holds").map(({ relation, verdict }) => `${relation.id} ${verdict}`), relations: asked.length };
}

const like = [...references2024, ...october2024.facts];
const months = (...ids: string[]): Period[] => ids.map(period);

describe("generated facts", () => {
  it.each<[string, ReportRegime, Period[], GenerateOptions["like"]]>([
    ["a month like October 2024",         departmentMonthly,         months("2024-M03"),             like],
    ["months over a new year",            departmentMonthly,         months("2024-M12", "2025-M01"), like],
    ["a month by the forms' own figures", departmentMonthly,         months("2024-M03"),             undefined],
    ["two levels of government",          departmentMonthlyTwoLevel, months("2025-M08"),             like],
    ["quarters of another field",         healthQuarterly,           months("2024-Q3", "2024-Q4"),   undefined],
  ])("keep every rule, whatever the seed: %s", (_, regime, periods, usual) => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (seed) => {
        const orgUnits = madeUpProvinces(1, seed);
        const found = broken({ regime, orgUnits, periods, seed, ...(usual === undefined ? {} : { like: usual }) });
        expect(found).toEqual({ broken: [], relations: regime.rules.length * periods.length });
      }),
      { numRuns: 5 },
    );
  });

  it("are the same for the same seed, whatever else is asked for", () => {
    const orgUnits = madeUpProvinces(3, "x");
    const texts = (options: Partial<GenerateOptions>) =>
      generateFacts({ regime: healthQuarterly, orgUnits, periods: months("2024-Q3"), seed: 1, ...options }).map((fact) => `${factKey(fact)} ${fact.quantity?.format()}`);
    const some = texts({ orgUnits: orgUnits.slice(1, 2) });
    expect(texts({}).filter((one) => one.includes("province-2"))).toEqual(some);
    expect(texts({ periods: months("2023-Q4", "2024-Q3") })).toEqual(expect.arrayContaining(texts({})));
    expect(texts({ seed: 2 })).not.toEqual(texts({}));
    expect(some.find((one) => one.includes("beds|"))).toMatchInlineSnapshot(`"indicator:beds|orgUnit:province-2|period:2024-Q2 3.648 giường"`);
  });

  it("go on from one period to the next", () => {
    const facts = generateFacts({ regime: departmentMonthly, orgUnits: madeUpProvinces(1, 1), periods: months("2024-M02", "2024-M03"), seed: 1, like });
    expect(facts.filter(({ indicator }) => indicator === "feedback.to-date").map((fact) => fact.period.id)).toEqual(["2024-M01"]);
  });

  it("are refused where usual figures contradict the rules", () => {
    const count = departmentMonthly.rules.find(({ kind }) => kind.kind === "count")!;
    const noVisits = { ...count, id: "no-visits", places: { count: { indicator: "visits", members: { payer: "other" } }, listed: 0 } };
    const regime = { ...healthQuarterly, rules: [...healthQuarterly.rules, noVisits] };
    try {
      generateFacts({ regime, orgUnits: madeUpProvinces(1, 1), periods: months("2024-Q3"), seed: 1 });
      expect.unreachable();
    } catch (error) {
      expect(isKhopError(error, "catalog/cannot-generate") && error.message).toBe('No figures were found that keep "no-visits|province-1|2024-Q2" of "health-quarterly". Make the usual figures of its parts smaller.');
    }
  });

  it("are of as many provinces as are wanted, each with a name of its own", () => {
    const names = madeUpProvinces(600, 7).map(({ name }) => name);
    expect(new Set(names).size).toBe(600);
  });
});
