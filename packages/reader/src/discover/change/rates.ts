import { type Cell, fit, near as isSlip, orderOf, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isRate, printedAs } from "../../figures.ts";
import { saysPast } from "../../lexicon/earlier.ts";
import { openingWords, says } from "../../lexicon/flows.ts";
import { verbOf } from "../../words.ts";
import { alike, amountsAfter, amountsBefore, type Sight } from "../sight.ts";
import { isOnlyMeant } from "./only-base.ts";
import { baseNamed, comparesAfter, NAMED, promised, TELLING } from "./promised.ts";

/** A rate with the earlier figure printed beside: `năm nay 120, năm trước 100, tăng 20,0 %`; only confirms, with decimals or "so với". */
export function rateOnBase(sight: Sight, rate: Fig, head: Fig | undefined): boolean {
  if (head === undefined && ofSentenceBefore(sight, rate)) return true;
  if (!head || !isLevelFigure(head)) return false;
  if (onEarlierBefore(sight, rate, head)) return true;
  const reach = (rate.quantity?.decimals ?? 0) >= 1 ? 3 : comparesAfter(rate) ? 2 : 0;
  if (reach === 0) return false;
  const falls = rate.change === "fall";
  const others = [...[...amountsAfter(sight, rate, 0)].slice(0, 2), ...[...amountsBefore(sight, rate, 0)].slice(0, reach)].filter(
    (fig) => fig !== head && alike(fig, head),
  );
  for (const base of others) {
    if (fit(relations.growth, { growth: rate.cell, current: head.cell, base: base.cell, falls }) !== "holds") continue;
    sight.add(promised(rate, "change:base", [{ kind: relations.growth, seats: { growth: rate, current: head, base, falls } }]));
    return true;
  }
  if (onItsOwnBase(sight, rate, head) || onWrongBase(sight, rate, head) || onBaseBeside(sight, rate, head)) return true;
  if (onNamedTime(sight, rate, head)) return true;
  const named = baseNamed(sight, rate);
  if (named === undefined || named === head || !alike(named, head) || (named.quantity?.approximate ?? 0) < TELLING) return false;
  const seats = { growth: rate, current: head, base: named, falls };
  const cells = { growth: rate.cell, current: head.cell, base: named.cell, falls };
  // In brackets right behind "so với cùng kỳ" stands what it is measured against, however far off the rate is.
  // "ước đạt 372,6 tỷ đồng, tăng 10,1% so với năm trước (372,6 tỷ đồng)": what was then was written down again.
  const isCopied = printedAs(head) === printedAs(named) && digitsOf(head) >= LONG_ENOUGH;
  // "tăng 10,2% so với mức 4.727,7 tỷ đồng của cùng kỳ": nothing else can be meant, either.
  const isInside = named.depth === rate.depth + 1 || (named.depth === rate.depth && isRightBehind(rate, named) && isOfThen(named));
  const told =
    (isInside && (isCopied || isSlip(relations.growth, cells, "double"))) ||
    isTurned(rate, head, named) ||
    isOnlyMeant(sight, rate, head, named);
  if (!told && !isSlip(relations.growth, cells, "slip")) return false;
  sight.add(promised(rate, "change:named", [{ kind: relations.growth, seats }], { prior: 0.8, confirm: false }));
  return true;
}

/** `Tổng thu: 4.218,6 tỷ đồng. Tổng thu tăng 8,0% so cùng kỳ (3.905,2 tỷ đồng)`: what rose was told a sentence before; arithmetic confirms, and a slip accuses where both are called alike. */
function ofSentenceBefore(sight: Sight, rate: Fig): boolean {
  const base = baseNamed(sight, rate);
  if (base === undefined) return false;
  const falls = rate.change === "fall";
  const placesOf = (current: Fig) => ({ growth: rate.cell, current: current.cell, base: base.cell, falls });
  const currents = [...amountsBefore(sight, rate, 1)].filter((fig) => alike(fig, base) && fig.depth <= base.depth).slice(0, 8);
  const name = rate.before.filter((word) => word !== "tăng" && word !== "giảm");
  const isCalled = (fig: Fig): boolean => name.length >= 2 && name.slice(0, 2).every((word) => fig.phrase.includes(word));
  const holding = currents.find((fig) => fit(relations.growth, placesOf(fig)) === "holds");
  const isMeant = (fig: Fig): boolean => isCalled(fig) || roseBeside(sight, rate, fig);
  const current = holding ?? currents.find((fig) => isMeant(fig) && isSlip(relations.growth, placesOf(fig), "slip"));
  if (current === undefined) return false;
  const seats = { growth: rate, current, base, falls };
  sight.add(promised(rate, "change:before", [{ kind: relations.growth, seats }], { prior: 0.75, confirm: holding !== undefined }));
  return true;
}

const LONG_ENOUGH = 3;

/** `tăng 6,02% so với quý II (16.894 hồ sơ) và tăng 18,66% so với cùng kỳ (15.237 hồ sơ)`: the other rate of its sentence is of this figure. */
const roseBeside = (sight: Sight, rate: Fig, current: Fig): boolean =>
  sight.between(rate.order - BESIDE, rate.order + BESIDE).some((other) => {
    if (other === rate || !other.change || !isRate(other) || other.blockIndex !== rate.blockIndex || other.sentence !== rate.sentence)
      return false;
    const base = baseNamed(sight, other);
    const falls = other.change === "fall";
    return base !== undefined && fit(relations.growth, { growth: other.cell, current: current.cell, base: base.cell, falls }) === "holds";
  });

const BESIDE = 3;

const FIGURES_BACK = 8;

/**
 * `đầu năm nợ 12.684 triệu đồng, …, cuối năm còn 4.567 triệu đồng, giảm 64,0% so với đầu năm`: the figure of the time that is compared with. A slip
 * accuses, and what is left in the place of what went: 36,0%.
 */
function onNamedTime(sight: Sight, rate: Fig, current: Fig): boolean {
  const time = timeCompared(rate);
  if (time === undefined) return false;
  const isOfIt = (fig: Fig): boolean => says(fig.before, [time]);
  const base = [...amountsBefore(sight, rate, 1)]
    .slice(0, FIGURES_BACK)
    .find((fig) => fig !== current && alike(fig, current) && isOfIt(fig));
  if (base === undefined || isOfIt(current)) return false;
  const falls = rate.change === "fall";
  const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
  const isLeft = falls && fit(relations.share, { share: rate.cell, parts: [current.cell], whole: base.cell }) === "holds";
  const holds = fit(relations.growth, places) === "holds";
  if (!holds && !isLeft && !isTurned(rate, current, base) && !isSlip(relations.growth, places, "slip")) return false;
  sight.add(
    promised(rate, "change:time", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.8,
      confirm: holds,
    }),
  );
  return true;
}

/** The words behind "so với" that say what there was at first: "đầu năm". */
function timeCompared({ tokens, token: at }: Fig): readonly string[] | undefined {
  const versus = tokens.slice(at + 1, at + 4).findIndex(({ cue }) => cue?.kind === "versus");
  if (versus < 0) return undefined;
  const from = at + versus + 2;
  return openingWords.find((wording) => wording.every((word, i) => tokens[from + i]?.text === word));
}

const isRightBehind = (rate: Fig, base: Fig): boolean => base.token - rate.token <= RIGHT_BEHIND;
const RIGHT_BEHIND = 4;

/** `4.727,7 tỷ đồng của cùng kỳ`: the words behind it say that it was then. */
const isOfThen = ({ after }: Fig): boolean => saysPast(after);

/** `246 tỷ đồng, giảm 7,3% so với cùng kỳ (229 tỷ đồng)`: the rate of a rise, called a fall. */
const isTurned = (rate: Fig, current: Fig, base: Fig): boolean =>
  fit(relations.growth, { growth: rate.cell, current: current.cell, base: base.cell, falls: rate.change !== "fall" }) === "holds";

/** `tăng 13,5% (31.828 vụ giai đoạn này/28.050 vụ giai đoạn trước)`: both figures behind the rate, with a slash between. */
export function nowAndThen(sight: Sight, rate: Fig): boolean {
  // "tăng 0,48 điểm phần trăm so với năm 2023 (13.987/14.236 thí sinh, 98,25%)": counts rise by no points.
  if (rate.quantity?.unit.kind === "point") return false;
  const [current, base] = sight.between(rate.order + 1, rate.order + 2);
  if (
    !current ||
    !base ||
    current.depth !== rate.depth + 1 ||
    base.group !== current.group ||
    !isLevelFigure(current) ||
    !isLevelFigure(base)
  )
    return false;
  // "tăng 0,35% so với năm 2023 (9.527/9.618 thí sinh, đạt 99,05%)": a rate against that of the pair, and no growth from one to the other.
  const told = sight.quantities[base.order + 1];
  if (told && isRate(told) && !told.change && told.group === base.group) return false;
  const between = current.tokens.slice(current.token + 1, base.token);
  if (
    !alike(current, base) ||
    between
      .filter(({ type }) => type === "sign")
      .map(({ text }) => text)
      .join("") !== "/"
  )
    return false;
  const falls = rate.change === "fall";
  sight.add(
    promised(rate, "change:both", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
  return true;
}

const WORDS = 3;

/** `426.318 triệu đồng (cùng kỳ 451.207 triệu đồng), giảm 5,5%`: the earlier figure in brackets between a figure and its rate. */
function onBaseBeside(sight: Sight, rate: Fig, head: Fig): boolean {
  if (onBaseInBracket(sight, rate)) return true;
  const base = sight.quantities[head.order + 1];
  const inside = base !== undefined && (base.depth === head.depth + 1 || (base.depth === head.depth && base.before.length <= WORDS));
  if (!base || !inside || base.order !== rate.order - 1 || !isLevelFigure(base) || !alike(base, head)) return false;
  const isAlone = base.depth === head.depth + 1 && base.before.length + base.after.length === 0;
  if (!isAlone && !saysPast(base.before)) return false;
  const falls = rate.change === "fall";
  const places = { growth: rate.cell, current: head.cell, base: base.cell, falls };
  if (!isSlip(relations.growth, places, "double") && !isSlip(relations.growth, places, "slip")) return false;
  sight.add(
    promised(rate, "change:beside", [{ kind: relations.growth, seats: { growth: rate, current: head, base, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
  return true;
}

/** `số bệnh nhân phát hiện là 534, cùng kỳ là 1.274, giảm 58%`: what stands right before the rate was then. */
function onEarlierBefore(sight: Sight, rate: Fig, base: Fig): boolean {
  const current = sight.quantities[base.order - 1];
  if (base.order !== rate.order - 1 || !current || !isLevelFigure(current) || !alike(current, base)) return false;
  if (current.sentence !== base.sentence || current.tokens !== base.tokens || current.depth !== base.depth) return false;
  if (!says(base.before, EARLIER_TIMES) || says(current.before, EARLIER_TIMES) || (base.quantity?.approximate ?? 0) < TELLING) return false;
  const falls = rate.change === "fall";
  const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
  const holds = fit(relations.growth, places) === "holds";
  // "bình quân 120,7, cùng kỳ 138,4 (tăng 12,5%)": whatever it is, it is no rise.
  const isAgainst = orderOf(current.cell as Cell, base.cell as Cell) === (falls ? 1 : -1);
  if (!holds && !isAgainst && !isTurned(rate, current, base) && !isSlip(relations.growth, places, "slip")) return false;
  sight.add(
    promised(rate, "change:then", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.8,
      confirm: holds,
    }),
  );
  return true;
}

const EARLIER_TIMES = ["cùng kỳ", "tháng trước", "năm trước", "quý trước", "kỳ trước"].map((words) => words.split(" "));

/** In brackets of their own nothing else is meant, so that smaller counts tell. */
const FEW = 20;

/** `văn bản đi 21.525 (tháng trước 22.029, giảm 2,29%)`: the earlier figure and the rate stand together in the brackets behind. */
function onBaseInBracket(sight: Sight, rate: Fig): boolean {
  const [current, base] = sight.between(rate.order - 2, rate.order - 1);
  const isInside = current && base && base.group === rate.group && rate.depth > 0 && current.depth === rate.depth - 1;
  if (!isInside || current.tokens !== rate.tokens || !isLevelFigure(base) || !isLevelFigure(current) || !alike(base, current)) return false;
  if (!saysPast(base.before) || (base.quantity?.approximate ?? 0) < FEW || (rate.quantity?.decimals ?? 0) < 1) return false;
  const falls = rate.change === "fall";
  const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
  const holds = fit(relations.growth, places) === "holds";
  if (!holds && !isTurned(rate, current, base) && !isSlip(relations.growth, places, "slip")) return false;
  sight.add(
    promised(rate, "change:bracket", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.8,
      confirm: holds,
    }),
  );
  return true;
}

/**
 * `năm 2014 khởi tố 256 vụ … năm 2015 khởi tố 178 vụ (giảm 43,8%)`: the change was divided by the new figure, 78 by 178, where the old
 * one is meant. That the rate comes out so, to its last digit, says both that it is of these two and that it is wrong.
 */
function onWrongBase(sight: Sight, rate: Fig, current: Fig): boolean {
  if ((rate.quantity?.decimals ?? 0) < 1 || (current.quantity?.approximate ?? 0) < TELLING || verbOf(current) === "") return false;
  const falls = rate.change === "fall";
  for (const base of sight.between(current.order - NAMED, current.order - 1)) {
    if (!isLevelFigure(base) || !alike(base, current) || verbOf(base) !== verbOf(current)) continue;
    if (base.sentence === current.sentence && base.blockIndex === current.blockIndex) continue;
    const turned = fit(relations.growth, { growth: rate.cell, current: base.cell, base: current.cell, falls: !falls });
    if (turned !== "holds" && turned !== "truncated") continue;
    const seats = { growth: rate, current, base, falls };
    sight.add(promised(rate, "change:turned", [{ kind: relations.growth, seats }], { prior: 0.75, confirm: false }));
    return true;
  }
  return false;
}

/** `1.245 doanh nghiệp với số vốn 9.870 tỷ đồng, tăng 4,2% về số doanh nghiệp (năm trước 1.195 doanh nghiệp)`: the base behind tells of which. */
function onItsOwnBase(sight: Sight, rate: Fig, head: Fig): boolean {
  const base = sight.quantities[rate.order + 1];
  if (!base || base.blockIndex !== rate.blockIndex || base.depth !== rate.depth + 1 || !isLevelFigure(base)) return false;
  const falls = rate.change === "fall";
  for (const current of [...amountsBefore(sight, rate, 0)].slice(0, 6)) {
    if (current === head || !alike(current, base)) continue;
    if (fit(relations.growth, { growth: rate.cell, current: current.cell, base: base.cell, falls }) !== "holds") continue;
    sight.add(promised(rate, "change:base", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }]));
    return true;
  }
  return false;
}

/** `4.500 tỷ đồng, đạt 90% dự toán (5.000 tỷ đồng), tăng 12,5%`: the amount that rose, past what it is of the plan. */
export const amountUnder = (sight: Sight, rate: Fig): Fig | undefined =>
  [...sight.between(rate.order - 2, rate.order - 1)]
    .reverse()
    .find((fig) => isLevelFigure(fig) && fig.blockIndex === rate.blockIndex && fig.sentence === rate.sentence && fig.depth <= rate.depth);
