import { describe, expect, it } from "vitest";
import { type Cell, cellOf } from "./cell.ts";
import { check } from "./check.ts";
import { network } from "./network.ts";
import { type Relation, relate } from "./relation.ts";
import { composition } from "./relations/composition.ts";
import { difference } from "./relations/difference.ts";
import { growth } from "./relations/growth.ts";
import { ratio } from "./relations/ratio.ts";
import { share } from "./relations/share.ts";
import { total } from "./relations/total.ts";
import { billionDong, dossier, percentage, quantityIn } from "./testing/index.ts";

const read = quantityIn(dossier);
const rate = quantityIn(percentage);
const verdicts = (...relations: Relation[]): string[] =>
  check(network({ relations })).checked.map(({ verdict, reason }) => (reason === undefined ? verdict : `${verdict}: ${reason}`));

/** Shares in print, each of a count; all of one whole. */
function list(shares: string, counts: string): Relation[] {
  const printed = shares.split(" ").map((text) => rate(text));
  const parts = counts.split(" ").map((text) => read(text));
  const whole = read(String(parts.reduce((sum, { quantity }) => sum + (quantity?.value.toNumber() ?? 0), 0)));
  return [relate(composition, { shares: printed }), ...printed.map((one, i) => relate(share, { share: one, parts: [parts[i] as Cell], whole }))];
}

describe("shares that are made to add up", () => {
  it.each([
    // what the report says                             shares                   counts        the list, then each share
    ["as rounding has it, 99,99",                       "33,33 33,33 33,33",     "1 1 1",      ["holds", "holds", "holds", "holds"]],
    ["one raised, so that they make 100",               "33,33 33,33 33,34",     "1 1 1",      ["holds", "holds", "holds", "holds: adjusted"]],
    ["one lowered, so that they make 100",              "16,7 16,7 66,6",        "1 1 4",      ["holds", "holds", "holds", "truncated"]],
    ["moved, though rounding makes 100",                "97,14 2,86",            "648 19",     ["holds", "violated", "violated"]],
    ["moved by two last digits",                        "33,33 33,32 33,35",     "1 1 1",      ["holds", "holds", "holds: adjusted", "violated"]],
    ["they do not make 100 after all",                  "33,33 33,34 33,34",     "1 1 1",      ["holds", "holds", "violated", "violated"]],
  ])("%s", (_, shares, counts, expected) => expect(verdicts(...list(shares, counts))).toEqual(expected));
});

describe("a choice", () => {
  const reading = (base: string) => relate(share, { share: rate("50,0"), parts: [read("30")], whole: read(base) }, { id: base });
  it.each([
    // bases     verdict      adopted
    ["60 80",    "holds",     "60"],
    ["80 60",    "holds",     "60"],
    ["80 70",    "violated",  "80"],
    ["80 …",     "unknown",   "…"],
    ["80 0",     "unknown",   "0"],
  ])("of bases %s", (bases, verdict, adopted) => {
    const choice = { id: "base", alternatives: bases.split(" ").map(reading) };
    expect(check(network({ choices: [choice] })).checked.map((one) => [one.verdict, one.relation.id, one.choice?.id])).toEqual([[verdict, adopted, "base"]]);
  });
});

describe("hidden cells", () => {
  const hidden = (id: string) => cellOf({ id, hidden: true, domain: { integer: true, min: 0 } });
  const changed = (current: string, by: string, at: string) => {
    const shared = { current: read(current), base: hidden("last month") };
    return [relate(difference, { difference: read(by), ...shared }), relate(growth, { growth: rate(at), ...shared })];
  };
  it.each([
    ["one relation alone cannot tell",       changed("787", "120", "17,99").slice(0, 1), ["unknown: hidden-operand"]],
    ["two that leave one base",              changed("787", "120", "17,99"),             ["holds", "holds"]],
    ["two that leave none",                  changed("787", "121", "17,99"),             ["violated", "violated"]],
  ])("%s", (_, relations, expected) => expect(verdicts(...relations)).toEqual(expected));

  it("no whole number of people makes the density", () => {
    const density = relate(ratio, { ratio: quantityIn({ unit: { id: "người/hộ", kind: "ratio" } })("0,37"), numerators: [hidden("people")], denominator: read("10") });
    expect(verdicts(density)).toEqual(["violated"]);
  });
});

describe("reasons", () => {
  it.each([
    ["a round count, rounded",   relate(total, { total: read("1.200"), parts: [read("700"), read("530")] }),                      "holds: rounded"],
    ["cut, not rounded",         relate(total, { total: quantityIn(billionDong)("6,8"), parts: [quantityIn(billionDong)("3,39"), quantityIn(billionDong)("3,49")] }), "truncated"],
    ["a figure is missing",      relate(total, { total: read("5"), parts: [read("…")] }),                                         "unknown: missing-operand"],
    ["nothing to divide by",     relate(share, { share: rate("0"), parts: [read("0")], whole: read("0") }),                       "unknown: zero-denominator"],
  ])("%s", (_, relation, expected) => expect(verdicts(relation)).toEqual([expected]));

  it("shows the arithmetic", () => {
    const [one] = check(network({ relations: [relate(share, { share: rate("2,95"), parts: [read("19")], whole: read("667") })] })).checked;
    expect([one?.stated, one?.computed?.toFixed(4), one?.gap?.toFixed(4)].map(String)).toEqual(["2.95", "2.8486", "0.1014"]);
  });
});
