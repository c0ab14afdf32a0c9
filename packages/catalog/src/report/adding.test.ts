import { addressKey, check, period } from "@khop/core";
import { describe, expect, it } from "vitest";
import { breakdown, chapter, enter } from "./build/chapter.ts";
import { addsUp, sharesOver } from "./build/rules.ts";
import { fill } from "./fill.ts";
import { generateFacts } from "./generate/generate.ts";
import { withLookback } from "./generate/lookback.ts";
import { madeUpProvinces } from "./generate/provinces.ts";
import { parseReportRegime, regimeData } from "./ready.ts";
import type { RegimeData, ReportRegime } from "./regime.ts";
import { departmentMonthly } from "./regimes.ts";

/** Parses the data as a file would give them, makes facts up, and says what every figure of a month came to. */
function told(data: RegimeData, at: string): { readonly regime: ReportRegime; readonly verdicts: ReadonlySet<string>; readonly figures: ReadonlyMap<string, string | undefined> } {
  const regime = parseReportRegime(JSON.parse(JSON.stringify(data)));
  const [orgUnits, periods] = [madeUpProvinces(1, 1), [period(at)]];
  const { network } = fill(regime, { orgUnits, periods: withLookback(regime, periods), facts: generateFacts({ regime, orgUnits, periods, seed: 1 }) });
  const asked = check(network).checked.filter(({ relation }) => relation.id.endsWith(at));
  const figures = network.cells.map(({ address: { indicator, members }, quantity }) => [addressKey({ ...(indicator && { indicator }), ...(members && { members }) }), quantity?.format()] as const);
  return { regime, verdicts: new Set(asked.map(({ verdict }) => verdict)), figures: new Map(figures) };
}

describe("adding, by data only,", () => {
  it("an indicator, with a breakdown of its own", () => {
    const age = breakdown("age", "nhóm tuổi", { young: "dưới 35 tuổi / below 35", older: "từ 35 tuổi / 35 and above" });
    const training = chapter(
      { id: "training", vi: "Sổ theo dõi tập huấn", en: "Training register", responsible: "office", legal: "Kế hoạch chuyển đổi số" },
      ({ flow, share }) => {
        const trained = flow("trained", "Học viên được tập huấn kỹ năng số", "People trained", "học viên", { breakdowns: [age] });
        const trainedShare = share("trained.share", "Tỷ lệ học viên theo nhóm tuổi", "Share by age", { breakdowns: [age] });
        return { indicators: [trained, trainedShare], rules: [addsUp(trained), sharesOver(trainedShare, trained, "age")], rows: [enter(trained, { over: ["age"], typical: "150" })] };
      });
    const before = regimeData(departmentMonthly);
    const { verdicts, figures } = told({
      ...before,
      version: "2",
      sources: [...before.sources, training.source],
      indicators: [...before.indicators, ...training.indicators],
      rules: [...before.rules, ...training.rules],
      sections: [...before.sections, { id: "training", title: "Tập huấn", indicators: training.indicators.map(({ id }) => id) }],
      forms: [...before.forms, { id: "training", title: training.source.name, responsible: "office", dueWithin: 2, rows: training.rows }],
    }, "2024-M10");
    expect([...verdicts]).toEqual(["holds"]);
    const names = ["trained", "trained|age=young", "trained.share|age=young", "trained.share|age=older"];
    expect(names.map((name) => figures.get(`indicator:${name}`))).toMatchInlineSnapshot(`
      [
        "295 học viên",
        "112 học viên",
        "37,97 %",
        "62,03 %",
      ]
    `);
  });

  it("a member of a breakdown", () => {
    const before = regimeData(departmentMonthly);
    const sixth = { id: "6g", vi: "6G", en: "6G" };
    const indicators = before.indicators.map((one) => ({ ...one, ...(one.breakdowns && { breakdowns: one.breakdowns.map((cut) => (cut.id === "technology" ? { ...cut, members: [...cut.members, sixth] } : cut)) }) }));
    const { verdicts, figures } = told({ ...before, version: "2", indicators }, "2024-M10");
    expect([...verdicts]).toEqual(["holds"]);
    expect(figures.get("indicator:telecoms.stations|technology=6g")).toMatch(/^\d+ trạm$/);
  });

  it("a regime, written as JSON", () => {
    const said = { vi: "Báo cáo năm về giáo dục mầm non", en: "Yearly report on kindergartens" };
    const [children, classes] = ["children", "classes"];
    const common = { kind: "stock", additive: true, source: "register", responsible: "schools", legal: "Luật Giáo dục 2019", decimals: 0 } as const;
    const { verdicts, figures, regime } = told({
      id: "kindergartens", version: "1", sort: "administrative", name: said, body: "Sở Giáo dục và Đào tạo", level: "province", addressees: ["Ủy ban nhân dân tỉnh"],
      sending: "Hệ thống quản lý văn bản", frequency: "year", dueWithin: 5, validFrom: "2019-03-12", validTo: null, legal: ["Nghị định 09/2019/NĐ-CP"],
      sources: [{ id: "register", name: { vi: "Sổ đăng bộ", en: "Register" } }],
      divisions: [{ id: "schools", name: { vi: "Phòng Giáo dục mầm non", en: "Kindergartens" } }],
      indicators: [
        { id: children, vi: "Trẻ em đến lớp", unit: { id: "trẻ em", kind: "count" }, ...common },
        { id: classes, vi: "Nhóm, lớp", unit: { id: "lớp", kind: "count" }, ...common },
        { id: "size", vi: "Số trẻ em bình quân một lớp", unit: { id: "trẻ em/lớp", kind: "ratio" }, ...common, kind: "ratio", additive: false, decimals: 1 },
      ],
      rules: [{ id: "size.ratio", kind: "ratio", places: { ratio: { indicator: "size" }, numerators: [{ indicator: children }], denominator: { indicator: classes } } }],
      structuralZeros: [],
      sections: [{ id: "schools", title: "Quy mô trường, lớp", indicators: [children, classes, "size"] }],
      forms: [{ id: "register", title: said, responsible: "schools", dueWithin: 2, rows: [{ indicator: children, typical: "40000" }, { indicator: classes, typical: "1600" }] }],
      tasks: [],
    }, "2024-A1");
    expect([...verdicts]).toEqual(["holds"]);
    expect([regime.rules.length, figures.get("indicator:size")]).toMatchInlineSnapshot(`
      [
        1,
        "33,5 trẻ em/lớp",
      ]
    `);
  });
});
