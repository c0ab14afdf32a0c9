import { fit, near, relations } from "@khop/core";
import { type Fig, isLevelFigure, isPercent, type Token } from "../../figures.ts";
import { alike, amountsBefore, isUnseen, type Option, type Sight } from "../sight.ts";

/** Words about a name that are no part of it. */
const ABOUT = new Set(
  "thế nên do đó của là chiếm riêng chỉ phần tỷ trọng lệ thị vì vậy ở mức đã đóng góp với có số nhóm được đạt bằng về và".split(" "),
);
const LEAST = 2;
const REACH = 14;
const BLOCKS = 2;

/**
 * A share that names one part of a list told before: `lưu trú 318,6 tỷ đồng, ăn uống 402,5 tỷ đồng … phần của lưu trú là 30,6%`. The
 * whole is what that list makes.
 */
export function ofLabelled(sight: Sight, share: Fig): { readonly option: Option; readonly holds: boolean } | undefined {
  const name = nameBefore(share);
  if (name.length < LEAST) return undefined;
  for (const { total, parts } of sight.totals.toReversed()) {
    if (isUnseen(total) || total.order > share.order || share.blockIndex - total.blockIndex > BLOCKS) continue;
    const called = parts.filter(
      (part): part is Fig => !isUnseen(part) && part.order < share.order && (isNamed(part, name) || isNamedShort(part, name)),
    );
    const [part] = called;
    if (part === undefined || called.length > 1) continue;
    const places = { share: share.cell, parts: [part.cell], whole: total.cell };
    const isCalledShort = !isNamed(part, name);
    if (isCalledShort && fit(relations.share, places) !== "holds") continue;
    const holds = fit(relations.share, places) === "holds";
    const framed = holds ? undefined : ofFrameAbove(sight, share, part);
    if (framed) return { option: { kind: relations.share, seats: { share, parts: [part], whole: framed } }, holds: true };
    const twins = holds ? undefined : twinsOf(share, part, total);
    if (twins) return { option: { kind: relations.share, seats: twins }, holds: true };
    const other = holds ? undefined : otherWhole(sight, share, part, total);
    if (other) return { option: { kind: relations.share, seats: { share, parts: [part], whole: other } }, holds: true };
    const aimed = holds ? undefined : ofTwinOfAim(share, part);
    if (aimed) return { option: { kind: relations.share, seats: aimed }, holds: true };
    // "So với chỉ tiêu 15.700 căn, số căn hoàn thành đạt 34,4%": of what was aimed at, and of no list.
    if (!holds && aimOf(share)) continue;
    // "tỷ lệ trực tuyến trên số tiếp nhận mới": of something else than all of the list.
    if (!holds && name.includes("trên")) continue;
    if (!holds && isBelowRate(share)) continue;
    // "công chức tư pháp - hộ tịch cấp xã 100%": of something else that is called so among other words.
    if (!holds && name.length > ownWords(part).length + OTHER_WORDS) continue;
    // "ngắn hạn 51.937 tỷ đồng, chiếm 61,8% … lãi suất ngắn hạn 5,8%": its share was told.
    const told = sight.quantities[part.order + 1];
    if (!holds && told && told !== share && isPercent(told) && fit(relations.share, { ...places, share: told.cell }) === "holds") continue;
    // "tổn thất lũy kế 4,98%": of all until then, and not of what the list tells of a month.
    if (!holds && name.includes("kế") && !ownWords(part).includes("kế")) continue;
    // "đã giải quyết 474 vụ, gồm truy tố 471 vụ … Truy tố đúng hạn 100%"
    if (!holds && share.quantity?.approximate === 100) continue;
    const isBeside = [...sight.shares.values()].some(
      (one) => one.whole === total && one.share.sentence === share.sentence && one.share.tokens === share.tokens,
    );
    const isOff =
      near(relations.share, places, "double") ||
      near(relations.share, places, "slip") ||
      (isBeside && near(relations.share, places, "tenth"));
    if (!holds && !isOff) continue;
    return { option: { kind: relations.share, seats: { share, parts: [part], whole: total } }, holds };
  }
  return undefined;
}

/** `công suất giường bệnh chung 91,4%, trong đó tuyến tỉnh 104,2%, tuyến huyện 79,8%`: the rate of a part, told below that of all. */
function isBelowRate({ tokens, token: at, sentence }: Fig): boolean {
  const opener = tokens.findLastIndex(
    (token, i) => i < at && token.sentence === sentence && (token.cue?.kind === "opener" || token.text === ":"),
  );
  const head = opener < 0 ? undefined : tokens.slice(0, opener).findLast(({ figure }) => figure !== undefined);
  return head?.figure !== undefined && head.sentence === sentence && isPercent(head.figure);
}

/** `Xét trên 132 vụ có quyết định thì tỷ lệ khiếu nại sai 62,1%, đúng 14,4%`: what its sentence counts them out of. */
const ofFrameAbove = (sight: Sight, share: Fig, part: Fig): Fig | undefined =>
  sight
    .between(share.order - FRAME, share.order - 1)
    .find(
      (whole) =>
        whole.sentence === share.sentence &&
        whole.blockIndex === share.blockIndex &&
        isLevelFigure(whole) &&
        alike(whole, part) &&
        fit(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }) === "holds",
    );

const FRAME = 6;

/** `lũy kế 7 tháng: tỷ lệ tổn thất 4,98% (147,19 triệu kWh)`: it has an amount of its own in brackets behind it. */
export function isAmountInside(sight: Sight, share: Fig, part: Fig): boolean {
  const next = sight.quantities[share.order + 1];
  return next !== undefined && next.tokens === share.tokens && next.depth === share.depth + 1 && isLevelFigure(next) && alike(next, part);
}

/** `thụ lý 286 vụ/471 bị can, truy tố 214 vụ/352 bị can … tỷ lệ truy tố tính theo bị can là 74,73%`: of the other halves of the pairs. */
function twinsOf(share: Fig, part: Fig, total: Fig): { share: Fig; parts: readonly [Fig]; whole: Fig } | undefined {
  const [other, whole] = [part.twin, total.twin];
  if (!other || !whole) return undefined;
  const holds = fit(relations.share, { share: share.cell, parts: [other.cell], whole: whole.cell }) === "holds";
  return holds ? { share, parts: [other], whole } : undefined;
}

/** `So với chỉ tiêu 15.700 căn`: what its sentence measures it by. */
const aimOf = ({ tokens, token: at, sentence }: Fig): Fig | undefined => {
  const versus = tokens.findLastIndex((token, i) => i < at && token.sentence === sentence && token.cue?.kind === "versus");
  if (versus < 0) return undefined;
  const aim = tokens.slice(versus, at).find(({ figure }) => figure !== undefined)?.figure;
  return aim && isLevelFigure(aim) ? aim : undefined;
};

/** `hoàn thành 08 dự án (5.406 căn) … So với chỉ tiêu 15.700 căn, số căn hoàn thành đạt 34,4%`: what stands in brackets behind the part, of the aim. */
function ofTwinOfAim(share: Fig, part: Fig): { share: Fig; parts: readonly [Fig]; whole: Fig } | undefined {
  const aim = aimOf(share);
  const inside = part.tokens.slice(part.token + 1).find(({ figure }) => figure !== undefined)?.figure;
  if (!aim || !inside || inside.depth !== part.depth + 1 || !isLevelFigure(inside) || !alike(inside, aim)) return undefined;
  const holds = fit(relations.share, { share: share.cell, parts: [inside.cell], whole: aim.cell }) === "holds";
  return holds ? { share, parts: [inside], whole: aim } : undefined;
}

/** `nhu cầu 146 nhà; khởi công 140 nhà, trong đó xong 117 nhà … Tỷ lệ khởi công 95,9%, hoàn thành 80,1%`: of what its list is part of itself. */
function otherWhole(sight: Sight, share: Fig, part: Fig, total: Fig): Fig | undefined {
  if ((share.quantity?.decimals ?? 0) < 1) return undefined;
  return [...amountsBefore(sight, part, 1)]
    .slice(0, WHOLES)
    .find(
      (whole) =>
        whole !== total &&
        alike(whole, part) &&
        fit(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }) === "holds",
    );
}

const WHOLES = 6;

/** The words right before a percentage, without those that only lead to it; nothing where an amount stands in its clause. */
function nameBefore({ tokens, token: at }: Fig): string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const token = tokens[i] as Token;
    if (token.figure && isLevelFigure(token.figure)) return [];
    if (token.figure || (token.type === "sign" && /[,;.():]/.test(token.text))) break;
    if (token.type !== "sign") for (const word of token.text.split(" ").toReversed()) if (!ABOUT.has(word)) words.unshift(word);
  }
  return words;
}

/** The words that a figure is called by, without those for its kind: "khu vực ngoài quốc doanh", "thu ngoài quốc doanh". */
const ownWords = ({ before }: Fig): readonly string[] => {
  const words = before.filter((word) => !ABOUT.has(word));
  const from = words.findIndex((word) => !KINDS.has(word));
  return from > 0 && words.length - from > LEAST ? words.slice(from) : words;
};
const KINDS = new Set("khu vực lĩnh ngành nhóm khối thu chi vốn nguồn khoản loại".split(" "));
const OTHER_WORDS = 2;

/** `sản lượng xe lắp ráp trong nước đạt 15.126 xe … xe lắp ráp chiếm 59,6%`: called by some of its words, one behind the other. */
function isNamedShort(part: Fig, name: readonly string[]): boolean {
  const own = ownWords(part);
  // "thẻ ghi nợ nội địa 1.902.750 thẻ … thẻ nội địa vì thế chiếm 82,1%": its words, with others between.
  let next = 0;
  for (const word of own) if (word === name[next]) next += 1;
  if (name.length > LEAST && next === name.length && own[0] === name[0] && own.at(-1) === name.at(-1)) return true;
  const isEnd = name.length === LEAST && own.length > LEAST && own.slice(-LEAST).every((word, i) => word === name[i]);
  return isEnd || (name.length > LEAST && own.some((_, i) => name.every((word, k) => own[i + k] === word)));
}

/** All words that a part is called by stand in the name, one behind the other. */
function isNamed(part: Fig, name: readonly string[]): boolean {
  const own = ownWords(part);
  if (own.length < LEAST || own.length > name.length) return false;
  return name.some((_, i) => own.every((word, k) => name[i + k] === word));
}
