import { cellOf, fit, hundredFits, implied, isMultiplierSlip, near, quantity, relations, shareFits, sumExceeds, sumFits } from "@khop/core";
import { digitsOf, type Fig, isAmount, isBoundless, isIntensive, isLevelFigure, isPercent, sizeOf, type Token } from "../figures.ts";
import { inflowWords, openingWords, outflowWords, says } from "../lexicon/flows.ts";
import { isCompared } from "./compared.ts";
import { standsBeside } from "./list/no-account.ts";
import { overCommas } from "./over-commas.ts";
import { areOpposite } from "./pairs.ts";
import type { Orphan } from "./share/orphan.ts";
import { alike, amountsBefore, type Hypothesis, type Option, type Sight } from "./sight.ts";
import { sinceOpening } from "./since-opening.ts";

/**
 * What is left: `thụ lý 7.662 vụ, giải quyết 6.468 vụ, … còn tồn 1.194 vụ`, and the other half of a whole whose first half has a
 * share: `9.985 chuyến, 8.515 đúng giờ (85,3 %) … 1.491 chậm`.
 */
export function discoverComplements(sight: Sight, orphans: readonly Orphan[]): void {
  const orphaned = new Map(orphans.map((orphan) => [orphan.share, orphan]));
  for (const closing of sight.quantities) {
    if (!isLevelFigure(closing) && !isLacking(closing)) continue;
    const left = [...closing.cues, ...(closing.twin?.cues ?? [])].find(
      ({ cue, distance, near }) => cue.kind === "remainder" && distance <= 8 && (near || !cue.words.startsWith("đang ")),
    );
    const behind = left === undefined ? remainderBehind(closing) : undefined;
    if (leftOfPair(sight, closing, left?.cue.words ?? behind)) continue;
    // "Số đang giải quyết, chuyển sang quý sau là 4.802 hồ sơ", "61 cuộc, 13 cuộc đang tiến hành": said over a comma or behind, it only confirms.
    const loose = behind ?? closing.cues.find(({ cue, distance }) => cue.kind === "remainder" && distance <= 8)?.cue.words;
    if (left) remainder(sight, closing, left.cue.words);
    else if (loose !== undefined && sizeOf(closing) >= TELLING && !leftByArithmetic(sight, closing, loose))
      leftOfShare(sight, closing, loose);
  }
  // Totals are added on the way; the shares stay as they are.
  for (const { share, parts, whole } of sight.shares.values()) if (parts.length === 1) otherHalf(sight, parts[0], whole, share, orphaned);
}

/** `chỉ tiêu 9.600 căn, đã hoàn thành 3.882 căn, còn thiếu 5.718 căn`: what is not there yet. */
const isLacking = (fig: Fig): boolean =>
  fig.change === "fall" && isAmount(fig) && fig.cues.some(({ cue, near: beside }) => beside && cue.words.endsWith("thiếu"));

/** `14 vụ còn lại đang giải quyết`: the cue stands behind the figure. */
function remainderBehind({ tokens, token: at }: Fig): string | undefined {
  for (let i = at + 1; i < Math.min(tokens.length, at + 4); i++) {
    const token = tokens[i] as Token;
    if (token.cue?.kind === "remainder") return token.cue.words;
    if (token.type !== "word") return undefined;
  }
  return undefined;
}

/** `đã giải quyết 19/33 vụ, còn lại 14 vụ`: what is left of the pair before. */
function leftOfPair(sight: Sight, closing: Fig, cue: string | undefined): boolean {
  if (cue === undefined) return false;
  for (const out of sight.between(closing.order - 4, closing.order - 1)) {
    const opening = out.over;
    if (!opening || opening === closing || out.blockIndex !== closing.blockIndex || !alike(opening, closing)) continue;
    const holds = fits(closing, opening, out);
    // "đã giải quyết 238/316 vụ, còn lại 35 vụ": nothing else stands between, so the rest is of this pair.
    // "còn 12/30 đơn": what is left there is a pair of its own.
    const direct =
      closing.over === undefined &&
      // "(99,22%, ứng với 9.438/9.512 thí sinh); còn 48 thí sinh chưa đỗ": the brackets told what another rate is of.
      out.depth <= closing.depth &&
      closing.order - opening.order <= 2 &&
      cue.startsWith("còn") &&
      !isBorneOut(sight, closing) &&
      !isOneOfPairs(sight, out) &&
      (opening.quantity?.approximate ?? 0) >= TELLING;
    if (!holds && !direct) continue;
    const seats = { closing, opening, ins: [], outs: [out] };
    sight.add({
      options: [{ kind: relations.balance, seats }],
      prior: holds ? 0.9 : 0.7,
      pattern: "left:pair",
      cue,
      confirm: holds,
      passage: closing.blockIndex,
    });
    return true;
  }
  return false;
}

function leftByArithmetic(sight: Sight, closing: Fig, cue: string): boolean {
  const before = likeBefore(sight, closing);
  const options: Hypothesis["options"][number][] = [];
  for (let gap = 1; gap < before.length; gap++) {
    for (let i = 0; i + gap < before.length; i++) {
      const out = before[i] as Fig;
      const opening = before[i + gap] as Fig;
      if (
        out.under || opening.under
          ? out.under === undefined || opening.under === undefined || closing.under === undefined
          : closing.under !== undefined
      )
        continue;
      options.push({ kind: relations.balance, seats: { closing, opening, ins: [], outs: [out] } });
    }
  }
  const holding = options.find(({ seats }) => fits(seats.closing as Fig, seats.opening as Fig, (seats.outs as Fig[])[0] as Fig));
  if (holding) sight.add({ options: [holding], prior: 0.9, pattern: "left", cue, confirm: false, passage: closing.blockIndex });
  return holding !== undefined;
}

const likeBefore = (sight: Sight, closing: Fig): readonly Fig[] =>
  [...amountsBefore(sight, closing, 1)].filter((fig) => alike(fig, closing)).slice(0, 8);

/** The figure before one, over what rose and fell and over what brackets tell: `đạt 89,29%. So với năm 2023, thụ lý tăng 477 vụ. Còn lại 778 vụ`. */
const overChanges = (sight: Sight, closing: Fig): Fig | undefined =>
  sight
    .between(closing.order - CHANGES, closing.order - 1)
    .findLast((fig) => fig.change === undefined && (fig.depth <= closing.depth || isInBracketsBehind(fig, closing)) && !isCompared(fig));

/** `29.946 hồ sơ (98,87%), còn 342 hồ sơ`, `(đạt 98,87%)`: the share stands alone in brackets. */
function isInBracketsBehind({ quantity: of, depth, tokens, token: at }: Fig, closing: Fig): boolean {
  const opens = tokens[at - 1]?.cue?.kind === "share" ? at - 2 : at - 1;
  return of?.unit.kind === "percent" && depth === closing.depth + 1 && tokens[opens]?.text === "(";
}

const CHANGES = 8;
const LEADS_ON = /^(?:còn|số|phần|tổng|kinh phí|vốn|hiện|nay|đến|như vậy|do đó|đang|chưa|chuyển)(?: |$)/;
const LEFT = /^(?:còn|đang|chưa)/;

/** `được giao 12,48 tỷ đồng; đã giải ngân 7,364 tỷ đồng, đạt 59,01%; còn 5.116 tỷ đồng`: triệu was meant, to three digits and more. */
const isOtherMultiplier = (closing: Fig, places: Parameters<typeof isMultiplierSlip>[1]): boolean =>
  (closing.quantity?.exponent ?? 0) > 0 && digitsOf(closing) >= 3 && isMultiplierSlip(relations.balance, places);

/** `thụ lý 9.229 vụ … Đã giải quyết 8.157 vụ, đạt 88,38%; còn lại 1.072 vụ`: what is left of that which the share right before is of. */
function leftOfShare(sight: Sight, closing: Fig, cue: string): boolean {
  const share = overChanges(sight, closing);
  const reach = share?.order === closing.order - 1 ? 1 : 2;
  const seats =
    share && share.tokens === closing.tokens && closing.sentence - share.sentence <= reach ? sight.shares.get(share) : undefined;
  if (!share || !seats || seats.parts.length > 1 || !LEFT.test(cue) || share.depth > closing.depth + 1) return false;
  // "đạt 53,4%. Ba hồ lớn còn 160,2 triệu m3": a sentence of its own tells what is left of its own subject.
  if (share.sentence !== closing.sentence && !LEADS_ON.test(closing.before.join(" "))) return false;
  const [out, opening] = [seats.parts[0], seats.whole];
  // "thực hiện 41 việc, trong đó 14 việc có huy động lực lượng (34,15%); còn 23 việc tự nguyện": some of a figure did not come off it.
  if (share.depth > closing.depth && sight.parents.get(out) === opening) return false;
  // "đạt 56,5% dự toán (12.950 tỷ đồng). Trừ tiền đất, thu nội địa còn 5.201 tỷ đồng": nothing is left of a plan.
  if (opening.depth > closing.depth) return false;
  // "chi khác 0,581/0,643 tỷ đồng (90,4%). Kinh phí còn lại 114 triệu đồng": of all that was listed, and not of its last.
  if (out.over !== undefined && share.sentence !== closing.sentence) return false;
  const isOfThem = alike(opening, closing) && out.order < share.order && share.order - out.order <= 2 && closing.over === undefined;
  if (!isOfThem || fit(relations.share, { share: share.cell, parts: [out.cell], whole: opening.cell }) !== "holds") return false;
  if (standsBeside(sight, opening, [out, closing]) || isLeftOfElse(closing, out)) return false;
  const places = { closing: closing.cell, opening: opening.cell, ins: [], outs: [out.cell] };
  const holds = fit(relations.balance, places) === "holds";
  const isOff = near(relations.balance, places, "slip") || near(relations.balance, places, "double") || isOtherMultiplier(closing, places);
  if (!holds && (sizeOf(closing) < TELLING || !isOff)) return false;
  const option = { kind: relations.balance, seats: { closing, opening, ins: [], outs: [out] } };
  sight.add({ options: [option], prior: holds ? 0.9 : 0.8, pattern: "left:share", cue, confirm: holds, passage: closing.blockIndex });
  return true;
}

/** `xây mới 138/146 hộ, sửa chữa 61/68 hộ; còn 15 hộ`: the rest may be of both. */
const isOneOfPairs = (sight: Sight, out: Fig): boolean =>
  sight
    .between(out.order - PAIRS, out.order - 1)
    .some(
      (fig) =>
        fig !== out.over && fig.over !== undefined && fig.sentence === out.sentence && fig.blockIndex === out.blockIndex && alike(fig, out),
    );

const PAIRS = 4;

/** `còn thiếu 468 giáo viên (mầm non 214, tiểu học 126, …)`: what it is made of says that it is right. */
const isBorneOut = (sight: Sight, fig: Fig): boolean =>
  sight.totals.some(({ found, total }) => total === fig && found.options[0]?.verdict === "holds");

/** `Nhận 368 đơn; đã giải quyết 347 đơn (đạt 67,77%), đang giải quyết 165 đơn`: what was done is so much of what was done and what is left, and so more was there than came. */
function isShareOfBoth(sight: Sight, out: Fig, closing: Fig): boolean {
  const share = sight.quantities[out.order + 1];
  if (!share || !isPercent(share) || share.tokens !== out.tokens || !out.cell || !closing.cell) return false;
  const both = cellOf({ id: "both", hidden: true, domain: { min: 0 } });
  const value = implied(relations.total, { total: both, parts: [out.cell, closing.cell] }, "total")?.lo;
  if (!value) return false;
  const whole = cellOf({ id: "both", quantity: quantity({ value: value.toFixed() }) });
  return fit(relations.share, { share: share.cell, parts: [out.cell], whole }) === "holds";
}

/** `được kéo dài 287,4 tỷ đồng, đã giải ngân 96,8 tỷ đồng. Số vốn chưa phân bổ còn 136 tỷ đồng`: what was not yet done is something else than what was. */
function isLeftOfElse(closing: Fig, out: Fig): boolean {
  const words = overCommas(closing);
  const at = words.indexOf("chưa");
  return at >= 0 && words[at + 1] !== undefined && !out.before.includes(words[at + 1] as string);
}

function remainder(sight: Sight, closing: Fig, cue: string): void {
  if (leftByArithmetic(sight, closing, cue) || leftOfShare(sight, closing, cue)) return;
  const before = likeBefore(sight, closing);
  const beside = before.filter(({ depth }) => depth === closing.depth);
  const several = [2, 3, 4].flatMap((count): Option[] => {
    const opening = beside[count];
    const outs = beside.slice(0, count).reverse();
    if (!opening || [opening, ...outs].some((fig) => fig.under !== undefined || fig.blockIndex !== closing.blockIndex)) return [];
    const cells = { closing: closing.cell, opening: opening.cell, ins: [], outs: outs.map(({ cell }) => cell) };
    return fit(relations.balance, cells) === "holds" ? [{ kind: relations.balance, seats: { closing, opening, ins: [], outs } }] : [];
  });
  if (several[0]) {
    sight.add({ options: [several[0]], prior: 0.9, pattern: "left:several", cue, confirm: true, passage: closing.blockIndex });
    return;
  }
  const moved =
    fourTerms(before, closing) ??
    fourTerms(
      before.filter((fig) => !sight.parents.has(fig)),
      closing,
    ) ??
    inAnyOrder(sight, closing);
  if (moved) {
    sight.add({ options: [moved], prior: 0.9, pattern: "left:moved", cue, confirm: true, passage: closing.blockIndex });
    sinceOpening(sight, moved.seats.opening as Fig, closing);
    return;
  }
  // "thụ lý A … giải quyết B … còn tồn C" in one block: the two figures that open it
  const all = before.filter((fig) => fig.blockIndex === closing.blockIndex && fig.depth === closing.depth);
  // What was left of something else ends what belongs together.
  const end = all.findIndex((fig) => fig.cues.some(({ cue: one, near: beside }) => beside && one.kind === "remainder"));
  const own = end < 0 ? all : all.slice(0, end);
  const [opening, out] = [own.at(-1), own.at(-2)];
  // "Theo lĩnh vực: đất đai 1.384; tư pháp 3.217 … đang giải quyết 149": a part of a list opens nothing.
  if (opening && opening.sentence !== closing.sentence && sight.parents.has(opening)) return;
  // "Đã xét xử 347 vụ, trong đó cấp tỉnh 38 vụ … Số vụ chuyển kỳ sau: 52 vụ": some of a figure did not come off it.
  if (out && opening && sight.parents.get(out) === opening) return;
  // "truy tố 634 vụ, đình chỉ 21 vụ, đang giải quyết 32 vụ": more than one thing came off.
  const close = own.filter((fig) => fig.sentence === closing.sentence);
  if (close.length >= 2 && close.every((fig) => fig !== opening)) return;
  // "cộng 40 cơ sở; đến cuối kỳ đã phục hồi 26 cơ sở, còn 14 cơ sở": it was done, and is not what is left.
  if (closing.before.includes("đã")) return;
  if (isBorneOut(sight, closing) || (out && isShareOfBoth(sight, out, closing))) return;
  if (opening && out && (opening.quantity?.approximate ?? 0) > (out.quantity?.approximate ?? 0)) {
    const option = { kind: relations.balance, seats: { closing, opening, ins: [], outs: [out] } };
    const direct =
      closing.order - opening.order <= 3 &&
      opening.sentence === closing.sentence &&
      out.before.includes("đã") &&
      sizeOf(closing) >= TELLING;
    const told = direct && near(relations.balance, { closing: closing.cell, opening: opening.cell, ins: [], outs: [out.cell] }, "slip");
    const confirm = !told && !isSaidToGo(opening, out);
    sight.add({ options: [option], prior: told ? 0.75 : 0.5, pattern: "left", cue, confirm, passage: closing.blockIndex });
  }
}

/** `thụ lý 7.662 vụ, giải quyết 6.468 vụ`: words for what came, or for what was done with it, stand before both. */
const isSaidToGo = (opening: Fig, out: Fig): boolean =>
  says(out.before, outflowWords) &&
  (says(opening.before, openingWords) ||
    says(opening.before, inflowWords) ||
    says(opening.phrase, inflowWords) ||
    (opening.blockIndex === out.blockIndex && opening.sentence === out.sentence));

/** `đầu kỳ còn 37, nhận thêm 128, xử lý 139, cuối kỳ còn 26`: opening, in, out and closing in the order of the text. */
function fourTerms(before: readonly Fig[], closing: Fig): Hypothesis["options"][number] | null {
  const near = before
    .filter((fig) => fig.under === undefined)
    .slice(0, 4)
    .reverse();
  for (let i = 0; i < near.length - 2; i++) {
    const [opening, more, out] = [near[i], near[i + 1], near[i + 2]] as [Fig, Fig, Fig];
    const seats = { closing, opening, ins: [more], outs: [out] };
    if (fit(relations.balance, { closing: closing.cell, opening: opening.cell, ins: [more.cell], outs: [out.cell] }) === "holds")
      return { kind: relations.balance, seats };
  }
  return null;
}

/** `tiếp nhận 25.261 hồ sơ … Kỳ trước chuyển qua 3.642 hồ sơ. Đã giải quyết 24.485 hồ sơ … cuối kỳ là 4.418 hồ sơ`: what came, what was there and what went, each told of by itself and not as a part. */
function inAnyOrder(sight: Sight, closing: Fig): Hypothesis["options"][number] | null {
  const told = [...amountsBefore(sight, closing, 1)]
    .filter((fig) => alike(fig, closing) && fig.depth === closing.depth && fig.under === undefined && !sight.parents.has(fig))
    .slice(0, FEW);
  if (sizeOf(closing) < LARGE) return null;
  for (const [at, out] of told.entries()) {
    const earlier = told.slice(at + 1);
    for (const [i, more] of earlier.entries())
      for (const opening of earlier.slice(i + 1)) {
        const places = { closing: closing.cell, opening: opening.cell, ins: [more.cell], outs: [out.cell] };
        if (fit(relations.balance, places) === "holds")
          return { kind: relations.balance, seats: { closing, opening, ins: [more], outs: [out] } };
      }
  }
  return null;
}

const FEW = 6;

const fits = (closing: Fig, opening: Fig, out: Fig): boolean =>
  opening.quantity !== null &&
  closing.quantity !== null &&
  out.quantity !== null &&
  sumFits(opening.quantity, [closing.quantity, out.quantity]);

const REACH = 4;
const TELLING = 20;

function otherHalf(sight: Sight, part: Fig, whole: Fig, share: Fig, orphans: ReadonlyMap<Fig, Orphan>): void {
  if (part === whole || !part.quantity || !whole.quantity || isIntensive(whole) || isBoundless(whole)) return;
  const propose = (other: Fig, confirm: boolean): void => {
    const parts = part.order < other.order ? [part, other] : [other, part];
    sight.add({
      options: [{ kind: relations.total, seats: { total: whole, parts } }],
      prior: 0.85,
      pattern: "half",
      cue: "",
      confirm,
      passage: whole.blockIndex,
    });
  };
  let steps = 0;
  for (let i = Math.max(part.order, share.order) + 1; i < sight.quantities.length && steps < REACH; i++) {
    const other = sight.quantities[i] as Fig;
    if (other.blockIndex - share.blockIndex > 1) break;
    if (!isLevelFigure(other) || !alike(other, whole)) continue;
    steps += 1;
    // "toàn trình 6.125 hồ sơ; đúng hạn 6.391 hồ sơ, quá hạn 293 hồ sơ": what it is left of has its other half already.
    if (isOtherHalfOf(sight, other, part)) continue;
    if (!other.quantity || !sumFits(whole.quantity, [part.quantity, other.quantity])) continue;
    propose(other, true);
    return;
  }
  const opposite = sight
    .between(share.order + 1, share.order + 2)
    .find((other) => isLevelFigure(other) && other.blockIndex === share.blockIndex);
  // "trực tiếp 127, trực tuyến 2.036, bưu chính 12" of 2.175: with a third part they add up already.
  const isDivided = sight.totals.some(
    ({ found, total, parts }) => total === whole && found.options[0]?.verdict === "holds" && parts.includes(part),
  );
  if (opposite && !isDivided && !isOfOther(sight, opposite, whole) && isOppositeOff(part, opposite, whole)) {
    propose(opposite, false);
    return;
  }
  // The other half has a share too, and the two shares make 100: so must the halves.
  const near = sight
    .between(share.order - 4, share.order + 4)
    .filter((fig) => fig !== share && isPercent(fig) && !fig.change && Math.abs(fig.blockIndex - share.blockIndex) <= 1);
  for (const second of near) {
    if (!share.quantity || !second.quantity || !hundredFits([share.quantity, second.quantity])) continue;
    const half = partOf(sight, second, whole, orphans);
    if (half === undefined || half === part || half === whole || !isSlipOfHalves(part, half, whole)) continue;
    propose(half, false);
    return;
  }
}

/** `đô thị thu gom 694 tấn, đạt 96,7%; nông thôn thu gom 465 tấn, đạt 81,9%`: its own share behind it is of another whole. */
function isOfOther(sight: Sight, part: Fig, whole: Fig): boolean {
  const share = sight.between(part.order + 1, part.order + 2).find((fig) => isPercent(fig) && fig.change === undefined);
  const seats = share && sight.shares.get(share);
  return (
    seats !== undefined &&
    seats.parts[0] === part &&
    seats.whole !== whole &&
    shareFits(seats.share.cell, part.cell, seats.whole.cell) === "holds"
  );
}

/** The amount before it is named by the opposite words. */
function isOtherHalfOf(sight: Sight, other: Fig, part: Fig): boolean {
  const before = sight.between(other.order - 2, other.order - 1).findLast((fig) => isLevelFigure(fig) && isAmount(fig));
  return (
    before !== undefined && before !== part && before.sentence === other.sentence && areOpposite(before, other) && !areOpposite(part, other)
  );
}

/** `thành thị 214.668 người, chiếm 21,5%; nông thôn 786.591 người`: one and the other, a slip off their whole. */
const isOppositeOff = (part: Fig, other: Fig, whole: Fig): boolean =>
  alike(other, whole) &&
  // "đô thị thu gom 512,6/524,9 tấn (97,7%), nông thôn 531,2/601,5 tấn": each is of a whole of its own.
  (other.over === undefined || other.over === whole) &&
  areOpposite(part, other) &&
  sizeOf(whole) >= LARGE &&
  (near(relations.total, { total: whole.cell, parts: [part.cell, other.cell] }, "slip") ||
    isTooMuch(part, other, whole) ||
    isSaidNo(part, other));

/** `đúng hạn 6.391 hồ sơ (99,6%), quá hạn 293 hồ sơ` of 6.418: both are more than there are, and nothing is said roughly. */
const isTooMuch = (part: Fig, other: Fig, whole: Fig): boolean =>
  part.quantity !== null &&
  other.quantity !== null &&
  whole.quantity !== null &&
  [part, other, whole].every(({ hedge }) => hedge === undefined) &&
  sumExceeds(whole.quantity, [part.quantity, other.quantity]);

/** `đơn đủ điều kiện 2.768 đơn, chiếm 83,1%; đơn không đủ điều kiện 416 đơn`: what is and what is not make all there are. */
function isSaidNo(part: Fig, other: Fig): boolean {
  const at = other.before.indexOf("không");
  const name = other.before.slice(at + 1);
  return at >= 0 && name.length >= 2 && ` ${part.before.join(" ")} `.includes(` ${name.join(" ")} `);
}

/** Two of which each has its share of the whole, and the whole a slip away; what is only said roughly is no half. */
const isSlipOfHalves = (part: Fig, other: Fig, whole: Fig): boolean => {
  const places = { total: whole.cell, parts: [part.cell, other.cell] };
  const isRough = [part, other, whole].some(({ hedge }) => hedge !== undefined && hedge !== "estimate");
  return !isRough && (near(relations.total, places, "slip") || near(relations.total, places, "some"));
};

const LARGE = 100;

/** The figure that a percentage speaks of, when it may be of the same whole. */
function partOf(sight: Sight, share: Fig, whole: Fig, orphans: ReadonlyMap<Fig, Orphan>): Fig | undefined {
  const orphan = orphans.get(share);
  if (orphan) return alike(orphan.part, whole) ? orphan.part : undefined;
  const known = sight.shares.get(share);
  return known?.whole === whole && known.parts.length === 1 ? known.parts[0] : undefined;
}
