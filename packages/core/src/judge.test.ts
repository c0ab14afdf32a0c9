import { describe, expect, it } from "vitest";
import { type Cell, cellOf } from "./cell.ts";
import { examine } from "./examine.ts";
import type { Hedge } from "./hedge.ts";
import { mendOf } from "./mend.ts";
import { network } from "./network.ts";
import { quantity } from "./quantity.ts";
import { type Relation, relate } from "./relation.ts";
import { agreement } from "./relations/agreement.ts";
import { composition } from "./relations/composition.ts";
import { growth } from "./relations/growth.ts";
import { ratio } from "./relations/ratio.ts";
import { share } from "./relations/share.ts";
import { total } from "./relations/total.ts";
import { dossier, percentage, quantityIn } from "./testing/index.ts";
import { unitOf } from "./unit.ts";

const read = (label: string, text: string) => quantityIn(dossier)(text, { label, id: label, domain: { integer: true, min: 0 } });
const rate = (label: string, text: string) => quantityIn(percentage)(text, { label, id: label });
const found = (...relations: Relation[]) => examine(network({ relations })).findings.map(({ code, severity, message }) => [severity, code, message.vi, message.en]);

/** CHECK 2.5: 667 = 648 + 19, two shares and their sum. */
function district(late: string, intended = 1): Relation[] {
  const [all, onTime, overdue] = [read("hồ sơ", "667"), read("đúng hạn", "648"), read("trễ hạn", "19")];
  const [first, second] = [rate("tỷ lệ đúng hạn", "97,15"), rate("tỷ lệ trễ hạn", late)];
  const sure = { intended };
  return [
    relate(total, { total: all, parts: [onTime, overdue] }, sure),
    relate(share, { share: first, parts: [onTime], whole: all }, sure),
    relate(share, { share: second, parts: [overdue], whole: all }, sure),
    relate(composition, { shares: [first, second] }, sure),
  ];
}

const hedged = (hedge: Hedge) => cellOf({ id: "kế hoạch", label: "kế hoạch", quantity: quantity({ value: "660", unit: unitOf("hồ sơ"), hedge }), domain: { integer: true, min: 0, fixed: true } });

const density = (label: string, text: string, people: string) => {
  const base = cellOf({ id: `dân số ${label}`, label: "Dân số", hidden: true, domain: { integer: true, min: 1 } });
  const printed = quantityIn({ unit: { id: "thuê bao/100 dân", kind: "ratio" } })(text, { label: `mật độ ${label}`, id: `mật độ ${label}` });
  return { base, relation: relate(ratio, { ratio: printed, numerators: [read(label, people)], denominator: base, per: "100" }) };
};

describe("judge", () => {
  it("finds nothing in a sound report", () => expect(found(...district("2,85"))).toEqual([]));

  it("error: surely meant, and one figure explains it", () => {
    expect(found(...district("2,95"))).toEqual([[
      "error",
      "share-mismatch",
      "Tỷ lệ trễ hạn: 19 trên 667 là 2,85 %, không phải 2,95 %, lệch 0,10 điểm %. Tính lại tỷ lệ. Các con số này còn trái với 1 liên hệ khác. Con số 2,95 % nhiều khả năng là 2,85 %.",
      "Tỷ lệ trễ hạn: 19 of 667 is 2,85 %, not 2,95 %, off by 0,10 pp. Work out the share again. It also breaks 1 other relation of the same figures. The figure 2,95 % is most likely 2,85 %.",
    ]]);
  });

  it("tells at most three values of one figure, however many would do", () => {
    const whole = read("số thẻ", "962718");
    const held = relate(total, { total: whole, parts: ["98241", "27316", "471852", "231604", "133705"].map((text) => read(`nhóm ${text}`, text)) });
    const [first, second] = [rate("tỷ lệ hành chính", "34,2"), rate("tỷ lệ doanh nghiệp", "4,5")];
    const shared = (of: Cell, label: string, text: string) => relate(share, { share: of, parts: [read(label, text)], whole });
    const all = relate(composition, { shares: [first, second, rate("còn lại", "61,3")] });
    const { suspects } = examine(network({ relations: [held, shared(first, "hành chính", "31284"), shared(second, "doanh nghiệp", "4127"), all] })).findings[0] ?? { suspects: [] };
    const values = [...Map.groupBy(suspects, ({ cell }) => cell).values()].map(({ length }) => length);
    expect(Math.max(...values)).toBe(3);
  });

  it("a fall told as a rise: names the word, and the sign where no word tells it", () => {
    const fell = (falls: boolean | undefined) =>
      examine(network({ relations: [relate(growth, { growth: rate("mức tăng", "10,45"), current: read("hồ sơ", "1105"), base: read("kỳ trước", "1234"), ...(falls === undefined ? {} : { falls }) })] })).findings[0];
    expect(fell(false)?.message.vi).toMatch(/“tăng 10,45 %” nhiều khả năng là “giảm 10,45 %”\.$/);
    expect(fell(false)?.message.en).toMatch(/“up 10,45 %” is most likely “down 10,45 %”\.$/);
    expect(fell(undefined)?.message.vi).toMatch(/Con số 10,45 % nhiều khả năng là -10,45 %\.$/);
    expect([false, undefined].map((falls) => fell(falls)?.suspects.map(({ expected, went }) => [expected?.toString(), went]))).toEqual([[["-10.45", "down"]], [["-10.45", undefined]]]);
    expect(fell(false)?.suspects.map((suspect) => mendOf(suspect))).toEqual([{ printed: "tăng 10,45 %", right: "giảm 10,45 %" }]);
  });

  it("triệu for tỷ: names the multiplier, and not another number", () => {
    const money = (text: string, exponent: number) => cellOf({ id: text, label: "số tiền", quantity: quantity({ value: text, unit: unitOf("đồng"), exponent }), domain: { min: 0 } });
    const [finding] = examine(network({ relations: [relate(total, { total: money("9280.455", 6), parts: [money("5318.642", 6), money("3961.813", 9)] })] })).findings;
    expect(finding?.message.vi).toMatch(/“3\.961,813 tỷ đồng” nhiều khả năng là “3\.961,813 triệu đồng”\.$/);
    expect(finding?.suspects.map(({ multiplier }) => multiplier)).toEqual([6]);
  });

  it("review: the promise is in doubt", () => {
    expect(found(...district("2,95", 0.9)).map(([severity]) => severity)).toEqual(["review"]);
  });

  it("review: something is wrong, but not which figure", () => {
    const parts = [read("trực tiếp", "246"), read("trực tuyến", "88")];
    expect(found(relate(total, { total: read("hồ sơ tiếp nhận", "294"), parts }))).toEqual([[
      "review",
      "total-mismatch",
      "Hồ sơ tiếp nhận: 246 + 88 không bằng 294, lệch 40 hồ sơ. Xem lại từng phần hoặc tổng số. Có thể sửa 88 thành 48, hoặc 246 thành 206, hoặc 294 thành 334; chưa đủ căn cứ để kết luận.",
      "Hồ sơ tiếp nhận: 246 + 88 do not make 294, off by 40 hồ sơ. Look again at each part or the total. It may be 88 → 48, or 246 → 206, or 294 → 334; there is not enough to tell.",
    ]]);
  });

  it("warning: a figure is hedged", () => {
    const fixed = { domain: { fixed: true } };
    const whole = hedged("over");
    const relation = relate(total, { total: whole, parts: [quantityIn(dossier)("600", { label: "trực tiếp", ...fixed }), quantityIn(dossier)("19", { label: "trực tuyến" })] });
    expect(found(relation).map(([severity, code]) => [severity, code])).toEqual([["warning", "total-mismatch"]]);
  });

  it("warning: bases of a few percent differ", () => {
    const densities = [density("điện thoại", "117", "717.812"), density("internet", "60,1", "367.800"), density("di động", "96,9", "611.000")];
    const bases = densities.map(({ base }) => base);
    expect(found(...densities.map(({ relation }) => relation), relate(agreement, { bases }))).toEqual([[
      "warning",
      "bases-differ",
      "Dân số: các tỷ lệ trong báo cáo dựa trên những mẫu số khác nhau. Thống nhất một mẫu số, ghi rõ nguồn và thời điểm.",
      "Dân số: the ratios of the report rest on different bases. Settle on one, with its source and date.",
    ]]);
  });

  it.each([
    ["warning: cut where its neighbours are rounded", ["2,84 19 667", "6,67 2 30", "8,89 8 90", "0,77 1 130", "16,67 5 30", "1,67 1 60"], [[
      "warning", "truncated-rounding",
      "2,84 %: chỉ khớp nếu cắt bớt chữ số thay vì làm tròn, khác với các con số bên cạnh. Làm tròn lại nếu báo cáo theo quy tắc làm tròn.",
      "2,84 %: fits only if cut instead of rounded, unlike its neighbours. Round again if that is the report's rule.",
    ]]],
    ["info: cut throughout", ["2,84 19 667", "6,66 2 30"], [[
      "info", "truncated-rounding",
      "2,84 %; 6,66 %: chỉ khớp nếu cắt bớt chữ số thay vì làm tròn. Làm tròn lại nếu báo cáo theo quy tắc làm tròn.",
      "2,84 %; 6,66 %: fits only if cut instead of rounded. Round again if that is the report's rule.",
    ]]],
  ])("%s", (_, shares, expected) => {
    const relations = shares.map((text, i) => {
      const [printed = "", part = "", whole = ""] = text.split(" ");
      return relate(share, { share: rate(`tỷ lệ ${i}`, printed), parts: [read(`phần ${i}`, part)], whole: read(`tổng ${i}`, whole) });
    });
    expect(found(...relations)).toEqual(expected);
  });
});
