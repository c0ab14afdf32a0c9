import { expect, it } from "vitest";
import { check } from "./check.ts";
import type { Indicator } from "./indicator.ts";
import { instantiate } from "./instantiate.ts";
import type { OrgUnit } from "./org-unit.ts";
import { period } from "./period.ts";
import { count } from "./quantity.ts";
import { rollUpRules } from "./roll-up.ts";
import { percent, unitOf } from "./unit.ts";

const october = period("2024-M10");
const dossiers: Indicator = {
  id: "dossiers", vi: "Hồ sơ", unit: unitOf("hồ sơ"), kind: "flow", additive: true,
  breakdowns: [{ id: "channel", vi: "hình thức", members: [{ id: "online", vi: "trực tuyến" }] }],
};
const late: Indicator = { id: "late", vi: "Tỷ lệ trễ hạn", unit: percent, kind: "ratio", additive: false };
const unit = (id: string, parent: string | null): OrgUnit => ({ id, name: id, level: parent === null ? "district" : "commune", parent, validFrom: null, validTo: null });

it.each<[string, string, string, string, string[]]>([
  // units below say              one     the other   the unit says   verdicts
  ["what makes the whole",        "60",   "40",       "100",          ["holds"]],
  ["something else",              "60",   "41",       "100",          ["violated"]],
  ["not all of it",               "60",   "",         "100",          ["unknown"]],
  ["more than the whole, not all", "160", "",         "100",          ["violated"]],
])("a unit's figure is the sum of those below: they say %s", (_, one, other, whole, verdicts) => {
  const rules = rollUpRules([dossiers, late], [{ indicator: "dossiers", members: { channel: "online" } }, { indicator: "late" }]);
  expect(rules.map(({ id }) => id)).toEqual(["roll-up.indicator:dossiers|channel=online"]);
  const said = (orgUnit: string, value: string) => ({
    indicator: "dossiers", orgUnit, period: october, members: { channel: "online" }, quantity: value === "" ? null : count(value, dossiers.unit),
  });
  const facts = [said("a", one), said("b", other), said("all", whole)];
  const made = instantiate(rules, { indicators: [dossiers, late], orgUnits: [unit("all", null), unit("a", "all"), unit("b", "all")], periods: [october], facts });
  expect(check(made).checked.map(({ verdict }) => verdict)).toEqual(verdicts);
});
