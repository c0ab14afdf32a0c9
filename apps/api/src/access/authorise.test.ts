import type { RoleGrant } from "@khop/store";
import { expect, it } from "vitest";
import { type Action, actions, may, regimesOf } from "./authorise.ts";

const orgUnits = [{ id: "p", name: "Tỉnh", level: "province", parent: null }] as unknown as Parameters<typeof may>[3];
const limited = (role: RoleGrant["role"]): readonly RoleGrant[] => [
  { user: "u", province: "p", orgUnit: "p", role, regime: "monthly" } as unknown as RoleGrant,
];
const asked = (role: RoleGrant["role"], regime?: string): readonly Action[] =>
  (Object.keys(actions) as Action[]).filter((action) =>
    may(limited(role), action, { province: "p", orgUnit: "p", ...(regime === undefined ? {} : { regime }) }, orgUnits),
  );
const known = ["orgUnits.read", "periods.read", "templates.read"];

it.each(["reader", "steward", "admin", "clerk", "approver"] as const)("a %s for one regime reaches nothing of another, nor what is of none", (role) => {
  expect(asked(role, "yearly")).toEqual([]);
  expect([...asked(role)].sort()).toEqual(known);
  expect(asked(role, "monthly").length).toBeGreaterThan(known.length);
});

it("what a role for one regime may do is asked for that regime, but never of what belongs to the province", () => {
  expect(regimesOf(limited("clerk"), "facts.enter")).toEqual([undefined, "monthly"]);
  expect(regimesOf(limited("admin"), "roles.put")).toEqual([undefined]);
});
