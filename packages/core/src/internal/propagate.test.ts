import { expect, it } from "vitest";
import { cellOf } from "../cell.ts";
import { relate } from "../relation.ts";
import { share } from "../relations/share.ts";
import { total } from "../relations/total.ts";
import { dossier, quantityIn } from "../testing/index.ts";
import { percent } from "../unit.ts";
import { propagate } from "./propagate.ts";

it("stops narrowing a circle of hidden cells before its fractions grow without end", () => {
  const whole = quantityIn(dossier)("1003", { id: "whole" });
  const rate = quantityIn({ unit: percent })("33.4", { id: "rate" });
  const [part, rest] = [cellOf({ id: "part", domain: { min: 0 } }), cellOf({ id: "rest", domain: { min: 0 } })];
  const known = propagate([
    relate(total, { total: whole, parts: [part, rest] }),
    relate(share, { share: rate, parts: [part], whole: rest }),
  ]);
  const { low, high } = known.interval(part);
  expect(known.conflicts.size).toBe(0);
  // The circle closes in on 1003 × 0,334 / 1,334, give or take the rounding of the rate.
  expect(Number(low?.toDecimal())).toBeGreaterThan(250);
  expect(Number(high?.toDecimal())).toBeLessThan(252);
  expect(String(low?.d).length).toBeLessThan(40);
  expect(String(high?.d).length).toBeLessThan(40);
});
