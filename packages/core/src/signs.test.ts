import { describe, expect, it } from "vitest";
import { type Cell, cellOf } from "./cell.ts";
import { judgeSigns, type Sign } from "./signs.ts";
import { dossier, percentage, quantityIn, said } from "./testing/index.ts";

const place = { vi: "thang-9.md, dòng 4", en: "thang-9.md, line 4" };
const carried = (cell: Cell, flow: boolean) => ({ now: cell, before: cell, flow });
const copied = (texts: string, flow: boolean, whole: boolean): Sign => ({
  kind: "copied",
  figures: texts.split(" ").map((text) => carried(text.endsWith("%") ? quantityIn(percentage)(text.replace("%", "")) : quantityIn(dossier)(text), flow)),
  whole,
  words: "Trong tháng tiếp nhận 116 hồ sơ.",
});
const told = (sign: Sign): string[] => judgeSigns([sign]).map(({ severity, code }) => `${severity} ${code}`);

describe("judgeSigns", () => {
  it.each([
    // what did not move                            figures                flow   whole  found
    ["a single small count",                        "4",                   true,  false, []],
    ["two small counts",                            "4 7",                 true,  false, []],
    ["two counts of a whole sentence",              "116 83",              true,  true,  ["info copied-sentence"]],
    ["large counts of a whole sentence",            "18.908 4.603",        true,  true,  ["review copied-sentence"]],
    ["two large counts in a row",                   "18.908 4.603",        true,  false, ["info copied-figures"]],
    ["three in a row",                              "18.908 4.603 14.305", true,  false, ["review copied-figures"]],
    ["round figures",                               "100 200 500",         true,  false, []],
    ["rates alone",                                 "98,44% 1,56%",        true,  true,  []],
    ["stocks of some hundreds",                     "118 41 58 19",        false, true,  []],
    ["large stocks to the last digit",              "717.812 612.481 44.503 61.307", false, true, ["info copied-sentence"]],
  ])("%s", (_, texts, flow, whole, expected) => expect(told(copied(texts, flow, whole))).toEqual(expected));

  it.each<[string, Sign, string[]]>([
    ["a month of before in a title", { kind: "stale-period", cell: cellOf({ id: "m" }), text: "tháng 9", period: "tháng 10/2024", place, head: true }, ["review stale-period"]],
    ["a month of before in a sentence", { kind: "stale-period", cell: cellOf({ id: "m" }), text: "tháng 9", period: "tháng 10/2024", place, head: false }, ["info stale-period"]],
    ["a task of which nothing is said", { kind: "task-unmentioned", task: "Rà soát hồ sơ trễ hạn", place }, ["info task-unmentioned"]],
  ])("%s", (_, sign, expected) => expect(told(sign)).toEqual(expected));

  it("names both reports and the figures", () => {
    const source = { as: "earlier", file: "thang-9.md", figure: "f1", start: 0, end: 3, place: { vi: "dòng 4", en: "line 4" } } as const;
    const figures = ["18.908", "4.603", "14.305"].map((text) => ({ now: said("hồ sơ", text), before: cellOf({ id: text, elsewhere: source }), flow: true }));
    expect(judgeSigns([{ kind: "copied", figures, whole: false, words: "" }])[0]?.message).toEqual({
      vi: "3 con số liền nhau (18.908; 4.603; 14.305) giống hệt báo cáo trước (thang-9.md, dòng 4). Xem lại đã cập nhật số kỳ này chưa.",
      en: "3 figures in a row (18.908; 4.603; 14.305) are exactly as in the earlier report (thang-9.md, line 4). See that this period's figures were put in.",
    });
  });
});
