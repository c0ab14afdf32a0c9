import { fit, relations } from "@khop/core";
import { type Fig, isOfPlan, isPercent, type Token, takesUp } from "../../figures.ts";
import { past, saysPast } from "../../lexicon/earlier.ts";
import { inflowWords, openingWords, says } from "../../lexicon/flows.ts";
import { isComparedInBracket } from "../compared.ts";
import { alike, type Sight } from "../sight.ts";

/** A percentage with the figures that its words tie it to. */
interface Worded {
  readonly share: Fig;
  readonly cue: string;
  readonly part: Fig;
  readonly from: string;
  readonly whole: Fig | undefined;
  readonly pattern: string;
}

/** Shares of smaller wholes are a slip away from nearly anything. */
const TELLING = 10;

/** Whether its words leave doubt that a percentage is a share of what stands before it. */
export function isDoubtful(sight: Sight, worded: Worded): boolean {
  const { share, cue, part, from, whole } = worded;
  return (
    (cue === "" && !isOfPairBehind(worded)) ||
    (whole?.quantity?.approximate ?? 0) < TELLING ||
    (from === "slash" ? isBesidePair(sight, part, share) : ownSubject(sight, part, share)) ||
    isOfOtherTime(sight, share) ||
    isAgainstPast(share) ||
    isOfThen(worded) ||
    namesOtherUnit(sight, worded) ||
    isOfThosePresent(worded) ||
    goesOnWithAll(sight, worded) ||
    isToldBefore(sight, worded) ||
    addsToStock(sight, worded) ||
    isOfStart(worded) ||
    (!isOfPairBehind(worded) && namesOtherBase(sight, worded)) ||
    (OF_PLANS.has(cue) && hasPlanShare(sight, whole))
  );
}

const PAST_REACH = 4;

/** `bằng 76,5% so với cùng kỳ năm 2016`: of what was then, which the words of the report before it do not say. */
function isAgainstPast({ tokens, token: at }: Fig): boolean {
  const behind = tokens.slice(at + 1, at + 1 + PAST_REACH);
  const versus = behind.findIndex(({ cue }) => cue?.kind === "versus");
  return versus >= 0 && saysPast(behind.slice(versus + 1).map(({ text }) => text));
}

/** `147 trẻ, chiếm 12,0% (cùng kỳ 161 trẻ, chiếm 12,5%)`: of all there were then. */
const isOfThen = ({ share, part, whole }: Worded): boolean =>
  share.depth > 0 &&
  part.group === share.group &&
  whole !== undefined &&
  whole.group !== part.group &&
  (isComparedInBracket(part) || isSaidOfThen(part));

const isSaidOfThen = (part: Fig): boolean =>
  part.tokens
    .slice(Math.max(0, part.token - THEN), part.token)
    .some(({ text, group }) => group === part.group && past.has(text.split(" ").at(-1) ?? ""));

/** `2.349 lượt với 2.559 người … 522 lượt với 588 người, chiếm 22,22% tổng số lượt tiếp`: of the one that it names, and not of the one beside it. */
function namesOtherUnit(sight: Sight, { share, whole }: Worded): boolean {
  const beside = whole === undefined ? undefined : sight.quantities[whole.order - 1];
  if (!whole || !beside || beside.blockIndex !== whole.blockIndex || beside.sentence !== whole.sentence) return false;
  const [own, other] = [whole, beside].map(({ quantity }) => quantity?.unit.id ?? "");
  return own !== other && share.after[0] === "tổng" && share.after.includes(other as string) && !share.after.includes(own as string);
}

const THEN = 4;

/** `387/465 đại biểu có mặt đồng ý (chiếm 78,81% tổng số đại biểu)`: of all, and not of those who came. */
export const isOfThosePresent = ({ share, whole }: Pick<Worded, "share" | "whole">): boolean =>
  share.after[0] === "tổng" && whole !== undefined && PRESENT.some((words) => whole.after.join(" ").includes(words));

/** `428 tán thành trên 434 đại biểu biểu quyết, bằng 87,17% tổng số đại biểu; không tán thành 4, bằng 0,81%`: the first share told of whom they all are. */
const goesOnWithAll = (sight: Sight, { share, whole }: Worded): boolean =>
  sight
    .between(share.order - ROW, share.order - 1)
    .some((other) => isPercent(other) && isBesideIn(other, share) && isOfThosePresent({ share: other, whole }));

const isBesideIn = (a: Fig, b: Fig): boolean => a.sentence === b.sentence && a.blockIndex === b.blockIndex;

/** Two counts and a share of each stand before it. */
const ROW = 6;

const PRESENT = ["có mặt", "dự ", "tham gia", "tham dự", "biểu quyết"];

/** `729 hồ sơ tồn đầu kỳ, tiếp nhận 23.081 hồ sơ, đã giải quyết 22.957 hồ sơ (96,4%)`: of what there was and what came, together. */
export function addsToStock(sight: Sight, { part, whole }: Pick<Worded, "part" | "whole">): boolean {
  const stock = whole && sight.quantities[whole.order - 1];
  if (!stock || !whole || stock.sentence !== whole.sentence || stock.blockIndex !== whole.blockIndex || part.order < whole.order)
    return false;
  if (part.sentence !== whole.sentence || stock.tokens !== whole.tokens || !alike(stock, whole) || !says(whole.before, inflowWords))
    return false;
  const behind = stock.tokens.slice(stock.token + 1, whole.token).flatMap(({ text }) => text.split(" "));
  return [stock.before, behind].some((words) => says(words, openingWords));
}

/** `tiền gửi dân cư 65.823 tỷ đồng, bằng 71,1%; tỷ lệ dư nợ trên huy động là 90,7%`: its share was told right behind it. */
export function isToldBefore(sight: Sight, { share, part, whole }: Pick<Worded, "share" | "part" | "whole">): boolean {
  if (whole === undefined) return false;
  // "1.395,1 tỷ đồng, đạt 66,45%, chiếm 38,55% tổng số": or behind what it reached of a plan.
  return sight
    .between(part.order + 1, part.order + 2)
    .some(
      (told) =>
        told !== share &&
        isPercent(told) &&
        told.sentence === part.sentence &&
        fit(relations.share, { share: told.cell, parts: [part.cell], whole: whole.cell }) === "holds",
    );
}

/** `297.460 hộ dân cư; 9.816 hộ nghèo … Đầu năm có 13.052 hộ nghèo (4,42%)`: of all there were at the start. */
export const isOfStart = ({ part, whole }: Pick<Worded, "part" | "whole">): boolean =>
  whole !== undefined &&
  (whole.sentence !== part.sentence || whole.blockIndex !== part.blockIndex) &&
  STARTS.test(part.phrase.slice(0, 4).join(" ")) &&
  !STARTS.test(whole.phrase.join(" "));

const STARTS = /(?:^| )đầu (?:năm|kỳ|quý|tháng|nhiệm kỳ)(?: |$)/;

/** Words behind a percentage that tie it to something else than what it is a share of. */
const GOES_ON = new Set([
  "so",
  "và",
  "với",
  "trong",
  "trên",
  "của",
  "theo",
  "tại",
  "ở",
  "là",
  "được",
  "nhưng",
  "còn",
  "số",
  "để",
  "do",
  "khi",
  "đã",
  "đang",
  "có",
]);

/** `đạt 92,1% dân số`, `bằng 60,1% dự toán`: the base is named behind the percentage, and is not the total at hand. */
function namesOtherBase(sight: Sight, { share, whole, pattern }: Worded): boolean {
  const next = share.tokens[share.token + 1];
  if (isOfPlan(share)) return true;
  if (share.after[0] === "số" && whole !== undefined && namesOtherDeed(share, whole)) return true;
  if (share.after[0] === "tổng") return !/:(?:parent|named|slash)$/.test(pattern) || isToldOfTheSame(sight, share, whole);
  return next?.type === "word" && !GOES_ON.has(next.text) && !pattern.endsWith(":slash");
}

/** `tiếp nhận 412 vụ việc; hòa giải thành 341 vụ việc (86,8% số vụ việc đã hòa giải)`: what was done stands behind it, and none of its words about the whole. */
function namesOtherDeed({ after }: Fig, whole: Fig): boolean {
  const unit = new Set(whole.quantity?.unit.id.split(" "));
  const deed = after.slice(1).filter((word) => !unit.has(word) && !SMALL.has(word));
  const before = whole.tokens.slice(0, whole.token).filter(({ sentence }) => sentence === whole.sentence);
  const said = new Set([...before.flatMap(({ text }) => text.split(" ")), ...whole.after]);
  return deed.length >= 2 && deed.every((word) => !said.has(word));
}

const SMALL = new Set("đã được đang phải có của trong các và".split(" "));

/** `448 đại biểu dự họp (94,71% tổng số đại biểu), trong đó 437 tán thành (92,39% tổng số đại biểu)`: the whole is told as a share of the same. */
export function isToldOfTheSame(sight: Sight, share: Fig, whole: Fig | undefined): boolean {
  const own = whole === undefined ? undefined : sight.quantities[whole.order + 1];
  if (own === undefined || own === share || !isPercent(own) || own.blockIndex !== share.blockIndex) return false;
  return share.after.length >= 2 && share.after.every((word, i) => own.after[i] === word);
}

/** Words for shares of a plan as for shares of a total; "chiếm" is of a total only. */
const OF_PLANS = new Set(["đạt", "bằng"]);

/** `tổng chi 1.690 tỷ đồng, đạt 22,9% dự toán; trong đó chi đầu tư 823 tỷ đồng, đạt 48,2%`: what is said of the whole in shares of a plan goes on so. */
function hasPlanShare(sight: Sight, whole: Fig | undefined): boolean {
  const next = whole === undefined ? undefined : sight.quantities[whole.order + 1];
  // "cộng là 4.800 triệu đồng, chiếm 67,5% tổng chi; học bổng 735 triệu đồng (đạt 91,9%)": what is a part itself goes on as little.
  return next !== undefined && isPercent(next) && next.blockIndex === whole?.blockIndex && (isOfPlan(next) || takesUp(next) !== undefined);
}

/** `21 người (…), người trẻ đạt 14,30%`: the percentage has a subject of its own and does not speak of the figure before it. */
function ownSubject(sight: Sight, part: Fig, share: Fig): boolean {
  if (part.order > share.order) return false;
  if (part.blockIndex !== share.blockIndex || part.sentence !== share.sentence) return true;
  const tokens = sight.passages[share.blockIndex]?.tokens ?? [];
  let apart = false;
  let words = 0;
  for (let i = part.token + 1; i < share.token; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.type === "sign" && /[,;:)]/.test(token.text) && token.depth <= part.depth) {
      apart = true;
      words = 0;
    } else if (token.type === "word" && apart) words += token.text.split(" ").length;
  }
  return (apart && words > 1) || isRateOfOther(part, share);
}

/** `còn 17 vụ đang xác minh (tỷ lệ xử lý 93,8%)`: the brackets name a rate of another deed. */
function isRateOfOther(part: Fig, share: Fig): boolean {
  if (share.depth !== part.depth + 1 || share.tokens !== part.tokens) return false;
  const words = share.before.join(" ").replace(/^.*t[ỷỉ] lệ ?/u, "");
  if (words === share.before.join(" ") || words === "") return false;
  const said = new Set([...part.phrase, ...part.after, ...(part.quantity?.unit.id.split(" ") ?? [])]);
  return words.split(" ").every((word) => SMALL.has(word) || !said.has(word)) && words.split(" ").some((word) => !SMALL.has(word));
}

/** `sách điện tử chiếm 18,2%, năm 2023 chiếm 14,6%`: behind a percentage and a date, what it was then. */
function isOfOtherTime(sight: Sight, share: Fig): boolean {
  const before = sight.quantities[share.order - 1];
  if (
    !before ||
    !isPercent(before) ||
    before.change !== undefined ||
    before.sentence !== share.sentence ||
    before.blockIndex !== share.blockIndex
  )
    return false;
  return share.tokens
    .slice(before.token + 1, share.token)
    .some(({ figure, text }) => figure?.role === "date" || text === "trước" || text === "ngoái");
}

/** `tỷ lệ án bị hủy là 0,43% (28/6.485 vụ)`: a pair right behind a percentage is what it is made of. */
const isOfPairBehind = ({ share, part, from }: Pick<Worded, "share" | "part" | "from">): boolean =>
  from === "slash" && part.order > share.order;

/** Something stands between a percentage and the pair before it. */
const isBesidePair = (sight: Sight, part: Fig, share: Fig): boolean =>
  !isOfPairBehind({ share, part, from: "slash" }) && (ownRate(share) || isWhole(share, part) || isAfterOther(sight, part, share));

/** `10/18 khoản thu đạt trên 51%, trong đó thuế đạt 53,7%`: the pair has its percentage, and this one is of something else. */
const isAfterOther = (sight: Sight, part: Fig, share: Fig): boolean => sight.between(part.order + 2, share.order - 1).some(isPercent);

/** `160/262 xã có cử tri đi bầu đạt 100%`: what each of those reached, and no share of the pair. */
function isWhole({ quantity, tokens, token: at }: Fig, { over }: Fig): boolean {
  if (quantity?.approximate !== 100 || quantity.decimals > 0 || over?.tokens !== tokens) return false;
  const between = tokens.slice(over.token + 1, at);
  // "82/82 đơn vị, đạt 100%" is a share, "85 khu vực bỏ phiếu đã đạt 100%" is not.
  return between.some(({ text }) => text === "có") || (between.length > NAME && between.every(({ type }) => type !== "sign"));
}

/** So many words name things; more than these say what they did. */
const NAME = 4;

/** `123/159 xã có tỷ lệ cử tri đi bầu đạt 100%`: a rate of something else, named behind the pair. */
function ownRate({ tokens, token: at, depth }: Fig): boolean {
  for (let i = at - 1; i >= Math.max(0, at - RATE_REACH); i--) {
    const token = tokens[i] as Token;
    if (token.figure || token.depth !== depth) return false;
    if (token.cue?.kind === "share" && /t[ỷỉ] lệ/.test(token.text)) return at - i > 2;
  }
  return false;
}

const RATE_REACH = 16;
