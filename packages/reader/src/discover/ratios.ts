import {
  asPercent,
  type Cell,
  cellOf,
  fit,
  isMultiplierSlip,
  isOneSlipOff,
  measureOf,
  near,
  type Quantity,
  relations,
  withComma,
} from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isMultiple, isPerOther, isRate, type Passage, sizeOf, type Token } from "../figures.ts";
import { people } from "../lexicon/units.ts";
import { alike, amountsAfter, amountsBefore, type Sight, type Unseen } from "./sight.ts";

/** Nouns that name the population; all densities over them rest on one hidden figure. */
const PEOPLE: ReadonlySet<string> = new Set(["dân", "người", "người dân", "nhân khẩu"]);

/** `117 thuê bao/100 dân`, `4,762 người/1 điểm phục vụ`, `bình quân mỗi doanh nghiệp 22,4 tỷ đồng`. */
export function discoverRatios(sight: Sight): void {
  const populations: Unseen[] = [];
  for (const passage of sight.passages) {
    for (const fig of passage.figures) {
      if (fig.role !== "quantity" || isRate(fig) || (fig.change && !isMultiple(fig))) continue;
      const per = perOf(passage, fig);
      if (isMultiple(fig)) times(sight, fig);
      else if (per !== null && density(sight, passage, fig, per, populations)) continue;
      else if (per !== null || isPerOne(fig)) average(sight, fig, per ?? eachBefore(fig));
    }
  }
  if (populations.length >= 2) {
    sight.add({
      options: [{ kind: relations.agreement, seats: { bases: populations } }],
      prior: 0.95,
      pattern: "ratio:population",
      cue: "/100 dân",
      confirm: false,
      passage: 0,
    });
  }
}

/** "bình quân", or the "mỗi" of "mỗi hộ 20 triệu đồng", which counts for no names before it. */
const isPerOne = (fig: Fig): boolean =>
  fig.cues.some(({ cue, near }) => near && (cue.kind === "mean" || (cue.kind === "each" && (fig.each === 1 || fig.perCounted))));

interface Per {
  readonly amount: string;
  readonly noun: string;
  readonly words: readonly string[];
}

/** The "/100 dân" of a figure: right behind its unit, or in the words before it. */
function perOf(passage: Passage, fig: Fig): Per | null {
  const { tokens } = passage;
  for (let i = fig.token + 1; i < Math.min(tokens.length, fig.token + 6); i++) {
    const token = tokens[i] as Token;
    // "672 lượt mỗi ngày"
    if ((token.type === "sign" && token.text === "/") || token.cue?.kind === "each") return perAt(tokens, i);
    // "8,9 bác sĩ trên 10.000 dân", "trên vạn dân"
    if (token.text === "trên" && (tokens[i + 1]?.figure?.role === "other" || MANY.has(tokens[i + 1]?.text ?? ""))) return perAt(tokens, i);
    if (token.type !== "word") break;
  }
  for (let i = fig.token - 1; i > Math.max(0, fig.token - 8); i--) {
    const token = tokens[i] as Token;
    if (token.type === "sign" && token.text === "/") return perAt(tokens, i);
    if (token.figure?.role === "quantity" || (token.type === "sign" && /[,;.(]/.test(token.text))) break;
  }
  return null;
}

/** Words for so many, by the zeros that they stand for. */
const MANY: ReadonlyMap<string, string> = new Map([
  ["trăm", "00"],
  ["nghìn", "000"],
  ["ngàn", "000"],
  ["vạn", "0000"],
]);

function perAt(tokens: readonly Token[], slash: number): Per | null {
  const number = tokens[slash + 1];
  const counted = number?.figure?.role === "other";
  if (!counted && number?.type !== "word") return null;
  const words: string[] = [];
  let from = slash + (counted ? 2 : 1);
  // "29,5 giường/vạn dân"
  const many = MANY.get(tokens[from]?.text ?? "");
  if (many !== undefined) from += 1;
  for (let i = from; i < tokens.length && tokens[i]?.type === "word" && words.length < 4; i++) words.push((tokens[i] as Token).text);
  const amount = `${counted ? number.text.replace(/\D/g, "") : "1"}${many ?? ""}`;
  return words.length === 0 ? null : { amount, noun: words[0] as string, words };
}

function density(sight: Sight, passage: Passage, fig: Fig, per: Per, populations: Unseen[]): boolean {
  // "655 nghìn đồng/người": money for each of those who got it, not of all who live there.
  if (fig.quantity?.unit.kind === "money") return false;
  const population: Unseen = { unseen: `population:${fig.index}`, label: "dân số", integer: false };
  if (PEOPLE.has(per.noun)) {
    const numerators = numeratorsOf(sight, passage, fig);
    if (numerators.length === 0) return false;
    const printed = peopleNear(sight, fig).find((base) => isDensityOf(fig, numerators, base, per.amount));
    if (printed) {
      push(sight, fig, { ratio: fig, numerators, denominator: printed, per: per.amount }, "ratio:printed", true);
      return true;
    }
    const other = countedFarther(sight, fig, per.amount);
    if (other) {
      push(sight, fig, { ratio: fig, ...other, per: per.amount }, "ratio:printed", true);
      return true;
    }
    if (overPopulation(sight, { ratio: fig, numerators, per: per.amount })) return true;
    // "341 xe/1.000 dân; hai nước khác đạt 196 và 55 xe/1.000 dân": one count has one density, and the others are of other places.
    if (isTakenUp(sight, numerators)) return true;
    populations.push(population);
    push(sight, fig, { ratio: fig, numerators, denominator: population, per: per.amount }, "ratio:density", false);
  } else if (PEOPLE.has(fig.quantity?.unit.id ?? "") && per.amount === "1") {
    const denominator = [...amountsBefore(sight, fig, 0)]
      .filter((other) => nameMeets(other, per.words))
      .sort((a, b) => Number(sight.parents.has(a)) - Number(sight.parents.has(b)))[0];
    if (denominator === undefined) return false;
    const one = perUnitOf(denominator);
    const printed = peopleNear(sight, fig).find((count) => isDensityOf(fig, [count], denominator, one));
    if (printed) {
      push(sight, fig, { ratio: fig, numerators: [printed], denominator, per: one }, "ratio:printed", true);
      return true;
    }
    const slip = peopleNear(sight, fig).filter(
      (count) => isToldBeside(fig, count, denominator) && isSlipOfDensity(fig, count, denominator, one),
    );
    if (slip.length === 1) {
      accuse(sight, fig, { ratio: fig, numerators: slip, denominator, per: one }, "ratio:density:slip");
      return true;
    }
    populations.push(population);
    push(sight, fig, { ratio: fig, numerators: [population], denominator, per: one }, "ratio:density", false);
  } else return false;
  return true;
}

/** `lũy kế 8.754 ca … tử vong 3 ca. Với dân số 2.310.400 người, tỷ lệ mắc là 378,9 ca/100.000 dân`: of what was counted farther back, where the population is told beside. */
function countedFarther(
  sight: Sight,
  ratio: Fig,
  per: string,
): { readonly numerators: readonly Fig[]; readonly denominator: Fig } | undefined {
  if (digitsOf(ratio) < 3) return undefined;
  const unit = ratio.quantity?.unit.id ?? "";
  const populations = peopleNear(sight, ratio).filter(isPopulation);
  const counted = [...amountsBefore(sight, ratio, 1)].slice(0, COUNTED_BACK).filter((fig) => alike(fig, ratio) || counts(fig, unit));
  for (const denominator of populations)
    for (const one of counted)
      if (one !== denominator && isDensityOf(ratio, [one], denominator, per)) return { numerators: [one], denominator };
  return undefined;
}

/** `7.886 nhân khẩu; diện tích tự nhiên 64,37 km2, mật độ dân số 12,25 người/km2`: all three in one sentence. */
const isToldBeside = (density: Fig, count: Fig, area: Fig): boolean =>
  [count, area].every((fig) => fig.sentence === density.sentence && fig.blockIndex === density.blockIndex && fig.hedge === undefined);

const isSlipOfDensity = (ratio: Fig, count: Fig, denominator: Fig, per: string | undefined): boolean =>
  digitsOf(ratio) >= 3 &&
  isOneSlipOff([{ kind: relations.ratio, places: { ratio: ratio.cell, numerators: [count.cell], denominator: denominator.cell, per } }]);

const COUNTED_BACK = 16;

const isTakenUp = ({ hypotheses }: Sight, numerators: readonly Fig[]): boolean =>
  hypotheses.some(
    ({ pattern, options: [option] }) =>
      pattern === "ratio:density" &&
      option !== undefined &&
      (option.seats.numerators as readonly unknown[]).every((one, i) => one === numerators[i]),
  );

/** `4.874 ca, tỷ lệ mắc 432,7 ca/100.000 dân (dân số 1.126.400 người)`: the population is printed beside, and a slip away. */
function overPopulation(sight: Sight, { ratio, numerators, per }: { ratio: Fig; numerators: readonly Fig[]; per: string }): boolean {
  const about = sight
    .between(ratio.order - 8, ratio.order + 8)
    .filter((base) => base.blockIndex === ratio.blockIndex && countsPeople(base) && !base.change);
  const denominator = about.find(
    (base) =>
      digitsOf(ratio) >= 3 &&
      isPopulation(base) &&
      near(relations.ratio, { ratio: ratio.cell, numerators: numerators.map(({ cell }) => cell), denominator: base.cell, per }, "slip"),
  );
  if (denominator) accuse(sight, ratio, { ratio, numerators, denominator, per }, "ratio:population:printed");
  return denominator !== undefined;
}

/** "dân số" stands before it, with no other amount between. */
function isPopulation({ tokens, token: at }: Fig): boolean {
  for (let i = at - 1; i > Math.max(0, at - 14); i--) {
    if (tokens[i]?.figure?.role === "quantity") return false;
    if (tokens[i]?.text === "số" && tokens[i - 1]?.text === "dân") return true;
  }
  return false;
}

function accuse(sight: Sight, fig: Fig, seats: Sight["hypotheses"][number]["options"][number]["seats"], pattern: string): void {
  sight.add({ options: [{ kind: relations.ratio, seats }], prior: 0.8, pattern, cue: "/", confirm: false, passage: fig.blockIndex });
}

/** A ratio per km² is per the unit that is printed; laws count in base units, m². Undefined for one. */
export const perUnitOf = ({ quantity }: Fig): string | undefined =>
  quantity?.unit.exponent ? `1${"0".repeat(Math.max(0, quantity.unit.exponent))}` : undefined;

/** Counts of people about a density, any of which may be the population that it rests on. */
const peopleNear = (sight: Sight, fig: Fig): Fig[] =>
  [
    ...[...amountsBefore(sight, fig, 1)].filter((other, i) => i < 8 || isPopulation(other)),
    ...[...amountsAfter(sight, fig, 0)].slice(0, 2),
  ].filter((other) => countsPeople(other) || (other.quantity?.unit.id === "" && isPopulation(other)));

const countsPeople = ({ quantity }: Fig): boolean => {
  const unit = quantity?.unit.id ?? "";
  return PEOPLE.has(unit) || people.has(unit) || unit.endsWith(" viên");
};

function isDensityOf(ratio: Fig, numerators: readonly Fig[], base: Fig, per?: string): boolean {
  if (numerators.includes(base) || base === ratio) return false;
  return (
    fit(relations.ratio, { ratio: ratio.cell, numerators: numerators.map(({ cell }) => cell), denominator: base.cell, per }) === "holds"
  );
}

function push(
  sight: Sight,
  fig: Fig,
  seats: Sight["hypotheses"][number]["options"][number]["seats"],
  pattern: string,
  confirm: boolean,
): void {
  sight.add({ options: [{ kind: relations.ratio, seats }], prior: 0.95, pattern, cue: "/", confirm, passage: fig.blockIndex });
}

function nameMeets(fig: Fig, words: readonly string[]): boolean {
  const unit = fig.quantity?.unit.id ?? "";
  return unit !== "" && (words.join(" ").startsWith(unit) || unit.startsWith(words.slice(0, 2).join(" ")));
}

/** What a density counts: the parts it names ("cố định và trả sau"), else the nearest total of its unit. */
function numeratorsOf(sight: Sight, passage: Passage, fig: Fig): Fig[] {
  const unit = fig.quantity?.unit.id ?? "";
  const names = nameBefore(passage, fig)
    .split(" và ")
    .map((name) => name.split(" ").filter((word) => word !== "" && !SMALL.has(word) && !unit.split(" ").includes(word)));
  const near = sight
    .between(fig.order - 8, fig.order + 8)
    .filter((other) => other !== fig && isLevelFigure(other) && other.blockIndex === fig.blockIndex && !isDensity(passage, other));
  if (names.length >= 2) {
    const picked = names.map((name) => {
      const least = Math.max(1, Math.min(2, name.length));
      return near.find(
        (other) =>
          other.sentence === fig.sentence && sight.parents.has(other) && name.filter((word) => other.keys.has(word)).length >= least,
      );
    });
    if (picked.every((one) => one !== undefined) && new Set(picked).size === picked.length) return picked as Fig[];
  }
  const before = near.filter(
    (other) => other.order < fig.order && !sight.parents.has(other) && (unit === "" || alike(other, fig) || counts(other, unit)),
  );
  // "29,5 giường/vạn dân (3.706 giường; dân số 1.256.300 người)": told in brackets right behind.
  const behind = near.find(
    (other) =>
      other.order > fig.order &&
      other.depth === fig.depth + 1 &&
      other.sentence === fig.sentence &&
      unit !== "" &&
      (alike(other, fig) || counts(other, unit)),
  );
  if (before.length === 0 && behind) return [behind];
  const last = before.at(-1);
  // "2.717 ca mắc/03 ca tử vong, tỷ lệ mắc 371,0 ca": those that are called as it is.
  const own = names.flat().filter((word) => word !== "tỷ" && word !== "tỉ" && word !== "lệ");
  const isCalled = ({ after, quantity }: Fig): boolean =>
    own.some((word) => after.includes(word) || quantity?.unit.id.split(" ").includes(word));
  const called =
    last === undefined || isCalled(last) ? last : (before.findLast((one) => one.sentence === fig.sentence && isCalled(one)) ?? last);
  return called ? [called] : [];
}

/** "84 ca mắc" are what "0,7 ca/1.000 dân" counts, though one is a count and the other a ratio. */
const counts = ({ quantity }: Fig, unit: string): boolean => quantity?.unit.id.startsWith(`${unit} `) ?? false;

/** The words before a figure back to the next separator, over "/100 dân". */
function nameBefore(passage: Passage, fig: Fig): string {
  const words: string[] = [];
  for (let i = fig.token - 1; i >= 0 && words.length < 16; i--) {
    const token = passage.tokens[i] as Token;
    if (token.figure?.role === "quantity" || (token.type === "sign" && /[,;:.()]/.test(token.text))) break;
    if (token.type !== "sign" && !token.figure) words.unshift(token.text);
  }
  return words.join(" ");
}

/** Words that name no part: those of densities in general. */
const SMALL = new Set(["mật", "độ", "đạt", "là", "trên", "toàn", "tỉnh", "100", "dân", "/", "của"]);
const isDensity = (passage: Passage, fig: Fig): boolean => fig.blockIndex === passage.index && perOf(passage, fig) !== null;

/** `tăng gấp 4,8 lần`: the new figure over the old one, both printed near; only confirms. */
function times(sight: Sight, fig: Fig): void {
  const whole = (fig.quantity?.decimals ?? 0) < 1;
  const around = [
    ...[...amountsBefore(sight, fig, 1)].slice(0, 5),
    ...sight.between(fig.order + 1, fig.order + 2).filter(isLevelFigure),
  ].filter((other) => other !== fig && !isMultiple(other));
  for (const current of around) {
    for (const base of around) {
      if (base === current || !alike(base, current) || (whole && (base.quantity?.approximate ?? 0) < 100)) continue;
      if (fit(relations.ratio, { ratio: fig.cell, numerators: [current.cell], denominator: base.cell }) !== "holds") continue;
      push(sight, fig, { ratio: fig, numerators: [current], denominator: base }, "ratio:times", true);
      return;
    }
  }
  byHowMuch(sight, fig, around);
}

/** `47.216,5 triệu đồng, cùng kỳ 36.104,8 triệu đồng (gấp 0,31 lần)`: by how much it rose, told as how many times it is. */
function byHowMuch(sight: Sight, fig: Fig, around: readonly Fig[]): void {
  if (fig.tokens[fig.token - 1]?.text !== "gấp" || digitsOf(fig) < 2 || sizeOf(fig) >= 1 || fig.quantity === null) return;
  for (const current of around)
    for (const base of around) {
      if (base === current || !alike(base, current) || sizeOf(base) < 100) continue;
      const growth = cellOf({ id: "growth", quantity: asPercent(fig.quantity) });
      if (fit(relations.growth, { growth, current: current.cell, base: base.cell }) !== "holds") continue;
      accuse(sight, fig, { ratio: fig, numerators: [current], denominator: base }, "ratio:times:growth");
      return;
    }
}

/** Amounts back that what an average is per may stand. */
const FARTHEST = 40;

/** `vốn bình quân một doanh nghiệp đạt 15 tỷ đồng`, `mỗi lớp 35 học viên`: an amount over a count, both printed near; only confirms. */
function average(sight: Sight, fig: Fig, per: (Pick<Per, "words"> & Partial<Per>) | null): void {
  const around = [...[...amountsBefore(sight, fig, 1)].slice(0, 10), ...[...amountsAfter(sight, fig, 0)].slice(0, 3)];
  const isPeople = countsPeople(fig);
  const numerators = around.filter((other) => alike(other, fig) || (isPeople && countsPeople(other)));
  // "hơn 60 nghìn đoàn viên … 60.500 suất quà, trung bình 520 nghìn đồng/suất": what is only about so many is no base beside what is named.
  const isNamed = (other: Fig): boolean => per !== null && other.hedge === undefined && nameMeets(other, per.words);
  const usable = around.some(isNamed) ? around.filter(({ hedge }) => hedge === undefined) : around;
  const farther = per === null ? [] : [...amountsBefore(sight, fig, 1)].slice(10, FARTHEST).filter(isNamed);
  const denominators = [...usable, ...farther].filter(
    (other) => !alike(other, fig) || (other.quantity?.unit.id === "" && fig.quantity?.unit.id !== ""),
  );
  if (perArea(sight, fig)) return;
  // "phát hiện 517 tổ chức; 463 quyết định, tổng phạt 11.847,6 triệu đồng, trung bình 22,9 triệu đồng/quyết định": nothing else is meant.
  const [counted, taken] = sight.between(fig.order - 2, fig.order - 1);
  const beside = per !== null && counted && taken && isNamedBeside(fig, taken, counted, per.words) ? [counted] : undefined;
  for (const numerator of numerators) {
    for (const denominator of beside ?? denominators) {
      // "98,5 nam/100 nữ"
      const each = per?.amount !== undefined && per.amount !== "1" && isNamed(denominator) ? per.amount : perUnitOf(denominator);
      if (numerator === denominator || !isDensityOf(fig, [numerator], denominator, each)) continue;
      // "1.914 doanh nghiệp, tăng 351 doanh nghiệp so với cùng kỳ (1.563 doanh nghiệp); tổng vốn 17.035 tỷ đồng, bình quân 10,9 tỷ đồng": over what was then.
      const now = isThen(fig, denominator)
        ? denominators.find((other) => isNamed(other) && !other.change && other.order < denominator.order)
        : undefined;
      if (now) accuse(sight, fig, { ratio: fig, numerators: [numerator], denominator: now, per: each }, "ratio:then");
      else push(sight, fig, { ratio: fig, numerators: [numerator], denominator, per: each }, "ratio:average", true);
      return;
    }
  }
  if (per !== null) averageOfNamed(sight, fig, per, numerators);
}

/** In brackets behind words that compare: what there was before. */
const isThen = (fig: Fig, base: Fig): boolean =>
  base.order < fig.order && base.depth > fig.depth && base.before.length === 0 && base.cues.some(({ cue }) => cue.kind === "versus");

/** `438 doanh nghiệp, tổng vốn 3.656 tỷ đồng, bình quân 8,55 tỷ đồng/doanh nghiệp`: of the last amount of its kind and the last count of what it is per, a slip away. */
function averageOfNamed(sight: Sight, fig: Fig, { words }: Pick<Per, "words">, numerators: readonly Fig[]): void {
  const isBefore = (other: Fig): boolean => other.order < fig.order && other.blockIndex === fig.blockIndex;
  // "27 nhà, mỗi nhà 80 triệu đồng, tổng 2.160 triệu đồng": what it makes in all stands behind.
  const inAll = numerators.find(
    (other) => other.order === fig.order + 1 && other.sentence === fig.sentence && other.before.includes("tổng"),
  );
  const larger = numerators.filter((other) => isBefore(other) && sizeOf(other) > sizeOf(fig) && !isPerOther(other));
  // "phạt 5,84 tỷ đồng, tịch thu 3,27 tỷ đồng, tổng cộng 9,11 tỷ đồng. Tiền phạt bình quân một vụ …": what it is called by.
  const named = larger.find((other) => other.before.some((word) => fig.before.includes(word) && !words.includes(word)));
  const numerator = inAll ?? named ?? larger[0];
  const counts = [...amountsBefore(sight, fig, 0)].filter((other) => isBefore(other) && !isPerOther(other));
  const called = counts.find((other) => nameMeets(other, words));
  const denominator =
    (called?.under && isMultiplierOff(fig, numerator, called.under) ? called.under : called) ??
    (PEOPLE.has(words[0] ?? "") ? counts.find((other) => countsPeople(other) && isMultiplierOff(fig, numerator, other)) : undefined) ??
    counts.find((other) => other.sentence >= fig.sentence - 1 && words[0] !== undefined && other.before.includes(words[0])) ??
    (inAll && counts.find((other) => other.sentence === fig.sentence && !alike(other, fig)));
  if (!numerator || !denominator || numerator === denominator || digitsOf(fig) < 2) return;
  if (isLoose(fig, numerator, denominator, words)) return;
  const per = perUnitOf(denominator);
  const seats = { ratio: fig, numerators: [numerator], denominator, per };
  const places = { ratio: fig.cell, numerators: [numerator.cell], denominator: denominator.cell, per };
  // Two digits are soon one slip away from anything: they must not be far off besides.
  const isSlip =
    near(relations.ratio, places, "slip") && (digitsOf(fig) > 2 || near(relations.ratio, places, "double") || isTenfold(places, numerator));
  const isPlain = isNamedBeside(fig, numerator, denominator, words) && near(relations.ratio, places, "double");
  if (isSlip || isPlain || isMultiplierSlip(relations.ratio, places)) accuse(sight, fig, seats, "ratio:named");
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
  if (isOfMeasure && (!isCalled || [numerator, denominator].some(({ sentence }) => sentence !== fig.sentence))) return true;
  // "Dân số 168.305 người. Cả huyện có 45.980 hộ, mỗi hộ 3,86 người": who lives there was told before.
  if (numerator.order < denominator.order && numerator.clause !== denominator.clause && !isCalled && !isPopulation(numerator)) return true;
  return fig.sentence - numerator.sentence > 1 || fig.sentence - denominator.sentence > 2;
}

/** "mức hỗ trợ": what each of them gets. */
const LEVELS = 3;

/** `bình quân mỗi đơn vị 47,5 người`: the words behind "mỗi". */
function eachBefore({ tokens, token: at }: Fig): Pick<Per, "words"> | null {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const token = tokens[i] as Token;
    if (token.figure || token.type === "sign") return null;
    if (token.cue?.kind === "each" || token.text === "một") return { words: tokens.slice(i + 1, at).map(({ text }) => text) };
  }
  return null;
}

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
