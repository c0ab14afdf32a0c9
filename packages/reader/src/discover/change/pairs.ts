import { fit, near as isSlip, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isPerOther, isRate, sizeOf, type Token, takesUp } from "../../figures.ts";
import { earlierWords, past } from "../../lexicon/earlier.ts";
import { nameWords, tellingName, tellingWords } from "../../words.ts";
import { isCompared } from "../compared.ts";
import { alike, amountsBefore, type Option, type Sight, type Unseen } from "../sight.ts";
import { isLanding, landingOf } from "./landing.ts";
import { isClose, moves, promised } from "./promised.ts";

/**
 * `133 vụ; so với cùng kỳ tăng 7 vụ, tương ứng giảm 5%`: the two tell one change, and told the other way the amount makes the rate. The earlier
 * figure that both rest on is printed nowhere.
 */
export function contradicts(sight: Sight, amount: Fig, rate: Fig): boolean {
  const between = rate.tokens.slice(amount.token + 1, rate.token);
  const isInBrackets = rate.depth === amount.depth + 1 && between.every(isOfChange);
  const isLinked = between.length <= LINK && between.some(({ cue, text }) => cue?.kind === "same" || text === "tức");
  if (amount.change === rate.change || !(isLinked || isInBrackets)) return false;
  const falls = rate.change === "fall";
  const fits = (current: Fig, isFall: boolean): boolean =>
    fit(relations.growth, { growth: rate.cell, current: current.cell, difference: amount.cell, falls: isFall }) === "holds";
  const current = [...amountsBefore(sight, amount, 0)]
    .slice(0, HEADS)
    .find((fig) => alike(fig, amount) && !fig.change && fits(fig, falls) !== fits(fig, !falls));
  if (current === undefined) return false;
  const base: Unseen = { unseen: `base:${current.index}:${rate.index}`, label: "kỳ trước", integer: amount.quantity?.exact ?? false };
  const told = { prior: 0.8, confirm: false };
  sight.add(promised(rate, "change:contradicts", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], told));
  sight.add(
    promised(
      amount,
      "change:contradicts",
      [{ kind: relations.difference, seats: { difference: amount, current, base, falls: !falls } }],
      told,
    ),
  );
  return true;
}

/** `28.567 người, tăng 1,97% (giảm 573 người)`: the brackets right behind a rate tell the same change the other way, and bear out that it was so. */
export function turnedInBrackets(sight: Sight, rate: Fig): boolean {
  const amount = sight.quantities[rate.order + 1];
  if (!amount?.change || !isRate(rate) || !isAmount(amount) || amount.change === rate.change || amount.depth !== rate.depth + 1)
    return false;
  const between = rate.tokens.slice(rate.token + 1, amount.token);
  if (amount.tokens !== rate.tokens || !between.every(isOfChange) || digitsOf(amount) < 2) return false;
  const falls = amount.change === "fall";
  const places = (current: Fig) => ({ growth: rate.cell, current: current.cell, difference: amount.cell, falls });
  const current = [...amountsBefore(sight, rate, 0)]
    .slice(0, HEADS)
    .find((fig) => alike(fig, amount) && !fig.change && fit(relations.growth, places(fig)) === "holds");
  if (current === undefined || fit(relations.growth, { ...places(current), falls: !falls }) === "holds") return false;
  const seats = { growth: rate, current, difference: amount, falls: !falls };
  sight.add(promised(rate, "change:contradicts", [{ kind: relations.growth, seats }], { prior: 0.8, confirm: false }));
  return true;
}

/** `giảm 1.114 trẻ (tăng 2,24%)`: between the two stand a unit, the bracket and the verb. */
const isOfChange = ({ type, text, cue }: Token): boolean =>
  type === "word" ? text !== "so" && text !== "với" : cue ? cue.kind === "rise" || cue.kind === "fall" : /^[(+-]$/.test(text);

const LINK = 6;
const BESIDES = 8;
const HEADS = 6;

export function pair(sight: Sight, amount: Fig, rate: Fig, first: Fig): void {
  const falls = first.change === "fall";
  const landing = landingOf(sight, first);
  if (landing !== undefined) {
    ofLanding(sight, { amount, rate, current: landing, falls });
    return;
  }
  const all = [...amountsBefore(sight, first, 1)]
    .filter((fig) => alike(fig, amount) && (isPerOther(fig) === isPerOther(amount) || isRightBefore(fig, first)) && fig.under === undefined)
    .slice(0, 6);
  // "còn 583 hộ, so với 655 hộ của đầu năm thì giảm 72 hộ, tương ứng 11,0%": what is compared with did not fall.
  const isRisen = (fig: Fig): boolean => fig.sentence !== first.sentence || !isCompared(fig);
  const heads = [...all.filter(isRisen), ...all.filter((fig) => !isRisen(fig))];
  if (heads.length === 0) return;
  const options = heads.map((current) => ({ kind: relations.growth, seats: { growth: rate, current, difference: amount, falls } }));
  const holding = options.find(
    ({ seats }) => fit(relations.growth, { growth: rate.cell, current: seats.current.cell, difference: amount.cell, falls }) === "holds",
  );
  const ofNow = holding === undefined ? dividedByNow(heads, amount, rate) : undefined;
  if (ofNow) {
    const seats = { growth: rate, current: ofNow, difference: amount, falls };
    sight.add(promised(amount, "change:of-now", [{ kind: relations.growth, seats }], { prior: 0.75, confirm: false }));
    return;
  }
  if (holding === undefined && (ofEarlier(sight, heads, amount, rate) || onOtherChange(sight, rate))) return;
  // "855 tập thể (Cờ thi đua 08, …, Chiến sĩ thi đua 371), tăng 64 trường hợp (8,1%)": what brackets list did not rise.
  if (holding === undefined && (heads[0] as Fig).depth > first.depth) return;
  if (holding === undefined && (isOfOther(heads[0] as Fig, first) || areOfOtherTimes(amount, rate) || areApart(amount, rate))) return;
  const own = isOwn(sight, heads, first);
  const named = own ? undefined : options.find(({ seats }) => isNamedAlike(seats.current, amount));
  // "16.003/80.276 hộ, chiếm 19,93%, giảm 1.432 hộ (1,95%)": by so many points of its share it may have fallen, too.
  const isOfShare = sight
    .between((heads[0] as Fig).order + 1, first.order - 1)
    .some((fig) => isRate(fig) && !fig.change && fig.sentence === first.sentence && takesUp(fig) !== undefined);
  // "trong 05 địa bàn thì 04 địa bàn tăng thu, duy nhất một xã giảm 809 (1,5%)": what fell is no count of places.
  const isOfOtherThings = holding === undefined && own && isOutOfScale(heads[0] as Fig, amount);
  const likely = named !== undefined && isClose({ growth: rate.cell, current: named.seats.current.cell, difference: amount.cell, falls });
  sight.add(
    promised(amount, "change:pair", [holding ?? ((own ? options[0] : (named ?? options[0])) as Option)], {
      prior: own ? 0.9 : 0.5,
      confirm: (!own && !likely) || isOfShare || isOfOtherThings || (!named && isLanding(sight, heads[0] as Fig)),
    }),
  );
}

/** `đóng góp 83,74 triệu kWh trong mức tăng 129,74 triệu kWh, tương ứng 64,54% mức tăng`: a share of the change, and not the change once more. Gives whether it is one. */
export function shareOfChange(sight: Sight, amount: Fig, rate: Fig): boolean {
  if (
    !/^(?:mức|phần|lượng|số) (?:tăng|giảm)/.test(
      rate.tokens
        .slice(rate.token + 1, rate.token + WORDS)
        .map(({ text }) => text)
        .filter((text) => text !== "%")
        .join(" "),
    )
  )
    return false;
  const part = sight.quantities[amount.order - 1];
  if (part === undefined || part.sentence !== amount.sentence || part.tokens !== amount.tokens || !alike(part, amount)) return true;
  const places = { share: rate.cell, parts: [part.cell], whole: amount.cell };
  const holds = fit(relations.share, places) === "holds";
  if (!holds && !isSlip(relations.share, places, "slip")) return true;
  const seats = { share: rate, parts: [part], whole: amount };
  sight.add(promised(amount, "change:share-of", [{ kind: relations.share, seats }], { prior: 0.8, confirm: holds }));
  return true;
}

const WORDS = 4;

/** `1.846 vụ … số vụ giảm 487 vụ (giảm 26,38%)`: it was divided by what there is, told last, and not by what there was. */
const dividedByNow = ([last]: readonly Fig[], amount: Fig, rate: Fig): Fig | undefined =>
  last !== undefined &&
  (rate.quantity?.decimals ?? 0) >= 2 &&
  digitsOf(amount) >= 3 &&
  !isOfThen(last) &&
  fit(relations.share, { share: rate.cell, parts: [amount.cell], whole: last.cell }) === "holds"
    ? last
    : undefined;

/** `Cùng kỳ năm 2023 giải ngân 1.497.215 triệu đồng`: words for an earlier time stand before it in its sentence. */
const isOfThen = ({ tokens, token: at, sentence }: Fig): boolean =>
  tokens.slice(Math.max(0, at - THEN), at).some((token) => token.sentence === sentence && past.has(token.text));

const THEN = 10;

/** A bare number beside what is counted by a noun, and many times as much. */
const isOutOfScale = (head: Fig, amount: Fig): boolean =>
  (head.quantity?.unit.id === "") !== (amount.quantity?.unit.id === "") && sizeOf(amount) > SCALE * sizeOf(head);

const SCALE = 10;

/** `xuất khẩu đạt 11,54 tỷ USD … ⏎ Một số nhóm hàng giảm mạnh như điện tử giảm 547 triệu USD, tương ứng giảm 24%`: of things told of on their own, in another block or behind an opener. */
const isOfOther = (head: Fig, first: Fig): boolean =>
  head.blockIndex !== first.blockIndex ||
  hasOwnSubject(head, first) ||
  head.tokens.slice(head.token + 1, first.token).some(({ cue }) => cue?.kind === "opener");

/** `lưu trú giảm từ 702,8 tỷ đồng xuống 684,5 tỷ đồng; dịch vụ khác tăng 7,3 tỷ đồng (1,80%)`: behind a semicolon, of what is named there. */
function hasOwnSubject(head: Fig, first: Fig): boolean {
  const subject = head.clause === first.clause ? [] : tellingName(first);
  const name = nameWords(head);
  return subject.length >= SUBJECT && subject.every((word) => !name.has(word));
}

const SUBJECT = 2;

/** `tăng 2.301 tỷ đồng so đầu năm và tăng 21,7% so cùng kỳ`: each against a time of its own. */
function areOfOtherTimes(amount: Fig, rate: Fig): boolean {
  const [one, other] = [amount, rate].map(timeBehind);
  return one !== undefined && other !== undefined && one !== other;
}

/** `tổng dư nợ tăng 4,58%; nguồn ủy thác tăng 63,72 tỷ đồng`: a semicolon, and another subject behind it. */
const areApart = (amount: Fig, rate: Fig): boolean =>
  amount.tokens === rate.tokens &&
  amount.order > rate.order &&
  amount.tokens.slice(rate.token + 1, amount.token).some(({ text, type }) => type === "sign" && text === ";");

/** The two words behind the "so với" of a change. */
function timeBehind({ tokens, token: at }: Fig): string | undefined {
  const versus = tokens.slice(at + 1, at + 4).findIndex(({ cue }) => cue?.kind === "versus");
  if (versus < 0) return undefined;
  const own = tokens[at + 1 + versus] as Token;
  const behind = tokens.slice(at + 2 + versus, at + 4 + versus).map(({ text }) => text);
  return [...own.text.split(" ").slice(own.text.startsWith("so với") ? 2 : 1), ...behind].slice(0, 2).join(" ");
}

/** `65,4 triệu đồng/người/năm, tăng 5,2 triệu đồng (8,6%)`: what it is of each is not said again. */
const isRightBefore = (fig: Fig, first: Fig): boolean =>
  fig.order === first.order - 1 && fig.sentence === first.sentence && fig.clause === first.clause;

/** `tăng 0,41 điểm (0,67%) lên 62,14 điểm`: the change is of what it led to, whatever stands before. */
function ofLanding(
  sight: Sight,
  { amount, rate, current, falls }: Readonly<Record<"amount" | "rate" | "current", Fig>> & { readonly falls: boolean },
): void {
  if (!alike(current, amount)) return;
  const seats = { growth: rate, current, difference: amount, falls };
  const isSame = current.quantity?.unit.id === amount.quantity?.unit.id;
  sight.add(promised(amount, "change:landing", [{ kind: relations.growth, seats }], { prior: 0.85, confirm: !isSame }));
}

/** `đạt 378.366 tấn, tăng 0,32% (1.216 tấn)`: in brackets right behind a rate, with nothing else in them, the same change as an amount; where it is about so much. */
export function amountBehind(sight: Sight, rate: Fig, head: Fig | undefined): void {
  const amount = sight.quantities[rate.order + 1];
  if (!rate.change || !isRate(rate) || !amount || amount.change || !isLevelFigure(amount) || amount.tokens !== rate.tokens) return;
  const isRightBehind = amount.token === rate.token + 2 && rate.tokens[rate.token + 1]?.text === "(" && isAloneInBrackets(amount);
  if (!isRightBehind) return;
  const falls = rate.change === "fall";
  const isMeant = (current: Fig): boolean =>
    alike(current, amount) &&
    (isPerOther(current) === isPerOther(amount) || head === current) &&
    isSlip(relations.growth, { growth: rate.cell, current: current.cell, difference: amount.cell, falls }, "double");
  const before = [...amountsBefore(sight, rate, 1)].slice(0, 6);
  // "số bệnh nhân giảm 32% (252 trường hợp)": where nothing of its kind was told, it is no base either.
  const isAlone = !before.some((fig) => alike(fig, amount) && fig.sentence === rate.sentence);
  if (isAlone || (head && isMeant(head)) || before.some(isMeant)) amount.change = rate.change;
}

/** Its brackets close behind its unit. */
function isAloneInBrackets({ tokens, token: at }: Fig): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 6); i++) {
    if (tokens[i]?.text === ")") return true;
    if (tokens[i]?.type !== "word" && tokens[i]?.text !== "/") return false;
  }
  return false;
}

const EARLIER = new Set([...earlierWords, "đầu", "gốc"]);

/** `So với 31/12/2023 (nợ 57,82 tỷ đồng), nợ tăng 6,08 tỷ đồng, mức tăng 10,5%`: the figure before the change is the one it changed from. */
function ofEarlier(sight: Sight, heads: readonly Fig[], amount: Fig, rate: Fig): boolean {
  for (const base of heads) {
    if (base.sentence !== amount.sentence || base.blockIndex !== amount.blockIndex) continue;
    const isCompared = base.cues.some(({ cue }) => cue.kind === "versus");
    const isToldThen = base.depth === amount.depth + 1 || isCompared || base.before.some((word) => EARLIER.has(word));
    if (!isToldThen && !leadsOn(sight, amount, base)) continue;
    if (fit(relations.share, { share: rate.cell, parts: [amount.cell], whole: base.cell }) !== "holds") continue;
    sight.add(promised(amount, "change:earlier", [{ kind: relations.share, seats: { share: rate, parts: [amount], whole: base } }]));
    return true;
  }
  return false;
}

/** `Năm 2021 được giao 2.164, giảm 35, tương ứng 1,62%; năm nay còn 2.129`: what it came to is told near. */
const leadsOn = (sight: Sight, amount: Fig, base: Fig): boolean =>
  sight
    .between(base.order - NEAR_BY, amount.order + NEAR_BY)
    .some((fig) => fig !== base && isLevelFigure(fig) && alike(fig, base) && moves(amount, fig, base, amount.change === "fall"));

const NEAR_BY = 8;

/** `tăng 13 vụ, 6 bị cáo so với năm trước, tỷ lệ tăng 19,1%`: the rate of the change before, not of the one beside it. */
export function onOtherChange(sight: Sight, rate: Fig): boolean {
  const falls = rate.change === "fall";
  for (const other of sight.between(rate.order - 3, rate.order - 1)) {
    if (other.change !== rate.change || !isAmount(other) || other.sentence !== rate.sentence || other.blockIndex !== rate.blockIndex)
      continue;
    for (const current of [...amountsBefore(sight, other, 0)].slice(0, 4)) {
      if (
        !alike(current, other) ||
        fit(relations.growth, { growth: rate.cell, current: current.cell, difference: other.cell, falls }) !== "holds"
      )
        continue;
      sight.add(promised(other, "change:pair", [{ kind: relations.growth, seats: { growth: rate, current, difference: other, falls } }]));
      return true;
    }
  }
  return isTied(sight, rate);
}

/**
 * `848 vụ, giảm 55 vụ so với năm trước, giảm 6,5%`: the change was divided by the new figure, 55 by 848, where the old one is meant; told by the change, as
 * `onWrongBase` tells it by the old figure.
 */
export function onNewFigure(sight: Sight, rate: Fig): boolean {
  if ((rate.quantity?.decimals ?? 0) < 1) return false;
  const falls = rate.change === "fall";
  for (const difference of sight.between(rate.order - 6, rate.order - 1)) {
    const isOfIt = difference.change === rate.change && isAmount(difference) && difference.sentence === rate.sentence;
    if (!isOfIt || difference.blockIndex !== rate.blockIndex || digitsOf(difference) < 2) continue;
    const current = [...amountsBefore(sight, difference, 0)].find(
      (fig) => alike(fig, difference) && fig.depth === difference.depth && !isCompared(fig),
    );
    if (current === undefined || current.sentence !== rate.sentence) continue;
    if (fit(relations.share, { share: rate.cell, parts: [difference.cell], whole: current.cell }) !== "holds") continue;
    if (fit(relations.growth, { growth: rate.cell, current: current.cell, difference: difference.cell, falls }) === "holds") continue;
    const seats = { growth: rate, current, difference, falls };
    sight.add(promised(rate, "change:new", [{ kind: relations.growth, seats }], { prior: 0.75, confirm: false }));
    return true;
  }
  return false;
}

/** `tăng 676 con so với tháng 8 (27.938 con), tương ứng tăng 2,4%`: tied to the change before it in so many words. */
function isTied(sight: Sight, rate: Fig): boolean {
  if (!rate.cues.some(({ cue, near: beside }) => beside && cue.kind === "same")) return false;
  // "năm 2021 là 2.182, giảm 34, tương ứng 1,56%. Năm nay 2.148": it is of the two that the amount leads from and to.
  if (sight.hypotheses.slice(-BESIDES).some(({ options: [option] }) => option?.kind === relations.growth && option.seats.growth === rate))
    return false;
  const other = sight
    .between(rate.order - 3, rate.order - 1)
    .findLast((fig) => fig.change === rate.change && isAmount(fig) && fig.sentence === rate.sentence);
  const landing = other && landingOf(sight, other);
  const before =
    other && [...amountsBefore(sight, other, 0)].find((fig) => alike(fig, other) && fig.sentence === other.sentence && !isCompared(fig));
  const current = landing ?? (before && isLanding(sight, before) ? undefined : before);
  if (!other || !current || !alike(current, other)) return false;
  const falls = rate.change === "fall";
  if (!isClose({ growth: rate.cell, current: current.cell, difference: other.cell, falls })) return false;
  sight.add(
    promised(other, "change:tied", [{ kind: relations.growth, seats: { growth: rate, current, difference: other, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
  return true;
}

/** `bị thương 1.021 người … giảm 233 người bị thương`: the words that tell figures of one unit apart are the same. */
const isNamedAlike = (head: Fig, change: Fig): boolean => tellingWords(head) === tellingWords(change);

/**
 * The change stands right behind its figure, with nothing but other changes and shares between, and no other figure of its kind in
 * the sentence it could be of ("làm chết 567 người, bị thương 890 người; … giảm 45 người chết (7,35%)").
 */
function isOwn(sight: Sight, heads: readonly Fig[], change: Fig): boolean {
  const [head, other] = heads;
  if (head === undefined || head.blockIndex !== change.blockIndex || head.sentence !== change.sentence) return false;
  const direct = sight
    .between(head.order + 1, change.order - 1)
    .every((fig) => fig.change !== undefined || isRate(fig) || fig.twin !== undefined);
  const alone = other === undefined || other.blockIndex !== head.blockIndex || other.sentence !== head.sentence;
  return direct && (alone || change.clause === head.clause);
}
