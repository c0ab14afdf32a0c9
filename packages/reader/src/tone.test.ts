import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@khop/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "./read.ts";
import { oneTonePlace } from "./tone.ts";

describe("the place of a tone", () => {
  it.each([
    ["moves to the first vowel of oa",          "hoà hoá hoả hoã hoạ",       "hòa hóa hỏa hõa họa"],
    ["of oe",                                   "khoè khoé khoẻ khoẽ khoẹ",  "khòe khóe khỏe khõe khọe"],
    ["of uy",                                   "tuỳ thuý uỷ luỹ thuỵ",      "tùy thúy ủy lũy thụy"],
    ["in capitals and in names",                "UỶ BAN, TOÀ ÁN, Hoà, Uỷ",   "ỦY BAN, TÒA ÁN, Hòa, Ủy"],
    ["stays where dictionaries have it",        "hòa thúy ủy khóa",          "hòa thúy ủy khóa"],
    ["stays inside a closed syllable",          "hoàn toàn hoạt thuỳnh xoáy", "hoàn toàn hoạt thuỳnh xoáy"],
    ["stays behind q",                          "quý quỹ quỷ Quý",           "quý quỹ quỷ Quý"],
    ["stays on other vowels",                   "của huế mía người",         "của huế mía người"],
    ["is found before any sign",                "toà, toà. toà-12",          "tòa, tòa. tòa-12"],
  ])("%s", (_, text, expected) => {
    expect(oneTonePlace(text)).toBe(expected);
  });

  it("keeps every character's place", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."hoàuýqQUÝoOÀ nếẹ.".split("")) }), (text) => {
        const made = oneTonePlace(text);
        expect(made.length).toBe(text.length);
        expect(oneTonePlace(made)).toBe(made);
      }),
    );
  });
});

const found = (text: string) =>
  examine(readText(text).network).checked.map(({ relation, verdict }) => `${relation.kind.kind} ${verdict} ${relation.cells.map(({ quantity }) => quantity?.format() ?? "?").join(" ")}`);

describe("two spellings are one word", () => {
  it.each([
    ["as a cue",           "Trong tháng tiếp nhận 340 hồ sơ; lũy kế từ đầu năm 2.940 hồ sơ, tháng trước lũy kế 2.600 hồ sơ.", "lũy", "luỹ"],
    ["as a unit",          "Có 12 phiên tòa, trong đó 7 phiên tòa trực tiếp và 5 phiên tòa trực tuyến.", "tòa", "toà"],
    ["as a unit, one only", "Có 12 phiên tòa, trong đó 7 phiên tòa trực tiếp và 5 phiên toà trực tuyến.", "7 phiên tòa", "7 phiên toà"],
    ["as a noun of its own", "Cả nước có 12 tòa, gồm 7 tòa cấp tỉnh và 5 tòa cấp huyện.", "7 tòa", "7 toà"],
    ["in a table's unit",  "Đơn vị tính: tòa\n\n| Xã | Nhà | Trạm | Cộng |\n| --- | --- | --- | --- |\n| A | 3 | 4 | 7 |\n| B | 2 | 1 | 3 |", "tòa", "toà"],
  ])("%s", (_, text, one, other) => {
    const second = text.replaceAll(one, other);
    expect(second).not.toBe(text);
    expect(found(text).length).toBeGreaterThan(0);
    expect(found(second)).toEqual(found(text));
  });

  it("labels are printed as the author wrote them", () => {
    const labels = (text: string) => readText(text).figures.map(({ label }) => label);
    expect(labels("Số khoá tập huấn của Uỷ ban: 12.")[0]).toContain("khoá tập huấn của Uỷ ban");
  });
});

it("lexicons are written in the spelling that is looked up", () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !/testing|tone\.ts/.test(name)).map((name) => join(folder, name));
  for (const file of [...files(import.meta.dirname), ...files(join(import.meta.dirname, "../../core/src"))])
    expect([file, [...readFileSync(file, "utf8").replace(/^\s*(?:\/?\*|\/\/).*$/gm, "").matchAll(/[\p{L}]+/gu)].map(String).filter((word) => oneTonePlace(word) !== word)]).toEqual([file, []]);
});
