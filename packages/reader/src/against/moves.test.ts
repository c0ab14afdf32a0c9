import { describe, expect, it } from "vitest";
import { readText } from "../read.ts";
import { movesIn } from "./moves.ts";
import { pairDocuments } from "./pair.ts";

const moves = (before: string, now: string): string[] =>
  movesIn(pairDocuments(readText(before), readText(now))).map(({ status, before: was, now: is, difference, growth }) =>
    [status, was?.text ?? "", is?.text ?? "", difference?.value?.toString() ?? "", growth?.value?.toDecimalPlaces(2).toString() ?? ""].join("|"),
  );

describe("movesIn", () => {
  it.each([
    ["a count that rose", "Xã tiếp nhận 120 hồ sơ.", "Xã tiếp nhận 150 hồ sơ.", ["changed|120|150|30|25"]],
    ["a count that fell", "Xã tiếp nhận 120 hồ sơ.", "Xã tiếp nhận 90 hồ sơ.", ["changed|120|90|-30|-25"]],
    ["a count that stayed", "Xã tiếp nhận 120 hồ sơ.", "Xã tiếp nhận 120 hồ sơ.", ["same|120|120|0|0"]],
    ["from zero there is no rate", "Xã tiếp nhận 0 hồ sơ.", "Xã tiếp nhận 15 hồ sơ.", ["changed|0|15|15|"]],
    ["percentages move in points", "Tỷ lệ đúng hạn đạt 98,5%.", "Tỷ lệ đúng hạn đạt 99,25%.", ["changed|98,5%|99,25%|0.75|"]],
    ["another multiplier", "Doanh thu đạt 950 triệu đồng.", "Doanh thu đạt 1,2 tỷ đồng.", ["changed|950|1,2|250000000|26.32"]],
    ["a fall after a rise has no difference", "Nhận 5 hồ sơ, tăng 2 hồ sơ so với tháng trước.", "Nhận 4 hồ sơ, giảm 1 hồ sơ so với tháng trước.", ["changed|5|4|-1|-20", "changed|2|1||"]],
    ["new and gone, where they stand", "Xã có 12 hồ sơ trễ hạn, 7 phản ánh mới và 3 cuộc thanh tra.", "Xã có 14 hồ sơ trễ hạn và 3 cuộc thanh tra, đón 20 đoàn khách.", ["changed|12|14|2|16.67", "gone|7|||", "same|3|3|0|0", "new||20||"]],
  ])("%s", (_, before, now, expected) => expect(moves(before, now)).toEqual(expected));
});
