import { excelFile } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { readXlsx } from "./read.ts";

const styles = '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0&quot; ®ång&quot;"/></numFmts><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font><font><name val="VNI-Times"/></font><font><name val=".VnTimeH"/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="1" numFmtId="164"/></cellXfs>';
const t = (text: string): string => `<t xml:space="preserve">${text}</t>`;
const cell = (inside: string, style = 0): string => `<c s="${style}" t="inlineStr"><is>${inside}</is></c>`;
const run = (text: string, font = ""): string => `<r>${font && `<rPr><rFont val="${font}"/></rPr>`}${t(text)}</r>`;
const read = (...rows: string[]) => readXlsx(excelFile({ a: `<sheetData>${rows.map((row) => `<row>${row}</row>`).join("")}</sheetData>` }, { styles }));

describe("a cell in a font of old", () => {
  it.each<[string, string, string]>([
    ["TCVN3, by its style",              cell(t("Tæng sè hå s¬"), 1),                             "Tổng số hồ sơ"],
    ["a font of capitals",               cell(t("b¸o c¸o"), 3),                                   "BÁO CÁO"],
    ["VNI",                              cell(t("Toång soá hoà sô"), 2),                          "Tổng số hồ sơ"],
    ["runs with fonts of their own",     cell(run("Tổng số ") + run("hå s¬", ".VnTime") + run(" ñuùng", "VNI-Times")), "Tổng số hồ sơ đúng"],
    ["runs with that of the cell",       cell(run("hå ") + run("sơ", "Arial"), 1),                "hồ sơ"],
    ["a letter and its mark in two runs", cell(run("ho", "VNI-Times") + run("à sô", "VNI-Times")), "hồ sơ"],
    ["the unit that its format prints",  '<c s="4"><v>1234</v></c>',                             "1.234 đồng"],
    ["Unicode in it",                    cell(t("Có hồ sơ không"), 1),                            "Có hồ sơ không"],
  ])("is read as it looks: %s", (_, xml, expected) => {
    expect(read(xml).text.split("\n").slice(1).join("\n").trimEnd()).toBe(expected);
  });

  it("is checked, and leads back to its characters", () => {
    const { text, source, encodings, network } = read(cell(t("Toång soá 12 hoà sô, trong ñoù 7 hoà sô ñuùng haïn vaø 5 hoà sô treã haïn."), 2));
    expect(encodings).toEqual(["vni"]);
    expect(network.relations.map(({ kind }) => kind.kind)).toEqual(["total"]);
    const at = text.indexOf("7 hồ sơ");
    const file = "Toång soá 12 hoà sô, trong ñoù 7 hoà sô ñuùng haïn vaø 5 hoà sô treã haïn.";
    const spans = source.spans(at, at + "7 hồ sơ".length);
    expect(spans.map(({ from, to }) => file.slice(from, to)).join("")).toBe("7 hoà sô");
    expect(spans[0]).toMatchObject({ sheet: "a", cell: "A1" });
  });

  it("is told only where something was converted", () => {
    expect(read(cell(t("12"), 1)).encodings).toEqual([]);
  });
});
