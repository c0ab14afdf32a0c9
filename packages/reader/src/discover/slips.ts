import { fit, isOneSlipOff, near, relations, sumExceeds } from "@khop/core";
import { contributes, type Fig, isAmount, isIntensive, isLevelFigure, sizeOf, type Token, telling } from "../figures.ts";
import { verbOf } from "../words.ts";
import { isDividedWhole } from "./list/divided.ts";
import { areOpposite } from "./pairs.ts";
import { alike, isUnseen, type Sight } from "./sight.ts";

/**
 * Totals that one slip of a key keeps from adding up, in forms so plain that a clerk would expect the sum. Where wording says
 * little, digits must: an unrelated sum lies one slip away once in 20 totals of three digits, 140 of four, 1,100 of five and
 * 5,000 of six (CHECK 2.3), so each form says how many digits it asks for. What it finds is for a person to look at.
 */
export function discoverSlips(sight: Sight): void {
  const taken = new Set(sight.totals.flatMap(({ parts }) => parts.filter((part): part is Fig => !isUnseen(part))));
  for (const { total, parts } of sight.totals.slice())
    if (!isUnseen(total) && !parts.some(isUnseen)) {
      alongside(sight, total, parts as readonly Fig[]);
      before(sight, total, parts as readonly Fig[]);
    }
  for (const total of sight.quantities) {
    if (!adds(total) || sight.totalled.has(total) || total.hedge !== undefined) continue;
    for (const { pattern, parts, digits, prior } of forms(sight, total)) {
      if (telling(total) < digits || parts.some((part) => taken.has(part) || part.hedge !== undefined)) continue;
      if (parts.some((part) => sight.beside.get(total)?.includes(part))) continue;
      if (!isOneSlipOff([{ kind: relations.total, places: { total: total.cell, parts: parts.map(({ cell }) => cell) } }])) continue;
      accuse(sight, total, parts, pattern, prior);
      break;
    }
  }
}

interface Form {
  readonly pattern: string;
  readonly parts: readonly Fig[];
  /** Digits that the total must have. */
  readonly digits: number;
  readonly prior: number;
}

function* forms(sight: Sight, total: Fig): Generator<Form> {
  const named = namesBehind(sight, total);
  if (named.length >= NAMES) yield { pattern: "slip:names", parts: named, digits: 3, prior: 0.7 };
  const aside = asides(sight, total);
  if (aside.length >= 2) yield { pattern: "slip:asides", parts: aside, digits: 6, prior: 0.7 };
  const own = inSentence(sight, total, total.sentence);
  const next = own.length === 0 ? inSentence(sight, total, total.sentence + 1) : [];
  for (const parts of [own, next]) {
    const [first, second] = parts;
    if (parts.length < 2 || first === undefined || second === undefined || parts.length > NAMES) continue;
    const halves = parts.length === 2 && areOpposite(first, second);
    if (halves)
      yield {
        pattern: "slip:halves",
        parts,
        digits: sumIsMore(total, parts) ? (parts.some((part) => sizeOf(part) > sizeOf(total)) ? 3 : 2) : 4,
        prior: 0.75,
      };
    else if (isDividedWhole(parts, total)) yield { pattern: "slip:divided", parts, digits: 3, prior: 0.7 };
    else if (parts === own && sameFrame(parts)) yield { pattern: "slip:frame", parts, digits: 4, prior: 0.65 };
    else if (areNamedInRow(sight, total, parts))
      yield { pattern: "slip:row", parts, digits: (parts.length > 3 ? 3 : 4) + (parts === own ? 0 : 1), prior: 0.65 };
    else if (namesTheRest(parts.at(-1) as Fig)) yield { pattern: "slip:rest", parts, digits: sumIsMore(total, parts) ? 3 : 5, prior: 0.7 };
    else if (parts.length === 2 && opensWithIn(total) && areJoined(parts)) yield { pattern: "slip:in", parts, digits: 3, prior: 0.7 };
    else if (parts.length >= 3 && opensWithIn(total)) yield { pattern: "slip:in", parts, digits: 3, prior: 0.7 };
    else yield { pattern: "slip:run", parts, digits: parts === own ? 6 : 7, prior: 0.65 };
  }
}

/** What a sentence behind a total, or its own, says in its unit outside parentheses. */
function inSentence(sight: Sight, total: Fig, sentence: number): readonly Fig[] {
  const found: Fig[] = [];
  for (const fig of sight.between(total.order + 1, total.order + LONGEST)) {
    if (fig.blockIndex !== total.blockIndex || fig.sentence > sentence) break;
    if (fig.sentence === sentence && fig.depth === total.depth && fig.under === undefined && alike(fig, total) && adds(fig))
      found.push(fig);
  }
  return found;
}

/** `593.803,20 ha; trong đó tổ chức (407.973,20 ha) và hộ gia đình (185.830,00 ha)`: one figure in each pair of brackets behind. */
function asides(sight: Sight, total: Fig): readonly Fig[] {
  const own: Fig[] = [];
  for (const fig of sight.between(total.order + 1, total.order + LONGEST)) {
    if (fig.blockIndex !== total.blockIndex || fig.sentence !== total.sentence) break;
    if (fig.depth === total.depth + 1 && alike(fig, total) && adds(fig)) own.push(fig);
  }
  return new Set(own.map(({ group }) => group)).size === own.length ? own : [];
}

/** Halves that make more than their whole: no accident of other things. */
const sumIsMore = (total: Fig, parts: readonly Fig[]): boolean =>
  total.quantity !== null &&
  sumExceeds(
    total.quantity,
    parts.map(({ quantity }) => quantity).filter((one) => one !== null),
  );

/** `khối Phòng thu 2 tỷ 645 triệu, khối Văn phòng thu 6 tỷ 683 triệu`: the parts are framed by the same words. */
function sameFrame(parts: readonly Fig[]): boolean {
  const [first, ...others] = parts.map(({ before }) => before.filter((word) => word.length > 1));
  const opening = first?.[0];
  const closing = first?.at(-1);
  return (
    opening !== undefined &&
    opening !== closing &&
    others.every((words) => words[0] === opening && words.at(-1) === closing && words.length > 2)
  );
}

/** `có 79 hồ sơ thuộc lĩnh vực thẻ và 56 hồ sơ thuộc lĩnh vực chế độ`: "và" stands before the second, and no comma. */
function areJoined([first, second]: readonly Fig[]): boolean {
  if (first === undefined || second === undefined || second.quantity?.unit.id !== first.quantity?.unit.id) return false;
  return second.tokens[second.token - 1]?.text === "và";
}

/** `Trong 612 đơn vị sự nghiệp, tự bảo đảm chi đầu tư 14, chi thường xuyên 87 …`: the sentence opens with what it divides. */
const opensWithIn = ({ tokens, token: at, sentence }: Fig): boolean =>
  tokens[at - 1]?.text === "trong" && (tokens[at - 2] === undefined || tokens[at - 2]?.sentence !== sentence);

/** `13.408 tin, bài; báo in 2.413, báo điện tử 6.870, phát thanh 4.125`: right behind the total a name and a number each, three and more, to the end of the sentence. */
function areNamedInRow(sight: Sight, total: Fig, parts: readonly Fig[]): boolean {
  const [first] = parts;
  if (parts.length < 3 || first === undefined) return false;
  const opens = sight.quantities[first.order - 1]?.sentence !== first.sentence;
  if (first.sentence === total.sentence ? first.order - total.order > BESIDE : !opens) return false;
  const rest = sight.quantities[(parts.at(-1) as Fig).order + 1];
  if (rest !== undefined && rest.tokens === total.tokens && rest.sentence === total.sentence && rest.depth === total.depth) return false;
  return parts.every((part, i) => {
    const before = (i === 0 ? sight.quantities[part.order - 1] : parts[i - 1]) as Fig;
    const isFirstOfAll = i === 0 && first.sentence !== total.sentence;
    const between = part.tokens.slice(isFirstOfAll ? Math.max(0, part.token - WORDS) : before.token + 1, part.token);
    const name = between.slice(between.findLastIndex(({ type }) => type === "sign") + 1);
    return (
      (isFirstOfAll || between.some(({ type, text }) => (type === "sign" && /^[,;:]$/.test(text)) || text === "và")) &&
      between.every(({ cue, figure }) => figure === undefined && (cue === undefined || cue.kind === "level")) &&
      name.length > 0 &&
      name.length <= WORDS &&
      !name.some(({ text }) => VERBS.test(text))
    );
  });
}

const WORDS = 5;
const BESIDE = 2;
/** What tells of something done, and names no part. */
const VERBS = /^(?:có|đã|được|phạt|xử lý|thu|nộp|trị giá|với|cho|chi|làm|bị|tịch thu|tổ chức|phục vụ|tiếp nhận|giải quyết)$/;

const NAMES = 6;
const LONGEST = 60;

/** `147 ca ở A (118), B (10), C (5), D (4), E (3), G (2)`: names with a figure each in brackets, to the end of the list. */
function namesBehind(sight: Sight, total: Fig): readonly Fig[] {
  const run: Fig[] = [];
  for (const fig of sight.between(total.order + 1, total.order + LONGEST)) {
    if (fig.blockIndex !== total.blockIndex || fig.sentence !== total.sentence) break;
    if (fig.depth === total.depth && run.length > 0) break;
    if (fig.depth !== total.depth + 1 || fig.tokens[fig.token - 1]?.text !== "(" || !alike(fig, total)) return [];
    run.push(fig);
  }
  return run.some(isLessThanAll) ? [] : run;
}

/** "nhiều nhất", "như": the names are some of many. */
const isLessThanAll = ({ cues }: Fig): boolean => cues.some(({ cue }) => cue.kind === "partial");

const namesTheRest = ({ before, after }: Fig): boolean =>
  [...before, ...after].some((word, i, words) => word === "khác" || (word === "còn" && words[i + 1] === "lại"));

/**
 * `242 vụ, 344 đối tượng: khởi tố 179 vụ, 251 bị can; phạt 31 vụ, 36 đối tượng; …`: where the first of each pair adds up, the
 * second must.
 */
function alongside(sight: Sight, total: Fig, parts: readonly Fig[]): void {
  const other = partner(sight, total, FAR);
  if (other === undefined || sight.totalled.has(other) || parts.length < 2 || !mayBeTotal(other)) return;
  const others = parts.map((part) => partner(sight, part));
  const found = others.filter((fig): fig is Fig => fig !== undefined && isLevelFigure(fig) && alike(fig, other) && !parts.includes(fig));
  if (found.length !== parts.length || new Set(found).size !== found.length || found.includes(other)) return;
  const twins = total.twin !== undefined;
  const holds = fit(relations.total, { total: other.cell, parts: found.map(({ cell }) => cell) }) === "holds";
  // "326 phòng (284,6 tỷ đồng), 517 phòng (93,1 tỷ đồng); cộng 843 phòng, 377,7 tỷ đồng": of two it only confirms.
  if (!twins && parts.length < 3 && !holds) return;
  column(sight, other, found, twins ? "double" : "slip", twins ? 0.9 : 0.8);
}

/**
 * `đã giải quyết 1.023 vụ … đã giải quyết 1.987 bị cáo: xét xử 964 vụ với 1.868 bị cáo; đình chỉ 08 vụ với 15 bị cáo; …`: where the second of each
 * pair adds up, the first must make what the same verb stands before.
 */
function before(sight: Sight, total: Fig, parts: readonly Fig[]): void {
  const firsts = parts.map((part) => {
    const one = sight.quantities[part.order - 1];
    return one !== undefined && partner(sight, one) === part && isLevelFigure(one) && one.depth === part.depth ? one : undefined;
  });
  const [first] = firsts;
  const found = firsts.filter((fig) => fig !== undefined && first !== undefined && alike(fig, first));
  if (first === undefined || found.length < 3 || found.length < parts.length || sight.parents.get(first) === total) return;
  const verb = verbOf(total);
  const other = sight
    .between(total.order - LONGEST, first.order - 1)
    .findLast((fig) => adds(fig) && alike(fig, first) && fig.depth === total.depth && verb !== "" && verbOf(fig) === verb);
  if (other && Math.abs(other.blockIndex - total.blockIndex) <= 1) column(sight, other, found as Fig[], "slip", 0.75);
}

/** A column that adds up, or was meant to. */
function column(sight: Sight, total: Fig, parts: readonly Fig[], within: "slip" | "double", prior: number): void {
  const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
  if (fit(relations.total, places) === "holds") {
    const option = { kind: relations.total, seats: { total, parts }, verdict: "holds" as const };
    sight.add({ options: [option], prior: 0.9, pattern: "slip:alongside", cue: "", confirm: true, passage: total.blockIndex });
  } else if (near(relations.total, places, within)) accuse(sight, total, parts, "slip:alongside", prior);
}

/** `đơn giản hóa 26 thủ tục, cắt giảm tổng cộng 175 ngày`: what was cut in all is no change since an earlier time. */
const mayBeTotal = (fig: Fig): boolean => isLevelFigure(fig) || (isAmount(fig) && !fig.threshold && fig.phrase.includes("tổng"));

/** The figure of another unit that stands for the same thing: behind the slash, or right behind a comma. */
function partner(sight: Sight, fig: Fig, gap = GAP): Fig | undefined {
  if (fig.twin) return fig.twin;
  const next = sight.quantities[fig.order + 1];
  // "An Châu 214 cuộc (19.260 lượt)": alone in brackets right behind it, too.
  const isInBrackets = next?.depth === fig.depth + 1 && next.tokens[next.token - 1]?.text === "(";
  if (next === undefined || next.tokens !== fig.tokens || next.sentence !== fig.sentence || alike(next, fig)) return undefined;
  if (next.depth !== fig.depth && !isInBrackets) return undefined;
  return next.tokens.slice(fig.token + 1, next.token).filter(({ type }: Token) => type === "word").length <= gap ? next : undefined;
}

const GAP = 4;
/** Behind a total, more is said of what it counts. */
const FAR = 8;

const adds = (fig: Fig): boolean =>
  isLevelFigure(fig) &&
  isAmount(fig) &&
  !isIntensive(fig) &&
  !contributes(fig) &&
  !fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean");

function accuse(sight: Sight, total: Fig, parts: readonly Fig[], pattern: string, prior: number): void {
  sight.add({
    options: [{ kind: relations.total, seats: { total, parts } }],
    prior,
    pattern,
    cue: "",
    confirm: false,
    passage: total.blockIndex,
  });
}
