import { describe, expect, it } from "vitest";
import { cellOf } from "./cell.ts";
import { examine } from "./examine.ts";
import { examineAgainst } from "./examine-against.ts";
import { network } from "./network.ts";
import { quantity } from "./quantity.ts";
import { type Relation, relate } from "./relation.ts";
import { cumulative } from "./relations/cumulative.ts";
import { difference } from "./relations/difference.ts";
import { equality } from "./relations/equality.ts";
import { growth } from "./relations/growth.ts";
import { restatement } from "./relations/restatement.ts";
import { total } from "./relations/total.ts";
import { dossier, percentage, quantityIn } from "./testing/index.ts";
import { unitOf } from "./unit.ts";

const count = { domain: { integer: true, min: 0 } };
const read = (label: string, text: string) => quantityIn(dossier)(text, { label, id: label, ...count });
const elsewhere = (as: "earlier" | "beside") =>
  ({ as, file: "thang-9.md", figure: "f7", start: 10, end: 13, place: { vi: "dòng 4", en: "line 4" } }) as const;
const before = (text: string, as: "earlier" | "beside" = "earlier", hedge?: "about" | "estimate") =>
  cellOf({
    id: `before ${text}`,
    label: "hồ sơ",
    quantity: quantity({ value: text, unit: unitOf("hồ sơ"), ...(hedge === undefined ? {} : { hedge }) }),
    domain: { ...count.domain, fixed: true },
    elsewhere: elsewhere(as),
  });
const held = (own: readonly Relation[], ties: readonly Relation[]) =>
  examineAgainst(examine(network({ relations: own })), { relations: ties, choices: [], signs: [] });

const current = read("hồ sơ tháng này", "116");
const rise = (text: string, base = before("100"), intended = 0.95) => relate(difference, { difference: read("mức tăng", text), current, base }, { intended });

describe("examineAgainst", () => {
  it.each([
    // what the report says of the one before              tie                                                                               found
    ["a rise that fits",                                   rise("16"),                                                                         []],
    ["a rise that does not",                               rise("61"),                                                                         ["warning difference-mismatch"]],
    ["a rise that was perhaps meant otherwise",            rise("61", before("100"), 0.7),                                                     ["review difference-mismatch"]],
    ["a rise from a base that was about so much",          rise("61", before("90", "earlier", "about")),                                        ["review difference-mismatch"]],
    ["a rise from a base that was estimated",              rise("61", before("90", "earlier", "estimate")),                                     ["info difference-mismatch"]],
    ["an earlier figure, printed otherwise",               relate(restatement, { restated: read("tháng trước", "101"), published: before("99") }), ["warning restatement-mismatch"]],
    ["a figure that another file says otherwise",          relate(equality, { values: [current, before("161", "beside")] }),                  ["review equality-mismatch"]],
    ["a running total",                                    relate(cumulative, { toDate: read("lũy kế", "216"), previous: before("99"), currents: [current] }), ["warning cumulative-mismatch"]],
  ])("%s", (_, tie, expected) => {
    expect(held([], [tie]).findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
  });

  it("names the figure that is likely wrong, but in no printed-again pair", () => {
    const parts = [read("trực tiếp", "50"), read("trực tuyến", "66")];
    const sound = relate(total, { total: current, parts });
    expect(held([sound], [rise("61")]).findings.map(({ suspects }) => suspects.map(({ cell, expected }) => [cell.label, String(expected)]))).toEqual([[["mức tăng", "16"]]]);
    const reprint = relate(restatement, { restated: current, published: before("161") });
    expect(held([sound], [reprint]).findings.map(({ suspects, ambiguous }) => [suspects, ambiguous])).toEqual([[[], true]]);
  });

  it("says both values and where the earlier one stands", () => {
    const [found] = held([], [rise("61")]).findings;
    expect(found?.message).toEqual({
      vi: "Mức tăng: 116 so với 100 (báo cáo trước: thang-9.md, dòng 4) là tăng 16, không phải tăng 61, lệch 45 hồ sơ. Xem lại mức tăng hoặc số kỳ gốc.",
      en: "Mức tăng: 116 against 100 (earlier report: thang-9.md, line 4) is up 16, not up 61, off by 45 hồ sơ. Look again at the change or the base.",
    });
  });

  it("does not say again what an error of the report's own explains", () => {
    const wrong = read("hồ sơ tháng này", "161");
    const own = [
      relate(total, { total: wrong, parts: [read("trực tiếp", "50"), read("trực tuyến", "66")] }),
      relate(total, { total: wrong, parts: [read("tỉnh", "40"), read("huyện", "30"), read("xã", "46")] }),
    ];
    const tie = relate(difference, { difference: read("mức tăng", "16"), current: wrong, base: before("100") });
    expect(held(own, [tie]).findings.map(({ code }) => code)).toEqual(["total-mismatch"]);
  });

  it("takes the place of a relation that waited for the earlier report", () => {
    const rate = quantityIn(percentage)("16,00", { label: "tốc độ", id: "tốc độ" });
    const hidden = cellOf({ id: "kỳ trước", label: "kỳ trước", hidden: true, domain: { integer: true, min: 0 } });
    const waiting = relate(growth, { growth: rate, current, base: hidden });
    const settled = relate(growth, { growth: rate, current, base: before("100") });
    expect(examine(network({ relations: [waiting] })).checked.map(({ verdict }) => verdict)).toEqual(["unknown"]);
    expect(held([waiting], [settled]).checked.map(({ verdict }) => verdict)).toEqual(["holds"]);
  });
});
