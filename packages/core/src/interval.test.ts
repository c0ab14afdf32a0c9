import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as rational from "./internal/rational.ts";
import { compare, isZero, Rational } from "./internal/rational.ts";
import { add, contains, divide, hull, type Interval, integersIn, intersect, intervalOf, multiply, negate, subtract } from "./interval.ts";

/** "[1; 2)" and the like; "∞" has no end. */
function read(text: string): Interval {
  const [, left, lo = "", hi = "", right] = /^([[(])(\S+); (\S+)([\])])$/.exec(text) ?? [];
  return intervalOf(lo === "-∞" ? null : lo, hi === "∞" ? null : hi, left === "[", right === "]");
}
const show = (interval: Interval | null): string => String(interval ?? "nothing");

describe("an end keeps its flag", () => {
  it.each([
    ["sum of closed and open",                     "[1; 2)",  "+", "[3; 4]",  "[4; 6)"],
    ["difference swaps the ends of the second",    "[1; 2)",  "-", "[3; 4]",  "[-3; -1)"],
    ["the end that wins gives the flag",           "[1; 5)",  "∩", "(0; 5]",  "[1; 5)"],
    ["where ends coincide both must be closed",    "[1; 5]",  "∩", "(1; 5)",  "(1; 5)"],
    ["touching at a closed end is a point",        "[1; 2]",  "∩", "[2; 3]",  "[2; 2]"],
    ["touching at an open end is nothing",         "[1; 2)",  "∩", "[2; 3]",  "nothing"],
    ["hull keeps the outer flags",                 "[1; 2)",  "∪", "(0; 3]",  "(0; 3]"],
    ["product of negatives",                       "(-2; -1]", "×", "[3; 4)", "(-8; -3]"],
    ["a product that spans zero",                  "[-1; 2)", "×", "(-3; 4]", "(-6; 8)"],
    ["zero is reached from its own closed end",    "[0; 1)",  "×", "[2; 3)",  "[0; 3)"],
    ["quotient",                                   "[1; 2]",  "÷", "(4; 5]",  "[0.2; 0.5)"],
    ["a divisor that ends at zero gives a ray",    "[1; 2]",  "÷", "(0; 4]",  "[0.25; ∞)"],
    ["a divisor that spans zero gives everything", "[1; 2]",  "÷", "[-1; 4]", "(-∞; ∞)"],
    ["a divisor of zero gives nothing",            "[1; 2]",  "÷", "[0; 0]",  "nothing"],
    ["unbounded",                                  "[1; ∞)",  "+", "(-∞; 0]", "(-∞; ∞)"],
  ])("%s", (_, left, sign, right, expected) => {
    const operations = { "+": add, "-": subtract, "∩": intersect, "∪": hull, "×": multiply, "÷": divide };
    expect(show(operations[sign as "+"](read(left), read(right)))).toBe(expected);
  });

  it.each([
    ["[1.2; 3.8]", "[2; 3]"],
    ["(1; 3)",     "[2; 2]"],
    ["(1; 2)",     "nothing"],
    ["[-1; 0)",    "[-1; -1]"],
    ["(-∞; 2.5]",  "(-∞; 2]"],
  ])("whole numbers in %s", (text, expected) => {
    expect(show(integersIn(read(text)))).toBe(expected);
  });
});

describe("interval arithmetic holds every result and no end too many", () => {
  const ends = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 12 }), fc.boolean(), fc.boolean());
  const interval = ends.map(([lo, width, left, right]) => intervalOf(String(lo / 4), String((lo + width) / 4), left || width === 0, right || width === 0));
  /** Values of an interval: its ends where they belong, and points close to them and between. */
  const samples = (of: Interval): Rational[] => {
    const [low, high] = [of.low as Rational, of.high as Rational];
    return [0, 1, 500, 999, 1000].map((k) => rational.add(rational.multiply(low, new Rational(1000 - k, 1000)), rational.multiply(high, new Rational(k, 1000)))).filter((value) => contains(of, value));
  };

  it.each([
    ["add", add, rational.add],
    ["subtract", subtract, rational.subtract],
    ["multiply", multiply, rational.multiply],
    ["divide", divide, rational.divide],
  ] as const)("%s", (name, onIntervals, onValues) => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const made = onIntervals(a, b);
        const values = samples(a).flatMap((x) => samples(b).filter((y) => name !== "divide" || !isZero(y)).map((y) => onValues(x, y)));
        for (const value of values) expect(made !== null && contains(made, value)).toBe(true);
        // a closed end is a value that is reached, an open one is only approached
        if (made === null || name === "divide") return;
        const reached = (end: Rational | null): boolean => end !== null && values.some((value) => compare(value, end) === 0);
        if (!(name === "multiply" && [a, b].some((one) => contains(one, new Rational(0, 1))))) {
          expect(made.loClosed).toBe(reached(made.low));
          expect(made.hiClosed).toBe(reached(made.high));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("negate twice is nothing", () => {
    fc.assert(fc.property(interval, (a) => {
      expect(show(negate(negate(a)))).toBe(show(a));
    }));
  });
});
