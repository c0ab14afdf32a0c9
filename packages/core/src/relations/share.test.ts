import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, percentage, quantityIn, said } from "../testing/index.ts";
import { share } from "./share.ts";

const places = (stated: string, parts: string, whole: string) => ({
  share: said("Tỷ lệ trễ hạn", stated, percentage),
  parts: parts.split(" + ").map((text) => said("hồ sơ trễ hạn", text)),
  whole: said("hồ sơ, cấp huyện", whole),
});

describe("share", () => {
  it.each([
    // what the report says              share    parts        whole    verdict
    ["rounded",                          "2,85",  "19",        "667",   "holds"],
    ["rounded, at a whole percent",      "3",     "19",        "667",   "holds"],
    ["cut instead of rounded",           "2,84",  "19",        "667",   "truncated"],
    ["one last digit above",             "2,86",  "19",        "667",   "violated"],
    ["one digit wrong",                  "2,95",  "19",        "667",   "violated"],
    ["a half either way, up",            "12,5",  "1.249",     "9.996", "holds"],
    ["an exact half, up",                "13",    "1",         "8",     "holds"],
    ["an exact half, down",              "12",    "1",         "8",     "holds"],
    ["parts taken together",             "50,0",  "19 + 31",   "100",   "holds"],
    ["the share is missing",             "…",     "19",        "667",   "unknown"],
    ["a part is missing",                "2,85",  "…",         "667",   "unknown"],
    ["the whole is missing",             "2,85",  "19",        "…",     "unknown"],
    ["zero of zero",                     "0",     "0",         "0",     "unknown"],
    ["something of zero",                "100",   "5",         "0",     "unknown"],
    ["none of some",                     "0",     "0",         "667",   "holds"],
  ])("%s", (_, stated, parts, whole, expected) => expect(verdict(share, places(stated, parts, whole))).toBe(expected));

  it.each([
    ["vi", "2,95", "Tỷ lệ trễ hạn: 19 trên 667 là 2,85 %, không phải 2,95 %, lệch 0,10 điểm %. Tính lại tỷ lệ."],
    ["en", "2,95", "Tỷ lệ trễ hạn: 19 of 667 is 2,85 %, not 2,95 %, off by 0,10 pp. Work out the share again."],
    ["vi", "3,1",  "Tỷ lệ trễ hạn: 19 trên 667 là 2,8 %, không phải 3,1 %, lệch 0,3 điểm %. Tính lại tỷ lệ."],
    ["vi", "4",    "Tỷ lệ trễ hạn: 19 trên 667 là 3 %, không phải 4 %, lệch 1 điểm %. Tính lại tỷ lệ."],
  ] as const)("says what it is instead (%s, %s)", (language, stated, expected) => {
    expect(sentence(share, language, places(stated, "19", "667"))).toBe(expected);
  });

  it("names a base that is printed nowhere", () => {
    const whole = quantityIn(dossier)("…", { label: "tổng số hồ sơ", hidden: true });
    expect(sentence(share, "vi", { ...places("2,95", "19", "667"), whole }))
      .toBe("Tỷ lệ trễ hạn: 19 trên tổng số hồ sơ (không ghi) không phải 2,95 %. Tính lại tỷ lệ.");
  });

  it("agrees with (2P − 1)·b ≤ 200·10^s·a ≤ (2P + 1)·b in whole numbers", () => {
    const counts = fc.record({ a: fc.nat(5000), b: fc.integer({ min: 1, max: 5000 }), s: fc.nat(3), near: fc.integer({ min: -2, max: 2 }) });
    fc.assert(fc.property(counts, ({ a, b, s, near }) => {
      const P = Math.max(0, Math.floor((100 * 10 ** s * a) / b) + near);
      const digits = String(P).padStart(s + 1, "0");
      const text = s === 0 ? digits : `${digits.slice(0, -s)},${digits.slice(-s)}`;
      const side = 200 * 10 ** s * a;
      const kept = (2 * P - 1) * b <= side && side <= (2 * P + 1) * b;
      expect(verdict(share, places(text, String(a), String(b))) === "holds" || isRound(a) || isRound(b)).toBe(kept || isRound(a) || isRound(b));
    }), { numRuns: 1000 });
  });

  it("implies each figure from the others", () => {
    const cells = places("2,85", "19", "667");
    expect(String(implied(share, cells, "parts"))).toBe("[18.97615; 19.04285]");
    expect(String(implied(share, places("12,5", "1", "8"), "share"))).toBe("[12.5; 12.5]");
    expect(String(implied(share, places("50", "10", "20"), "whole"))).toBe("[19.80198019801980198; 20.20202020202020202]");
  });
});

const isRound = (count: number): boolean => count >= 1000 && count % 100 === 0;
