import { examine } from "@khop/core";
import { describe, expect, it } from "vitest";
import { readText } from "../read.ts";
import { joined } from "./joined.ts";
import { bare, idOf, idsOf } from "./shape.ts";

const examined = (text: string) => {
  const document = readText(text);
  return joined(document, examine(document.network));
};

const idsIn = (text: string): string[] => {
  const { findings, findingId } = examined(text);
  return findings.map(findingId);
};

const report = (heading: string, sentence: string): string => `## ${heading}\n\n${sentence}\n`;
const listed = (total: string, first: string, second: string): string => `Danh mục tăng ${total} dịch vụ, trong đó tăng ${first} dịch vụ toàn trình và tăng ${second} dịch vụ một phần.`;
const march = report("II. Danh mục tháng 3/2025", listed("215", "148", "57"));

describe("the shape of a finding", () => {
  it.each([
    ["other values, wrong the same way",          report("II. Danh mục tháng 3/2025", listed("315", "248", "47")),                true],
    ["another month, under another number",       report("IV. Danh mục tháng 4/2025", listed("215", "148", "57")),                true],
    ["a paragraph more before it",                `Mở đầu.\n\n${march}`,                                                           true],
    ["wrong the other way round",                 report("II. Danh mục tháng 3/2025", listed("215", "148", "77")),                false],
    ["the same sentence under another heading",   report("III. Văn bản", listed("215", "148", "57")),                             false],
    ["a list of something else",                  report("II. Danh mục tháng 3/2025", listed("215", "148", "57").replace("Danh mục", "Kho dữ liệu")), false],
  ])("%s", (_, text, same) => {
    const [before] = idsIn(march);
    const after = idsIn(text);
    expect(after).toHaveLength(1);
    expect(after[0] === before).toBe(same);
  });

  it("is told apart from a second and third one of its kind", () => {
    const { findings, shapeOf } = examined(march);
    const [finding] = findings;
    const [first, second, third] = [finding!, { ...finding! }, { ...finding! }];
    const ids = idsOf([first, second, third], [shapeOf(first), shapeOf(first), shapeOf(first)]);
    expect([first, second, third].map((one) => ids.get(one))).toEqual(["", "-2", "-3"].map((end) => idOf(shapeOf(first)) + end));
  });

  it.each([
    ["numbers and capitals", "Kết quả Tháng 10/2024", "kết quả tháng #"],
    ["grouped numbers",      "1.284 dịch vụ (12,5%)",   "# dịch vụ (#%)"],
    ["accents apart",        "Hồ sơ".normalize("NFD"),  "hồ sơ"],
  ])("leaves out what changes from month to month: %s", (_, text, expected) => expect(bare(text)).toBe(expected));

  it("has an id that can be typed, the same on every machine", () => {
    expect(idOf({ code: "total-mismatch", accused: null, relations: [] })).toMatchInlineSnapshot(`"x4trsq"`);
  });
});
