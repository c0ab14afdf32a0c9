import { describe, expect, it } from "vitest";
import { docOf, textOf } from "./passage-doc.ts";

describe("a passage to write in", () => {
  it.each([
    ["paragraphs",               "Một.\nHai."],
    ["nothing",                  ""],
    ["an empty line between",    "Một.\n\nHai."],
    ["items",                    "Gồm:\n- một;\n- hai."],
    ["words that stand out",     "Số hồ sơ **giảm *mạnh* hẳn** so với *kỳ trước*"],
    ["signs that are meant",     "2 \\* 3, tệp \\\\a, <b>không đậm</b>"],
  ])("is kept as it was: %s", (_, text) => {
    const kept = textOf(docOf(text));
    expect(textOf(docOf(kept))).toBe(kept);
    expect(kept.replace(/\*/g, "")).toBe(text.replace(/\*/g, ""));
  });

  it("takes other bullets for its own", () => expect(textOf(docOf("+ một\n• hai"))).toBe("- một\n- hai"));
});
