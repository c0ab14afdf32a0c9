import { describe, expect, it } from "vitest";
import { departmentMonthly } from "../regimes.ts";
import { factsOf } from "./facts.ts";

const read = (rows: string) =>
  factsOf(departmentMonthly, "an-phu", `         | 2024-M09 | 2024-M10\n${rows}`).map(({ indicator, period, members, quantity }) =>
    [indicator, ...Object.entries(members ?? {}).map(([breakdown, member]) => `${breakdown}=${member}`), period.id, quantity === null ? "missing" : `${quantity.hedge ?? ""} ${quantity.format()}`.trim()].join(" "));

describe("a table of facts", () => {
  it.each<[string, string, string[]]>([
    ["a column for each period",    "web.articles | 104 | 110",                   ["web.articles 2024-M09 104 tin, bài", "web.articles 2024-M10 110 tin, bài"]],
    ["members in any order",        "documents commune sent | | 6.739",           ["documents level=commune direction=sent 2024-M10 6.739 văn bản"]],
    ["a multiplier",                "post.revenue | | 20,25",                     ["post.revenue 2024-M10 20,25 tỷ đồng"]],
    ["a hedge",                     "press.articles | gần 380 | trên dưới 380",   ["press.articles 2024-M09 almost 380 tin, bài", "press.articles 2024-M10 about 380 tin, bài"]],
    ["a range",                     "mail.regular-share | | 90 - 95",             ["mail.regular-share 2024-M10 range 90 %"]],
    ["a figure that is missing",    "web.drafts | … | 10",                        ["web.drafts 2024-M09 missing", "web.drafts 2024-M10 10 văn bản"]],
  ])("reads %s", (_, rows, expected) => expect(read(rows)).toEqual(expected));

  it.each([
    ["an indicator",  "web.artcles | 1 | 2",           'Row 1 of the table of facts: "web.artcles" is not known here. There is "certificates.issued", '],
    ["a member",      "documents sent abroad | 1 | 2", 'Row 1 of the table of facts: "abroad" is not known here. There is "sent", "received", "province", "district", "commune".'],
    ["a figure",      "web.articles | 1 | nhiều",      'Row 1 of the table of facts: "nhiều" is not known here. Write a figure like 18.908 or 20,25.'],
  ])("refuses %s that is not known", (_, rows, message) => expect(() => read(rows)).toThrow(message));
});
