import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn, said } from "../testing/index.ts";
import { count } from "./count.ts";

const listed = (count: string, listed: number) => ({ count: said("Các xã", count), listed });
const ranged = (count: string, first: string, last: string) => ({ count: said("Bệnh nhân", count), first: quantityIn(dossier)(first), last: quantityIn(dossier)(last) });

describe("count", () => {
  it.each([
    // what the report says      places                        verdict
    ["as many as are listed",    listed("11", 11),             "holds"],
    ["one more than listed",     listed("12", 11),             "violated"],
    ["the count is missing",     listed("…", 11),              "unknown"],
    ["a range, both ends in",    ranged("31", "519", "549"),   "holds"],
    ["a range, an end left out", ranged("30", "519", "549"),   "violated"],
    ["an end is missing",        ranged("31", "519", "…"),     "unknown"],
  ])("%s", (_, places, expected) => expect(verdict(count, places)).toBe(expected));

  it.each([
    ["vi", listed("12", 11),           "Các xã: ghi 12 nhưng liệt kê 11. Đếm lại danh sách."],
    ["en", listed("12", 11),           "Các xã: says 12 but lists 11. Count the list again."],
    ["vi", ranged("30", "519", "549"), "Bệnh nhân: từ 519 đến 549 là 31, không phải 30. Đếm lại."],
    ["en", ranged("30", "519", "549"), "Bệnh nhân: from 519 to 549 is 31, not 30. Count again."],
  ] as const)("says what there is (%s)", (language, places, expected) => expect(sentence(count, language, places)).toBe(expected));

  it("implies the number said", () => expect(String(implied(count, ranged("…", "519", "549"), "count"))).toBe("[31; 31]"));
});
