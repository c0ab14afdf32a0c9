import { addressKey, type Fact, period } from "@khop/core";
import { expect, it } from "vitest";
import { carryOver, departmentMonthly, departmentMonthlyTwoLevel, factsIn, fill, generateFacts, madeUpProvinces } from "./index.ts";

const orgUnits = madeUpProvinces(1, "across");
const [june, july] = [period("2025-M06"), period("2025-M07")];
const inJune = generateFacts({ regime: departmentMonthly, orgUnits, periods: [june], seed: 3 });
const inJuly = generateFacts({ regime: departmentMonthlyTwoLevel, orgUnits, periods: [july], seed: 3 }).filter((fact) => fact.period.id === july.id);
const facts = [...inJune, ...inJuly];
const carried = carryOver(departmentMonthlyTwoLevel, departmentMonthly, { orgUnits, periods: [june, july], facts });

const codeOf = ({ indicator, members = {} }: Fact): string => addressKey({ indicator, members });
const of = (all: readonly Fact[], month: typeof june, code: string): string | undefined =>
  all.find((fact) => fact.period.id === month.id && codeOf(fact) === code)?.quantity?.value.toString();

it("keeps what means the same: wholes as they were under three levels, districts and all", () => {
  const own = factsIn(fill(departmentMonthly, { orgUnits, periods: [june], facts: inJune }).network);
  for (const code of ["indicator:dossiers.received", "indicator:documents|direction=sent", "indicator:telecoms.phones|phone=fixed"]) {
    expect([code, of(carried, june, code)]).toEqual([code, of(own, june, code)]);
    expect(of(carried, june, code)).toBeDefined();
  }
});

it("keeps nothing that is told level by level", () => {
  expect(carried.filter(({ period: of, members = {} }) => of.id === june.id && members.level !== undefined)).toEqual([]);
});

it("leaves the facts of the regime itself as they are", () => {
  const mine = (all: readonly Fact[]) => all.filter(({ period: of }) => of.id === july.id).map(codeOf).sort();
  expect(mine(carried)).toEqual(mine(inJuly));
});

it("so that a rise of the whole is counted from the whole, and of a level from nothing", () => {
  const made = factsIn(fill(departmentMonthlyTwoLevel, { orgUnits, periods: [june, july], facts: carried }).network);
  expect(of(made, july, "indicator:documents.growth|direction=sent")).toBeDefined();
  const [now, then] = [of(made, july, "indicator:documents|direction=sent"), of(carried, june, "indicator:documents|direction=sent")];
  const growth = ((Number(now) - Number(then)) / Number(then)) * 100;
  expect(Number(of(made, july, "indicator:documents.growth|direction=sent"))).toBeCloseTo(growth, 1);
});
