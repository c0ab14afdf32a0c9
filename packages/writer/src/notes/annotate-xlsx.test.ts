import { type Cell, cellOf, type Finding, isKhopError, quantity, unitOf } from "@khop/core";
import { openPackage, PackageEdit } from "@khop/ooxml";
import { excelFile, wordFile } from "@khop/ooxml/testing";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { annotateXlsx, type CellSource } from "./annotate-xlsx.ts";

/** A figure of these tests is anchored at a place of its own; the source knows its cell. */
const places: { readonly sheet: string; readonly cell: string }[] = [];
const source: CellSource = { spans: (start) => places.slice(start, start + 1) };

function figure(value: string, at: string, sheet = "A"): Cell {
  const start = places.push({ sheet, cell: at }) - 1;
  return cellOf({ id: `${sheet}!${at}`, label: "nhận", quantity: quantity({ value, unit: unitOf("hồ sơ") }), anchor: { in: "document", start, end: start + 1 } });
}

const finding = (...cells: Cell[]): Finding => ({
  code: "total-mismatch",
  severity: "error",
  message: { vi: `Tổng lệch ở ${cells[0]?.quantity?.value}.`, en: "The total is off." },
  cells,
  relations: [],
  suspects: [],
  ambiguous: false,
});

const data = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const options = { lang: "vi" } as const;

/** The package with more parts, or some of them otherwise. */
const withParts = (file: Uint8Array, parts: Readonly<Record<string, string | ((old: string) => string)>>): Uint8Array => {
  const opened = openPackage(file);
  const edit = new PackageEdit(opened);
  for (const [name, part] of Object.entries(parts)) edit.put(name, typeof part === "string" ? part : part(opened.text(name)));
  return edit.save();
};

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = (...ties: [id: string, type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${ties.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.includes(":") ? type : `${office}/${type}`}" Target="${target}"/>`).join("")}</Relationships>`;
const sml = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const box = (id: number, row: number, column: number): string => `<v:shape id="_x0000_s${id}" type="#_x0000_t202"><v:textbox><div>a<br>b</div></v:textbox><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
/** A sheet with a note at B1 and, as Excel does it, markup in its drawing that is no XML. */
const noted = (text: string, root = "comments"): Uint8Array =>
  withParts(excelFile({ A: `${data}<pageMargins/><legacyDrawing r:id="rId7"/><extLst/>` }), {
    "xl/worksheets/_rels/sheet1.xml.rels": rels(["rId7", "vmlDrawing", "../drawings/vmlDrawing1.vml"], ["rId8", "comments", "../comments1.xml"]),
    "xl/comments1.xml": `<${root} ${sml}><authors><author>An</author></authors><commentList><comment ref="B1" authorId="0"><text>${text}</text></comment></commentList></${root}>`,
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/></o:shapelayout><v:shapetype id="_x0000_t202"/>${box(3073, 0, 1)}</xml>`,
    "[Content_Types].xml": (old) => old.replace("<Override", '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override'),
  });

const notesIn = (file: Uint8Array, part = "xl/comments1.xml"): Record<string, string> =>
  Object.fromEntries(openPackage(file).xml(part).child("sml:commentList")!.elements().map((comment) => [comment.attributes.ref as string, comment.text]));
/** Parts that are not as they were, header and compressed bytes. */
const changed = (before: Uint8Array, after: Uint8Array): string[] => {
  const raw = (file: Uint8Array) => new Map(openPackage(file).zip.entries.map(({ name, local }) => [name, Buffer.from(file.subarray(...local)).toString("latin1")]));
  const [old, now] = [raw(before), raw(after)];
  expect([...old.keys()].every((name) => now.has(name))).toBe(true);
  return [...now.keys()].filter((name) => old.get(name) !== now.get(name)).sort();
};

describe("notes in a workbook", () => {
  const before = excelFile({ A: data, B: data });

  it("are read by another program where they were put", async () => {
    const { bytes } = annotateXlsx(before, source, [finding(figure("1", "A1")), finding(figure("2", "A1", "B"))], options);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const said = (sheet: string, cell: string) => (workbook.getWorksheet(sheet)?.getCell(cell).note as ExcelJS.Comment | undefined)?.texts?.map(({ text }) => text).join("");
    expect([said("A", "A1"), said("B", "A1"), said("A", "C4")]).toEqual(["Lỗi: Tổng lệch ở 1.", "Lỗi: Tổng lệch ở 2.", undefined]);
  });

  it("change what names them, and nothing else", () => {
    const { bytes } = annotateXlsx(before, source, [finding(figure("1", "A1"))], options);
    expect(changed(before, bytes)).toEqual(["[Content_Types].xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml"]);
  });

  it("are one for several findings on a cell, with the figures that it is held against", () => {
    const [one, other] = [figure("1", "A1"), figure("5", "B1")];
    const { bytes, placed } = annotateXlsx(before, source, [finding(one, other), finding(one)], options);
    expect(notesIn(bytes)).toEqual({ A1: "Lỗi: Tổng lệch ở 1.\nCon số liên quan: 5 hồ sơ (nhận).\nLỗi: Tổng lệch ở 1." });
    expect(placed).toHaveLength(2);
  });

  it("name their author, and say it in English", () => {
    const { bytes } = annotateXlsx(before, source, [finding(figure("1", "A1"))], { lang: "en", author: "Tổ <1>" });
    expect(openPackage(bytes).xml("xl/comments1.xml").child("sml:authors")?.text).toBe("Tổ <1>");
    expect(notesIn(bytes)).toEqual({ A1: "Error: The total is off." });
  });

  it("have boxes with ids of their own in every sheet", () => {
    const { bytes } = annotateXlsx(before, source, [finding(figure("1", "A1")), finding(figure("1", "B2")), finding(figure("2", "C4", "B"))], options);
    const opened = openPackage(bytes);
    const boxes = ["1", "2"].flatMap((number) => [...opened.text(`xl/drawings/vmlDrawing${number}.vml`).matchAll(/data="\d"|id="_x0000_s\d+"|<x:(?:Row|Column)>\d+/g)].map(String));
    expect(boxes).toEqual(['data="1"', 'id="_x0000_s1025"', "<x:Row>0", "<x:Column>0", 'id="_x0000_s1026"', "<x:Row>1", "<x:Column>1", 'data="2"', 'id="_x0000_s2049"', "<x:Row>3", "<x:Column>2"]);
    expect(() => opened.xml("xl/drawings/vmlDrawing1.vml")).not.toThrow();
  });

  it.each<[string, string, string]>([
    ["behind the data",                  data,                                                           `${data}!`],
    ["behind a drawing",                 `${data}<pageSetup/><drawing r:id="a"/>`,                       `${data}<pageSetup/><drawing r:id="a"/>!`],
    ["before tables and extensions",     `${data}<tableParts/><extLst/>`,                                `${data}!<tableParts/><extLst/>`],
    ["before controls in alternatives",  `${data}<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>`, `${data}!<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>`],
    ["in a protected sheet",             `${data}<sheetProtection sheet="1" objects="1"/>`,              `${data}<sheetProtection sheet="1" objects="1"/>!`],
    ["for a tie that leads nowhere",     `${data}<legacyDrawing r:id="none"/>`,                          `${data}!`],
  ])("are tied to the sheet where its order has it: %s", (_, xml, expected) => {
    const { bytes } = annotateXlsx(excelFile({ A: xml }), source, [finding(figure("1", "A1"))], options);
    const tie = `<legacyDrawing xmlns:r="${office}" r:id="rId2"/>`;
    expect(openPackage(bytes).text("xl/worksheets/sheet1.xml")).toContain(`>${expected.replace("!", tie)}</worksheet>`);
  });
});

describe("a workbook that has notes", () => {
  it("keeps them byte for byte, and takes ours besides", () => {
    const before = noted("<t>Xem</t>");
    const { bytes } = annotateXlsx(before, source, [finding(figure("1", "A1"))], options);
    expect(changed(before, bytes)).toEqual(["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"]);
    expect(notesIn(bytes)).toEqual({ B1: "Xem", A1: "Lỗi: Tổng lệch ở 1." });
    const opened = openPackage(bytes);
    expect(opened.text("xl/comments1.xml")).toContain('<comment ref="B1" authorId="0"><text><t>Xem</t></text></comment>');
    expect(opened.xml("xl/comments1.xml").child("sml:commentList")?.elements().map(({ attributes }) => attributes.authorId)).toEqual(["0", "1"]);
    expect(opened.text("xl/drawings/vmlDrawing1.vml")).toContain(box(3073, 0, 1));
    expect(opened.text("xl/drawings/vmlDrawing1.vml").match(/_x0000_s\d+/g)).toEqual(["_x0000_s3073", "_x0000_s3074"]);
  });

  it.each<[string, string, string]>([
    ["that is plain",       "<t>Xem</t>",                                 "Xem\nLỗi: Tổng lệch ở 1."],
    ["that is made of runs", "<r><rPr><b/></rPr><t>An:</t></r><r><t> xem</t></r>", "An: xem\nLỗi: Tổng lệch ở 1."],
    ["that is empty",       "",                                           "Lỗi: Tổng lệch ở 1."],
  ])("has ours below one on the same cell: %s", (_, text, expected) => {
    const before = noted(text);
    const { bytes } = annotateXlsx(before, source, [finding(figure("1", "B1")), finding(figure("2", "C1"))], options);
    expect(notesIn(bytes)).toEqual({ B1: expected, C1: "Lỗi: Tổng lệch ở 2." });
    const first = openPackage(bytes).xml("xl/comments1.xml").child("sml:commentList")?.elements()[0]?.child("sml:text");
    expect(first?.elements().every(({ name }) => name === "sml:r")).toBe(true);
  });

  it("may write them with a prefix", () => {
    const before = withParts(noted("<t>Xem</t>"), { "xl/comments1.xml": (old) => old.replace(/<(\/?)(\w)/g, "<$1s:$2").replace("xmlns=", "xmlns:s=") });
    expect(notesIn(annotateXlsx(before, source, [finding(figure("1", "A1"))], options).bytes)).toEqual({ B1: "Xem", A1: "Lỗi: Tổng lệch ở 1." });
  });

  it("leaves threads of comments alone: the note stands on another figure and says so", () => {
    const type = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
    const before = withParts(noted("<t>[Threaded comment]</t>"), {
      "xl/worksheets/_rels/sheet1.xml.rels": (old) => old.replace("</Rel", `<Relationship Id="rId9" Type="${type}" Target="../threadedComments/threadedComment1.xml"/></Rel`),
      "xl/threadedComments/threadedComment1.xml": '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B1" id="{1}"><text>Xem</text></threadedComment></ThreadedComments>',
    });
    const alone = finding(figure("1", "B1"));
    const { bytes, unplaced } = annotateXlsx(before, source, [finding(figure("1", "B1"), figure("2", "C1")), alone], options);
    expect(unplaced).toEqual([alone]);
    expect(notesIn(bytes)).toEqual({
      B1: "[Threaded comment]",
      C1: "Lỗi: Tổng lệch ở 1.\nCon số liên quan: 1 hồ sơ (nhận).\nÔ cần xem là B1; ô ấy có chuỗi bình luận, Excel không hiện thêm ghi chú ở đó.",
    });
    expect(changed(before, bytes)).not.toContain("xl/threadedComments/threadedComment1.xml");
  });
});

it("keeps macros", () => {
  const before = withParts(excelFile({ A: data }), {
    "xl/vbaProject.bin": "\u0001macro",
    "[Content_Types].xml": (old) => old.replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
  });
  const { bytes, placed } = annotateXlsx(before, source, [finding(figure("1", "A1"))], options);
  expect(placed).toHaveLength(1);
  expect(changed(before, bytes)).not.toContain("xl/vbaProject.bin");
});

it("is the file itself when there is nothing to say, or nowhere to say it", () => {
  const before = excelFile({ A: data });
  const lost = finding(cellOf({ id: "hidden", hidden: true }));
  expect(annotateXlsx(before, source, [lost, finding(figure("1", "A1", "no such sheet"))], options)).toMatchObject({ bytes: before, placed: [], signed: false });
});

it("is refused when it is no workbook", () => {
  try {
    annotateXlsx(wordFile("<w:p/>"), source, [], options);
    expect.unreachable();
  } catch (error) {
    expect(isKhopError(error, "writer/not-excel")).toBe(true);
  }
});
