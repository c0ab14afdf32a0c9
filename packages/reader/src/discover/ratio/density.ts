import { isOneSlipOff, near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, type Passage, type Token } from "../../figures.ts";
import { alike, amountsBefore, type Sight, type Unseen } from "../sight.ts";
import { countsPeople, isPopulation, PEOPLE, peopleNear } from "./people.ts";
import { nameMeets, type Per, perOf, perUnitOf } from "./per.ts";
import { accuse, isDensityOf, push } from "./told.ts";

export function density(sight: Sight, passage: Passage, fig: Fig, per: Per, populations: Unseen[]): boolean {
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
  } else if (PEOPLE.has(fig.quantity?.unit.id ?? "") && per.amount === "1" && !EVENTS.has(per.noun)) {
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
    // "1.120 người/km2, gấp 2,9 lần mật độ chung của tỉnh (386 người/km2)": the area has its density, and this is of another place.
    if (hasDensity(sight, denominator)) return true;
    populations.push(population);
    push(sight, fig, { ratio: fig, numerators: [population], denominator, per: one }, "ratio:density", false);
  } else return false;
  return true;
}

/** What people come to and leave again: so many in a class or at a meeting are no population. */
const EVENTS = new Set(["lượt", "lớp", "cuộc", "buổi", "vụ", "chuyến", "đoàn", "đợt", "khóa", "đội", "tổ", "nhóm", "ca"]);

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

const hasDensity = ({ hypotheses }: Sight, area: Fig): boolean =>
  hypotheses.some(({ pattern, options: [option] }) => pattern === "ratio:printed" && option?.seats.denominator === area);

/** Off by a slip; in the sentence that tells the population, off by little more. */
function isOff(ratio: Fig, numerators: readonly Fig[], base: Fig, per: string): boolean {
  const places = { ratio: ratio.cell, numerators: numerators.map(({ cell }) => cell), denominator: base.cell, per };
  const isOneSentence = ratio.sentence === base.sentence && ratio.blockIndex === base.blockIndex;
  return near(relations.ratio, places, "slip") || (isOneSentence && near(relations.ratio, places, "some"));
}

/** `4.874 ca, tỷ lệ mắc 432,7 ca/100.000 dân (dân số 1.126.400 người)`: the population is printed beside, and a slip away. */
function overPopulation(sight: Sight, { ratio, numerators, per }: { ratio: Fig; numerators: readonly Fig[]; per: string }): boolean {
  const about = sight
    .between(ratio.order - 8, ratio.order + 8)
    .filter((base) => base.blockIndex === ratio.blockIndex && countsPeople(base) && !base.change);
  const denominator = about.find((base) => digitsOf(ratio) >= 2 && isPopulation(base) && isOff(ratio, numerators, base, per));
  if (denominator) accuse(sight, ratio, { ratio, numerators, denominator, per }, "ratio:population:printed");
  return denominator !== undefined;
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
    (other) =>
      other.order < fig.order &&
      !sight.parents.has(other) &&
      !isBareRate(other) &&
      (unit === "" || alike(other, fig) || counts(other, unit)),
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

/** `bác sĩ/10.000 dân: 11,6 (chỉ tiêu 12,0)`: with a fraction and without a unit, it counts nobody. */
const isBareRate = ({ quantity }: Fig): boolean => quantity?.unit.id === "" && (quantity?.decimals ?? 0) > 0;

/** "84 ca mắc" are what "0,7 ca/1.000 dân" counts, though one is a count and the other a ratio; "số bác sĩ có 1.042 người" are what "8,8 bác sĩ/vạn dân" counts. */
const counts = ({ quantity, before }: Fig, unit: string): boolean =>
  (quantity?.unit.id.startsWith(`${unit} `) ?? false) || (quantity?.unit.id === "người" && ` ${before.join(" ")} `.includes(` ${unit} `));

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
