import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../decimal.ts";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { anyDecimal, billionDong, dossier, point, printed, quantityIn, said } from "../testing/index.ts";
import { total } from "./total.ts";

describe("total", () => {
  it.each([
    // what the report says            unit         total     parts                    verdict
    ["counts add up",                  dossier,     "18.908", "4.603 + 14.205 + 100",  "holds"],
    ["a count is off by one",          dossier,     "18.908", "4.603 + 14.205 + 99",   "violated"],
    ["a part is not stated",           dossier,     "18.908", "4.603 + … + 100",       "unknown"],
    ["the total is not stated",        dossier,     "…",      "4.603 + 14.205 + 100",  "unknown"],
    ["as far off as rounding can be",  billionDong, "10,0",   "3,3 + 3,3 + 3,2",       "holds"],
    ["further off than rounding",      billionDong, "10,0",   "3,3 + 3,3 + 3,1",       "violated"],
    ["figures were cut, not rounded",  billionDong, "13,5",   "3,3 + 3,3 + 3,3 + 3,3", "truncated"],
    ["the total is a round count",     dossier,     "18.900", "4.603 + 14.205 + 99",   "holds"],
    ["rounder than the gap allows",    dossier,     "18.900", "4.603 + 14.205 + 199",  "violated"],
  ])("%s", (_, unit, stated, parts, expected) => {
    const read = quantityIn(unit);
    expect(verdict(total, { total: read(stated), parts: parts.split(" + ").map((text) => read(text)) })).toBe(expected);
  });

  it.each([
    ["vi", "Hồ sơ tiếp nhận", "Hồ sơ tiếp nhận: 60 + 39 không bằng 100, lệch 1 hồ sơ. Xem lại từng phần hoặc tổng số."],
    ["en", "Hồ sơ tiếp nhận", "Hồ sơ tiếp nhận: 60 + 39 do not make 100, off by 1 hồ sơ. Look again at each part or the total."],
    ["vi", "hồ sơ",           "Hồ sơ: 60 + 39 không bằng 100, lệch 1 hồ sơ. Xem lại từng phần hoặc tổng số."],
    ["vi", "",                "60 + 39 không bằng 100, lệch 1 hồ sơ. Xem lại từng phần hoặc tổng số."],
  ] as const)("says what is off, by how much, and what to look at (%s, %s)", (language, label, expected) => {
    expect(sentence(total, language, { total: said(label, "100"), parts: [said("trực tiếp", "60"), said("trực tuyến", "39")] })).toBe(expected);
  });

  it("names a part that is printed nowhere", () => {
    const rest = quantityIn(dossier)("…", { label: "còn lại", hidden: true, domain: { integer: true, min: 0 } });
    expect(sentence(total, "vi", { total: said("Hồ sơ", "100"), parts: [said("", "60"), said("", "50"), rest] }))
      .toBe("Hồ sơ: 60 + 50 + còn lại (không ghi) không bằng 100. Xem lại từng phần hoặc tổng số.");
  });

  it("names what is printed nowhere, where nothing of it is", () => {
    const then = (id: string) => quantityIn(dossier)("…", { id, label: "kỳ trước", hidden: true, domain: { integer: true, min: 0 } });
    expect(sentence(total, "vi", { total: then("tổng"), parts: [then("một"), then("hai")] }))
      .toBe("Tính ngược từ các con số có in, những số không in (kỳ trước) không khớp với nhau.");
    expect(sentence(total, "en", { total: then("tổng"), parts: [then("một"), then("hai")] }))
      .toBe("Worked back from the printed figures, those that are not printed (kỳ trước) do not fit together.");
  });

  it("holds for exact parts, however they are rounded", () => {
    fc.assert(fc.property(fc.array(anyDecimal, { minLength: 1 }), (exact) => {
      const read = quantityIn({ ...billionDong, exact: false });
      const cells = { total: read(printed(Decimal.sum(...exact))), parts: exact.map((value) => read(printed(value))) };
      expect(verdict(total, cells)).toBe("holds");
    }));
  });

  it("implies each figure from the others", () => {
    fc.assert(fc.property(fc.array(anyDecimal, { minLength: 1 }), (exact) => {
      const cells = { total: point(Decimal.sum(...exact)), parts: exact.map(point) };
      expect(String(implied(total, cells, "total"))).toBe(String(cells.total.quantity?.interval()));
      cells.parts.forEach((part, index) => { expect(String(implied(total, cells, "parts", index))).toBe(String(part.quantity?.interval())); });
    }));
  });
});
