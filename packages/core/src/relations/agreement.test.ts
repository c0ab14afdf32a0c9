import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn } from "../testing/index.ts";
import { agreement } from "./agreement.ts";

const places = (bases: string) => ({ bases: bases.split("; ").map((text) => quantityIn(dossier)(text, { label: "Dân số" })) });

describe("agreement", () => {
  it.each([
    ["one base",              "613.512; 613.512",  "holds"],
    ["two bases",             "613.512; 590.488",  "violated"],
    ["a base is not known",   "613.512; …",        "unknown"],
  ])("%s", (_, bases, expected) => expect(verdict(agreement, places(bases))).toBe(expected));

  it.each([
    ["vi", "Dân số: các tỷ lệ trong báo cáo dựa trên những mẫu số khác nhau. Thống nhất một mẫu số, ghi rõ nguồn và thời điểm."],
    ["en", "Dân số: the ratios of the report rest on different bases. Settle on one, with its source and date."],
  ] as const)("asks for one base (%s)", (language, expected) => expect(sentence(agreement, language, places("613.512; 590.488"))).toBe(expected));

  it("implies a base from the others", () => expect(String(implied(agreement, places("613.512; …"), "bases", 1))).toBe("[613512; 613512]"));
});
