import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf } from "./cell.ts";
import { judgeOutliers, type Told } from "./outliers.ts";
import { quantity } from "./quantity.ts";
import { percent, type Unit, unitOf } from "./unit.ts";

const dossiers = unitOf("hồ sơ");
const told = (now: string, before: string, unit: Unit = dossiers, flow = true): Told => ({
  cell: cellOf({ id: now, label: "Hồ sơ tiếp nhận, xã Một, tháng 10/2024", quantity: quantity({ value: now, unit }) }),
  history: before.split(" ").filter(Boolean).map((value) => quantity({ value, unit })),
  flow,
});
const usual = "1180 1240 1215 1302 1199 1260";

describe("a figure against its own history", () => {
  it.each<[string, string, string, string]>([
    // what it is                              now        before                                   what is found
    ["as usual",                               "1250",    usual,                                   ""],
    ["as high as it may stray",                "1841",    usual,                                   ""],
    ["a step further",                         "1842",    usual,                                   "unusual review ?"],
    ["far, and no slip explains it",           "2600",    usual,                                   "unusual review ?"],
    ["ten times as much",                      "12150",   usual,                                   "ten-times warning 1215"],
    ["a tenth",                                "121.5",   usual,                                   "ten-times warning 1215"],
    ["a thousand times as much",               "1215000", usual,                                   "ten-times warning 1215"],
    ["ten times what it never was",            "20000",   usual,                                   "unusual review ?"],
    ["two digits swapped, among what it was",  "2135",    "1180 1240 1235 1302 1199 1260",         "swapped-digits warning 1235"],
    ["nothing, where there was always much",   "0",       usual,                                   "unusual review ?"],
    ["much, where there was always nothing",   "5",       "0 0 0 0 0 0",                           "unusual review ?"],
    ["one more in a series that stands still", "101",     "100 100 100 100 100",                   ""],
    ["far, with too little history",           "12150",   "1180 1240 1215 1302",                   ""],
    ["after one that was wrong itself",        "1250",    "1180 12400 1215 1302 1199 1260",        ""],
    ["a fall below zero",                      "-900",    usual,                                   "unusual review ?"],
  ])("%s", (_, now, before, expected) => {
    const found = judgeOutliers([told(now, before)]).map(({ code, severity, suspects }) => [code, severity, suspects[0]?.expected?.toFixed() ?? "?"].join(" "));
    expect(found.join("; ")).toBe(expected);
  });

  it("is told with what it was, and what it likely is", () => {
    expect(judgeOutliers([told("12150", usual)])[0]?.message).toEqual({
      vi: "Hồ sơ tiếp nhận, xã Một, tháng 10/2024: 12.150 hồ sơ khác xa các kỳ trước (từ 1.180 hồ sơ đến 1.302 hồ sơ, thường 1.228 hồ sơ); có thể thừa hoặc thiếu chữ số: nhiều khả năng là 1.215 hồ sơ.",
      en: "Hồ sơ tiếp nhận, xã Một, tháng 10/2024: 12,150 hồ sơ is far from earlier periods (1,180 hồ sơ to 1,302 hồ sơ, usually 1,228 hồ sơ); a digit may be too many or missing: it is likely 1,215 hồ sơ.",
    });
  });

  it("is not held against figures of another measure", () => {
    expect(judgeOutliers([{ ...told("12150", ""), history: usual.split(" ").map((value) => quantity({ value, unit: percent })) }])).toEqual([]);
    expect(judgeOutliers([{ ...told("12150", ""), history: usual.split(" ").map((value) => quantity({ value, unit: dossiers, exponent: 3 })) }])).toEqual([]);
  });

  it("is a form copied from the period before where most of it is the same, and that by chance would be a wonder", () => {
    const same = ["1240", "873", "4127", "96"].map((now) => told(now, now));
    const found = (list: readonly Told[]) => judgeOutliers(list).map(({ code, severity, cells }) => `${code} ${severity} ${cells.length}`);
    expect(found(same)).toEqual(["copied-form review 4"]);
    expect(found([...same, told("5", "7"), told("6", "8")])).toEqual(["copied-form review 4"]);
    expect(found([...same, ...["1", "2", "3", "4", "5"].map((now) => told(now, "9"))])).toEqual([]);
    expect(found(["1", "0", "2", "1"].map((now) => told(now, now)))).toEqual([]);
    expect(found(same.map((one) => ({ ...one, flow: false })))).toEqual([]);
  });

  it("never accuses a figure that lies among what it was, whatever that is, and never blocks by itself", () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(fc.property(fc.array(value, { minLength: 5, maxLength: 24 }), value, (before, now) => {
      const found = judgeOutliers([told(String(now), before.join(" "), dossiers, false)]);
      expect(found.every(({ severity }) => severity === "warning" || severity === "review")).toBe(true);
      for (const { suspects } of found) for (const { expected } of suspects)
        if (expected !== null) expect([expected.gte(Math.min(...before)), expected.lte(Math.max(...before))]).toEqual([true, true]);
      const [middle] = [...before].sort((a, b) => a - b).slice(before.length >> 1);
      if (before.length % 2 === 1) expect(judgeOutliers([told(String(middle), before.join(" "), dossiers, false)])).toEqual([]);
    }));
  });
});
