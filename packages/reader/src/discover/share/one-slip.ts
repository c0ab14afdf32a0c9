import { isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, sizeOf, type Token } from "../../figures.ts";
import { alike, amountsBefore, type Option, type Sight } from "../sight.ts";
import { isToldBefore } from "./doubts.ts";
import { isNear } from "./near.ts";
import type { Orphan } from "./orphan.ts";

/**
 * Shares that fit nothing, where the words leave one base and one slip of a key is all that keeps them from holding, however far off it puts them. With
 * figures of three digits and a share of two decimals, no other base does so by chance.
 */
export function oneSlipOff(sight: Sight, orphan: Orphan): Orphan | undefined {
  const { share } = orphan;
  for (const [by, bases] of [
    ["behind", baseBehind],
    ["frame", baseOfFrame],
    ["compared", baseOfBracket],
    ["beside", baseBeside],
  ] as const) {
    const found = bases(sight, orphan);
    if (found === undefined) continue;
    const { part, whole } = found;
    if (part === whole || !alike(part, whole) || isToldBefore(sight, { share, part, whole })) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
    if (isTellingSlip(option) || (by === "behind" && whole.depth > share.depth && isNearlyTold(option)))
      return { ...orphan, part, pattern: `share:slip:${by}`, prior: 0.75, option, worded: option };
  }
  return undefined;
}

interface Base {
  readonly part: Fig;
  readonly whole: Fig;
}

const LEAST = 3;
const CLOSE = 2;

/** A slip of a key parts them, and their digits are so many that it is no accident. */
function isTellingSlip(option: Option): boolean {
  const { share, parts, whole } = option.seats as { share: Fig; parts: readonly [Fig]; whole: Fig };
  const figures = [share, parts[0], whole];
  if (figures.some((fig) => fig.hedge !== undefined && fig.hedge !== "estimate") || figures.some((fig) => digitsOf(fig) < LEAST))
    return false;
  const places = { share: share.cell, parts: [parts[0].cell], whole: whole.cell };
  const decimals = share.quantity?.decimals ?? 0;
  const isMore = sizeOf(parts[0]) > sizeOf(whole) && sizeOf(share) <= 100;
  return (
    (decimals >= CLOSE || (decimals >= 1 && (isMore || isNear(option, "double")))) && isOneSlipOff([{ kind: relations.share, places }])
  );
}

/** Its base stands alone in brackets behind its name, and it is off by less than a tenth. */
function isNearlyTold(option: Option): boolean {
  const { share, parts, whole } = option.seats as { share: Fig; parts: readonly [Fig]; whole: Fig };
  const isLong = [share, parts[0], whole].every((fig) => digitsOf(fig) >= LEAST && (fig.hedge === undefined || fig.hedge === "estimate"));
  return isLong && parts[0].order === share.order - 1 && isNear(option, "tenth");
}

/** The nearest figure before the share in its sentence that may be a part of the whole. */
const partBefore = (sight: Sight, share: Fig, whole: Fig): Fig | undefined =>
  [...amountsBefore(sight, share)]
    .slice(0, PARTS)
    .find((fig) => fig.sentence === share.sentence && fig.depth <= share.depth && fig !== whole && alike(fig, whole));

const PARTS = 3;

/**
 * `1.187.645 người, độ bao phủ 94,65% dân số (1.254.820 người)`, `đạt 99,86% so với số trẻ 6 tuổi trên địa bàn (22.937 trẻ)`, `56,56% trên tổng diện tích
 * tự nhiên 485.996,30 ha`: the words behind a percentage name its base, and the base stands right behind them, alone in its brackets or with a word for a whole.
 */
function baseBehind(sight: Sight, { share }: Orphan): Base | undefined {
  const behind = share.tokens.slice(share.token + 1, share.token + 1 + BEHIND);
  const at = behind.findIndex(
    ({ figure, type, text }) =>
      (figure !== undefined && figure.role === "quantity" && isLevelFigure(figure)) || (type === "sign" && text !== "("),
  );
  const whole = behind[at]?.figure;
  const between = behind.slice(0, Math.max(0, at));
  if (whole === undefined || whole.order !== share.order + 1 + numbersIn(between) || between.length === 0) return undefined;
  const isInBrackets = between.at(-1)?.text === "(" && between.length > 1 && whole.depth === share.depth + 1 && isAlone(whole);
  const isCalledWhole =
    whole.depth === share.depth && LEADS.test(between[0]?.text ?? "") && between.some(({ text }) => /^(?:tổng|toàn bộ)/.test(text));
  const part = isInBrackets || isCalledWhole ? partBefore(sight, share, whole) : undefined;
  return part && { part, whole };
}

const BEHIND = 16;
const LEADS = /^(?:trên|trong|so|của|tổng)/;

/** Numbers among words that name something: "số trẻ 6 tuổi". */
const numbersIn = (tokens: readonly Token[]): number => tokens.filter(({ figure }) => figure?.role === "quantity").length;

/** Nothing but a word or two behind it in its brackets. */
function isAlone({ tokens, token: at, depth }: Fig): boolean {
  const end = tokens.slice(at + 1, at + 5).findIndex(({ text }) => text === ")");
  return end >= 0 && tokens.slice(at + 1, at + 1 + end).every((token) => token.type === "word" && token.depth === depth);
}

/** `Trong số hộ nghèo: 7.618 hộ là đồng bào dân tộc thiểu số, chiếm 77,37%`: of the one figure near that is called as its sentence opens. */
function baseOfFrame(sight: Sight, { share, part }: Orphan): Base | undefined {
  if (part.order !== share.order - 1 || part.sentence !== share.sentence || share.after.length > 0) return undefined;
  const name = frameOf(part);
  if (name.length < NAME) return undefined;
  const called = sight
    .between(part.order - FRAME, part.order - 1)
    .filter((fig) => isLevelFigure(fig) && alike(fig, part) && part.blockIndex - fig.blockIndex <= 1 && isCalled(fig, name));
  const whole = called.length === 1 || new Set(called.map(sizeOf)).size === 1 ? called[0] : undefined;
  return whole && { part, whole };
}

const NAME = 2;
const FRAME = 16;
const LONGEST_FRAME = 40;

/** The words behind "trong số", "trong tổng số" that open its sentence. */
function frameOf({ tokens, token: at, sentence }: Fig): readonly string[] {
  const own: Token[] = [];
  for (let i = at - 1; i >= 0 && tokens[i]?.sentence === sentence; i--) {
    if (tokens[i]?.figure !== undefined || own.length > LONGEST_FRAME) return [];
    own.unshift(tokens[i] as Token);
  }
  const said = own.map(({ text }) => text).join(" ");
  const name = /^trong (?:tổng )?số (.+?)(?: có| thì| [,:].*)?$/.exec(said)?.[1];
  return name?.split(" ") ?? [];
}

/** Its own words, with what it counts, hold the name in one piece. */
const isCalled = ({ phrase, before, after, quantity }: Fig, name: readonly string[]): boolean =>
  [[...phrase, ...(quantity?.unit.id.split(" ") ?? []), ...after], [...before], [...after]].some((said) =>
    said.some((_, i) => name.every((word, k) => said[i + k] === word)),
  );

/** `4.386,2 tỷ đồng, vượt 44,5 tỷ đồng so với kế hoạch 4.341,7 tỷ đồng (đạt 101,02%)`: of what the change before the brackets is measured by. */
function baseOfBracket(sight: Sight, { share }: Orphan): Base | undefined {
  const [current, change, base] = sight.between(share.order - 3, share.order - 1);
  if (!current || !change || !base || share.depth !== base.depth + 1 || change.change === undefined || !isLevelFigure(base))
    return undefined;
  if (![current, change, base].every((fig) => fig.sentence === share.sentence && fig.tokens === share.tokens && fig.depth === base.depth))
    return undefined;
  const isMeasured = base.tokens.slice(change.token, base.token).some(({ cue }) => cue?.kind === "versus");
  return isMeasured && isLevelFigure(current) ? { part: current, whole: base } : undefined;
}

/** `12.745 em dự thi, đỗ 12.639 em, đạt 99,17%`: of the figure right before its own in their clause, which a slip put below it. */
function baseBeside(sight: Sight, { share, part }: Orphan): Base | undefined {
  const whole = sight.quantities[part.order - 1];
  if (whole === undefined || part.order !== share.order - 1 || !isLevelFigure(whole) || share.after.length > 0) return undefined;
  const isOfClause = [whole, part].every(
    (fig) => fig.tokens === share.tokens && fig.sentence === share.sentence && fig.clause === share.clause && fig.depth === share.depth,
  );
  return isOfClause && sizeOf(whole) < sizeOf(part) && sizeOf(share) <= 100 ? { part, whole } : undefined;
}
