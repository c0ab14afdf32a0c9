import { describe, expect, it } from "vitest";
import { outcomeOf } from "./faults.ts";
import { Random } from "./random.ts";
import { sources } from "./sources.ts";
import { textOf } from "./texts.ts";

describe("a text that nobody wrote", () => {
  const given = sources();

  it("is the same for the same seed", () => {
    expect(textOf(new Random(7), given)).toBe(textOf(new Random(7), given));
  });

  it("is read and examined without fault", () => {
    const faults = Array.from({ length: 60 }, (_, seed) => {
      const text = textOf(new Random(seed), given).slice(0, 20_000);
      return outcomeOf(text, seed % 2 === 0 ? "markdown" : "text").faults.map((fault) => `seed ${seed}: ${fault}`);
    });
    expect(faults.flat()).toEqual([]);
  }, 30_000);
});
