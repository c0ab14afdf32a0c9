import { existsSync, readFileSync } from "node:fs";
import { addressKey, type Cell, check, type Fact, formatVi, hedgeWords, period, quantity } from "@khop/core";
import { describe, expect, it } from "vitest";
import { type ListedFigure, october2024Figures } from "../../testing/index.ts";
import { factsIn, fill, networkOf } from "../fill.ts";
import { departmentMonthly } from "../regimes.ts";
import { october2024, references2024, september2024 } from "./index.ts";

const periods = [september2024.period, october2024.period];
const facts = [...references2024, ...september2024.facts, ...october2024.facts];
const filled = fill(departmentMonthly, { orgUnits: october2024.orgUnits, periods, facts });
const cells = new Map(filled.network.cells.map((cell) => [cell.id, cell]));

const rows = october2024Figures;

/** The figure that is listed, as the facts have it. */
function figureOf({ indicator, members }: ListedFigure): { readonly indicator: string; readonly quantity: Cell["quantity"] } {
  const key = addressKey({ indicator, orgUnit: "an-phu", period: october2024.period, members });
  return { indicator, quantity: cells.get(key)?.quantity ?? null };
}

/** As the report prints figures: rises and falls in words, counts below ten with a zero, a whole hundred per cent without decimals. */
function printed({ indicator, quantity: shown }: ReturnType<typeof figureOf>): string {
  if (shown === null) return "nothing";
  const { value, decimals, unit, hedge, statedUpper } = shown;
  const number = formatVi(value.abs(), unit.kind === "percent" && value.eq(100) ? 0 : decimals);
  if (hedge === "range") return `${number} - ${statedUpper?.toDecimal()}`;
  const hedged = hedgeWords.filter(([, one]) => one === hedge).map(([word]) => word);
  if (hedged.length > 0) return `${{ about: "khoảng", almost: "gần", over: "trên" }[hedge as string] ?? hedged[0]} ${number}`;
  if (/\.(?:growth|change|signed-change)$/.test(indicator)) return `${value.isNegative() ? "giảm" : "tăng"} ${number}`;
  return unit.kind === "count" && value.gt(0) && value.lt(10) ? `0${number}` : number;
}

describe("October 2024 in An Phú", () => {
  it.each(rows)("$id $code is $right", (row) => expect(printed(figureOf(row))).toBe(row.right));

  const ofOctober = (network: Parameters<typeof check>[0]) => check(network).checked.filter(({ relation }) => relation.id.endsWith("2024-M10"));

  it("keeps every rule of its regime", () => {
    const checked = ofOctober(filled.network);
    expect(checked.filter(({ verdict }) => verdict !== "holds").map(({ relation, verdict }) => `${relation.id} ${verdict}`)).toEqual([]);
    expect(checked).toHaveLength(departmentMonthly.rules.length);
  });

  it("keeps every rule when its figures are stated as they are printed", () => {
    const checked = ofOctober(networkOf(departmentMonthly, { orgUnits: october2024.orgUnits, periods, facts: factsIn(filled.network) }));
    expect(checked.filter(({ verdict }) => verdict !== "holds").map(({ relation }) => relation.id)).toEqual([]);
  });

  it.each([
    ["2,95 for late files of the districts",   "dossiers.resolved-share", { outcome: "late", level: "district" }, "2.95",  ["dossiers.resolved-share.district.composition", "dossiers.resolved-share.district.late.share"]],
    ["99,3 for the density of the internet",   "telecoms.internet-density", undefined,                            "99.3",  ["telecoms.internet-density.ratio"]],
    ["88 beside 246 and 294",                  "services.change", { extent: "partial" },                          "88",    ["services.change.by-extent", "services.change.partial.difference"]],
    ["a document too few",                     "documents", { direction: "sent" },                                "22107", ["documents.by-direction", "documents.sent.by-level"]],
  ])("does not take %s", (_, indicator, members, value, broken) => {
    const is = (fact: Fact) => fact.period.id === "2024-M10" && fact.indicator === indicator && JSON.stringify(Object.entries(fact.members ?? {}).sort()) === JSON.stringify(Object.entries(members ?? {}).sort());
    const changed = factsIn(filled.network).map((fact) => (is(fact) && fact.quantity ? { ...fact, quantity: quantity({ value, unit: fact.quantity.unit }) } : fact));
    const checked = ofOctober(networkOf(departmentMonthly, { orgUnits: october2024.orgUnits, periods, facts: changed }));
    expect(checked.filter(({ verdict }) => verdict === "violated").map(({ relation }) => relation.id.split("|")[0]).sort()).toEqual(broken);
  });

  it("has no files by post below the province, and says so", () => {
    const statuses = ["province", "district", "commune"].map((level) => cells.get(addressKey({ indicator: "dossiers.received", orgUnit: "an-phu", period: october2024.period, members: { channel: "post", level } }))?.status);
    expect(statuses).toEqual(["stated", "structuralZero", "structuralZero"]);
  });

  it("tells estimates as such, and leaves nothing that is asked for untold", () => {
    const ofMonth = filled.network.cells.filter(({ address }) => address.period?.id === "2024-M10");
    expect(ofMonth.filter(({ quantity: is }) => is === null).map(({ id }) => id)).toEqual([]);
    expect(ofMonth.filter(({ status }) => status === "estimated").map(({ address }) => address.indicator)).toEqual(
      expect.arrayContaining(["post.items", "post.revenue", "post.public-revenue", "post.files-taken", "post.files-returned", "telecoms.revenue"]));
  });

  it("says of September that it was made up, and of populations which day they are of", () => {
    expect([october2024.illustrative, september2024.illustrative]).toEqual([false, true]);
    expect(references2024.flatMap(({ indicator, asOf, quantity: people }) => (indicator.startsWith("population") ? [`${indicator} ${asOf} ${people?.format()}`] : [])))
      .toEqual(["population.census 2019-04-01 590.467 người", "population.mean 2023-12-31 615.482 người"]);
    expect(references2024[0]?.period).toEqual(period("2019-A1"));
  });
});

const given = new URL("../../../../../../shared/domain/october-2024.md", import.meta.url);
const isGiven = existsSync(given);

describe.skipIf(!isGiven)(isGiven ? "the catalogue of October 2024" : "the catalogue of October 2024: not run, for it does not lie beside this repository (../shared)", () => {
  const text = isGiven ? readFileSync(given, "utf8") : "";
  const section = text.slice(text.indexOf("### 5.1"), text.indexOf("### 5.2"));
  const asked = section.split("\n").flatMap((line) => {
    const [, id = "", , , , values = ""] = line.split("|").map((part) => part.trim());
    return /^[A-Z]{2}\.\d\d$/.test(id) ? [{ id, numbers: values.replaceAll("*", "").match(/\d[\d.]*(?:,\d+)?/g)?.map((one) => one.replace(/\.$/, "")) ?? [] }] : [];
  });
  /** Numbers that stand in a row and are no figures of its indicator: of decisions, names of technologies, bounds of classes. */
  const others: Record<string, string> = {
    "DV.01": "1031 03 8 2023", "CD.01": "3 2 1", "AJ.01": "30", "TL.01": "100 80 100 80", "VT.04": "2 3 4 5", "QL.01": "83 88 95 130 108 131 129",
  };

  it("has all its indicators here", () => {
    const ids = new Set(rows.map(({ id }) => id));
    expect(asked.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual(["ML.01"]);
  });

  it.each(asked)("$id: all its figures are in the list, as printed", ({ id, numbers }) => {
    const here = rows.filter((row) => row.id === id).flatMap(({ right, wrong }) => (wrong ?? right).match(/\d[\d.]*(?:,\d+)?/g) ?? []);
    expect(here.concat(others[id]?.split(" ") ?? []).sort()).toEqual([...numbers].sort());
  });
});
