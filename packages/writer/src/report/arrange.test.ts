import { isKhopError, type Report } from "@khop/core";
import { describe, expect, it } from "vitest";
import { exampleFacts, exampleReport } from "../testing/index.ts";
import { arrange } from "./arrange.ts";
import { dayText } from "./head.ts";
import type { Piece } from "./line.ts";
import { wordsOf } from "./notes.ts";

const text = (said: string) => [{ is: "text" as const, text: said }];
const passage = (spans: Report["footnotes"][number]["spans"]) => ({ is: "passage" as const, origin: "written" as const, spans });
const bare: Report = { ...exampleReport, addressedTo: [], legalBases: [], opening: [], closing: [], sections: [], tasks: [], footnotes: [], appendices: [], addressees: [] };
const arranged = (change: Partial<Report>) => arrange({ ...bare, ...change }, exampleFacts);
const shown = (pieces: readonly Piece[]): string[] => pieces.map((piece) => (piece.is !== "line" ? piece.is : `${piece.part}: ${wordsOf(piece.spans)}`));

describe("the head", () => {
  const head = (change: Partial<Report>) => arranged(change).head.flat().flat().map(({ spans }) => wordsOf(spans).replaceAll("\u00a0", "_"));
  it.each<[string, Partial<Report>, string]>([
    ["a zero before a number below 10",                { docNumber: { number: "5", symbol: "BC-SSL" } },  "Số: 05/BC-SSL"],
    ["none before a larger one",                       { docNumber: { number: "112", symbol: "BC-SSL" } }, "Số: 112/BC-SSL"],
    ["room for a number that is still to come",        { docNumber: { number: null, symbol: "BC-SSL" } }, "Số: _______/BC-SSL"],
    ["zeros before days below 10 and months 1 and 2",  { date: "2025-02-05" },                            "Hòa An, ngày 05 tháng 02 năm 2025"],
    ["none before other months",                       { date: "2024-09-18" },                            "Hòa An, ngày 18 tháng 9 năm 2024"],
    ["room for a day that is still to come",           { date: null },                                    "Hòa An, ngày ______ tháng ______ năm ________"],
    ["a draft says so",                                { draft: true },                                   "DỰ THẢO"],
  ])("%s", (_, change, expected) => expect(head(change)).toContain(expected));
});

describe("the title", () => {
  it.each<[string, Pick<Report, "title"> & { summary?: string }, string[]]>([
    ["kind and summary apart",           { title: "Báo cáo", summary: "Công tác tháng 10" }, ["title: BÁO CÁO", "summary: Công tác tháng 10"]],
    ["both in one title",                { title: "Báo cáo công tác tháng 10" },             ["title: BÁO CÁO", "summary: Công tác tháng 10"]],
    ["another kind without a summary",   { title: "Tờ trình" },                              ["title: TỜ TRÌNH"]],
  ])("%s", (_, change, expected) => {
    const { summary: _left, ...rest } = exampleReport;
    const report: Report = { ...rest, ...change, addressedTo: [] };
    expect(shown(arrange(report, exampleFacts).title)).toEqual(expected);
  });
});

describe("the body", () => {
  it.each<[string, Partial<Report>, string[]]>([
    ["headings by depth, numbers by place", { sections: [{ title: "Một", blocks: [], sections: [{ title: "Hai", blocks: [], sections: [{ title: "Ba", blocks: [], sections: [{ title: "Bốn", blocks: [] }] }] }] }] }, ["section: I. MỘT", "clause: 1. Hai", "point: a) Ba", "item: - Bốn"]],
    ["a number of its own",                 { sections: [{ title: "Một", blocks: [], sections: [{ title: "Hai", number: "2.1.", blocks: [] }] }] }, ["section: I. MỘT", "subclause: 2.1. Hai"]],
    ["passages with dashes are items",      { opening: [passage(text("Gồm:")), passage(text("- Một xã."))] }, ["text: Gồm:", "item: - Một xã."]],
    ["tasks are the last section",          { sections: [{ title: "Một", blocks: [] }], tasks: [{ text: "Số hóa.", dueDate: "2025-04-05", responsible: "Văn phòng" }], closing: [passage(text("Hết./."))] }, ["section: I. MỘT", "section: II. NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2025", "item: - Số hóa (chủ trì: Văn phòng; hoàn thành trước ngày 05/4/2025).", "text: Hết./."]],
    ["a table below its name and unit",     { opening: [{ is: "table", caption: "Bảng 1", unit: "xã", header: ["A", "B"], rows: [{ label: text("x"), cells: [[]] }] }] }, ["caption: Bảng 1", "tableUnit: Đơn vị tính: xã", "grid"]],
  ])("%s", (_, change, expected) => expect(shown(arranged(change).body)).toEqual(expected));
});

describe("footnotes", () => {
  const note = (id: string) => ({ is: "note" as const, note: id });
  const footnotes = [{ id: "b", spans: text("Của b.") }, { id: "a", spans: text("Của a.") }];

  it("are numbered by the place of their first mark", () => {
    const { body, notes } = arranged({ footnotes, opening: [passage([...text("x"), note("a"), note("b"), note("a")])] });
    expect(body.flatMap((piece) => (piece.is === "line" ? piece.spans : [])).slice(1)).toEqual([
      { is: "note", number: 1, first: true },
      { is: "note", number: 2, first: true },
      { is: "note", number: 1, first: false },
    ]);
    expect(notes.map(wordsOf)).toEqual(["Của a.", "Của b."]);
  });

  it.each<[string, Partial<Report>, string]>([
    ["marked but not there", { opening: [passage([note("c")])] }, '"c" is marked in the text but not among the footnotes'],
    ["there but not marked", { footnotes }, '"b" is marked nowhere'],
    ["with the mark of another", { footnotes: [{ id: "a", spans: [note("a")] }], opening: [passage([note("a")])] }, '"a" bears the mark of another note'],
  ])("are refused: %s", (_, change, expected) => {
    expect(() => arranged(change)).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "writer/bad-note") && error.message.includes(expected)));
  });
});

it("a row without all its cells is refused, and says which table", () => {
  const table = { is: "table" as const, header: ["Cấp", "Hồ sơ", "Ghi chú"], rows: [{ label: text("Xã"), cells: [text("1")] }] };
  expect(() => arranged({ opening: [table] })).toThrow('The table "Cấp | Hồ sơ | Ghi chú" has 3 columns, but a row of it has 2.');
});

it.each([["2024-09-08", "08/9/2024"], ["2025-01-31", "31/01/2025"], ["2025-12-01", "01/12/2025"]])("the day %s is %s", (date, expected) => {
  expect(dayText(date)).toBe(expected);
});

it("names of bodies and authorities stand on lines of their own where their author broke them", () => {
  const { head, end } = arranged({ body: "Sở Khoa học\nvà Công nghệ", signatureBlock: { authority: "TM. Ủy ban nhân dân\nKT. Chủ tịch", position: "Phó Chủ tịch", name: "Trần Thị Mẫu" } });
  expect(shown(head[0]![0])).toEqual(["parentBody: UBND TỈNH HÒA AN", "body: SỞ KHOA HỌC", "body: VÀ CÔNG NGHỆ"]);
  expect(shown(end[1]).filter((line) => !line.startsWith("sign"))).toEqual(["authority: TM. ỦY BAN NHÂN DÂN", "authority: KT. CHỦ TỊCH", "position: PHÓ CHỦ TỊCH"]);
});

it("several appendices have Roman numbers, one has none", () => {
  const appendix = { title: "Biểu số liệu", blocks: [] };
  expect(arranged({ appendices: [appendix, appendix] }).appendices.map(shown)).toEqual([["appendixNumber: Phụ lục I", "appendixTitle: BIỂU SỐ LIỆU"], ["appendixNumber: Phụ lục II", "appendixTitle: BIỂU SỐ LIỆU"]]);
  expect(shown(arranged({ appendices: [appendix] }).appendices[0]!)[0]).toBe("appendixNumber: Phụ lục");
});
