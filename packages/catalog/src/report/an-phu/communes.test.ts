import { check, period } from "@khop/core";
import { expect, it } from "vitest";
import { entriesOf } from "../entries.ts";
import { fill } from "../fill.ts";
import { communeMonthly } from "../regimes.ts";
import { communes2024 } from "./communes.ts";
import { anPhuOrgUnits } from "./org-units.ts";

const communes = [...new Set(communes2024.map(({ orgUnit }) => orgUnit))].map((id) => anPhuOrgUnits.find((one) => one.id === id)!);
const months = Array.from({ length: 10 }, (_, i) => period(`2024-M${String(i + 1).padStart(2, "0")}`));

it("tells everything that the form asks for, month by month", () => {
  expect(communes2024).toHaveLength(communes.length * months.length * entriesOf(communeMonthly).length);
});

it("keeps every rule", () => {
  const { network } = fill(communeMonthly, { orgUnits: communes, periods: months, facts: communes2024 });
  const verdicts = check(network).checked.map(({ verdict }) => verdict);
  expect([verdicts.includes("violated"), verdicts.filter((one) => one === "holds").length > 500]).toEqual([false, true]);
});
