import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn, said } from "../testing/index.ts";
import { product } from "./product.ts";

const places = (made: string, left: string, right: string) => ({ product: said("Số buổi", made), left: quantityIn(dossier)(left), right: quantityIn(dossier)(right) });

describe("product", () => {
  it.each([
    ["as multiplied",          "468", "39", "12", "holds"],
    ["digits swapped",         "486", "39", "12", "violated"],
    ["a factor is missing",    "468", "39", "…",  "unknown"],
    ["a factor is zero",       "0",   "39", "0",  "holds"],
    ["something of nothing",   "468", "39", "0",  "violated"],
  ])("%s", (_, made, left, right, expected) => expect(verdict(product, places(made, left, right))).toBe(expected));

  it.each([
    ["vi", "Số buổi: 39 × 12 không bằng 486, lệch 18 hồ sơ. Nhân lại."],
    ["en", "Số buổi: 39 × 12 does not make 486, off by 18 hồ sơ. Multiply again."],
  ] as const)("says by how much (%s)", (language, expected) => expect(sentence(product, language, places("486", "39", "12"))).toBe(expected));

  it("implies each figure from the others", () => {
    const cells = places("468", "39", "12");
    expect((["product", "left", "right"] as const).map((place) => String(implied(product, cells, place)))).toEqual(["[468; 468]", "[39; 39]", "[12; 12]"]);
  });
});
