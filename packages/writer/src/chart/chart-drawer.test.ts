import { readFileSync } from "node:fs";
import { isKhopError, quantity, unitOf } from "@khop/core";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import * as Plot from "@observablehq/plot";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { writePdf } from "../print/index.ts";
import { exampleFacts, exampleReport } from "../testing/index.ts";
import { plainLayout } from "../testing/layout.ts";
import { chartDrawer, type ShownChart } from "./index.ts";
import { inks } from "./ink.ts";
import { wrapped } from "./label.ts";

const { document } = parseHTML("<html></html>");
const tinos = (face: string): URL => new URL(face, import.meta.resolve("@expo-google-fonts/tinos/package.json"));
const fontBuffers = [new Uint8Array(readFileSync(tinos("400Regular/Tinos_400Regular.ttf")))];
const png = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { fontBuffers, defaultFontFamily: "Tinos", loadSystemFonts: false } }).render().asPng();
const drawChart = chartDrawer({ plot: Plot, document, png });

/** "9504 … 8717": figures as they stand in a table; "-" where there is none. */
const figures = (values: string) =>
  values.split(" ").map((value) => (value === "-" ? null : ({ is: "figure", fact: value, text: value === "…" ? value : value.replace(".", ","), quantity: value === "…" ? null : quantity({ value, unit: unitOf("hồ sơ") }), writing: {} } as const)));
const chart = (kind: ShownChart["kind"], categories: string, ...series: string[]): ShownChart => ({
  is: "chart",
  kind,
  categories: categories.split(", "),
  series: series.map((values, i) => ({ name: `Dãy ${i + 1}`, figures: figures(values) })),
  alt: "",
});
const svgOf = (one: ShownChart, width = 450): string => drawChart(one, width).svg;
const texts = (svg: string): string[] => [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text = ""]) => text);
const levels = "Cấp tỉnh, Cấp huyện, Cấp xã";

beforeAll(async () => {
  await initWasm(readFileSync(new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
});

describe("a chart", () => {
  it.each<[string, ShownChart, string[]]>([
    ["of bars bears names and figures",            chart("bars", levels, "9504 687 8717"),            ["Cấp tỉnh", "Cấp huyện", "Cấp xã", "9504", "687", "8717"]],
    ["has an axis in Vietnamese writing",          chart("bars", levels, "9504 687 8717"),            ["2.000", "8.000"]],
    ["says which figure is missing",               chart("bars", levels, "9504 … 8717"),              ["…"]],
    ["of several series has a key",                chart("bars", levels, "1 2 3", "4 5 6"),           ["Dãy 1", "Dãy 2"]],
    ["of falls",                                   chart("bars", "Đi, Đến", "-12.55 4.29"),           ["-12,55", "4,29", "-10"]],
    ["of lines bears every figure of one series",  chart("line", "T8, T9, T10", "12.5 13.75 11"),     ["12,5", "13,75", "11"]],
    ["of lines names several at their ends",       chart("line", "T8, T9, T10", "1 2 3", "4 5 -"),    ["Dãy 1: 3", "Dãy 2"]],
    ["of decimals has no dust on its axis",        chart("line", "T8, T9", "0.1 0.3"),                ["0,1", "0,15", "0,3"]],
    ["of nothing but noughts",                     chart("bars", levels, "0 0 0"),                    ["0"]],
    ["of nothing but gaps",                        chart("line", "T8, T9", "- …"),                    ["T8", "T9"]],
    ["of one point",                               chart("line", "T8", "7"),                          ["T8", "7"]],
    ["of a long name breaks it between words",     chart("bars", "Cấp xã và các đơn vị sự nghiệp công lập trực thuộc", "7"), ["công lập trực thuộc"]],
  ])("%s", (_, one, expected) => expect(texts(svgOf(one))).toEqual(expect.arrayContaining(expected)));

  it.each(["bars", "line"] as const)("of %s is the same bytes every time, in dots too", (kind) => {
    const one = chart(kind, levels, "9504 687 8717", "12 … -");
    expect(svgOf(one)).toBe(svgOf(one));
    expect(drawChart(one, 450).png()).toEqual(drawChart(one, 450).png());
  });

  it("is a file of its own: a namespace, its patterns, no rule and no address", () => {
    const svg = svgOf(chart("bars", levels, "1 2 3", "1 2 3", "1 2 3"));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" font-family="Tinos,/);
    expect(svg.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<style|<script/);
    for (const [, id] of svg.matchAll(/url\(#(\w+)\)/g)) expect(svg).toContain(`<pattern id="${id}"`);
  });

  it("tells series apart without colour: each its own filling, its own sign, all lines but one broken their own way", () => {
    const distinct = (list: readonly unknown[]): number => new Set(list).size;
    expect([inks.map(({ fill }) => fill), inks.map(({ dash }) => dash), inks.map(({ symbol }) => symbol)].map(distinct)).toEqual([inks.length, inks.length, inks.length]);
  });

  it("keeps names at the ends of lines apart", () => {
    const svg = svgOf(chart("line", "T8, T9", "100 200", "101 201", "102 202"));
    const labels = svg.matchAll(/translate\([\d.]+,([-\d.]+)\)"[^>]*aria-label="text"><text transform="translate\([\d.]+,([-\d.]+)\)/g);
    const heights = [...labels].map(([, moved, at]) => Number(moved) + Number(at)).sort((a, b) => a - b);
    expect(heights).toHaveLength(3);
    expect(Math.min(...heights.slice(1).map((height, i) => height - (heights[i] as number)))).toBeGreaterThanOrEqual(12.9);
  });

  it("is as high as its bars need, and as wide as it is asked", () => {
    const [few, many] = ["Một", Array.from({ length: 12 }, (_, i) => `Xã ${i}`).join(", ")].map((names) => drawChart(chart("bars", names, names.split(", ").map(() => "1").join(" ")), 400));
    expect(few?.width).toBe(400);
    expect(many!.height).toBeGreaterThan(few!.height * 4);
  });

  it("keeps signs that mean something in XML", () => expect(svgOf(chart("bars", "A & B <c>", "1"))).toContain("A &amp; B &lt;c"));

  it("is dots three to a point", () => {
    const bytes = drawChart(chart("bars", levels, "1 2 3"), 450).png();
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(16)).toBe(1350);
  });

  it("asks for a program that makes dots only when dots are asked for", () => {
    const drawing = chartDrawer({ plot: Plot, document })(chart("bars", levels, "1 2 3"), 450);
    expect(() => drawing.png()).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "writer/no-raster")));
  });

  it("stands in a PDF in the font of the report, the same every time", () => {
    const engine = NodeCompiler.create({ fontArgs: [{ fontPaths: ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((face) => decodeURIComponent(tinos(face).pathname)) }] });
    const [fact = ""] = exampleFacts.keys();
    const report = { ...exampleReport, opening: [{ is: "chart" as const, kind: "bars" as const, categories: ["Một"], series: [{ name: "x", facts: [fact] }] }] };
    const write = (): string => Buffer.from(writePdf(engine, report, { facts: exampleFacts, layout: plainLayout, drawChart })).toString("latin1");
    expect(write()).toBe(write());
    expect(write()).toContain("Tinos-Regular");
  });
});

it.each([
  ["a b c", 1000, ["a b c"]],
  ["một hai", 20, ["một", "hai"]],
  ["mộtchữrấtdài", 5, ["mộtchữrấtdài"]],
])("%s in %i points", (text, width, expected) => expect(wrapped(text, width)).toEqual(expected));
