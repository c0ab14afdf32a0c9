import { codeOf, departmentMonthly, entriesOf, reportRegimes } from "@khop/catalog/report";
import { describe, expect, it } from "vitest";
import { gridsOf, narrowed } from "./layout.ts";

describe("the grids of a regime", () => {
  it.each(reportRegimes.map((regime) => [regime.id, regime] as const))("ask for every figure of its forms, each once: %s", (_, regime) => {
    const places = gridsOf(regime).flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.places)));
    const codes = places.flatMap((place) => (place?.is === "entry" ? [place.code] : []));
    expect(codes.toSorted()).toEqual(entriesOf(regime).map(({ indicator, members }) => codeOf(indicator, members)).toSorted());
  });

  it("set levels as rows, the other breakdown across, and the total below", () => {
    const [table] = gridsOf(departmentMonthly).find(({ id }) => id === "documents")?.tables ?? [];
    expect(table?.rows.map(({ title, is }) => [title, is])).toEqual([["cấp tỉnh", "entry"], ["cấp huyện", "entry"], ["cấp xã", "entry"], ["", "total"]]);
    expect(table?.rows[3]?.places.map((place) => place?.code)).toEqual(["documents sent", "documents received", "documents.signed"]);
  });

  it("know where there can be nothing", () => {
    const places = gridsOf(departmentMonthly).flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.places)));
    expect(departmentMonthly.structuralZeros.length === 0 || places.includes(null)).toBe(true);
  });

  it("tell what follows from a form below it, each figure once", () => {
    const follows = gridsOf(departmentMonthly).flatMap(({ tables }) => tables.filter(({ id }) => id.endsWith("-follows")));
    const codes = follows.flatMap(({ rows }) => rows.flatMap(({ places }) => places.map((place) => place?.code)));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(["documents.signed-share commune", "documents.signed-change", "telecoms.phone-density"]));
  });

  it("turn into one row at a time, its columns below each other and the total beside", () => {
    const [table] = gridsOf(departmentMonthly).find(({ id }) => id === "documents")?.tables ?? [];
    const narrow = table && narrowed(table, 2);
    expect(narrow?.columns).toEqual(["cấp xã", ""]);
    expect(narrow?.rows[0]?.places.map((place) => place?.code)).toEqual(["documents sent commune", "documents sent"]);
  });
});
