import type { OrgUnit } from "@khop/core";
import { type RoleGrant, roles } from "@khop/store";
import { describe, expect, it } from "vitest";
import { type Action, actions, may, reached, regimesOf } from "./authorise.ts";
import { factSight } from "./fact-sight.ts";
import { isSpecified, type Place, places, specified } from "./powers-testing.ts";

const unit = (id: string, parent: string | null): OrgUnit => ({ id, name: id, level: "commune", parent, validFrom: null, validTo: null });
const orgUnits = [unit("tinh", null), unit("huyen", "tinh"), unit("huyen-2", "tinh"), unit("xa", "huyen"), unit("thon", "xa")];
/** For a role in the district. */
const at: Readonly<Record<Place, readonly { readonly province: string; readonly orgUnit: string }[]>> = {
  own: [{ province: "p", orgUnit: "huyen" }],
  below: [{ province: "p", orgUnit: "xa" }, { province: "p", orgUnit: "thon" }],
  sibling: [{ province: "p", orgUnit: "huyen-2" }],
  above: [{ province: "p", orgUnit: "tinh" }],
  elsewhere: [{ province: "khac", orgUnit: "huyen" }, { province: "khac", orgUnit: "tinh" }],
};
const granted = (role: RoleGrant["role"], regime?: string): readonly RoleGrant[] => [{ user: "u", province: "p", orgUnit: "huyen", role, ...(regime === undefined ? {} : { regime }) }];

describe("who may do what", () => {
  it("is said of every action, and each needs the token that the table says", () => {
    expect(Object.fromEntries(specified.map(({ action, token }) => [action, token]))).toEqual(actions);
  });

  it.each(specified.map(({ action }) => action))("%s: in every cell of role, unit, regime of the role and regime that is asked for", (action) => {
    const cells = roles.flatMap((role) => places.flatMap((place) => at[place].flatMap((subject) => [undefined, "monthly"].flatMap((limited) => [undefined, "monthly", "yearly"].map((asked) => {
      const regimes = { ...(limited === undefined ? {} : { limited }), ...(asked === undefined ? {} : { asked }) };
      const does = may(granted(role, limited), action, { ...subject, ...(asked === undefined ? {} : { regime: asked }) }, subject.province === "p" ? orgUnits : []);
      return { cell: `${role}${limited === undefined ? "" : ` of ${limited}`}, ${place} ${subject.orgUnit}, ${asked ?? "no regime"}`, does, said: isSpecified(action, role, place, regimes) };
    })))));
    expect(cells).toHaveLength(6 * 7 * 2 * 3);
    expect(cells.filter(({ does, said }) => does !== said)).toEqual([]);
  });

  it("whoever has no role may do nothing, and roles add up", () => {
    for (const action of Object.keys(actions) as Action[]) expect([action, may([], action, { province: "p", orgUnit: "huyen" }, orgUnits)]).toEqual([action, false]);
    const both = [...granted("reader", "monthly"), ...granted("clerk", "yearly")];
    expect(may(both, "facts.enter", { province: "p", orgUnit: "huyen", regime: "monthly" }, orgUnits)).toBe(false);
    expect(may(both, "facts.enter", { province: "p", orgUnit: "huyen", regime: "yearly" }, orgUnits)).toBe(true);
    expect(reached(both, "facts.read", { province: "p", regime: "monthly" }, orgUnits)).toEqual(["huyen", "xa", "thon"]);
  });

  it("what names no unit is the province's own: a role in its top unit does it, one below does not", () => {
    const top: readonly RoleGrant[] = [{ user: "u", province: "p", orgUnit: "tinh", role: "steward" }];
    expect([may(top, "period.open", { province: "p", regime: "r" }, orgUnits), may(granted("steward"), "period.open", { province: "p", regime: "r" }, orgUnits)]).toEqual([true, false]);
    expect(may(top, "period.open", { province: "p", regime: "r" }, [])).toBe(false);
  });
});

it("what a role for one regime may do is asked for that regime, but never of what belongs to the province", () => {
  expect(regimesOf(granted("clerk", "monthly"), "facts.enter")).toEqual([undefined, "monthly"]);
  expect(regimesOf(granted("admin", "monthly"), "roles.put")).toEqual([undefined]);
});

describe("which facts somebody sees", () => {
  const regimes = [{ id: "monthly", indicators: [{ id: "a" }, { id: "b" }] }, { id: "yearly", indicators: [{ id: "b" }, { id: "c" }] }] as unknown as Parameters<typeof factSight>[3];
  const seen = (grants: readonly RoleGrant[]) => {
    const sight = factSight(grants, "p", orgUnits, regimes);
    const bySight = sight.orgUnits.map((unit) => [unit, ["a", "b", "c", "d"].filter((indicator) => sight.sees({ orgUnit: unit, indicator })).join("")].join(" ")).sort();
    const byReach = sight.reach().flatMap(({ orgUnits: alike, indicators = ["a", "b", "c", "d"] }) => alike.map((unit) => [unit, [...indicators].sort().join("")].join(" "))).sort();
    expect(byReach).toEqual(bySight);
    expect(sight.reach("nowhere")).toEqual([]);
    return [sight.orgUnits.join(" "), orgUnits.map(({ id: orgUnit }) => ["a", "b", "c", "d"].filter((indicator) => sight.sees({ orgUnit, indicator })).join("")).join(" ")];
  };
  it.each<[string, readonly RoleGrant[], string, string]>([
    //                                               units               in tinh, huyen, huyen-2, xa, thon
    ["a reader: all of their units",                 granted("reader"),  "huyen xa thon",  " abcd  abcd abcd"],
    ["a reader of one regime: its indicators",       granted("reader", "monthly"), "huyen xa thon", " ab  ab ab"],
    ["of two: those of both",                        [...granted("reader", "monthly"), ...granted("clerk", "yearly")], "huyen xa thon", " abc  abc abc"],
    ["of one, and all of a unit beside",             [...granted("reader", "monthly"), { user: "u", province: "p", orgUnit: "huyen-2", role: "reader" }], "huyen huyen-2 xa thon", " ab abcd ab ab"],
    ["of a regime that is not there: nothing",       granted("reader", "none"), "", "    "],
    ["an auditor of one regime: everywhere",         granted("auditor", "yearly"), "tinh huyen huyen-2 xa thon", "bc bc bc bc bc"],
    ["an administrator: nothing",                    granted("admin"), "", "    "],
  ])("%s", (_, grants, units, indicators) => {
    expect(seen(grants)).toEqual([units, indicators]);
  });
});
