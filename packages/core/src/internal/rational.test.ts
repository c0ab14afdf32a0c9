import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, ceiling, compare, divide, floor, isZero, multiply, Rational, subtract } from "./rational.ts";

const whole = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger());
const fraction = fc.tuple(whole, fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))).map(([n, d]) => new Rational(n, d));
const wide = ({ n, d }: Rational): Rational => new Rational(BigInt(n), BigInt(d));
/** By cross-multiplication, on bigints alone. */
const same = (a: Rational, b: Rational): boolean => BigInt(a.n) * BigInt(b.d) === BigInt(b.n) * BigInt(a.d);

describe("the double path and the bigint path of Rational agree", () => {
  it.each([
    ["add", add],
    ["subtract", subtract],
    ["multiply", multiply],
    ["divide", divide],
  ] as const)("%s", (name, operation) => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        fc.pre(name !== "divide" || !isZero(b));
        const [fast, slow] = [operation(a, b), operation(wide(a), wide(b))];
        expect(same(fast, slow)).toBe(true);
        expect(fast.d > 0).toBe(true);
        for (const part of [fast.n, fast.d]) if (typeof part === "number") expect(Number.isSafeInteger(part)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("compare", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(Math.sign(compare(a, b))).toBe(Math.sign(compare(wide(a), wide(b))));
        expect(compare(a, wide(a))).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("floor and ceiling", () => {
    fc.assert(
      fc.property(fraction, (a) => {
        expect(same(floor(a), floor(wide(a)))).toBe(true);
        expect(compare(floor(a), a)).toBeLessThanOrEqual(0);
        expect(compare(ceiling(a), a)).toBeGreaterThanOrEqual(0);
        expect(compare(subtract(ceiling(a), floor(a)), new Rational(1, 1))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
