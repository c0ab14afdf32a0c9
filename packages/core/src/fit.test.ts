import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fit, near, orderOf, shareFits, sumFits, sumIsNear, withComma } from "./fit.ts";
import type { Quantity } from "./quantity.ts";
import { share } from "./relations/share.ts";
import { total } from "./relations/total.ts";
import { billionDong, dossier, percentage, quantityIn, type Written } from "./testing/index.ts";

const read = (written: Written, texts: string) => texts.split(" + ").map((text) => quantityIn(written)(text));

describe("sumFits", () => {
  it("gives the answer of fit of a total, for counts and for rounded figures", () => {
    const figures = fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(figures, fc.integer({ min: -4, max: 4 }), fc.boolean(), (parts, off, rounded) => {
      const written = rounded ? billionDong : dossier;
      const said = (value: number) => quantityIn(written)(rounded ? `${Math.trunc(value / 10)},${value % 10}` : String(value));
      const whole = said(Math.max(0, parts.reduce((a, b) => a + b, 0) + off));
      const cells = parts.map(said);
      const fits = sumFits(whole.quantity as Quantity, cells.map(({ quantity }) => quantity as Quantity));
      const verdict = fit(total, { total: whole, parts: cells });
      const isRound = [whole, ...cells].some(({ quantity }) => quantity?.isRound);
      expect(fits).toBe(isRound && !fits ? false : verdict === "holds");
    }), { numRuns: 500 });
  });
});

it.each([
  ["as said",                 "254.000", "246.600 + 7.400",            true],
  ["off below what is said",  "254.000", "246.600 + 7.200",            true],
  ["off where it is said",    "254.000", "244.900 + 7.400",            false],
])("near: %s", (_, whole, parts, expected) => {
  const quantities = (texts: string) => read(dossier, texts).map(({ quantity }) => quantity as Quantity);
  expect(sumIsNear(quantities(whole)[0] as Quantity, quantities(parts))).toBe(expected);
});

describe("shareFits", () => {
  it("gives the answer of fit of a share, near and far", () => {
    const count = fc.integer({ min: 0, max: 9_999 });
    fc.assert(fc.property(count, count, fc.integer({ min: -20, max: 20 }), (part, whole, off) => {
      const hundredths = Math.max(0, Math.round((part / Math.max(1, whole)) * 10_000) + off);
      const stated = quantityIn(percentage)(`${Math.trunc(hundredths / 100)},${String(hundredths % 100).padStart(2, "0")}`);
      const [of, base] = [quantityIn(dossier)(String(part)), quantityIn(dossier)(String(whole))];
      const fits = shareFits(stated, of, base);
      const verdict = fit(share, { share: stated, parts: [of], whole: base });
      const isRound = [of, base].some(({ quantity }) => quantity?.isRound);
      expect(fits).toBe(isRound && fits === "violated" ? "violated" : verdict);
    }), { numRuns: 500 });
  });
});

it.each([
  ["less",                    dossier,     "5 + 6",       -1],
  ["more",                    dossier,     "7 + 6",       1],
  ["the same",                dossier,     "6 + 6",       0],
  ["rounded, they may meet",  billionDong, "3,3 + 3,4",   0],
  ["rounded, but clear",      billionDong, "3,3 + 3,5",   -1],
  ["one is missing",          dossier,     "… + 6",       0],
])("order: %s", (_, written, texts, expected) => {
  const [a, b] = read(written, texts);
  expect(a && b && orderOf(a, b)).toBe(expected);
});

it.each([
  ["off by little",                 "1.000.010", "600.000 + 400.000", "some" as const, true],
  ["off by a digit, near enough",   "110.000",   "60.000 + 41.000",   "some" as const, true],
  ["far off",                       "17",        "600 + 400",         "some" as const, false],
  ["far off, but one key mends it", "1.935",     "935 + 100",         "slip" as const, true],
])("near: %s", (_, stated, parts, within, expected) => {
  const [whole] = read(dossier, stated);
  expect(near(total, { total: whole, parts: read(dossier, parts) }, within)).toBe(expected);
});

it.each([
  ["173",   1, "17.3",  1],
  ["1.000", 2, "10.00", 2],
])("withComma: %s with %i places", (printed, places, value, decimals) => {
  const [figure] = read(dossier, printed);
  const shown = withComma(figure?.quantity as Quantity, places);
  expect([shown.value.toFixed(places), shown.decimals, shown.exact]).toEqual([value, decimals, false]);
});
