import { childrenOf, comparability, type OrgUnit, period, predecessors, windowOf } from "@khop/core";
import { describe, expect, it } from "vitest";
import { departmentMonthly } from "../regimes.ts";
import { anPhuLineage, anPhuOrgUnits } from "./org-units.ts";

const unit = (id: string): OrgUnit => anPhuOrgUnits.find((one) => one.id === id)!;
const indicator = (id: string) => departmentMonthly.indicators.find((one) => one.id === id)!;

describe("tỉnh An Phú", () => {
  it.each([
    // month        units right below the province
    ["2025-M06",    ["huyện Hòa Lạc", "thị xã Đông Cồn"]],
    ["2025-M08",    ["xã Bình Lập", "phường Đông Cồn", "xã Gió Lành"]],
  ])("in %s has %s", (month, names) => expect(childrenOf(unit("an-phu"), anPhuOrgUnits, windowOf(period(month))).map(({ name }) => name)).toEqual(names));

  it.each([
    // unit                     indicator                  against June 2025
    ["an-phu.binh-lap",         "dossiers.received",       "recast"],
    ["an-phu.binh-lap",         "dossiers.received-share", "notComparable"],
    ["an-phu.gio-lanh-2025",    "dossiers.received-share", "comparable"],
    ["an-phu",                  "dossiers.received",       "comparable"],
  ])("%s, %s: %s", (id, of, expected) => expect(comparability(unit(id), indicator(of), "2025-06-14", "2025-08-14", anPhuLineage)).toBe(expected));

  it("knows what its new units were made of, and names no unit that is not there", () => {
    expect(predecessors(unit("an-phu.binh-lap"), "2025-06-14", "2025-08-14", anPhuLineage)).toEqual(["an-phu.hoa-lac.binh-minh", "an-phu.hoa-lac.tan-lap"]);
    const named = [...anPhuLineage.flatMap(({ from, into }) => [...from, ...into]), ...anPhuOrgUnits.flatMap(({ parent }) => parent ?? [])];
    expect(named.filter((id) => !anPhuOrgUnits.some((one) => one.id === id))).toEqual([]);
  });
});
