import { describe, expect, it } from "vitest";
import { cutAtComma } from "./sum.tsx";

describe("a figure is cut where its decimal comma stands", () => {
  it.each([
    ["97,16 %",   "97",     ",16 %"],
    ["1.126",     "1.126",  ""],
    ["−0,30",     "−0",     ",30"],
    ["20 tỷ",     "20",     " tỷ"],
    ["hơn 1.500", "hơn 1.500", ""],
    ["…",         "…",      ""],
  ])("%s", (text, whole, rest) => expect(cutAtComma(text)).toEqual([whole, rest]));
});
