import { hundredFits, isOneSlipOff, multipliers, near, relations, sumExceeds, sumFits } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isPercent, sizeOf, type Token } from "../../figures.ts";
import { overlapping } from "../../lexicon/overlap.ts";
import { isCompared } from "../compared.ts";
import type { Listing } from "../listings.ts";
import { alike, amountsBefore, type Option, type Sight, sameNature } from "../sight.ts";
import {
  areOfOneNoun,
  completeness,
  isPartial,
  isPlausible,
  isRoughlySo,
  leavesLastOut,
  leavesUncounted,
  saysLess,
} from "./completeness.ts";
import { isDividedWhole } from "./divided.ts";
import { isNoAccount } from "./no-account.ts";
import { eachOfItsKind, firstClause, firstOfItems, isMixed, untilNested, untilOtherMatter, untilOwnList } from "./parts.ts";
import { hypothesis } from "./promise.ts";

/** A list that adds up to none of its totals: broken if it was meant to be complete, else only parts of a whole. */
export function accuse(sight: Sight, listing: Listing, all: readonly Fig[]): void {
  // "Văn bản đi theo cấp: … Văn bản đến theo cấp: …": what was a part a sentence ago is no total of the next list.
  const isPartBefore = (head: Fig): boolean => listing.cue === ":" && sight.parents.has(head) && head.sentence !== all[0]?.sentence;
  const meant = listing.totals.filter((head) => !isPerOne(head) && !isInClauseBefore(listing, head));
  const heads = meant.filter(
    (head) =>
      !(isCompared(head) && head.blockIndex !== all[0]?.blockIndex) &&
      all.some((fig) => fig !== head && alike(fig, head)) &&
      !isPartBefore(head) &&
      !(head.quantity?.exact && all.some(isBroken)),
  );
  const partsOf = (head: Fig): readonly Fig[] => {
    const named = untilOtherMatter(
      head,
      all,
      untilNested(
        listing,
        all.filter((fig) => fig !== head && alike(fig, head)),
      ),
    );
    const every = eachOfItsKind(listing, all, head);
    if (every.length > named.length && isPlausible(listing, head, every)) return every;
    // "huyện 1.176, xã 7.741; (3) hợp đồng 5.236 việc": two parts between commas, and then another matter.
    const close = named.filter((fig) => fig.clause === named[0]?.clause && fig.blockIndex === named[0]?.blockIndex);
    if (close.length < 2 || close.length === named.length || !isPlausible(listing, head, close)) return named;
    // "48.216 cháu, trong đó nhà trẻ 9.384 cháu, mẫu giáo 38.382 cháu; số nhóm, lớp là 2.086": its own clause is a slip of a key off, the next another matter.
    const isSlipOff = isOneSlipOff([{ kind: relations.total, places: { total: head.cell, parts: close.map(({ cell }) => cell) } }]);
    return isSlipOff || !isPlausible(listing, head, named) ? close : named;
  };
  const total = heads.find((head) => isPlausible(listing, head, partsOf(head))) ?? heads[0];
  if (total === undefined) {
    if (!ofMixedNouns(sight, { ...listing, totals: meant }, all)) underOtherName(sight, { ...listing, totals: meant }, all);
    return;
  }
  const alone = all.length === 1 ? all : partsOf(total);
  const only = alone.length === 1 ? otherPart(sight, total, alone[0] as Fig) : undefined;
  if (only) sight.add({ ...hypothesis(listing, only, 0.85), pattern: "list:known", confirm: true });
  const named = partsOf(total);
  const firsts = listing.pattern === "list:items" || named.every(isInItem) ? firstOfItems(named) : [];
  const whole = firsts.length > 0 && (isPlausible(listing, total, firsts) || named.every(isInItem)) ? firsts : named;
  // "trong đó đã giải quyết 238/316 vụ": the pair has a whole of its own.
  const told = untilOwnList(isMixed(whole) ? firstClause(whole) : whole);
  // "1. CT đường: 1.846/1.850 trđ", "2. CT nhà: 874/920 trđ": but not where every item is a pair.
  const parts = told.every(({ over }) => over !== undefined) ? told : told.filter((fig) => fig.over === undefined);
  for (const part of parts) if (!sight.parents.has(part)) sight.parents.set(part, total);
  const doubtful =
    parts.length < 2 ||
    isPartial(listing, parts) ||
    isRoughlySo(total, parts) ||
    isAboutSome(listing, total) ||
    leavesMatter(parts) ||
    isRough(listing, total, parts) ||
    isInLaterClause(listing, parts) ||
    isMixed(parts) ||
    areNames(total, parts) ||
    isNoAccount(sight, listing, total, parts) ||
    (firsts.length > 0 && leavesSome(total, parts)) ||
    !isPlausible(listing, total, parts) ||
    saysLess(sight, total, parts) ||
    leavesUncounted(listing, total, parts) ||
    isNarrower(parts) ||
    (!isSaidToBeAll(listing, total, parts) && !isClosed(total, parts) && overlapping(parts.map((fig) => [...fig.before, ...fig.after])));
  if (!doubtful) {
    if (leavesLastOut(total, parts)) sight.closed.add(total);
    sight.add(hypothesis(listing, { kind: relations.total, seats: { total, parts } }, completeness(listing, total, parts)));
    return;
  }
  for (const part of parts) {
    const option: Option = { kind: relations.part, seats: { part, whole: total } };
    // "14 trẻ tử vong, trong đó đuối nước 19 trẻ": no part is more than what it is of.
    const isMore = areOfOneNoun(total, [part]) && isFirstIn(listing, total, part);
    if (part.start > total.start)
      sight.add({ ...hypothesis(listing, option, 0.75), pattern: isMore ? "part:more" : `${listing.pattern}:part`, confirm: !isMore });
  }
}

/** `34.066 lượt, gồm: hưu trí 1.124; tử tuất 566; …`: four parts and more of what they are said to make, one slip off a long total, do not overlap. */
const isSaidToBeAll = ({ cue }: Listing, total: Fig, parts: readonly Fig[]): boolean =>
  /gồm|chia/.test(cue) &&
  parts.length >= LONG_LIST &&
  digitsOf(total) >= LONG_TOTAL &&
  isOneSlipOff([{ kind: relations.total, places: { total: total.cell, parts: parts.map(({ cell }) => cell) } }]);

const LONG_LIST = 4;
const LONG_TOTAL = 4;

/** The total, a count of two digits and more, stands right before the opener, and the part right behind it. */
const isFirstIn = ({ passage, totals, cue }: Listing, total: Fig, part: Fig): boolean =>
  (cue.startsWith("trong đó") || cue.startsWith("gồm")) &&
  totals[0] === total &&
  total.change === undefined &&
  part.change === undefined &&
  part.order === total.order + 1 &&
  total.quantity?.unit.kind === "count" &&
  digitsOf(total) >= 2 &&
  total.tokens === passage.tokens &&
  part.tokens === total.tokens &&
  part.sentence === total.sentence &&
  part.clause === total.clause;

/** Items that tell more than their own part are rarely all of them: what they leave is no slip of a key. */
const leavesSome = (total: Fig, parts: readonly Fig[]): boolean =>
  total.quantity !== null &&
  !sumExceeds(
    total.quantity,
    parts.flatMap(({ quantity }) => quantity ?? []),
  ) &&
  !isOneSlipOff([{ kind: relations.total, places: { total: total.cell, parts: parts.map(({ cell }) => cell) } }]);

/** Each item below the line tells of one part first, and then more about it. */
const isInItem = ({ block }: Fig): boolean => block.kind === "item";

/** `gồm 3 khóm: 1, 2, 3`, `98-B1; 98-E1`, `thành 2 huyện …; thành 2 huyện`: numbers that are called one after the other, or small ones no smaller than what they are of. */
function areNames(total: Fig, parts: readonly Fig[]): boolean {
  const sizes = parts.map(sizeOf);
  const whole = sizeOf(total);
  return (
    sizes.every((size, i) => size === i + 1 && parts[i]?.quantity?.unit.id === "") ||
    sizes.every((size) => size === whole) ||
    (whole < SMALL && sizes.some((size) => size >= whole) && !areOfOneNoun(total, parts))
  );
}

const SMALL = 10;

/** `đã thu 458.932 triệu đồng, trong đó không dùng tiền mặt 452.617 triệu đồng; số còn phải thu 2.353 triệu đồng`: what is still to come is no part of what came. */
const leavesMatter = (parts: readonly Fig[]): boolean => {
  const [first, last] = [parts[0], parts.at(-1)];
  return first !== undefined && last !== undefined && last.clause !== first.clause && last.before.join(" ").includes("còn phải");
};

/** A bare number with decimals among what a count of whole things is divided into: an engine of 1,6 litres. */
const isBroken = ({ quantity: of }: Fig): boolean => of !== null && of.unit.id === "" && of.exponent === 0 && of.decimals > 0;

/** `trồng gần 300.000 cây, trong đó trên 35.000 cây lớn, cắt tỉa trên 50.000 cây`: what is told roughly is no account, unless the list is said to be whole. */
function isRough({ cue }: Listing, total: Fig, parts: readonly Fig[]): boolean {
  const hedged = [total, ...parts].filter(({ hedge }) => hedge !== undefined && hedge !== "estimate");
  if (hedged.length === 0 || (/gồm|chia/.test(cue) && hedged.length === 1)) return false;
  return (
    total.blockIndex !== parts[0]?.blockIndex || !near(relations.total, { total: total.cell, parts: parts.map(({ cell }) => cell) }, "some")
  );
}

/** `7,90 triệu tấn, trong đó trong nước vượt 577 nghìn tấn; khai thác khí …; sản xuất đạm 909 nghìn tấn`: its own clause names no part. */
function isInLaterClause({ cue, passage, from }: Listing, [first]: readonly Fig[]): boolean {
  if (!cue.startsWith("trong") || first === undefined || first.tokens !== passage.tokens) return false;
  const opener = passage.tokens.slice(from, first.token).find((token) => token.cue?.words === cue);
  return opener !== undefined && opener.place.clause < first.clause;
}

/** `gần 500 ha lúa bị mất trắng (A 314 ha, B 60 ha)`: what is only about so many, with places named in brackets, of which there may be more. */
const isAboutSome = ({ pattern }: Listing, { hedge }: Fig): boolean => pattern === "list:(" && hedge !== undefined && hedge !== "estimate";

/** `274 thôn, bản, 32 thôn, bản đặc biệt khó khăn`: what is called as another part and more is some of that. */
function isNarrower(parts: readonly Fig[]): boolean {
  // "nợ khó thu 48 tỷ đồng, nợ chờ xử lý 5 tỷ đồng": where the names stand before, those behind are of the next.
  if (parts.some(({ before }) => before.some((word) => word !== "có"))) return false;
  const names = parts.map(nameBehind);
  return names.some((name) =>
    names.some((other) => name.length > 0 && other.length > name.length && name.every((word, i) => other[i] === word)),
  );
}

/** The words behind a figure and its unit up to the next, over the commas of a name. */
function nameBehind({ tokens, token: at, quantity }: Fig): readonly string[] {
  const words: string[] = [];
  const unit = new Set(quantity?.unit.id.split(" "));
  for (let i = at + 1; i < tokens.length && words.length < NAME; i++) {
    const { type, text, cue } = tokens[i] as Token;
    if (cue?.level !== undefined) words.push(text);
    else if (type === "word" && words.length === 0 && (unit.has(text) || multipliers.has(text))) continue;
    if (type === "word" && text !== "có" && text !== "và") words.push(text);
    else if (text !== ",") break;
  }
  return words;
}

const NAME = 8;

/** `hơn 1.000 em/khối (khối A 1.092 em; khối B 1.013 em)`: of each, and not of all. */
function isPerOne({ tokens, token: at }: Fig): boolean {
  let i = at + 1;
  while (i < at + 4 && tokens[i]?.type === "word") i += 1;
  return i > at + 1 && tokens[i]?.text === "/" && tokens[i + 1]?.type === "word";
}

/** `khoảng 1.000 em …; các khối còn lại chỉ vài trăm em (khối A1 173; khối C 142)`: what brackets explain stands in their own clause. */
const isInClauseBefore = ({ pattern, passage, from }: Listing, head: Fig): boolean =>
  pattern === "list:(" && head.tokens === passage.tokens && head.clause !== passage.tokens[from]?.place.clause;

/** A list that ends in its own total, a slip off. */
export function concluded(sight: Sight, listing: Listing): boolean {
  const option = concludedBy(listing);
  if (option) sight.add({ ...hypothesis(listing, option, 0.75), pattern: "list:concluded" });
  return option !== undefined;
}

/** `Phân theo nhà máy: Sợi 842 người, Dệt 617 người, …; tổng cộng 6.493 người`: the list has a total of its own, at its end, that it nearly makes. */
function concludedBy({ figures, depth }: Listing): Option | undefined {
  const total = figures.find(
    (fig) =>
      isLevelFigure(fig) &&
      fig.depth === depth &&
      fig.cues.some(({ cue, near: beside }) => beside && /^(?:tổng cộng|cộng)$/.test(cue.words)),
  );
  if (total === undefined) return undefined;
  const parts = figures.filter((fig) => fig.order < total.order && isLevelFigure(fig) && fig.depth === depth && alike(fig, total));
  const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
  return parts.length >= 2 && near(relations.total, places, "slip") ? { kind: relations.total, seats: { total, parts } } : undefined;
}

/** `227.262 việc, trong đó: bản sao 214.380 bản (94,33%), chữ ký 9.764 trường hợp (4,30%), hợp đồng 3.118 trường hợp (1,37%)`: whatever they are called, their shares make a hundred, and so they are all. */
function ofMixedNouns(sight: Sight, listing: Listing, all: readonly Fig[]): boolean {
  const [first] = all;
  const parts = all.filter((fig) => fig.tokens === first?.tokens && fig.clause === first.clause);
  const shares = parts.map((part) => shareBehind(sight, part));
  const quantities = shares.flatMap((share) => share?.quantity ?? []);
  if (first === undefined || parts.length < 2 || quantities.length < parts.length || !hundredFits(quantities)) return false;
  const total = listing.totals.find(
    (head) => sameNature(head, first) && head.quantity?.exact && sizeOf(head) >= 100 && head.order < first.order,
  );
  if (total === undefined || !parts.every((part) => sameNature(part, total))) return false;
  const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
  if (!near(relations.total, places, "slip") && !near(relations.total, places, "double")) return false;
  for (const part of parts) if (!sight.parents.has(part)) sight.parents.set(part, total);
  sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total, parts } }, 0.8), pattern: "list:mixed" });
  return true;
}

/** The percentage in brackets right behind a part. */
function shareBehind(sight: Sight, part: Fig): Fig | undefined {
  const next = sight.quantities[part.order + 1];
  const isBehind = next !== undefined && isPercent(next) && !next.change && next.tokens === part.tokens && next.depth === part.depth + 1;
  return isBehind ? next : undefined;
}

/** Its names divide it whole, and it is a slip of a key off. */
const isClosed = (total: Fig, parts: readonly Fig[]): boolean =>
  isDividedWhole(parts, total) &&
  isOneSlipOff([{ kind: relations.total, places: { total: total.cell, parts: parts.map(({ cell }) => cell) } }]);

/** `681 em đạt giải, gồm: 38 giải Nhất, 121 giải Nhì, 204 giải Ba và 318 giải Khuyến khích`: counted under one name, summed up under another, a slip off. */
function underOtherName(sight: Sight, listing: Listing, all: readonly Fig[]): void {
  const [first] = all;
  if (first === undefined || isPartial(listing, all) || ofDividedClass(sight, listing, all)) return;
  if (all.length <= 2 || !all.every((fig) => alike(fig, first))) return;
  const total = listing.totals.find(
    (head) =>
      sameNature(head, first) &&
      head.tokens === first.tokens &&
      head.sentence === first.sentence &&
      sizeOf(head) >= 100 &&
      isOneSlipOff([{ kind: relations.total, places: { total: head.cell, parts: all.map(({ cell }) => cell) } }]),
  );
  if (total) sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total, parts: all } }, 0.7), pattern: "list:named" });
}

/** `161 đơn vị (127 xã, 21 phường, 13 thị trấn)`, `134 huy chương: 46 vàng, 39 bạc, 49 đồng`: of what stands right before, in its sentence, whatever it is counted in. */
function ofDividedClass(sight: Sight, listing: Listing, all: readonly Fig[]): boolean {
  const [total] = listing.totals;
  const [first] = all;
  const parts = all.filter((fig) => fig.tokens === first?.tokens && fig.clause === first.clause && fig.depth === first.depth);
  if (total === undefined || first === undefined || total.tokens !== first.tokens || total.sentence !== first.sentence) return false;
  if (total.hedge !== undefined || total.quantity?.unit.kind !== "count" || !isClosed(total, parts)) return false;
  sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total, parts } }, 0.75), pattern: "list:divided" });
  return true;
}

/** `còn 358.260 việc, trong đó có điều kiện 215.010 việc`: what is left of the total was printed before. */
function otherPart(sight: Sight, total: Fig, part: Fig): Option | undefined {
  if (!total.quantity || !part.quantity || total.quantity.approximate < 1000) return undefined;
  const first = total.order < part.order ? total : part;
  for (const other of [...amountsBefore(sight, first, 1)].slice(0, 8)) {
    if (!alike(other, total) || !other.quantity || !sumFits(total.quantity, [part.quantity, other.quantity])) continue;
    return { kind: relations.total, seats: { total, parts: [part, other] }, verdict: "holds" };
  }
  return undefined;
}
