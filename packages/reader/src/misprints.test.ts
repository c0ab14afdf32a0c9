import { examine } from "@khop/core";
import { describe, expect, it } from "vitest";
import { readText } from "./read.ts";

const told = (text: string) =>
  examine(readText(`Có 1.234 hộ, 5.678 người, 12.345 lượt. ${text}`).network).findings.flatMap(({ code, message }) => (code === "misprinted-number" ? [/^Số "(.*?)"/.exec(message.vi)?.[1]] : []));

describe("a number that is written as none is", () => {
  it.each([
    ["a digit too few behind the point",        "Tổng số 706.42 thuê bao.",                "706.42"],
    ["a digit too many behind the point",       "Sản lượng 207.1137 tấn.",                 "207.1137"],
    ["a digit too many before the comma",       "Diện tích 50.5523,2 ha.",                 "50.5523,2"],
    ["a group of two among groups of three",    "Thu 12.34.567 đồng.",                     "12.34.567"],
    ["a group of two at the end",               "Thu 1.234.56 đồng.",                      "1.234.56"],
  ])("%s", (_, text, printed) => expect(told(text)).toEqual([printed]));

  it.each([
    ["points before decimals of a text that has them",  "Đạt 75.40%, thu 3.55 tỷ đồng; có 706.42 hộ."],
    ["an average of people",                            "Bình quân 31.5 học sinh/lớp."],
    ["a section, an address, a date",                   "Mục 2.1.4. Máy chủ 10.20.30.40 chạy bản 4.10.2 từ ngày 05.10.2024."],
    ["measures with decimals",                          "Mưa 207.11 mm."],
    ["numbers as they should be",                       "Thu 1.234.567,89 đồng của 2.345 hộ."],
  ])("is none of %s", (_, text) => expect(told(text)).toEqual([]));

  it("is a quantity whose value nobody can tell, so that it is shown as one", () => {
    const { figures } = readText("Có 1.234 hộ, 5.678 người, 12.345 lượt. Diện tích 50.5523,2 ha.");
    expect(figures.slice(-1).map(({ text, role, quantity, cell }) => [text, role, quantity, cell?.status])).toEqual([["50.5523,2", "quantity", null, "missing"]]);
  });

  it("nor of a text that writes its numbers otherwise, or too few to say", () => {
    expect(examine(readText("Có 706.42 thuê bao.").network).findings).toEqual([]);
  });
});
