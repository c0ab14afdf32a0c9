import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn, said } from "../testing/index.ts";
import { continuation } from "./continuation.ts";

describe("continuation", () => {
  it.each([
    // what the period opens with       opening  closing  verdict
    ["what the one before closed with", "37",    "37",    "holds"],
    ["something else",                  "37",    "73",    "violated"],
    ["the closing is missing",          "37",    "…",     "unknown"],
  ])("%s", (_, opening, closing, expected) => {
    const read = quantityIn(dossier);
    expect(verdict(continuation, { opening: read(opening), closing: read(closing) })).toBe(expected);
  });

  it.each([
    ["vi", "Tồn đầu kỳ: đầu kỳ ghi 37, khác với tồn cuối kỳ trước 35. Xem lại số chuyển sang, hoặc ghi rõ lý do điều chỉnh."],
    ["en", "Tồn đầu kỳ: the period opens with 37, the one before closed with 35. Look again at what was carried over, or say why it was revised."],
  ] as const)("names both figures (%s)", (language, expected) => {
    expect(sentence(continuation, language, { opening: said("tồn đầu kỳ", "37"), closing: said("tồn cuối kỳ", "35") })).toBe(expected);
  });

  it("implies the opening", () => {
    expect(String(implied(continuation, { opening: said("", "…"), closing: said("", "35") }, "opening"))).toBe("[35; 35]");
  });
});
