import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type CellInput, cellOf, derive, type Indicator, isKhopError, type Network, network, percent, period, type QuantityInput, quantity, relate, relations, unitOf } from "@khop/core";
import { openPackage, PackageEdit } from "@khop/ooxml";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { writeXlsx } from "./index.ts";

const october = period("2024-M10");
const september = period("2024-M09");
const level = { id: "level", vi: "cấp", members: [{ id: "province", vi: "cấp tỉnh" }, { id: "commune", vi: "cấp xã" }] };
const outcome = { id: "outcome", vi: "kết quả", members: [{ id: "onTime", vi: "đúng hạn" }, { id: "late", vi: "trễ hạn" }] };
const flow = { kind: "flow", additive: true } as const;
const indicators: readonly Indicator[] = [
  { id: "files", vi: "Hồ sơ giải quyết", unit: unitOf("hồ sơ"), breakdowns: [outcome, level], ...flow },
  { id: "share", vi: "Tỷ lệ hồ sơ", unit: percent, breakdowns: [outcome], kind: "ratio", additive: false },
  { id: "growth", vi: "=HYPERLINK(\"x\")", unit: percent, kind: "ratio", additive: false },
  { id: "money", vi: "Doanh thu", unit: unitOf("đồng"), exponent: 9, ...flow },
  { id: "fees", vi: "@phí", unit: unitOf("đồng"), exponent: 9, ...flow },
  { id: "density", vi: "Mật độ", unit: unitOf("hồ sơ/100 dân"), kind: "ratio", additive: false },
  { id: "people", vi: "Dân số", unit: unitOf("người"), kind: "stock", additive: true },
  { id: "spam", vi: "Thư rác", unit: unitOf("thư"), ...flow },
  { id: "code", vi: "+Mã số", unit: unitOf(""), ...flow },
];

const units: Readonly<Record<string, Pick<QuantityInput, "unit" | "exponent">>> = Object.fromEntries(indicators.map(({ id, unit, exponent }) => [id, { unit, ...(exponent === undefined ? {} : { exponent }) }]));
const cell = (indicator: string, value: string | Omit<QuantityInput, "unit"> | null, members: Record<string, string> = {}, of = october, more: Partial<CellInput> = {}) => {
  const made = value === null ? null : quantity({ ...units[indicator], ...(typeof value === "string" ? { value } : value) });
  const address = { indicator, orgUnit: "an", period: of, ...(Object.keys(members).length === 0 ? {} : { members }) };
  return cellOf({ id: JSON.stringify([indicator, of.id, members]), label: `${indicator} ${of.id}`, address, quantity: made, ...(made === null ? {} : { anchor: { in: "fact", fact: indicator } as const }), ...more });
};

/** Files by outcome and level in two months, what follows from them, and figures of every other sort. */
function made(late = "24"): Network {
  const month = (of: typeof october, scale: number) => {
    const parts = level.members.map(({ id }) => outcome.members.map((member) => cell("files", member.id === "late" ? late : String(1000 * scale + id.length), { level: id, outcome: member.id }, of)));
    const whole = cell("files", null, {}, of);
    const byLevel = level.members.map(({ id }) => cell("files", null, { level: id }, of));
    const byOutcome = outcome.members.map(({ id }) => cell("files", null, { outcome: id }, of));
    const shares = outcome.members.map(({ id }) => cell("share", null, { outcome: id }, of));
    return {
      whole,
      relations: [
        ...byLevel.map((total, i) => relate(relations.total, { total, parts: parts[i]! })),
        ...byOutcome.map((total, i) => relate(relations.total, { total, parts: parts.map((one) => one[i]!) })),
        relate(relations.total, { total: whole, parts: byOutcome }),
        relate(relations.total, { total: whole, parts: byLevel }),
        ...shares.map((share, i) => relate(relations.share, { share, parts: [byOutcome[i]!], whole })),
      ],
    };
  };
  const [now, before] = [month(october, 2), month(september, 1)];
  const people = cell("people", "615482", {}, period("2019-A1"));
  const abroad = cellOf({ id: "abroad", label: "Phí nơi khác", address: { indicator: "fees", orgUnit: "binh", period: october }, quantity: quantity({ value: "500", ...units.fees, exponent: 6 }) });
  return derive(
    network({
      cells: [
        cell("spam", { value: "200", hedge: "about" }),
        cell("spam", { value: "90", upper: "95", hedge: "range" }, {}, september),
        cell("code", "12345678901234567890"),
        cell("code", null, {}, september, { status: "notApplicable" }),
        cell("fees", "1.25", {}, september, { status: "provisional" }),
      ],
      relations: [
        ...now.relations,
        ...before.relations,
        relate(relations.growth, { growth: cell("growth", null), current: now.whole, base: before.whole }),
        relate(relations.ratio, { ratio: cell("density", null), numerators: [now.whole], denominator: people, per: "100" }),
        relate(relations.total, { total: cell("money", "1.25"), parts: [cell("fees", "0.75"), abroad] }),
      ],
    }),
    { precision: ({ address: { indicator = "" } }) => ({ unit: units[indicator]!.unit!, exponent: units[indicator]!.exponent ?? 0, decimals: indicators.find(({ id }) => id === indicator)!.kind === "ratio" ? 2 : 0 }) },
  ).network;
}

const groups = [
  { title: "Giải quyết hồ sơ: tỷ lệ / mức độ của từng cấp", indicators: ["files", "share", "growth", "density", "people"] },
  { title: "Số liệu 'khác'", indicators: ["money", "fees", "spam", "code"] },
];
const written = (of = made(), more: Partial<Parameters<typeof writeXlsx>[0]> = {}): Uint8Array =>
  writeXlsx({ network: of, indicators, groups, orgUnit: "an", period: october, title: "Phụ lục số liệu", ...more });

const opened = async (bytes = written()): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book;
};
/** What stands in a cell: text in quotes, a number, a formula with its value. */
const shown = (sheet: ExcelJS.Worksheet, at: string): string => {
  const { value, formula, numFmt } = sheet.getCell(at);
  if (formula) return `=${formula} → ${(value as ExcelJS.CellFormulaValue).result}`;
  return typeof value === "number" ? `${value} as ${numFmt}` : `"${value ?? ""}"`;
};

describe("an appendix", () => {
  it.each<[string, number, string, string]>([
    ["a title above",                            0, "A1",  '"Phụ lục số liệu"'],
    ["periods above members",                    0, "D4",  '"Tháng 10/2024"'],
    ["the whole first",                          0, "D5",  '"Tổng số"'],
    ["the period before beside",                 0, "G4",  '"Tháng 9/2024"'],
    ["an entered figure",                        0, "E7",  "2008 as #,##0"],
    ["a total across",                           0, "D7",  "=E7+F7 → 4015"],
    ["a total down",                             0, "E6",  "=E7+E8 → 2032"],
    ["a total of totals",                        0, "D6",  "=D7+D8 → 4063"],
    ["the same of the period before",            0, "G6",  "=G7+G8 → 2063"],
    ["a share, rounded as printed",              0, "D10", "=ROUND(100*D7/D6,2) → 98.82"],
    ["growth against the column beside",         0, "D12", "=ROUND(100*D6/G6-100,2) → 96.95"],
    ["a density on a census",                    0, "D13", "=ROUND(100*D6/D14,2) → 0.66"],
    ["the census says its year",                 0, "B14", '"Dân số, năm 2019"'],
    ["units are told",                           0, "C6",  '"hồ sơ"'],
    ["a figure from elsewhere, its multiplier",  1, "D5",  "=ROUND((D6*1000000000+'3. Số liệu khác dùng trong…'!D5*1000000)/1000000000,2) → 1.25"],
    ["a provisional figure says so",             1, "E6",  '1.25 as #,##0.00" (sơ bộ)"'],
    ["what is about right is text",              1, "D7",  '"khoảng 200"'],
    ["a range is text",                          1, "E7",  '"90 - 95"'],
    ["more digits than Excel keeps are text",    1, "D8",  '"12.345.678.901.234.567.890"'],
    ["what does not apply",                      1, "E8",  '"x"'],
    ["text that looks like a formula is text",   0, "B12", '"=HYPERLINK("x")"'],
    ["text that begins with @",                  1, "B6",  '"@phí"'],
    ["text that begins with +",                  1, "B8",  '"+Mã số"'],
  ])("has %s", async (_, sheet, at, expected) => expect(shown((await opened()).worksheets[sheet]!, at)).toBe(expected));

  it("leaves a missing figure empty and shows a structural zero as a dash", async () => {
    const zero = cell("files", "0", {}, october, { status: "structuralZero" });
    const { worksheets: [sheet] } = await opened(written(network({ cells: [zero, cell("files", null, {}, september), cell("files", "0", { level: "commune" })] }), { groups: [{ title: "a", indicators: ["files"] }] }));
    expect([shown(sheet!, "D6"), shown(sheet!, "F6")]).toEqual(['0 as #,##0;-#,##0;"–"', "0 as #,##0"]);
    const missing = network({ cells: [cell("files", null)] });
    expect(shown((await opened(written(missing, { groups: [{ title: "a", indicators: ["files"], across: null }] }))).worksheets[0]!, "D5")).toBe('""');
  });

  it("keeps a figure that does not follow from the others as the number that it is", async () => {
    const parts = [cell("files", "60", { outcome: "onTime" }), cell("files", "39", { outcome: "late" })];
    const of = network({ relations: [relate(relations.total, { total: cell("files", "100"), parts })] });
    expect(shown((await opened(written(of, { groups: [{ title: "a", indicators: ["files"], across: null }] }))).worksheets[0]!, "D5")).toBe("100 as #,##0");
  });

  it("makes no formula that leads back to itself", async () => {
    const [a, b] = [cell("fees", "5"), cell("money", "5")];
    const of = network({ relations: [relate(relations.equality, { values: [a, b] })] });
    const { worksheets: [sheet] } = await opened(written(of, { groups: [{ title: "a", indicators: ["money", "fees"] }] }));
    expect(["D5", "D6"].map((at) => sheet!.getCell(at).formula).filter(Boolean)).toHaveLength(1);
  });

  it("is set for print: A4 sideways, headings on every page, frozen, in Times New Roman", async () => {
    const [sheet] = (await opened()).worksheets;
    expect(sheet!.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "4:5" });
    expect(sheet!.views[0]).toMatchObject({ state: "frozen", xSplit: 3, ySplit: 5 });
    expect(sheet!.getCell("D7").font.name).toBe("Times New Roman");
  });

  it("names sheets as Excel takes them", async () => {
    expect((await opened()).worksheets.map(({ name }) => name)).toEqual(["1. Giải quyết hồ sơ tỷ lệ mức…", "2. Số liệu 'khác", "3. Số liệu khác dùng trong…"]);
  });

  it("is the same bytes every time, and asks no clock", () => expect(written()).toEqual(written()));

  it.each<[string, Partial<Parameters<typeof writeXlsx>[0]>]>([
    ["no group", { groups: [] }],
    ["a group of nothing", { groups: [{ title: "a", indicators: [] }] }],
    ["figures of nobody", { orgUnit: "none" }],
  ])("opens with %s", async (_, more) => expect((await opened(written(made(), more))).worksheets.length).toBeGreaterThan(0));

  it("refuses an indicator that is not given, and says what there is", () => {
    const write = () => written(made(), { groups: [{ title: "a", indicators: ["filse"] }] });
    expect(write).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "writer/unknown-indicator") && error.message.includes('"files", "share"')));
  });
});

const real = spawnSync("soffice", ["--version"], { timeout: 30_000 }).status === 0;

describe.skipIf(!real)("worked out anew by LibreOffice", () => {
  /** A copy in which no formula has its value: what is read later was worked out. */
  const emptied = (bytes: Uint8Array): Uint8Array => {
    const pack = openPackage(bytes);
    const edit = new PackageEdit(pack);
    for (const part of pack.parts.filter((name) => name.includes("worksheets/sheet"))) edit.put(part, pack.text(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
    return edit.save();
  };
  const always = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

  it.each(["24", "7", "1"])("every formula gives the value that it was written with (%s late)", async (late) => {
    const folder = mkdtempSync(join(tmpdir(), "khop-sheet-"));
    try {
      const bytes = written(made(late));
      writeFileSync(join(folder, "in.xlsx"), emptied(bytes));
      mkdirSync(join(folder, "profile", "user"), { recursive: true });
      writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), always);
      spawnSync("soffice", [`-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`, "--headless", "--norestore", "--convert-to", "xlsx", "--outdir", join(folder, "out"), join(folder, "in.xlsx")], { timeout: 100_000 });
      const again = await opened(readFileSync(join(folder, "out", readdirSync(join(folder, "out"))[0]!)));
      const compared: [string, unknown, unknown][] = [];
      for (const sheet of (await opened(bytes)).worksheets) {
        sheet.eachRow((row) => row.eachCell((one) => {
          if (one.formula) compared.push([`${sheet.name} ${one.address}`, one.result, again.getWorksheet(sheet.name)?.getCell(one.address).result]);
        }));
      }
      expect(compared.length).toBeGreaterThan(15);
      expect(compared.filter(([, stated, worked]) => stated !== worked)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }, 120_000);
});
