import { isKhopError } from "@khop/core";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { describe, expect, it } from "vitest";
import { exampleFacts, exampleReport } from "../testing/index.ts";
import { plainLayout } from "../testing/layout.ts";
import { string } from "./code.ts";
import { type TypstEngine, writePdf } from "./write-pdf.ts";

const fonts = import.meta.resolve("@expo-google-fonts/tinos/package.json");
const fontPaths = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((face) => decodeURIComponent(new URL(face, fonts).pathname));
const engine = NodeCompiler.create({ fontArgs: [{ fontPaths }] });
const options = { facts: exampleFacts, layout: plainLayout };
const written = (change: Partial<typeof exampleReport> = {}, layout = plainLayout): string =>
  Buffer.from(writePdf(engine, { ...exampleReport, ...change }, { facts: exampleFacts, layout })).toString("latin1");

describe("a report as PDF", () => {
  it("is PDF/A-2, with its font embedded", () => {
    const text = written();
    expect(text).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(new Set([...text.matchAll(/\/BaseFont \/\w{6}\+(\w+)/g)].map(([, name]) => name))).toEqual(new Set(["Tinos"]));
    expect(text).toContain("/FontFile2");
  });

  it("is the same bytes every time, and asks no clock", () => {
    expect(written()).toBe(written());
    expect(written({ date: null, draft: true })).toContain("1980-01-01");
  });

  it.each<[string, Partial<typeof exampleReport>]>([
    ["signs that mean something to typst", { body: '#let x = "1" \\ $a$ *b* _c_ <d> @e `f` // g', legalBases: ["Căn cứ #panic()", "Căn cứ\nhai dòng"] }],
    ["nothing but a head and an end", { sections: [], tasks: [], opening: [], closing: [], legalBases: [], addressedTo: [], footnotes: [], appendices: [], addressees: [] }],
  ])("is written whatever the words are: %s", (_, change) => {
    expect(written(change)).toMatch(/^%PDF-1\.7/);
  });

  it("names the text that its font cannot show", () => {
    const write = () => written({ body: "Sở Vui Vẻ 💥" });
    expect(write).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "writer/no-glyph") && error.info.text === "💥" && error.message.includes('không có ký tự "💥"')));
  });

  it.each<[string, () => unknown, string]>([
    ["no libre font stands for", () => written({}, { ...plainLayout, font: "Arial" }), 'No font is embedded for "Arial". Name one of: Times New Roman, Tinos.'],
    ["typst does not find", () => writePdf({ pdf: () => Buffer.from("/BaseFont /ABCDEF+LibertinusSerif-Regular") } satisfies TypstEngine, exampleReport, options), 'Typst found no font "Tinos" and took LibertinusSerif-Regular.'],
  ])("is refused in a font that %s", (_, write, expected) => {
    expect(write).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "writer/no-print-font") && error.message.startsWith(expected)));
  });
});

it.each([
  ["quotes and backslashes", 'a "b" \\c', '"a \\"b\\" \\\\c"'],
  ["lines and tabs", "a\nb\tc", '"a b c"'],
  ["signs of control", "a\u0000b", '"ab"'],
])("a string keeps %s", (_, text, expected) => expect(string(text)).toBe(expected));
