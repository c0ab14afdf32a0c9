import { describe, expect, it } from "vitest";
import { lattice, run } from "../testing/runs.ts";
import { alignedTable, isTabular } from "./aligned.ts";
import { Pen } from "./drawn.ts";
import { flowOf } from "./flow.ts";
import { asDrawn, type Turn, upright } from "./geometry.ts";
import { ruledTables } from "./grid.ts";
import { rowsOf, type Zone, zonesOf } from "./gutters.ts";
import { type Line, linesOf } from "./lines.ts";
import type { Run, Stroke } from "./page.ts";
import { withRaised } from "./raised.ts";

const read = (...runs: Run[]): string[] => linesOf(withRaised(runs)).map(({ text }) => text);
const accent = (text: string, x: number): Run => ({ ...run(x, 700, "o"), glyphs: [{ text, x0: x, x1: x }] });

describe("glyphs become lines", () => {
  it.each<[string, Run[], string[]]>([
    ["runs that touch are one word",                [run(0, 700, "1.1"), run(15, 700, "26")],                            ["1.126"]],
    ["a gap is a space",                            [run(0, 700, "12"), run(13, 700, "đơn")],                            ["12 đơn"]],
    ["a gap as between kerned letters is none",     [run(0, 700, "12"), run(11, 700, "34")],                             ["1234"]],
    ["spaces that are drawn count once",            [run(0, 700, "12 "), run(14, 700, " đơn")],                          ["12 đơn"]],
    ["a wide gap parts columns",                    [run(0, 700, "12"), run(40, 700, "đơn")],                            ["12", "đơn"]],
    ["but not a bullet from its text",              [run(0, 700, "-"), run(20, 700, "12 đơn")],                          ["- 12 đơn"]],
    ["runs in any order",                           [run(13, 700, "đơn"), run(0, 680, "7"), run(0, 700, "12")],          ["12 đơn", "7"]],
    ["baselines that differ a little",              [run(0, 700, "12"), run(13, 699, "đơn")],                            ["12 đơn"]],
    ["an accent that is drawn by itself",           [run(0, 700, "h"), accent("o\u0302", 5), accent("\u0300", 5)],       ["ho\u0302\u0300"]],
    ["bold that is faked by drawing twice",         [run(0, 700, "12"), run(0.3, 700, "12")],                            ["12"]],
    ["letters that are set apart",                  [run(0, 700, "TỔNG", { step: 3 }), run(38, 700, "12")],              ["TỔNG 12"]],
    ["signs that show nothing",                     [run(0, 700, "1\u200b2"), run(15, 700, "\u0003")],                   ["12"]],
    ["a hyphen that is a soft one in the font",     [run(0, 700, "1\u00ad2")],                                           ["1-2"]],
    ["raised digits stay with their line",          [run(0, 700, "12"), run(10, 704, "1", { size: 6 }), run(16, 700, "đơn")], ["121 đơn"]],
    ["small type beside large type is a line",      [run(0, 700, "12 đơn"), run(100, 702, "nhỏ hơn nhiều", { size: 6 })], ["12 đơn", "nhỏ hơn nhiều"]],
  ])("%s", (_, runs, expected) => {
    expect(read(...runs)).toEqual(expected);
  });
});

describe("rows with a gutter in common", () => {
  const parts = (...runs: Run[]) =>
    zonesOf(rowsOf(linesOf(runs))).map((part) => ("gaps" in part ? part.rows.map((row) => row.map(({ text }) => text).join(" | ")) : part.map(({ text }) => text).join(" | ")));
  it.each<[string, Run[], unknown[]]>([
    ["are a zone",                            [run(0, 700, "trái"), run(100, 700, "phải"), run(0, 688, "trái"), run(100, 688, "phải")], [["trái | phải", "trái | phải"]]],
    ["not if a line crosses it",              [run(0, 700, "trái"), run(100, 700, "phải"), run(0, 688, "một dòng dài qua cả hai bên")],  ["trái | phải", "một dòng dài qua cả hai bên"]],
    ["one row is none",                       [run(0, 700, "trái"), run(100, 700, "phải")],                                            ["trái | phải"]],
    ["also where baselines differ",           [run(0, 700, "trái"), run(100, 694, "phải"), run(0, 688, "trái"), run(100, 682, "phải")], [["trái", "phải", "trái", "phải"]]],
    ["without a heading over the full lines below", [run(0, 700, "trái"), run(100, 700, "phải"), run(0, 688, "trái"), run(100, 688, "phải"), run(70, 676, "TÊN"), run(0, 664, "một dòng dài qua cả hai bên của trang")], [["trái | phải", "trái | phải"], "TÊN", "một dòng dài qua cả hai bên của trang"]],
  ])("%s", (_, runs, expected) => {
    expect(parts(...runs)).toEqual(expected);
  });

  it("are a table where figures stand below each other, and columns where not", () => {
    const zone = (...runs: Run[]) => zonesOf(rowsOf(linesOf(runs)))[0] as Zone<Line>;
    const table = zone(run(0, 700, "Xã"), run(100, 700, "Đơn"), run(0, 688, "A"), run(100, 688, "12"), run(0, 676, "B"), run(100, 676, "7"));
    expect(isTabular(table)).toBe(true);
    expect(alignedTable(table).cells.map(({ row, column, lines }) => [row, column, lines[0]?.text])).toEqual([[0, 0, "Xã"], [0, 1, "Đơn"], [1, 0, "A"], [1, 1, "12"], [2, 0, "B"], [2, 1, "7"]]);
    expect(isTabular(zone(run(0, 700, "Nơi nhận"), run(100, 700, "GIÁM ĐỐC"), run(0, 688, "- Lưu"), run(100, 688, "Mẫu")))).toBe(false);
  });
});

describe("a table without lines", () => {
  /** Cells by row, of every table that a page makes, and the lines that stand in none. */
  const flow = (...runs: Run[]) =>
    flowOf({ page: { number: 1, runs, strokes: [] } as never, lines: [], tables: [], loose: [] }, linesOf(runs)).map((item) =>
      item.kind === "line" ? item.text : Array.from({ length: item.rows }, (_, row) => item.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column).map(({ column, lines }) => `${column}:${lines.map(({ text }) => text).join(" ")}`).join(" | ")),
    );
  const row = (y: number, ...cells: [x: number, text: string][]): Run[] => cells.map(([x, text]) => run(x, y, text));

  it("has a heading of several lines, names that go on, and an end", () => {
    expect(
      flow(
        ...row(730, [0, "Kết quả theo đơn vị:"]),
        ...row(712, [200, "Thu"]),
        ...row(700, [100, "Số"], [200, "(tỷ"], [300, "Tỷ lệ"]),
        ...row(688, [0, "Đơn vị"], [100, "việc"], [200, "đồng)"], [300, "(%)"]),
        ...row(670, [0, "Chi nhánh"], [100, "84.216"], [200, "3.418,62"], [300, "78,6"]),
        ...row(658, [0, "Cảng sâu"]),
        ...row(646, [0, "Đông"]),
        ...row(630, [0, "Cộng"], [100, "84.216"], [200, "3.418,62"], [300, "78,6"]),
        ...row(610, [0, "Phần sau là lời văn chạy dài qua mấy cột của bảng, không phải hàng."]),
        ...row(592, [0, "Thuế"], [150, "9 tháng"], [300, "Năm trước"]),
        ...row(574, [0, "Xuất"], [150, "42,18"], [300, "39,64"]),
        ...row(562, [0, "Nhập"], [150, "16,27"], [300, "12,83"]),
      ),
    ).toEqual([
      "Kết quả theo đơn vị:",
      ["0:Đơn vị | 1:Số việc | 2:Thu (tỷ đồng) | 3:Tỷ lệ (%)", "0:Chi nhánh Cảng sâu Đông | 1:84.216 | 2:3.418,62 | 3:78,6", "0:Cộng | 1:84.216 | 2:3.418,62 | 3:78,6"],
      "Phần sau là lời văn chạy dài qua mấy cột của bảng, không phải hàng.",
      ["0:Thuế | 1:9 tháng | 2:Năm trước", "0:Xuất | 1:42,18 | 2:39,64", "0:Nhập | 1:16,27 | 2:12,83"],
    ]);
  });

  it("parts headings that stand as close as words", () => {
    expect(flow(...row(700, [0, "Xã"], [100, "Ước tháng"], [155, "Ước năm"]), ...row(688, [0, "A"], [110, "121,7"], [160, "562,3"]), ...row(676, [0, "B"], [110, "211,3"], [160, "974,8"]))).toEqual([
      ["0:Xã | 1:Ước tháng  | 2:Ước năm", "0:A | 1:121,7 | 2:562,3", "0:B | 1:211,3 | 2:974,8"],
    ]);
  });
});

describe("lines that are drawn", () => {
  const cells = (runs: Run[], strokes: Stroke[]) => ruledTables(runs, strokes).tables.map((table) => table.cells.map(({ row, column, rows, columns, lines }) => `${row},${column}${rows > 1 || columns > 1 ? ` (${rows}×${columns})` : ""}: ${lines.map(({ text }) => text).join("/")}`));
  const four = lattice([0, 50, 100], [700, 680, 660]);
  it.each<[string, Run[], Stroke[], string[][]]>([
    ["make a table",                              [run(5, 685, "a"), run(55, 685, "b"), run(5, 665, "c"), run(55, 665, "d")], four,                                                             [["0,0: a", "0,1: b", "1,0: c", "1,1: d"]]],
    ["with several lines in a cell",              [run(5, 690, "a"), run(5, 681, "b"), run(55, 665, "c")],                    four,                                                             [["0,0: a/b", "0,1: ", "1,0: ", "1,1: c"]]],
    ["with merged cells where none is between",   [run(5, 685, "a"), run(5, 665, "c"), run(55, 665, "d")],                    four.map((stroke) => (stroke.x0 === 50 ? { ...stroke, y1: 680 } : stroke)), [["0,0 (1×2): a", "1,0: c", "1,1: d"]]],
    ["drawn cell by cell",                        [run(5, 685, "a"), run(55, 665, "d")],                                      [...lattice([0, 50], [700, 680]), ...lattice([50.5, 100], [700, 680]), ...lattice([0, 50], [679.5, 660]), ...lattice([50.5, 100], [679.5, 660])], [["0,0: a", "0,1: ", "1,0: ", "1,1: d"]]],
    ["open at its sides",                         [run(5, 685, "a"), run(55, 665, "d")],                                      four.filter(({ x0, x1 }) => !(x0 === x1 && x0 !== 50)),           [["0,0: a", "0,1: ", "1,0: ", "1,1: d"]]],
    ["a frame is no table",                       [run(5, 685, "a")],                                                         lattice([0, 100], [700, 660]),                                    []],
    ["an underline is none",                      [run(5, 685, "a")],                                                         [{ x0: 0, x1: 50, y0: 684, y1: 684 }],                            []],
    ["lines with nothing in them are none",       [run(200, 685, "a")],                                                       four,                                                             []],
  ])("%s", (_, runs, strokes, expected) => {
    expect(cells(runs, strokes)).toEqual(expected);
  });
});

describe("the pen", () => {
  const names = ["save", "restore", "transform", "beginText", "setFont", "setTextMatrix", "moveText", "nextLine", "setLeading", "setCharSpacing", "setHScale", "setTextRise", "showText", "constructPath", "stroke", "fill", "beginMarkedContentProps", "endMarkedContent", "paintFormXObjectBegin", "paintFormXObjectEnd"];
  const operators = Object.fromEntries(names.map((name, i) => [name, i]));
  const glyphs = (text: string) => [...text].map((unicode) => ({ unicode, width: 500, isSpace: unicode === " " }));
  const draw = (...steps: [string, ...unknown[]][]) =>
    new Pen(operators, () => ({ bold: false, scale: 0.001 })).draw({ fnArray: steps.map(([name]) => operators[name] as number), argsArray: steps.map(([, ...args]) => args) });
  const text = (...before: [string, ...unknown[]][]) => {
    const [first] = draw(["beginText"], ["setFont", "F", 10], ...before, ["showText", glyphs("12")]).runs;
    return first && [first.turn, first.x0, first.x1, first.y, first.size];
  };

  it.each<[string, [string, ...unknown[]][], unknown[]]>([
    ["at the origin",              [],                                                        [0, 0, 10, 0, 10]],
    ["moved",                      [["moveText", 5, 7]],                                      [0, 5, 15, 7, 10]],
    ["in a matrix of its own",     [["setTextMatrix", [2, 0, 0, 2, 5, 7]]],                   [0, 5, 25, 7, 20]],
    ["in one of the page",         [["transform", 2, 0, 0, 2, 5, 7]],                         [0, 5, 25, 7, 20]],
    ["a line further down",        [["setLeading", 12], ["nextLine"]],                        [0, 0, 10, -12, 10]],
    ["set apart",                  [["setCharSpacing", 2]],                                   [0, 0, 12, 0, 10]],
    ["narrowed",                   [["setHScale", 50]],                                       [0, 0, 5, 0, 10]],
    ["raised",                     [["setTextRise", 4]],                                      [0, 0, 10, 4, 10]],
    ["running upwards",            [["setTextMatrix", [0, 1, -1, 0, 30, 40]]],                [1, 40, 50, -30, 10]],
    ["behind a state restored",    [["save"], ["transform", 1, 0, 0, 1, 99, 99], ["restore"]], [0, 0, 10, 0, 10]],
    ["in a form",                  [["paintFormXObjectBegin", [1, 0, 0, 1, 3, 4], null]],     [0, 3, 13, 4, 10]],
  ])("shows text %s", (_, before, expected) => {
    expect(text(...before)).toEqual(expected);
  });

  it("leaves out slanted text, and marks what the file says is no content", () => {
    expect(text(["setTextMatrix", [0.7, 0.7, -0.7, 0.7, 0, 0]])).toBeUndefined();
    const { runs } = draw(["beginText"], ["setFont", "F", 10], ["beginMarkedContentProps", "Artifact", null], ["showText", glyphs("1")], ["endMarkedContent"], ["showText", glyphs("2")]);
    expect(runs.map(({ artifact }) => artifact)).toEqual([true, false]);
  });

  it("takes strokes and thin shapes for lines", () => {
    const { strokes } = draw(
      ["constructPath", operators.stroke, [new Float32Array([0, 0, 5, 1, 100, 5])], [0, 5, 100, 5]],
      ["constructPath", operators.fill, [new Float32Array([0, 0, 9, 1, 0, 10, 1, 50, 10, 1, 50, 9, 4])], [0, 9, 50, 10]],
      ["constructPath", operators.fill, [new Float32Array([0, 0, 0, 1, 0, 50, 1, 50, 50, 1, 50, 0, 4])], [0, 0, 50, 50]],
    );
    expect(strokes).toEqual([{ x0: 0, y0: 5, x1: 100, y1: 5 }, { x0: 0, y0: 9.5, x1: 50, y1: 9.5 }]);
  });

  it.each<Turn>([0, 1, 2, 3])("finds the way back from text that is turned: %s", (turn) => {
    expect(asDrawn(upright([3, 4], turn), turn).map((value) => value + 0)).toEqual([3, 4]);
  });
});
