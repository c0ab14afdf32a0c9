import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { percentage, said } from "../testing/index.ts";
import { completion } from "./completion.ts";

const places = (stated: string, actual: string, plan: string) => ({
  completion: said("Tỷ lệ hoàn thành", stated, percentage), actual: said("thực hiện", actual), plan: said("kế hoạch", plan),
});

describe("completion", () => {
  it.each([
    // what the report says      rate     actual  plan   verdict
    ["rounded",                  "95,7",  "67",   "70",  "holds"],
    ["more than was planned",    "104,3", "73",   "70",  "holds"],
    ["cut instead of rounded",   "95,71", "67",   "70",  "holds"],
    ["one last digit below",     "95,6",  "67",   "70",  "violated"],
    ["cut",                      "98,5",  "69",   "70",  "truncated"],
    ["nothing was planned",      "100",   "5",    "0",   "unknown"],
    ["the plan is missing",      "95,7",  "67",   "…",   "unknown"],
  ])("%s", (_, stated, actual, plan, expected) => expect(verdict(completion, places(stated, actual, plan))).toBe(expected));

  it.each([
    ["vi", "Tỷ lệ hoàn thành: 67 so với kế hoạch 70 là 95,7 %, không phải 97,5 %, lệch 1,8 điểm %. Tính lại tỷ lệ hoàn thành."],
    ["en", "Tỷ lệ hoàn thành: 67 against a plan of 70 is 95,7 %, not 97,5 %, off by 1,8 pp. Work out the completion again."],
  ] as const)("says what it is instead (%s)", (language, expected) => expect(sentence(completion, language, places("97,5", "67", "70"))).toBe(expected));

  it("implies each figure from the others", () => {
    expect(String(implied(completion, places("50", "10", "20"), "completion"))).toBe("[50; 50]");
    expect(String(implied(completion, places("50", "…", "20"), "actual"))).toBe("[9.9; 10.1]");
  });
});
