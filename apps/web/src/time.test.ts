import { describe, expect, it } from "vitest";
import { leftIn, momentIn, periodIn, timeLeft } from "./time.ts";

describe("the time to a deadline", () => {
  it.each<[string, string, string, string, string]>([
    ["the day before",                  "2024-10-21", "2024-10-20T03:00:00Z", "còn 1 ngày 14 giờ", "1 d 14 h left"],
    ["its last hour",                   "2024-10-21", "2024-10-21T16:30:00Z", "còn chưa đến 1 giờ", "less than an hour left"],
    ["midnight in Vietnam ends it",     "2024-10-21", "2024-10-21T17:00:00Z", "quá hạn chưa đến 1 giờ", "overdue by less than an hour"],
    ["hours do not matter after weeks", "2024-10-21", "2024-11-21T20:00:00Z", "quá hạn 31 ngày", "overdue by 31 d"],
  ])("%s", (_, dueOn, now, vi, en) => {
    const left = timeLeft(dueOn, new Date(now));
    expect([leftIn(left, "vi"), leftIn(left, "en")]).toEqual([vi, en]);
  });

  it("tells moments as Vietnam has them, and periods in both languages", () => {
    expect([momentIn("2024-10-20T18:05:00Z", "vi"), momentIn("2024-10-20T18:05:00Z", "en")]).toEqual(["01:05 ngày 21/10/2024", "01:05, 21 Oct 2024"]);
    expect(["2024-M10", "2024-Q3", "2024-S2"].map((id) => `${periodIn(id, "vi")}; ${periodIn(id, "en")}`)).toEqual(["tháng 10/2024; October 2024", "quý III/2024; Q3 2024", "6 tháng cuối năm 2024; second half 2024"]);
  });
});
