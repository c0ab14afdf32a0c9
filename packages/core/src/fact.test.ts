import { expect, it } from "vitest";
import { factKey, revise } from "./fact.ts";
import { comparability, type Lineage, predecessors } from "./lineage.ts";
import { period } from "./period.ts";
import { quantity } from "./quantity.ts";
import { unitOf } from "./unit.ts";

const received = { id: "received", vi: "Hồ sơ tiếp nhận", unit: unitOf("hồ sơ"), kind: "flow", additive: true } as const;

it("a revised fact keeps what it said before", () => {
  const fact = { indicator: "received", orgUnit: "an-phu", period: period("2024-M10"), quantity: quantity({ value: "21" }) };
  const next = { at: "2024-11-02T08:00:00Z", by: "b", why: "đếm lại", quantity: quantity({ value: "22" }), status: "stated" } as const;
  const revised = revise(fact, next, { at: "2024-10-20T08:00:00Z", by: "a" });
  expect([factKey(revised) === factKey(fact), revised.quantity?.format(), revised.versions?.map(({ by, quantity }) => `${by} ${quantity}`)]).toEqual([true, "22", ["a 21"]]);
});

const lineage: Lineage[] = [
  { on: "2025-07-01", change: "merge", from: ["binh-minh", "hoa-lac"], into: ["minh-lac"], source: "made up" },
  { on: "2025-07-01", change: "split", from: ["tan-lap"], into: ["tan-an", "lap-hoa"], source: "made up" },
  { on: "2025-07-01", change: "rename", from: ["dong-son"], into: ["dong-son-moi"], source: "made up" },
];

it.each([
  // what happened between        unit            since         additive  answer
  ["nothing yet",                 "minh-lac",     "2025-07-14", true,     "comparable"],
  ["it was merged",               "minh-lac",     "2025-06-14", true,     "recast"],
  ["merged, but a ratio",         "minh-lac",     "2025-06-14", false,    "notComparable"],
  ["it was split off",            "tan-an",       "2025-06-14", true,     "notComparable"],
  ["it was renamed",              "dong-son-moi", "2025-06-14", false,    "comparable"],
])("comparison: %s", (_, id, since, additive, expected) => {
  const unit = { id, name: id, level: "commune", parent: "an-phu", validFrom: null, validTo: null } as const;
  expect(comparability(unit, { ...received, additive }, since, "2025-08-14", lineage)).toBe(expected);
  if (expected === "recast") expect(predecessors(unit, since, "2025-08-14", lineage)).toEqual(["binh-minh", "hoa-lac"]);
});
