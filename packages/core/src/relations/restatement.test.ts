import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { billionDong, dossier, quantityIn, said } from "../testing/index.ts";
import { restatement } from "./restatement.ts";

describe("restatement", () => {
  it.each([
    // how the earlier figure is printed  unit         now      before     verdict
    ["as it was published",               dossier,     "116",   "116",     "holds"],
    ["otherwise",                         dossier,     "117",   "116",     "violated"],
    ["with fewer decimals",               billionDong, "20,3",  "20,25",   "holds"],
    ["at the same precision, otherwise",  billionDong, "20,26", "20,25",   "violated"],
    ["before it was known",               dossier,     "116",   "…",       "unknown"],
  ])("%s", (_, unit, now, before, expected) => {
    const read = quantityIn(unit);
    expect(verdict(restatement, { restated: read(now), published: read(before) })).toBe(expected);
  });

  it.each([
    ["vi", "Hồ sơ tháng trước: số kỳ trước in lại 117 khác với báo cáo kỳ trước, 116. Nếu đã điều chỉnh thì ghi rõ, nếu không thì lấy lại số đã báo cáo."],
    ["en", "Hồ sơ tháng trước: the earlier figure is printed again as 117, unlike the earlier report, 116. If it was revised, say so; else take the figure that was reported."],
  ] as const)("names both figures (%s)", (language, expected) => {
    expect(sentence(restatement, language, { restated: said("hồ sơ tháng trước", "117"), published: said("hồ sơ", "116") })).toBe(expected);
  });

  it("implies what was published", () => {
    expect(String(implied(restatement, { restated: said("", "117"), published: said("", "…") }, "published"))).toBe("[117; 117]");
  });
});
