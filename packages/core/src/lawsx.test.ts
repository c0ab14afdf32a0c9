import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "./check.ts";
import { Decimal } from "./decimal.ts";
import { derive } from "./derive.ts";
import { locate, type Repair } from "./locate.ts";
import { brokenTies, singleRepairs } from "./testing/brute-force.ts";
import { type Figures, isRate, type Model, models, networkOf } from "./testing/models.ts";

/** One digit of one figure of a report in which all relations hold, changed. */
const slips = models.chain((model) =>
  fc.record({ figure: fc.constantFrom(...Object.keys(model.figures)), at: fc.nat(6), digit: fc.nat(9) }).map(({ figure, at, digit }) => {
    const printed = digitsOf(figure, model.figures[figure] as number);
    const place = at % printed.length;
    const text = printed.slice(0, place) + digit + printed.slice(place + 1);
    return { model, figure, text, wrong: Number(text) };
  }),
);

const digitsOf = (name: string, value: number): string => (isRate(name) ? String(value).padStart(3, "0") : String(value));
const slipped = slips.filter(({ model, figure, text, wrong }) => wrong !== model.figures[figure] && digitsOf(figure, wrong) === text);

const isViolated = (network: ReturnType<typeof networkOf>): boolean => check(network).checked.some(({ verdict }) => verdict === "violated");
const inUnit = (name: string, value: number): Decimal => new Decimal(value).div(isRate(name) ? 100 : 1);

describe("Law 1: derive adds no violation", () => {
  const blanked = slipped.chain((slip) => fc.tuple(fc.constant(slip), fc.boolean(), fc.subarray(Object.keys(slip.model.figures))));
  const violations = (model: Model, stated: Figures) => {
    const before = networkOf(model, stated, Object.keys(model.figures));
    const derived = derive(before);
    return { derived, lists: [before, derived.network].map((one) => check(one).checked.filter(({ verdict }) => verdict === "violated").map(({ relation }) => relation.id)) };
  };

  it("whatever is empty, whatever is wrong", () => {
    fc.assert(
      fc.property(blanked, ([{ model, figure, wrong }, withSlip, empty]) => {
        const stated = Object.fromEntries(Object.entries({ ...model.figures, ...(withSlip ? { [figure]: wrong } : {}) }).filter(([name]) => !empty.includes(name)));
        const [before, after] = violations(model, stated).lists;
        expect(after).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it("fills a count of a sound report with the value that was there", () => {
    fc.assert(
      fc.property(blanked, ([{ model }, , empty]) => {
        const stated = Object.fromEntries(Object.entries(model.figures).filter(([name]) => !empty.includes(name)));
        for (const { id, quantity } of violations(model, stated).derived.filled) {
          if (id in model.figures && !isRate(id)) expect([id, quantity?.value.toNumber()]).toEqual([id, model.figures[id]]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** "0,04 %" may have been "0,4 %", which is right at one decimal: the exhaustive search only tries as many as there were. */
const isShorter = ({ cell, expected }: Repair["cells"][number]): boolean => isRate(cell.id) && expected.decimalPlaces() < 2;

describe("Law 3: one changed digit", () => {
  it("check agrees with brute force that a sound report is sound, and on whether a slip shows", () => {
    fc.assert(
      fc.property(slipped, ({ model, figure, wrong }) => {
        const figures = { ...model.figures, [figure]: wrong };
        expect(isViolated(networkOf(model, model.figures))).toBe(false);
        expect(isViolated(networkOf(model, figures))).toBe(brokenTies(model, figures).broken.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it("a pinned figure is named first, alone, with its value; and no wrong figure is ever accused alone", () => {
    let pinned = 0;
    fc.assert(
      fc.property(slipped, ({ model, figure, wrong }) => {
        const figures = { ...model.figures, [figure]: wrong };
        if (brokenTies(model, figures).broken.length === 0) return;
        const repairs = singleRepairs(model, figures);
        const named = locate(check(networkOf(model, figures)));
        const right = inUnit(figure, model.figures[figure] as number).toString();
        const isPinned = repairs.length === 1;
        if (isPinned) {
          pinned += 1;
          const [first] = named;
          const listed = first?.repairs.map(({ cells }) => cells.map(({ cell, expected }) => `${cell.id} ${expected}`)) ?? [];
          // A rival that has fewer decimals is none of those that the exhaustive search tried.
          const hasRival = first?.repairs.some(({ cells }) => cells.some((one) => isShorter(one) && !one.expected.eq(right))) === true;
          if (hasRival) expect(listed).toContainEqual([`${figure} ${right}`]);
          else expect([first?.unique, ...(listed[0] ?? [])]).toEqual([true, `${figure} ${right}`]);
        }
        const known = new Set(repairs.map(({ name, value }) => `${name} ${inUnit(name, value)}`));
        for (const { repairs: listed, unique } of named) {
          for (const { cells } of listed) {
            const [one] = cells;
            if (cells.length === 1 && one !== undefined && !isShorter(one)) expect(known).toContain(`${one?.cell.id} ${one?.expected}`);
          }
          if (unique && listed[0]?.cells.length === 1) expect(listed[0]?.cells[0]?.cell.id).toBe(figure);
        }
      }),
      { numRuns: 40000 },
    );
    expect(pinned).toBeGreaterThan(40);
  }, 600_000);
});
