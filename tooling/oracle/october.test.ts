import { readFileSync } from "node:fs";
import type { Checked, Finding } from "@khop/core";
import { describe, expect, it } from "vitest";
import { catalogue, isGiven, report, whyNot } from "./given.ts";
import { rowsOf } from "./rows.ts";
import { readSample, relationOf, table, valuesOf } from "./sample.ts";

describe.skipIf(!isGiven)(isGiven ? "the report of October 2024" : `the report of October 2024: ${whyNot}`, () => {
  const rows = isGiven ? rowsOf(readFileSync(catalogue, "utf8")) : [];
  const sample = isGiven ? readSample(report) : (undefined as never);
  const { checked, findings } = isGiven ? sample.examination : { checked: [], findings: [] };
  const ofKind = (kind: string): readonly Checked[] => checked.filter(({ relation }) => relation.kind.kind === kind);
  const tying = (kind: string, ...values: string[]): Checked[] =>
    ofKind(kind).filter((one) => [...valuesOf(one)].sort().join(" ") === [...values].sort().join(" "));

  it("has the relations that its catalogue counts", () => {
    const count = (type: string) => rows.filter((row) => row.type === type).length;
    expect({ sums: count("SUM"), shares: count("SHARE"), closes: count("CLOSE") }).toEqual({ sums: 34, shares: 21, closes: 8 });
    expect(rows.filter(({ holds }) => !holds).map(({ id }) => id)).toEqual(["R013", "R057", "R058"]);
  });

  it("every sum, share and composition with a printed result is found, with the right verdict", () => {
    const right = rows.filter((row) => relationOf(sample, row)?.verdict === (row.holds ? "holds" : "violated"));
    expect(right.length === rows.length ? "" : table(sample, rows)).toBe("");
  });

  it("R005: three falls of one total and its parts, on hidden bases that add up", () => {
    const falls = [["97633", "12.35"], ["22108", "12.55"], ["75525", "12.29"]].map((values) => tying("growth", ...values)[0]);
    expect(falls.map((one) => one?.verdict)).toEqual(["holds", "holds", "holds"]);
    const [whole, ...parts] = falls.map((one) => one?.relation.places.base);
    const sum = ofKind("total").find(({ relation }) => relation.places.total === whole);
    expect(sum?.relation.places.parts).toEqual(parts);
    expect(sum?.verdict).toBe("holds");
  });

  it("R006 and R007: the rate of the whole lies between the levels', and is their mean by documents sent", () => {
    const rates = ["98.44", "99.63", "96.93", "98.28"];
    expect(tying("mean", ...rates).map(({ verdict }) => verdict)).toEqual(["holds"]);
    expect(tying("mean", ...rates, "9014", "6355", "6739").map(({ verdict }) => verdict)).toEqual(["holds"]);
  });

  it("R097 to R100: four densities, one population, printed nowhere", () => {
    const densities = ["117", "16.9", "99.3", "4.762"].map((value) => ofKind("ratio").find(({ relation }) => relation.focus.quantity?.value.toFixed() === value)?.relation);
    const bases = densities.flatMap((relation) => relation?.cells.filter(({ hidden }) => hidden) ?? []);
    expect(bases).toHaveLength(4);
    const groups = ofKind("agreement");
    expect(groups).toHaveLength(1);
    expect(new Set(groups[0]?.relation.cells)).toEqual(new Set(bases));
  });

  describe("findings", () => {
    const at = (...printed: string[]): Finding[] => findings.filter(({ cells }) => printed.every((value) => cells.some((cell) => cell.quantity?.value.toFixed() === value)));
    const told = ([finding]: readonly Finding[]) => finding && { severity: finding.severity, suspects: finding.suspects.map(({ cell, expected }) => `${cell.quantity?.value} → ${expected}`) };

    it.each([
      ["E01: late files of the districts",   ["2.95"],  "2.95 → 2.85"],
      ["E03: internet density",              ["99.3"],  "99.3 → 59.3"],
      ["E05: people a post office serves",   ["4.762"], "4.762 → 4762"],
    ])("%s is an error with one suspect", (_, printed, suspect) => {
      expect(told(at(...printed).filter(({ severity }) => severity === "error"))).toEqual({ severity: "error", suspects: [suspect] });
    });

    it("E02: three rises that do not add up accuse nobody", () => {
      const [finding, ...more] = at("294", "246", "88");
      expect(more).toEqual([]);
      expect(finding).toMatchObject({ severity: "review", ambiguous: true });
      expect(told(finding ? [finding] : [])?.suspects.sort()).toEqual(["246 → 206", "294 → 334", "88 → 48"]);
    });

    it("E04 and E06 are one warning at most, and all else is for review at most", () => {
      const errors = findings.filter(({ severity }) => severity === "error").flatMap(({ suspects }) => suspects.map(({ cell }) => cell.quantity?.value.toFixed()));
      expect(errors.sort()).toEqual(["2.95", "4.762", "99.3"]);
      expect(findings.filter(({ severity }) => severity === "error")).toHaveLength(3);
      const warnings = findings.filter(({ severity }) => severity === "warning");
      expect(warnings.length).toBeLessThanOrEqual(1);
      for (const { relations } of warnings) expect(relations.some(({ kind }) => kind.consensus !== undefined)).toBe(true);
    });
  });
});
