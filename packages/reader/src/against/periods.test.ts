import { describe, expect, it } from "vitest";
import { readText } from "../read.ts";
import { passagesOf } from "./passages.ts";
import { periodOf } from "./periods.ts";

describe("periodOf", () => {
  it.each([
    ["a month in the title", "## Kết quả công tác tháng 10/2024", "2024-M10"],
    ["a month in words", "**BÁO CÁO**\n\n## Kết quả công tác tháng 3 năm 2025", "2025-M03"],
    ["what is done before what is planned", "## Kết quả công tác tháng 10, nhiệm vụ trọng tâm tháng 11/2024", "2024-M10"],
    ["over New Year", "## Kết quả công tác tháng 12, nhiệm vụ tháng 01/2025", "2024-M12"],
    ["a quarter", "## BÁO CÁO tình hình quý III/2024", "2024-Q3"],
    ["six months", "## Sơ kết công tác 6 tháng đầu năm 2025", "2025-S1"],
    ["nine months", "## Kết quả 9 tháng năm 2024", "2024-01-01/P9M"],
    ["a year", "## Báo cáo tổng kết công tác năm 2024", "2024-A1"],
    ["the day of signing is no period", "Thanh Giang, ngày 15 tháng 4 năm 2025\n\n## Kết quả công tác tháng 3/2025", "2025-M03"],
    ["no title, one month throughout", "Trong tháng 3/2025 có 5 hồ sơ.\n\nHết tháng 3/2025 còn 2 hồ sơ; tháng 02/2025 còn 3 hồ sơ.", "2025-M03"],
    ["no title, two months as often", "Trong tháng 3/2025 có 5 hồ sơ.\n\nTrong tháng 4/2025 có 5 hồ sơ.", null],
    ["nothing said", "Xã có 5 hồ sơ.", null],
    ["no such month", "## Kết quả công tác tháng 13/2024", null],
  ])("%s", (_, text, expected) => expect(periodOf(passagesOf(readText(text)))?.id ?? null).toBe(expected));
});
