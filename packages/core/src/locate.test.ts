import { describe, expect, it } from "vitest";
import { type Cell, cellOf } from "./cell.ts";
import { check } from "./check.ts";
import { type Culprits, locate } from "./locate.ts";
import { network } from "./network.ts";
import { type Quantity, quantity } from "./quantity.ts";
import { type Relation, relate } from "./relation.ts";
import { agreement } from "./relations/agreement.ts";
import { composition } from "./relations/composition.ts";
import { equality } from "./relations/equality.ts";
import { linear } from "./relations/linear.ts";
import { ratio } from "./relations/ratio.ts";
import { share } from "./relations/share.ts";
import { total } from "./relations/total.ts";
import { dossier, quantityIn } from "./testing/index.ts";
import { percent, type Unit } from "./unit.ts";
import { formatVi } from "./vi-number.ts";

const count = (text: string, id = text): Cell => quantityIn(dossier)(text, { id, domain: { integer: true, min: 0 } });
const rate = (text: string, id = text): Cell => quantityIn({ unit: percent })(text, { id });
const culprits = (relations: Relation[], cells: Cell[] = []): Culprits[] => locate(check(network({ relations, cells })));

/** "2,95 → 2,85 (substitution)": the changes of each repair. */
const repairsOf = ({ repairs }: Culprits): string[] =>
  repairs.map(({ cells }) => cells.map(({ cell, expected, edit }) => `${formatVi((cell.quantity as Quantity).value)} → ${formatVi(expected)} (${edit})`).join(" and "));
const named = (found: readonly Culprits[]): string[] =>
  found.map((one) => `${one.consensus ?? (one.unique ? "sure" : one.exceeded ? "too deep" : "open")}: ${repairsOf(one).join("; ")}`);

/** CHECK 2.5: what was settled, on time and late, by level; with the shares of two levels. */
function settled(lateShare: string): Relation[] {
  const [province, district, commune] = [
    ["8.644", "8.580", "64"],
    ["667", "648", "19"],
    ["8.641", "8.618", "23"],
  ].map((row) => row.map((text) => count(text))) as [Cell[], Cell[], Cell[]];
  const rows = [province, district, commune] as [Cell, Cell, Cell][];
  const sums = [count("17.952"), count("17.846"), count("106")] as [Cell, Cell, Cell];
  const [onTime, late] = [rate("97,15"), rate(lateShare)];
  return [
    ...rows.map(([all, a, b]) => relate(total, { total: all, parts: [a, b] })),
    ...sums.map((sum, column) => relate(total, { total: sum, parts: rows.map((row) => row[column] as Cell) })),
    relate(total, { total: sums[0], parts: [sums[1], sums[2]] }),
    relate(share, { share: onTime, parts: [district[1] as Cell], whole: district[0] as Cell }),
    relate(share, { share: late, parts: [district[2] as Cell], whole: district[0] as Cell }),
    relate(composition, { shares: [onTime, late] }),
    relate(share, { share: rate("0,74"), parts: [province[2] as Cell], whole: province[0] as Cell }),
    relate(share, { share: rate("0,27"), parts: [commune[2] as Cell], whole: commune[0] as Cell }),
  ];
}

const sum = (whole: string, parts: string): Relation => relate(total, { total: count(whole), parts: parts.split(" + ").map((text, i) => count(text, `${i}: ${text}`)) });

describe("locate", () => {
  it.each([
    // what is wrong                                        relations                                                        what it says
    ["nothing",                                             settled("2,85"),                                                 []],
    ["a share, held by its figures and its complement",     settled("2,95"),                                                 ["sure: 2,95 → 2,85 (substitution)"]],
    ["one of three figures of a lonely sum",                [sum("294", "246 + 88")],                                        ["open: 88 → 48 (substitution); 246 → 206 (substitution); 294 → 334 (twoKeystrokes)"]],
  ])("%s", (_, relations, expected) => {
    expect(named(culprits(relations))).toEqual(expected);
  });

  it("tells transposed, omitted, doubled digits apart, and a separator", () => {
    const said = (stated: string, others: string) => {
      const copies = [count(others, "a"), count(others, "b")];
      return named(culprits([relate(equality, { values: [count(stated, "wrong"), copies[0] as Cell] }), relate(total, { total: copies[0] as Cell, parts: [copies[1] as Cell] }), relate(total, { total: copies[1] as Cell, parts: [cellOf({ ...count(others, "c"), domain: { fixed: true } })] })]));
    };
    expect(said("161", "116")).toEqual(["sure: 161 → 116 (transposition)"]);
    expect(said("19.979", "1.979")).toEqual(["sure: 19.979 → 1.979 (insertion)"]);
    expect(said("197", "1.979")).toEqual(["sure: 197 → 1.979 (omission)"]);
  });

  it("never accuses a fixed figure, nor one that states nothing", () => {
    const fixed = cellOf({ ...count("246"), domain: { fixed: true } });
    const relations = [relate(total, { total: count("294"), parts: [fixed, count("88")] })];
    expect(named(culprits(relations))).toEqual(["open: 88 → 48 (substitution); 294 → 334 (twoKeystrokes)"]);
  });

  it("keeps independent errors apart, also where their relations share figures", () => {
    const [a, b, c, d] = ["120", "35", "47", "1.204"].map((text) => count(text)) as [Cell, Cell, Cell, Cell];
    const [row, column] = [count("165"), count("1.241")] as [Cell, Cell];
    const relations = [
      relate(total, { total: row, parts: [a, b] }),
      relate(equality, { values: [row, count("165", "row again")] }),
      relate(total, { total: column, parts: [c, d] }),
      relate(equality, { values: [column, count("1.241", "column again")] }),
    ];
    expect(named(culprits(relations)).length).toBe(2);
  });

  it("finds two errors that only together explain a region", () => {
    const fixed = (text: string, id = text) => cellOf({ ...count(text, id), domain: { fixed: true } });
    const [x, y] = [count("161", "x"), count("452", "y")];
    const relations = [
      relate(linear, { terms: [x, y], weights: ["1", "1"], is: "=" as const, constant: "658" }),
      relate(equality, { values: [x, fixed("116")] }),
      relate(equality, { values: [y, fixed("542")] }),
    ];
    expect(named(culprits(relations))).toEqual(["sure: 161 → 116 (transposition) and 452 → 542 (transposition)"]);
  });

  it("is quick on a component of sixty figures", () => {
    const rows = Array.from({ length: 7 }, (_, i) => Array.from({ length: 7 }, (_, j) => 1_000 + 137 * i + 731 * j));
    const cell = (value: number, id: string) => count(formatVi(value), id);
    const cells = rows.map((row, i) => row.map((value, j) => cell(i === 3 && j === 4 ? value + 300 : value, `${i} ${j}`)));
    const totalOf = (values: number[], id: string) => cell(values.reduce((a, b) => a + b, 0), id);
    const relations = [
      ...rows.map((row, i) => relate(total, { total: totalOf(row, `row ${i}`), parts: cells[i] as Cell[] })),
      ...rows.map((_, j) => relate(total, { total: totalOf(rows.map((row) => row[j] as number), `column ${j}`), parts: cells.map((row) => row[j] as Cell) })),
    ];
    const result = check(network({ relations }));
    locate(result);
    const start = process.cpuUsage();
    const found = locate(result);
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(100);
    expect(named(found)).toEqual(["sure: 4.635 → 4.335 (substitution)"]);
  });
});

describe("locate, with weights", () => {
  it.each([
    ["lists all sets that tie",                 { x: 1, y: 1, z: 1 }, ["x", "y", "z"], 1],
    ["changes the cheapest",                    { x: 2, y: 1, z: 2 }, ["y"], 1],
    ["never changes what costs infinitely much", { x: Infinity, y: Infinity, z: 2 }, ["z"], 2],
  ])("%s", (_, weights, sets, cost) => {
    const cells = Object.fromEntries(["x", "y", "z"].map((id) => [id, count("1", id)])) as Record<"x" | "y" | "z", Cell>;
    const relation = relate(linear, { terms: [cells.x, cells.y, cells.z], weights: ["1", "1", "-1"], is: "=" as const, constant: "0" });
    const map = new Map(Object.entries(weights).map(([id, weight]) => [cells[id as "x"], weight]));
    const [found] = locate(check(network({ relations: [relation] })), { weights: map });
    expect(found?.repairs.map((repair) => repair.cells.map(({ cell }) => cell.id).join())).toEqual(sets);
    expect(found?.repairs[0]?.cost).toBe(cost);
  });
});

describe("locate, bases that should be one (CHECK 1.9)", () => {
  const perPeople: Unit = { id: "thuê bao/100 dân", kind: "ratio" };
  const density = (text: string, numerators: string[], base: Cell): Relation =>
    relate(ratio, { ratio: quantityIn({ unit: perPeople })(text), numerators: numerators.map((one) => count(one)), denominator: base, per: "100" });
  const hidden = (id: string): Cell => cellOf({ id, hidden: true, domain: { integer: true, min: 0 } });
  const [telephone, fixed, internet, post] = ["telephone", "fixed", "internet", "post"].map(hidden) as [Cell, Cell, Cell, Cell];
  const points = quantity({ value: "4.762", unit: { id: "người/điểm", kind: "ratio" } });
  const relations = [
    density("117", ["717.812"], telephone),
    density("16,9", ["44.500", "61.921"], fixed),
    density("99,3", ["365.171"], internet),
    relate(ratio, { ratio: cellOf({ id: "people a point", quantity: points }), numerators: [post], denominator: count("124") }),
    relate(agreement, { bases: [telephone, fixed, internet, post] }),
  ];

  it("names the two that are far from all others, and says once that the rest differ", () => {
    const found = culprits(relations);
    expect(named(found)).toEqual(["odd: 99,3 → 59,3 (substitution)", "odd: 4,762 → 4.762 (separator)", "differ: "]);
    expect(found.map(({ unique }) => unique)).toEqual([true, true, false]);
  });

  it("says nothing of bases that meet", () => {
    const alike = [density("117", ["717.812"], telephone), density("59,3", ["365.171"], internet), relate(agreement, { bases: [telephone, internet] })];
    expect(culprits(alike)).toEqual([]);
  });
});
