import { type Cell, cellOf, fit, isMultiplierSlip, measureOf, near, type Quantity, relations, withComma } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isPerOther, sizeOf } from "../../figures.ts";
import { isCompared } from "../compared.ts";
import { alike, amountsAfter, amountsBefore, type Sight } from "../sight.ts";
import { averageBeside } from "./beside.ts";
import { countsPeople, isPopulation, PEOPLE } from "./people.ts";
import { nameMeets, type Per, perUnitOf } from "./per.ts";
import { accuse, areOfManyDeeds, isDensityOf, push } from "./told.ts";

/** Amounts back that what an average is per may stand. */
const FARTHEST = 40;

/** `vốn bình quân một doanh nghiệp đạt 15 tỷ đồng`, `mỗi lớp 35 học viên`: an amount over a count, both printed near; only confirms. */
export function average(sight: Sight, fig: Fig, per: (Pick<Per, "words"> & Partial<Per>) | null): void {
  const around = [...[...amountsBefore(sight, fig, 1)].slice(0, 10), ...[...amountsAfter(sight, fig, 0)].slice(0, 3)];
  const isPeople = countsPeople(fig);
  const numerators = around.filter((other) => alike(other, fig) || (isPeople && countsPeople(other)));
  // "hơn 60 nghìn đoàn viên … 60.500 suất quà, trung bình 520 nghìn đồng/suất": what is only about so many is no base beside what is named.
  const isNamed = (other: Fig): boolean => per !== null && other.hedge === undefined && nameMeets(other, per.words);
  const usable = around.some(isNamed) ? around.filter(({ hedge }) => hedge === undefined) : around;
  const farther = per === null ? [] : [...amountsBefore(sight, fig, 1)].slice(10, FARTHEST).filter(isNamed);
  const denominators = [...usable, ...farther].filter(
    (other) =>
      !alike(other, fig) ||
      (other.quantity?.unit.id === "" && fig.quantity?.unit.id !== "") ||
      (per !== null && isCalledBehind(other, per.words)),
  );
  if (perArea(sight, fig)) return;
  // "phát hiện 517 tổ chức; 463 quyết định, tổng phạt 11.847,6 triệu đồng, trung bình 22,9 triệu đồng/quyết định": nothing else is meant.
  const [counted, taken] = sight.between(fig.order - 2, fig.order - 1);
  const qualified = per === null ? [] : denominators.filter((other) => isQualified(other, per.words));
  const beside =
    qualified.length === 1
      ? qualified
      : per !== null && counted && taken && !alike(counted, fig) && isNamedBeside(fig, taken, counted, per.words)
        ? [counted]
        : undefined;
  for (const numerator of outsideFirst(fig, numerators)) {
    for (const denominator of beside ?? outsideFirst(fig, denominators)) {
      // "98,5 nam/100 nữ"
      const each = per?.amount !== undefined && per.amount !== "1" && isNamed(denominator) ? per.amount : perUnitOf(denominator);
      if (numerator === denominator || !isDensityOf(fig, [numerator], denominator, each)) continue;
      // "1.914 doanh nghiệp, tăng 351 doanh nghiệp so với cùng kỳ (1.563 doanh nghiệp); tổng vốn 17.035 tỷ đồng, bình quân 10,9 tỷ đồng": over what was then.
      // "tăng 18,3% so với 487 USD/tấn của năm trước": that is of then as well.
      const now =
        isThen(fig, denominator) && !isCompared(fig)
          ? denominators.find((other) => isNamed(other) && !other.change && other.order < denominator.order)
          : undefined;
      // "264 nhà, gồm xây mới 183 và sửa chữa 81 … mỗi nhà 80,5 triệu đồng": of some of them, where all are named.
      const all = sight.parents.get(denominator);
      const isApart = numerator.sentence !== denominator.sentence;
      // "tuyến tỉnh 381.904 ngày, trung bình 7,29 ngày/lượt" is of the cases of that tier, as the days are.
      const isPart = sight.parents.has(numerator);
      if (!now && all && isApart && !isPart && !isNamed(denominator) && isNamed(all) && !alike(all, fig)) {
        accuse(sight, fig, { ratio: fig, numerators: [numerator], denominator: all, per: each }, "ratio:of-all");
        return;
      }
      if (now) accuse(sight, fig, { ratio: fig, numerators: [numerator], denominator: now, per: each }, "ratio:then");
      else push(sight, fig, { ratio: fig, numerators: [numerator], denominator, per: each }, "ratio:average", true);
      return;
    }
  }
  if (per !== null && !averageOfNamed(sight, fig, per, numerators)) averageBeside(sight, fig, per.words);
}

/** `254.945 lượt bạn đọc … bình quân 1,54 lượt tài liệu/lượt bạn đọc`: counted by the same word, and told apart by those behind it. */
const isCalledBehind = ({ after }: Fig, words: readonly string[]): boolean =>
  words.length > 1 && words.slice(0, 3).every((word, i) => after[i] === word);

/** `1.486 doanh nghiệp … 9.842 lao động (cùng kỳ: 1.391 doanh nghiệp, 9.115 lao động) … bình quân 6,6 lao động`: what brackets tell comes after what stands as it does. */
const outsideFirst = (fig: Fig, figures: readonly Fig[]): readonly Fig[] => [
  ...figures.filter(({ depth }) => depth <= fig.depth),
  ...figures.filter(({ depth }) => depth > fig.depth),
];

/** `đã bàn giao 41,27 ha … bình quân 2,74 tỷ đồng/ha đã bàn giao`: the words behind the unit tell which of several is meant. */
const isQualified = (other: Fig, words: readonly string[]): boolean =>
  words.length > QUALIFIED && nameMeets(other, words) && words.slice(1, 1 + QUALIFIED).every((word) => other.before.includes(word));

const QUALIFIED = 2;

/** In brackets behind words that compare: what there was before. */
const isThen = (fig: Fig, base: Fig): boolean =>
  base.order < fig.order && base.depth > fig.depth && base.before.length === 0 && base.cues.some(({ cue }) => cue.kind === "versus");

/** `438 doanh nghiệp, tổng vốn 3.656 tỷ đồng, bình quân 8,55 tỷ đồng/doanh nghiệp`: of the last amount of its kind and the last count of what it is per, a slip away. */
function averageOfNamed(sight: Sight, fig: Fig, { words }: Pick<Per, "words">, numerators: readonly Fig[]): boolean {
  const isBefore = (other: Fig): boolean => other.order < fig.order && other.blockIndex === fig.blockIndex;
  // "27 nhà, mỗi nhà 80 triệu đồng, tổng 2.160 triệu đồng": what it makes in all stands behind.
  const inAll = numerators.find(
    (other) => other.order === fig.order + 1 && other.sentence === fig.sentence && other.before.includes("tổng"),
  );
  const larger = numerators.filter((other) => isBefore(other) && sizeOf(other) > sizeOf(fig) && !isPerOther(other));
  // "phạt 5,84 tỷ đồng, tịch thu 3,27 tỷ đồng, tổng cộng 9,11 tỷ đồng. Tiền phạt bình quân một vụ …": what it is called by.
  const named = larger.find((other) => other.before.some((word) => fig.before.includes(word) && !words.includes(word)));
  const numerator = inAll ?? named ?? larger[0];
  const counts = [...amountsBefore(sight, fig, 0)].filter(
    (other) => isBefore(other) && !isPerOther(other) && !isThen(fig, other) && !(other.depth > fig.depth && isCompared(other)),
  );
  const nearest = counts.find((other) => nameMeets(other, words));
  // "143 người, trong đó công chức 21 người, …, cán bộ xã 05 người, tổng kinh phí …": of all of them.
  const all = nearest && sight.parents.get(nearest);
  const isTold = (denominator: Fig): boolean => {
    if (numerator === undefined) return false;
    const places = { ratio: fig.cell, numerators: [numerator.cell], denominator: denominator.cell, per: perUnitOf(denominator) };
    return near(relations.ratio, places, "double") || isTenfold(places, numerator);
  };
  const isOfAll = all && nearest && nameMeets(all, words) && alike(all, nearest) && isTold(all) && !isTold(nearest);
  // "09/14 xã đạt chuẩn, còn 05 xã chưa đạt; tổng số 238 tiêu chí, bình quân 17,0 tiêu chí/xã": of one farther back, where the nearest is out of the question.
  const farther = nearest && !isTold(nearest) ? counts.find((other) => other.under && nameMeets(other, words) && isTold(other)) : undefined;
  const called = isOfAll ? all : (farther ?? nearest);
  const denominator =
    counts.find((other) => isQualified(other, words)) ??
    (called?.under && isMultiplierOff(fig, numerator, called.under) ? called.under : called) ??
    (PEOPLE.has(words[0] ?? "") ? counts.find((other) => countsPeople(other) && isMultiplierOff(fig, numerator, other)) : undefined) ??
    counts.find((other) => other.sentence >= fig.sentence - 1 && words[0] !== undefined && other.before.includes(words[0])) ??
    (inAll && counts.find((other) => other.sentence === fig.sentence && !alike(other, fig)));
  if (!numerator || !denominator || numerator === denominator || digitsOf(fig) < 2) return false;
  if (isLoose(fig, numerator, denominator, words)) return false;
  const per = perUnitOf(denominator);
  const seats = { ratio: fig, numerators: [numerator], denominator, per };
  const places = { ratio: fig.cell, numerators: [numerator.cell], denominator: denominator.cell, per };
  // Two digits are soon one slip away from anything: they must not be far off besides.
  const isSlip =
    near(relations.ratio, places, "slip") && (digitsOf(fig) > 2 || near(relations.ratio, places, "double") || isTenfold(places, numerator));
  const isPlain = !isNorm(fig) && isNamedBeside(fig, numerator, denominator, words) && near(relations.ratio, places, "double");
  // "86 buổi, 214 buổi, 127 buổi, phục vụ 168.500 lượt, bình quân 395 lượt/buổi": of all of them together, perhaps.
  const isOneOfSeveral =
    farther === undefined &&
    fig.depth === denominator.depth &&
    counts.filter((other) => other.sentence === denominator.sentence && nameMeets(other, words)).length > 1 &&
    !(isNamedBeside(fig, numerator, denominator, words) && areOfManyDeeds(counts.filter((other) => other.sentence === fig.sentence)));
  // "41,27 ha … 2,74 tỷ đồng/ha đã bàn giao" where it is 68,45 ha that the money was divided by.
  const isOfOther = (other: Fig): boolean => other !== denominator && isDensityOf(fig, [numerator], other, perUnitOf(other));
  const isMeant = !isNorm(fig) && isQualified(denominator, words) && (near(relations.ratio, places, "double") || counts.some(isOfOther));
  const isOff = isMeant || (isSlip && !isOneOfSeveral && (!isNorm(fig) || isTenfold(places, numerator)));
  const isWrong = isOff || (isPlain && !isOneOfSeveral) || isMultiplierSlip(relations.ratio, places);
  if (isWrong) accuse(sight, fig, seats, "ratio:named");
  return isWrong;
}

const isMultiplierOff = (fig: Fig, numerator: Fig | undefined, denominator: Fig): boolean =>
  numerator !== undefined &&
  isMultiplierSlip(relations.ratio, {
    ratio: fig.cell,
    numerators: [numerator.cell],
    denominator: denominator.cell,
    per: perUnitOf(denominator),
  });

/** `37 cơ sở, 214,5 triệu đồng, bình quân 58 triệu đồng/cơ sở`, `1.137 căn, kinh phí 682,2 tỷ đồng theo mức 60 triệu đồng/căn`: a comma was lost, or slipped. */
function isTenfold(places: { readonly ratio: Cell | null }, { quantity: all }: Fig): boolean {
  const said = places.ratio?.quantity;
  if (said == null || all === null) return false;
  const fits = (cells: object): boolean => fit(relations.ratio, { ...places, ...cells }) === "holds";
  const moved = (of: Quantity): Cell => cellOf({ id: "comma", quantity: withComma(of, 1) });
  return fits({ ratio: moved(said) }) || (all.decimals > 0 && fits({ numerators: [moved(all)] }));
}

/** `463 quyết định xử phạt, tổng tiền phạt 11.847,6 triệu đồng, trung bình 22,9 triệu đồng/quyết định`: one behind the other in a sentence, called by the noun that was counted. */
const isNamedBeside = (fig: Fig, numerator: Fig, denominator: Fig, words: readonly string[]): boolean =>
  numerator.order === fig.order - 1 &&
  denominator.order === fig.order - 2 &&
  numerator.clause === fig.clause &&
  denominator.clause === fig.clause &&
  digitsOf(fig) > 2 &&
  nameMeets(denominator, words) &&
  fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean");

/**
 * Figures that only stand about: `giá 6.300 đồng/kg` near a harvest, `hơn 400 nghìn khách … trung bình 40 khách/lượt`, `01 giải Nhì 30 triệu đồng; 02 giải Ba, mỗi
 * giải 20 triệu đồng`. What is told of each measure must be called an average in the sentence of both; what is told of each thing, of one told before it or beside.
 */
function isLoose(fig: Fig, numerator: Fig, denominator: Fig, words: readonly string[]): boolean {
  if ([fig, numerator, denominator].some(({ hedge }) => hedge !== undefined && hedge !== "estimate")) return true;
  const isCalled = fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean") || fig.before.slice(-LEVELS).includes("mức");
  // "3.642 con (21.852 kg; 6,0 kg/con)": both in brackets right behind what they are of.
  const isBracketed =
    fig.group > 0 && fig.group === numerator.group && numerator.order === fig.order - 1 && denominator.order === fig.order - 2;
  if (!isCalled && !isBracketed && !fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "each")) return true;
  const isOfMeasure = measureOf(words[0] ?? "") !== null;
  if (
    isOfMeasure &&
    !isQualified(denominator, words) &&
    (!isCalled || [numerator, denominator].some(({ sentence }) => sentence !== fig.sentence))
  )
    return true;
  // "Dân số 168.305 người. Cả huyện có 45.980 hộ, mỗi hộ 3,86 người": who lives there was told before.
  if (numerator.order < denominator.order && numerator.clause !== denominator.clause && !isCalled && !isPopulation(numerator)) return true;
  return fig.sentence - numerator.sentence > 1 || fig.sentence - denominator.sentence > 2;
}

/** "mức hỗ trợ 60 triệu đồng/căn": what is set for each, and no average of all that was spent. */
const isNorm = (fig: Fig): boolean =>
  fig.cues.some(({ cue, near: beside }) => beside && cue.words === "định mức") ||
  (fig.before.slice(-LEVELS).includes("mức") && !fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean"));

/** "mức hỗ trợ": what each of them gets. */
const LEVELS = 3;

/** `186,4 ha, năng suất 59,6 tạ/ha, sản lượng 1.110,9 tấn`: one area and one weight in its clause; what is reaped is never anything else. */
function perArea(sight: Sight, fig: Fig): boolean {
  const beside = sight
    .between(fig.order - 3, fig.order + 3)
    .filter(
      (one) =>
        one !== fig &&
        isLevelFigure(one) &&
        one.blockIndex === fig.blockIndex &&
        one.sentence === fig.sentence &&
        one.clause === fig.clause,
    );
  // "3.842,7 ha/3.900 ha kế hoạch": what was planned is reaped nowhere.
  const areas = beside.filter(({ quantity, under }) => quantity?.unit.id === "ha" && under === undefined);
  const weights = beside.filter(({ quantity, under }) => quantity?.unit.id === "tấn" && under === undefined);
  const [area, weight] = [areas[0], weights[0]];
  if (fig.quantity?.unit.id !== "tạ" || areas.length !== 1 || weights.length !== 1 || !area || !weight) return false;
  const seats = { ratio: fig, numerators: [weight], denominator: area, per: perUnitOf(area) };
  const places = { ratio: fig.cell, numerators: [weight.cell], denominator: area.cell, per: seats.per };
  const holds = fit(relations.ratio, places) === "holds";
  if (!holds && !near(relations.ratio, places, "slip") && !near(relations.ratio, places, "some")) return false;
  sight.add({
    options: [{ kind: relations.ratio, seats }],
    prior: 0.85,
    pattern: "ratio:area",
    cue: "/",
    confirm: false,
    passage: fig.blockIndex,
  });
  return true;
}
