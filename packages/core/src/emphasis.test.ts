import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineOfStretches, type Stretch, stretchesIn } from "./emphasis.ts";

const said = (line: string): string => stretchesIn(line).map(({ text, bold, italic }) => `${bold ? "B" : ""}${italic ? "I" : ""}[${text}]`).join("");

describe("words of a passage that stand out", () => {
  it.each([
    ["bold",                                    "số hồ sơ **giảm mạnh** so với",  "[số hồ sơ ]B[giảm mạnh][ so với]"],
    ["italic",                                  "*không* phát sinh",              "I[không][ phát sinh]"],
    ["both",                                    "***rất*** gấp",                  "BI[rất][ gấp]"],
    ["italic within bold",                      "**a *b* c**",                    "B[a ]BI[b]B[ c]"],
    ["bold against italic",                     "**a***b*",                       "B[a]I[b]"],
    ["a star that is meant",                    "\\*1, tệp \\\\",                 "[*1, tệp \\]"],
    ["stars between figures are stars",         "2 * 3 * 4",                      "[2 * 3 * 4]"],
    ["one that closes nothing is a star",       "*chú thích",                     "[*chú thích]"],
    ["a name with underscores stays as it is",  "so_lieu_thang",                  "[so_lieu_thang]"],
    ["stars and nothing else",                  "****",                           "[****]"],
  ])("%s", (_, line, expected) => expect(said(line)).toBe(expected));

  it("are read as they were written", () => {
    const look = fc.record({ bold: fc.boolean(), italic: fc.boolean() });
    const stretch = fc.tuple(fc.stringMatching(/^[a-zạ*\\ ,]{1,6}$/u), look).map(([text, { bold, italic }]): Stretch => ({ text, ...(bold && { bold: true as const }), ...(italic && { italic: true as const }) }));
    // A space looks the same however it is set.
    const shown = (stretches: readonly Stretch[]) => stretches.flatMap(({ text, bold, italic }) => [...text].map((sign) => (sign === " " ? sign : `${sign}${bold ? "B" : ""}${italic ? "I" : ""}`))).join("");
    fc.assert(fc.property(fc.array(stretch, { maxLength: 5 }), (stretches) => {
      expect(shown(stretchesIn(lineOfStretches(stretches)))).toBe(shown(stretches));
    }), { numRuns: 2_000 });
  });
});
