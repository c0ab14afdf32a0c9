import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn, said } from "../testing/index.ts";
import { balance } from "./balance.ts";

const places = (closing: string, opening: string, ins: string, outs: string) => {
  const list = (texts: string) => (texts === "" ? [] : texts.split(" + ").map((text) => quantityIn(dossier)(text)));
  return { closing: said("Tồn cuối kỳ", closing), opening: said("tồn đầu kỳ", opening), ins: list(ins), outs: list(outs) };
};

describe("balance", () => {
  it.each([
    // what the report says      closing  opening  in          out         verdict
    ["opening + in − out",       "116",   "100",   "50",       "34",       "holds"],
    ["several movements",        "116",   "100",   "50 + 4",   "34 + 4",   "holds"],
    ["nothing went out",         "150",   "100",   "50",       "",         "holds"],
    ["off by one",               "117",   "100",   "50",       "34",       "violated"],
    ["the opening is missing",   "116",   "…",     "50",       "34",       "unknown"],
    ["an outflow is missing",    "116",   "100",   "50",       "…",        "unknown"],
  ])("%s", (_, closing, opening, ins, outs, expected) => expect(verdict(balance, places(closing, opening, ins, outs))).toBe(expected));

  it.each([
    ["vi", "34", "Tồn cuối kỳ: 100 + 50 − 34 không bằng 120, lệch 4 hồ sơ. Xem lại số đầu kỳ, số tăng, giảm trong kỳ hoặc số cuối kỳ."],
    ["vi", "",   "Tồn cuối kỳ: 100 + 50 không bằng 120, lệch 30 hồ sơ. Xem lại số đầu kỳ, số tăng, giảm trong kỳ hoặc số cuối kỳ."],
    ["en", "34", "Tồn cuối kỳ: 100 + 50 − 34 does not make 120, off by 4 hồ sơ. Look again at opening, movements and closing."],
  ] as const)("says by how much (%s, %s)", (language, outs, expected) => expect(sentence(balance, language, places("120", "100", "50", outs))).toBe(expected));

  it("implies each figure from the others", () => {
    const cells = places("116", "…", "50", "34");
    expect([String(implied(balance, cells, "opening")), String(implied(balance, places("116", "100", "50", "…"), "outs"))]).toEqual(["[100; 100]", "[34; 34]"]);
  });
});
