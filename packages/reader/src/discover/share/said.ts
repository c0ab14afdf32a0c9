import { fit, near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isOfPlan, isPercent, type Token, takesUp } from "../../figures.ts";
import { earlierWords } from "../../lexicon/earlier.ts";
import { alike, type Sight } from "../sight.ts";
import { isOfThosePresent } from "./doubts.ts";

/** Words between a percentage and what it is said to be of. */
const OF = new Set("trên so với của trong tổng số cả các toàn bộ về".split(" "));
/** Cues that may stand in the name of a whole. */
const LEADS: ReadonlySet<string> = new Set(["sum", "versus", "whole", "plan"]);
/** A name of so many words tells a figure from its neighbours. */
const WORDY = 2;
const EARLIER: ReadonlySet<string> = new Set(["cùng", "kỳ", ...earlierWords]);
const MOST_WORDS = 4;
/** A name of as many words is not said of two things in so many paragraphs. */
const FAR_BLOCKS = 3;
const REACH = 24;
const FAR = 160;

/**
 * The figure that the words behind a percentage name: `987 người, đạt 96,7% số đang điều trị` where `đang điều trị: 1.021 người` was
 * said; `đạt 75,7% kế hoạch cả năm 118.000 tấn`, with the figure itself.
 */
export function saidWhole(sight: Sight, share: Fig, part: Fig): Said | undefined {
  const base = comparedWith(sight, share, part);
  if (base) return { whole: base, sure: true };
  const plan = planBehind(sight, share, part);
  // "210.112 tấn, đạt 57,8% kế hoạch năm (280.000 tấn)": of nothing else, however far off.
  if (plan) return { whole: plan, sure: true, plain: isPlain(share, part, plan) };
  const inBrackets = bracketBehind(sight, share, part);
  if (inBrackets) return { whole: inBrackets, sure: true };
  const total = onlyTotal(sight, share, part);
  if (total) return { whole: total, sure: total.blockIndex === share.blockIndex && (share.quantity?.decimals ?? 0) >= 1 };
  const whole = ofPair(share, part, namedWhole(sight, share, part));
  if (isOfThosePresent({ share, whole })) return undefined;
  // "trong đó vốn xây dựng 5.700 tỷ đồng, đạt 2,6% kế hoạch": of a plan of its own, where the plan of all was told.
  if (whole && isOfPlan(share) && standing(share, part, whole) !== "holds" && (sight.parents.has(part) || part.depth > whole.depth))
    return undefined;
  // "chiếm 50% tổng vốn đăng ký": of several totals that are called so, the words do not tell which.
  return whole && { whole, sure: !share.after.includes("tổng") || isClose(share, part, whole) };
}

/** `1.302/1.318 khu dân cư tổ chức, trong đó … 1.074 khu dân cư (chiếm 82,5% số khu dân cư tổ chức)`: the words behind a pair are said of its first figure, too. */
const ofPair = (share: Fig, part: Fig, whole: Fig | undefined): Fig | undefined =>
  whole?.under && whole.under !== part && standing(share, part, whole.under) === "holds" ? whole.under : whole;

/** Off by less than a tenth, and printed closely enough to tell. */
const isClose = (share: Fig, part: Fig, whole: Fig): boolean =>
  (share.quantity?.decimals ?? 0) >= 1 && near(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }, "tenth");

interface Said {
  readonly whole: Fig;
  /** The words tell which figure is meant, whether it fits or not. */
  readonly sure: boolean;
  /** The three stand so that nothing else can be meant. */
  readonly plain?: boolean;
}

/** `kế hoạch cả năm 118.000 tấn`: nothing but words between. */
function planBehind(sight: Sight, share: Fig, part: Fig): Fig | undefined {
  const next = sight.quantities[share.order + 1];
  if (next === undefined || next.tokens !== share.tokens || next.sentence !== share.sentence || !isLevelFigure(next) || !alike(next, part))
    return undefined;
  // "đạt 93,0% kế hoạch (199/214 hộ)": the first of a pair is what was done, and no plan.
  if (next === part || next.over !== undefined) return undefined;
  const between = share.tokens.slice(share.token + 1, next.token);
  const isPlan = between.some(({ cue }) => cue?.kind === "plan");
  return isPlan && between.length <= 8 && between.every(({ type, text }) => type === "word" || type === "cue" || text === "(")
    ? next
    : undefined;
}

/** The figure stands right before its percentage, and what was planned alone in brackets right behind. */
const isPlain = (share: Fig, part: Fig, plan: Fig): boolean =>
  part.order === share.order - 1 &&
  part.depth === share.depth &&
  part.clause === share.clause &&
  !isOfOther(part, share) &&
  // "bổ sung 62.400, bằng 104% kế hoạch 60 tỷ đồng": the heading says in what the first is told.
  (part.quantity?.unit.id !== "" || plan.quantity?.exponent === 0) &&
  plan.depth === share.depth + 1 &&
  !plan.under &&
  !plan.over;

/** `lãi tồn 3.148, huy động tiền gửi tổ chức, cá nhân mới đạt 94,50% kế hoạch (245.000)`: behind a comma stands another subject. */
function isOfOther(part: Fig, share: Fig): boolean {
  const between = part.tokens.slice(part.token + 1, share.token);
  const comma = between.findIndex(({ type, text }) => type === "sign" && text === ",");
  const words = between.slice(comma + 1).filter(({ type }) => type === "word");
  return comma >= 0 && words.flatMap(({ text }) => text.split(" ")).length >= SUBJECT;
}

const SUBJECT = 3;

const LEADING = new Set(["số", "tổng", "trên", "trong", "của", "so", "cùng"]);

/** `2.937 thanh niên đạt, tỷ lệ 55,7% số đến khám (5.274 người)`: in brackets behind the words that name it. */
function bracketBehind(sight: Sight, share: Fig, part: Fig): Fig | undefined {
  const next = sight.quantities[share.order + 1];
  if (next === undefined || next.tokens !== share.tokens || next.sentence !== share.sentence || next.depth !== share.depth + 1)
    return undefined;
  if (!isLevelFigure(next) || !alike(next, part) || next.before.length > 0) return undefined;
  const between = share.tokens.slice(share.token + 1, next.token);
  const words = between.slice(0, -1);
  const isLed = LEADING.has(between[0]?.text.split(" ")[0] ?? "");
  // "độ bao phủ 94,9% dân số (1.103.850 người)": other words name it where it fits.
  const fits = !isLed && words.length > 0 && (isClose(share, part, next) || isTakenOf(share, part, next));
  const isNamed = (isLed || fits) && between.at(-1)?.text === "(";
  return isNamed && words.length <= 8 && words.every(({ type, cue }) => type === "word" || cue?.kind === "whole" || cue?.kind === "sum")
    ? next
    : undefined;
}

/** `106.610 người, tăng 3,79% so với cùng kỳ, chiếm 22,75% lực lượng lao động (412.500 người)`: "chiếm" and the name of a whole, with how many it is. */
const isTakenOf = (share: Fig, part: Fig, whole: Fig): boolean =>
  takesUp(share) !== undefined &&
  share.after.length >= WORDY &&
  digitsOf(whole) >= 4 &&
  whole.tokens[whole.token - 1]?.text === "(" &&
  near(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }, "some");

/** `luỹ kế 135.284,6 tỷ đồng, so cùng kỳ (125.617,9 tỷ đồng) bằng 107,7%`: the figure in brackets behind the words that compare. */
function comparedWith(sight: Sight, share: Fig, part: Fig): Fig | undefined {
  const base = sight.quantities[share.order - 1];
  if (
    base === undefined ||
    base.tokens !== share.tokens ||
    base.sentence !== share.sentence ||
    base.depth !== share.depth + 1 ||
    !isLevelFigure(base)
  )
    return undefined;
  if (!alike(base, part) || part.order !== base.order - 1 || share.tokens[share.token - 1]?.text !== "bằng") return undefined;
  return base.tokens.slice(part.token, base.token).some(({ cue }) => cue?.kind === "versus") ? base : undefined;
}

function namedWhole(sight: Sight, share: Fig, part: Fig): Fig | undefined {
  const name = nameBehind(share);
  // "bằng 98,9% so cùng kỳ": of what was then, and not of what is told of that time.
  if (name.length < WORDY || EARLIER.has(name[0] as string)) return undefined;
  const before = sight
    .between(part.order - FAR, share.order - 1)
    .filter((fig) => fig !== part && fig !== share && isLevelFigure(fig) && alike(fig, part));
  const named = before.filter((fig) => isCalled(fig, name));
  // "tổng vốn ODA đã ký", where "vốn ODA 146,38 triệu USD" was said: what follows the name tells more of it.
  const called = named.length > 0 || share.after[0] !== "tổng" ? named : before.filter((fig) => isCalled(fig, name.slice(0, WORDY)));
  const holding = called.filter((whole) => standing(share, part, whole) === "holds").at(-1);
  if (holding) return holding;
  if (called.length === 0) return inOtherOrder(share, part, before, name);
  return called.length === 1 &&
    part.order - (called[0] as Fig).order <= REACH &&
    share.blockIndex - (called[0] as Fig).blockIndex <= (name.length >= MOST_WORDS ? FAR_BLOCKS : 1)
    ? called[0]
    : undefined;
}

/** `xử lý 811 vụ vi phạm … chiếm 26,3% tổng số vụ xử lý`: the same words, one way round and the other; the only such figure that is near. */
function inOtherOrder(share: Fig, part: Fig, before: readonly Fig[], name: readonly string[]): Fig | undefined {
  if (!HEADS.has(share.after[0] ?? "")) return undefined;
  const called = before.filter((fig) => {
    const said = new Set([...wordsOf(fig), ...fig.after, ...(fig.quantity?.unit.id.split(" ") ?? [])]);
    return share.blockIndex - fig.blockIndex <= 2 && name.every((word) => said.has(word)) && standing(share, part, fig) !== "far";
  });
  if (called.length === 1) return called[0];
  // "tiếp nhận 846 vụ việc; đã hòa giải 800 vụ việc, … 98,0% số vụ việc đã hòa giải": what was done, in one piece.
  const deed = name.filter((word) => !part.quantity?.unit.id.split(" ").includes(word) && !MEASURES.has(word));
  const done =
    deed.length < WORDY
      ? []
      : before.filter((fig) => share.blockIndex - fig.blockIndex <= 1 && isCalled(fig, deed) && standing(share, part, fig) !== "far");
  return done.length === 1 ? done[0] : undefined;
}

const HEADS: ReadonlySet<string> = new Set(["tổng", "số", "diện"]);
/** Words for what is measured, whoever did what with it. */
const MEASURES: ReadonlySet<string> = new Set(["diện", "tích", "số", "tổng"]);

/** `chiếm 2,20% tổng dư nợ`, where `Tổng dư nợ cho vay ước 74.216 tỷ đồng` was said: the one figure near that is called the total of it. */
function onlyTotal(sight: Sight, share: Fig, part: Fig): Fig | undefined {
  const name = nameBehind(share);
  if (share.after[0] !== "tổng" || name.length < WORDY) return undefined;
  const called = sight
    .between(part.order - REACH, part.order - 1)
    .filter((fig) => share.blockIndex - fig.blockIndex <= 1 && isLevelFigure(fig) && alike(fig, part))
    .filter((fig) => isCalled(fig, ["tổng", ...name]) || isCalled(fig, ["tổng", "số", ...name]));
  return called.length === 1 ? called[0] : undefined;
}

/** The words behind a percentage, without those that only lead to them. */
function nameBehind({ tokens, token: at, depth }: Fig): string[] {
  const words: string[] = [];
  for (let i = at + 1; i < Math.min(tokens.length, at + 10); i++) {
    const token = tokens[i] as Token;
    if (token.figure || token.type === "sign" || token.depth !== depth || (token.cue && !LEADS.has(token.cue.kind))) break;
    for (const word of token.text.split(" ")) if (words.length > 0 || !OF.has(word)) words.push(word);
  }
  return words.slice(0, MOST_WORDS);
}

/** Its own words hold the name, one word after the other, and do not deny it. */
function isCalled(fig: Fig, name: readonly string[]): boolean {
  return [wordsOf(fig), fig.after].some((said) =>
    said.some((_, i) => name.every((word, k) => said[i + k] === word) && said[i - 1] !== "không" && said[i - 1] !== "chưa"),
  );
}

/** The words of its clause before a figure, over dates, as far as the next bracket or figure. */
function wordsOf({ tokens, token: at }: Fig): string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= 0 && words.length < 16; i--) {
    const token = tokens[i] as Token;
    // "49% vốn điều lệ, tương đương 18,4 triệu cổ phần": the name is of what the percentage is of.
    if (token.figure && isPercent(token.figure) && !token.figure.change) words.length = 0;
    if (token.figure?.role === "quantity" || token.cue?.kind === "partial" || (token.type === "sign" && /[;.()]/.test(token.text))) break;
    if (token.type === "word" || token.type === "cue") words.unshift(...token.text.split(" "));
  }
  return words;
}

/** How a percentage stands to the figure that its words name: fits, off by what a person may have slipped by, or far. */
export function standing(share: Fig, part: Fig, whole: Fig): "holds" | "near" | "far" {
  const places = { share: share.cell, parts: [part.cell], whole: whole.cell };
  if (fit(relations.share, places) === "holds") return "holds";
  return near(relations.share, places, "double") || near(relations.share, places, "slip") ? "near" : "far";
}
