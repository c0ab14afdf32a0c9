import { fit, isOneSlipOff, near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, sizeOf, type Token } from "../../figures.ts";
import { spelledAt } from "../../numbers.ts";
import { alike, amountsBefore, type Sight } from "../sight.ts";

/** How many of the first there are in one of the second: the second is named, "quý III", "cả năm", "tuần". */
const MAKES: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  tháng: { quý: [3], quí: [3], năm: [12] },
  quý: { năm: [4] },
  ngày: { tuần: [7], tháng: [30, 31, 28, 29] },
};

const TIMES = new Set(["ngày", "tuần", "tháng", "quý", "năm"]);
const ONE = new Set(["mỗi", "một", "hằng", "hàng"]);
const MEAN = /^(?:bình quân|trung bình|tb|bq)$/;
const REACH = 8;
const FARTHEST = 6;
const LEAST = 3;
const BACK = 200;

/**
 * `Luỹ kế bảy tháng đạt 44.906,1 tỷ đồng; bình quân mỗi tháng 6.415,2 tỷ đồng`, `giai đoạn 2021-2025 trồng 31.250 ha, trung bình 6.250 ha/năm`: so many stretches of
 * time make up the one that a figure before is told of. Gives whether it is such an average.
 */
export function perStretch(sight: Sight, each: Fig): boolean {
  const time = timeOf(each);
  if (time === undefined || !isLevelFigure(each)) return false;
  const before = [...amountsBefore(sight, each, 1)]
    .filter((one) => isLevelFigure(one) && alike(one, each) && sizeOf(one) > sizeOf(each))
    .slice(0, FARTHEST);
  for (const whole of before) {
    const many = stretchesBefore(whole, time).find((count) => fit(relations.linear, placesOf(whole, each, count)) === "holds");
    if (many !== undefined) return add(sight, whole, each, many, true);
  }
  const [whole] = before;
  if (whole === undefined || each.sentence - whole.sentence > 1 || each.hedge !== undefined || whole.hedge !== undefined) return true;
  const [many] = stretchesBefore(whole, time);
  if (many === undefined || digitsOf(whole) < LEAST || digitsOf(each) < LEAST) return true;
  const places = placesOf(whole, each, many);
  // "trong 3 tháng tới phải giải ngân 1.561,8 tỷ đồng, bình quân 780,9 tỷ đồng/tháng": right behind it, nothing else is meant.
  const isBeside = whole.order === each.order - 1 && whole.sentence === each.sentence && whole.depth === each.depth;
  const isOff = isOneSlipOff([{ kind: relations.linear, places }]) || (isBeside && near(relations.linear, places, "double"));
  return isOff ? add(sight, whole, each, many, false) : true;
}

const seatsOf = <T>(terms: readonly T[], many: number) => ({ terms, weights: ["1", `-${many}`], is: "=", constant: "0" });
const placesOf = (whole: Fig, each: Fig, many: number) => seatsOf([whole.cell, each.cell], many);

function add(sight: Sight, whole: Fig, each: Fig, many: number, confirm: boolean): true {
  const seats = seatsOf([whole, each], many);
  sight.add({
    options: [{ kind: relations.linear, seats }],
    prior: 0.8,
    pattern: "ratio:stretch",
    cue: "bình quân",
    confirm,
    passage: each.blockIndex,
  });
  return true;
}

/** The stretch of time that an average is of: "bình quân mỗi tháng" before it, or "/tháng" behind its unit. */
function timeOf({ tokens, token: at, sentence }: Fig): string | undefined {
  const before = tokens.slice(Math.max(0, at - REACH), at);
  const own = before.slice(before.findLastIndex((token) => token.figure !== undefined || /^[,;.:()]$/.test(token.text)) + 1);
  const isMean = own.some(({ text, cue }) => MEAN.test(text) || cue?.kind === "mean");
  const named = own.findIndex(({ text }, i) => TIMES.has(text) && ONE.has(own[i - 1]?.text ?? ""));
  if (named >= 0 && (isMean || own[named - 1]?.text === "mỗi")) return own[named]?.text;
  const behind = tokens.slice(at + 1, at + REACH);
  const slash = behind.findIndex(({ type }) => type !== "word");
  const per = behind[slash];
  const time = behind[slash + 1];
  // "216 lượt/ngày", "216 lượt mỗi ngày"
  const isPer = per?.sentence === sentence && (per.text === "/" || per.cue?.kind === "each");
  return isMean && isPer && TIMES.has(time?.text ?? "") ? time?.text : undefined;
}

/** The stretches that a figure may be told of, in its sentence or, where that names none, before it in its paragraph: the last first. */
function stretchesBefore({ tokens, token: at, sentence }: Fig, time: string): readonly number[] {
  const before = tokens.slice(Math.max(0, at - BACK), at);
  const found = stretchesIn(
    before.filter((token) => token.sentence === sentence),
    time,
  );
  return found.length > 0 ? found : stretchesIn(before, time);
}

function stretchesIn(tokens: readonly Token[], time: string): readonly number[] {
  const found: number[] = [];
  tokens.forEach((token, i) => {
    const years = /^((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)$/.exec(token.text);
    if (time === "năm" && years) found.push(Number(years[2]) - Number(years[1]) + 1);
    if (token.type !== "word") return;
    const count = token.text === time ? countBefore(tokens, i) : undefined;
    if (count !== undefined) found.push(count);
    else if (isNamed(tokens, i)) found.push(...(MAKES[time]?.[token.text] ?? []));
  });
  return [...new Set(found.reverse())];
}

/** `7 tháng`, `bảy tháng`, and not the "5 tháng 9" of a date. */
function countBefore(tokens: readonly Token[], at: number): number | undefined {
  const text = tokens[at - 1]?.text ?? "";
  const number = /^\d{1,2}$/.test(text) ? Number(text) : spelledAt(0, (i) => (i === 0 ? text : undefined))?.value;
  const isDate = /^\d{1,4}$/.test(tokens[at + 1]?.text ?? "") || tokens[at - 2]?.text === "ngày";
  return number !== undefined && number > 1 && number < 100 && !isDate ? number : undefined;
}

/** `quý III`, `năm 2023`, `cả năm`, `trong tuần`, `tháng 9`, and not the "năm" of "so với năm trước". */
const isNamed = (tokens: readonly Token[], at: number): boolean =>
  /^(?:\d{1,4}|i|ii|iii|iv)$/.test(tokens[at + 1]?.text ?? "") || /^(?:cả|trong|toàn)$/.test(tokens[at - 1]?.text ?? "");
