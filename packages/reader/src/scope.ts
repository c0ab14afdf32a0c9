import { type LevelId, percentagePoint, type Quantity, quantity } from "@khop/core";
import { type Fig, isAmount, isPercent, isRate, type Passage, type Place, type Span, type Token } from "./figures.ts";
import { inUnitOf, lendUnits } from "./lent-units.ts";
import type { Cue } from "./lexicon/cues.ts";
import { periodAt } from "./periods.ts";

const OPENS = new Set(["(", "["]);
const CLOSES = new Set([")", "]"]);
/** A bar ends the sentence of a cell. */
const ENDS = new Set([".", "!", "?", "…", "|"]);

const LISTS = new Set(["opener", "whole", "respectively"]);

/** Places every token in the scope tree: parentheses, sentences, clauses, items of lists. */
export function placeTokens(tokens: readonly Token[]): { spans: Span[]; openers: number[] } {
  const spans: Span[] = [{ open: -1, close: tokens.length, amounts: 0, opener: false }];
  const openers: number[] = [];
  const open: number[] = [];
  let sentence = 0;
  let clause = 0;
  let item = 0;
  let place: Place = { depth: 0, group: 0, sentence, clause, item };
  tokens.forEach((token, i) => {
    const sign = token.type === "sign" ? token.text : "";
    if (sign !== "" && OPENS.has(sign)) {
      spans.push({ open: i, close: tokens.length, amounts: 0, opener: false });
      open.push(spans.length - 1);
      item += 1;
    }
    const group = open.at(-1) ?? 0;
    if (place.item !== item || place.clause !== clause || place.group !== group || place.sentence !== sentence)
      place = { depth: open.length, group, sentence, clause, item };
    token.place = place;
    if (token.figure) settle(token.figure, place, spans[group] as Span);
    else if (token.cue && LISTS.has(token.cue.kind)) {
      openers.push(i);
      (spans[group] as Span).opener = true;
    }
    if (sign === "") {
      if (token.text === "và") item += 1;
    } else if (CLOSES.has(sign)) {
      const closed = open.pop();
      if (closed !== undefined) (spans[closed] as Span).close = i;
      item += 1;
    } else if (sign === ",") item += 1;
    else if (sign === ";") {
      item += 1;
      if (open.length === 0) clause += 1;
    } else if (ENDS.has(sign) && endsSentence(tokens, i)) {
      sentence += 1;
      clause += 1;
      item += 1;
      for (const unclosed of open) (spans[unclosed] as Span).close = i;
      open.length = 0;
    }
  });
  return { spans, openers };
}

function settle(figure: Fig, { depth, group, sentence, clause, item }: Place, span: Span): void {
  figure.depth = depth;
  figure.group = group;
  figure.sentence = sentence;
  figure.clause = clause;
  figure.item = item;
  if (isAmount(figure)) span.amounts += 1;
}

/** A stop that is no part of an abbreviation ("N.Thuận", "TP. Hà Giang"). */
function endsSentence(tokens: readonly Token[], i: number): boolean {
  const stop = tokens[i] as Token;
  const next = tokens[i + 1];
  const before = tokens[i - 1];
  if (stop.text === "|") return true;
  if (stop.text === "…") return next === undefined || next.capital;
  if (next?.type === "sign" && (next.text === "." || next.text === ")" || next.text === ";")) return false;
  if (next === undefined) return true;
  if (next.start === stop.end) return false;
  if (before?.type === "word" && before.capital && before.end - before.start <= 2 && !isOrdinal(tokens, i - 1)) return false;
  return next.capital || next.type !== "word";
}

const COUNTED_BY = new Set(["quý", "kỳ", "đợt", "khóa", "loại", "hạng", "nhóm", "phần", "mục"]);

/** `so với quý I. Cộng dồn …`: a numeral that a sentence may end with, and no initial of a name. */
const isOrdinal = (tokens: readonly Token[], i: number): boolean =>
  /^[ivx]+$/.test(tokens[i]?.text ?? "") && COUNTED_BY.has(tokens[i - 1]?.text ?? "");

const SEPARATES = new Set([",", ";", ".", ":", "(", ")", "[", "]", "…"]);

/** What stands about each figure: cues before it, its own phrase, its level, whether it is a change. */
export function describe(passage: Passage): void {
  const { tokens, figures } = passage;
  lendUnits(passage);
  let level: LevelId | undefined;
  let levelGroup = 0;
  let cursor = 0;
  let last: Fig | undefined;
  let amount: Fig | undefined;
  /** The quantity before, over dates. */
  let moved: Fig | undefined;
  let period: string | undefined;
  for (const fig of figures) {
    for (; cursor < fig.token; cursor++) {
      const token = tokens[cursor] as Token;
      if (token.cue?.level) {
        level = token.cue.level;
        levelGroup = token.group;
      } else if (token.type === "sign" && token.text === ")" && levelGroup !== 0) {
        level = undefined;
        levelGroup = 0;
      } else if (token.type === "word" && token.text === "toàn") level = undefined;
    }
    fig.level = level;
    if (fig.role === "date") period = periodAt(tokens, fig) ?? period;
    fig.period = period;
    fig.cues = cuesBefore(tokens, fig);
    fig.each = eachOf(tokens, fig);
    slash(tokens, fig, last);
    if (fig.role === "quantity") {
      if (last && !isRate(last)) amount = last;
      fig.change = changeOf(tokens, fig, last, amount);
      if (fig.change === undefined && moved?.change && isComparedToo(tokens, moved, fig)) fig.change = moved.change;
      if (isMore(tokens, fig)) {
        fig.change = "rise";
        fig.hedge = undefined;
        fig.quantity = withoutHedge(fig.quantity);
      }
      if (fig.change && fig.quantity?.unit.id === "điểm" && last && isPercent(last) && last.sentence === fig.sentence)
        fig.quantity = inPoints(fig.quantity);
      moved = fig;
      fig.threshold = isThreshold(tokens, fig);
      if (fig.quantity?.exact && fig.cues.some(({ cue, near }) => cue.kind === "mean" && near)) fig.quantity = asMean(fig.quantity);
      last = fig;
    } else if (fig.role !== "other") last = undefined;
  }
}

/** `16,2%, giảm 1,3 điểm`: of a percentage, points of percent. */
const inPoints = ({ value, decimals, hedge }: Quantity): Quantity =>
  quantity({ value, unit: percentagePoint, decimals, ...(hedge ? { hedge } : {}) });

/** No sentence that a person wrote is longer. */
const FARTHEST = 300;

function cuesBefore(tokens: readonly Token[], fig: Fig): Fig["cues"] {
  const found: { cue: Cue; near: boolean; distance: number }[] = [];
  let near = true;
  let distance = 0;
  for (let i = fig.token - 1; i >= Math.max(0, fig.token - FARTHEST); i--) {
    const token = tokens[i] as Token;
    if (token.figure?.role === "quantity") break;
    if (token.cue) found.push({ cue: token.cue, near, distance });
    else if (token.type === "sign") {
      if (SEPARATES.has(token.text)) near = false;
      if (ENDS.has(token.text) && token.sentence !== fig.sentence) break;
    } else if (token.type === "word" && !HEDGE_WORDS.has(token.text)) distance += 1;
    if (token.sentence !== fig.sentence) break;
  }
  return found;
}

/** An average is rounded, even where it is printed whole. */
const asMean = ({ value, unit, exponent, decimals, hedge }: Quantity): Quantity =>
  quantity({ value, unit, exponent, decimals, exact: false, ...(hedge ? { hedge } : {}) });

const HEDGE_WORDS = new Set(["hơn", "gần", "trên", "khoảng", "ước", "xấp", "xỉ", "tới", "thêm", "được", "có", "là", "lên"]);

/** `A, B và C mỗi huyện có 2 ca`: how many names the figure counts for; 1 without "mỗi". */
function eachOf(tokens: readonly Token[], fig: Fig): number {
  let at = fig.token - 1;
  // "A và B cùng 1 vụ": one each.
  if (tokens[at]?.text !== "cùng") {
    if (!fig.cues.some(({ cue, near }) => cue.kind === "each" && near)) return 1;
    while (at >= 0 && tokens[at]?.cue?.kind !== "each") at -= 1;
    const counted = countedBefore(tokens, at);
    fig.perCounted = counted !== undefined;
    if (counted !== undefined) return counted;
  }
  let names = 0;
  let named = false;
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
    const token = tokens[i] as Token;
    if (token.figure || (token.type === "sign" && /[;.:()]/.test(token.text)) || token.cue?.kind === "opener") break;
    if (token.text === "," || token.text === "và") {
      if (named) names += 1;
      named = false;
    } else if (token.capital) named = true;
  }
  return Math.max(1, names + (named ? 1 : 0));
}

/** `02 lô, mỗi lô 60 chiếc`: as many as were counted right before, under the noun behind "mỗi". */
function countedBefore(tokens: readonly Token[], each: number): number | undefined {
  const noun = tokens[each + 1]?.text;
  for (let i = each - 1; i >= Math.max(0, each - 5); i--) {
    const { figure, type, text } = tokens[i] as Token;
    if (figure?.quantity) {
      const { exact, unit, approximate } = figure.quantity;
      return exact && unit.id.split(" ")[0] === noun && approximate > 1 && approximate < MOST_EACH ? approximate : undefined;
    }
    if (type !== "word" && text !== ",") return undefined;
  }
  return undefined;
}

const MOST_EACH = 1000;

function slash(tokens: readonly Token[], fig: Fig, last: Fig | undefined): void {
  if (last === undefined || fig.role !== "quantity") return;
  if (isOutOf(tokens, last, fig)) {
    last.over = fig;
    fig.under = last;
    // "trên" said what it is out of, and not that there are more.
    if (fig.hedge === "over" && tokens[fig.token - 1]?.text === "trên") fig.quantity = withoutHedge(fig.quantity);
    return;
  }
  const sign = tokens[fig.token - 1];
  if (sign?.text !== "/") return;
  const before = tokens[fig.token - 2]?.text === ")" ? ownerOf(tokens, fig.token - 2) : undefined;
  const own = tokens[fig.token - 2]?.figure !== last && isUnitBetween(tokens, last, fig) ? last : before;
  if (
    own?.quantity &&
    fig.quantity &&
    own.quantity.unit.id === fig.quantity.unit.id &&
    (own !== last || own.quantity.unit.kind !== "count")
  ) {
    own.over = fig;
    fig.under = own;
  } else if (before?.quantity && fig.quantity && before.quantity.unit.id === fig.quantity.unit.id) {
    before.over = fig;
    fig.under = before;
  } else if (tokens[fig.token - 2]?.figure === last) {
    last.over = fig;
    fig.under = last;
    if (last.quantity && fig.quantity && last.quantity.unit.id === "") last.quantity = inUnitOf(last.quantity, fig.quantity);
  } else if (fig.token - last.token <= 5 && tokens.slice(last.token + 1, fig.token - 1).every(({ type }) => type === "word")) {
    last.twin = fig;
    fig.twin = last;
  }
}

const withoutHedge = (of: Quantity | null): Quantity | null =>
  of &&
  quantity({
    value: of.value,
    unit: of.unit,
    exponent: of.exponent,
    decimals: of.decimals,
    exact: of.unit.kind === "count" && of.decimals === 0,
  });

/** `593.803,20 ha/617.708,50 ha`: only the unit stands between a figure and the slash. */
const isUnitBetween = (tokens: readonly Token[], last: Fig, fig: Fig): boolean =>
  fig.token - last.token <= 4 && tokens.slice(last.token + 1, fig.token - 1).every(({ type }) => type === "word");

/** `726 trường trong tổng số 2.813 trường`: so many of so many, in words. */
function isOutOf(tokens: readonly Token[], last: Fig, fig: Fig): boolean {
  if (isOnTopOf(tokens, last, fig)) return true;
  const cue = tokens[fig.token - 1]?.cue;
  if (cue?.kind !== "whole" || isRate(last) || isRate(fig) || last.sentence !== fig.sentence || last.group !== fig.group) return false;
  // "791 hồ sơ (1,25%) trong tổng số 57.585 hồ sơ": its share may stand between, in brackets.
  const at = tokens.findIndex(({ text }, i) => i > last.token && text === "(");
  const inside = at > 0 && at < fig.token ? tokens.slice(at + 1, fig.token - 1) : [];
  const isShareOnly = inside.length === 3 && inside[0]?.figure !== undefined && isRate(inside[0].figure) && inside[2]?.text === ")";
  if (isShareOnly) return at - last.token <= UNIT_WORDS && tokens.slice(last.token + 1, at).every(({ type }) => type === "word");
  // "622 vụ, việc trong tổng số 698 vụ": nouns may be listed between.
  return (
    fig.token - last.token <= 12 && tokens.slice(last.token + 1, fig.token - 1).every(({ type, text }) => type === "word" || text === ",")
  );
}

const UNIT_WORDS = 5;

/** `2.430 người hài lòng trên 2.650 người được hỏi`: "trên" between two counts of one unit, the larger behind, with nothing but words between. */
function isOnTopOf(tokens: readonly Token[], last: Fig, fig: Fig): boolean {
  if (tokens[fig.token - 1]?.text !== "trên" || last.group !== fig.group || last.sentence !== fig.sentence) return false;
  const [part, whole] = [last.quantity, fig.quantity];
  if (!part?.exact || !whole || part.unit.id === "" || part.unit.id !== whole.unit.id || part.approximate > whole.approximate) return false;
  return fig.token - last.token <= 8 && tokens.slice(last.token + 1, fig.token).every(({ type }) => type === "word");
}

/** `176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn`: the figure that the parentheses explain. */
function ownerOf(tokens: readonly Token[], close: number): Fig | undefined {
  const { depth } = tokens[close] as Token;
  let at = close;
  while (at >= 0 && (tokens[at] as Token).depth >= depth) at -= 1;
  for (; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (token.figure) return token.figure.role === "quantity" ? token.figure : undefined;
    if (token.type !== "word") return undefined;
  }
  return undefined;
}

/** Whether a figure says how much something rose or fell, by the words right before it or by the change it stands beside. */
function changeOf(tokens: readonly Token[], fig: Fig, last: Fig | undefined, amount: Fig | undefined): Fig["change"] {
  if (isSigned(tokens, fig)) return "fall";
  const over = overTime(tokens, fig);
  if (over) return over;
  const nearest = fig.cues.find(({ cue, near }) => near && cue.kind !== "level");
  if (nearest && (nearest.cue.kind === "rise" || nearest.cue.kind === "fall")) {
    if (isNegated(tokens, fig) || reaches(tokens, fig)) return undefined;
    if (!isRate(fig) && fig.before.some((word) => NOMINAL.has(word))) return undefined;
    // "gồm tăng thu 46 triệu đồng, giảm chi 121 triệu đồng": names of what was asked for, one behind the other.
    if (!isRate(fig) && /^(?:thu|chi|trừ)$/.test(tokens[fig.token - 1]?.text ?? "") && nearest.distance === 1) return undefined;
    // "còn thiếu 112 giáo viên" is a lack; "thiếu giấy tờ 216 thửa" names a kind.
    const reach = nearest.cue.words.endsWith("thiếu") ? 0 : 2;
    return nearest.distance <= reach && !fig.before.includes("từ") ? nearest.cue.kind : undefined;
  }
  const isOfPoints =
    fig.quantity?.unit.kind === "point" || (nearest === undefined && isAmount(fig) && isRightBehindBracket(tokens, fig, last));
  const compared = last && last.depth > fig.depth && isOfPoints ? comparedOver(tokens, last, fig) : undefined;
  if (compared) return compared;
  if (amount?.change && !isRate(fig) && nearest === undefined && goesOn(tokens, amount, fig)) return amount.change;
  if (isRate(fig) && nearest?.cue.kind === "same") {
    const way = wayOfBoth(tokens, fig);
    if (way) return way;
  }
  if (last?.change && isRate(fig) && !isRate(last) && last.sentence === fig.sentence) {
    const linked =
      nearest?.cue.kind === "same" ||
      (tokens[fig.token - 1]?.text === "(" && fig.token - last.token <= 6) ||
      (nearest?.cue.kind === "share" && /rise|fall/.test(last.change) && fig.before.includes("tăng"));
    if (linked && gapIsShort(tokens, last, fig)) return last.change;
  }
  return undefined;
}

/**
 * `giảm so với cùng kỳ năm trước 3,4%`, `cao hơn cuối năm 2023 là 127 tỷ đồng`, `hơn tháng trước 6,41%`, `vượt chỉ tiêu 21,6%`: between the verb and
 * by how much stands nothing but the time or the plan that is compared with.
 */
function overTime(tokens: readonly Token[], fig: Fig): Fig["change"] {
  let said: "time" | "plan" | undefined;
  for (let i = fig.token - 1; i >= Math.max(0, fig.token - BEHIND) && tokens[i]?.sentence === fig.sentence; i--) {
    const { type, text, cue, figure } = tokens[i] as Token;
    if (said && (cue?.kind === "rise" || cue?.kind === "fall")) return said === "time" || PASSES.has(cue.words) ? cue.kind : undefined;
    if (cue?.kind === "plan") {
      said ??= "plan";
      continue;
    }
    if (said === "time" && text === "hơn") return tokens[i - 1]?.figure ? undefined : "rise";
    if (cue?.kind === "versus" || figure?.role === "date" || (type === "word" && OF_TIMES.has(text)) || /^[ivx]+$/.test(text)) continue;
    if (!text.split(" ").every((word) => TIMES.has(word))) return undefined;
    said = "time";
  }
  return undefined;
}

/** `so với cùng kỳ hơn 538,5 tỷ đồng`: "hơn" is the verb there, and says by how much; behind "tăng so với cùng kỳ" it says about how much. */
function isMore(tokens: readonly Token[], fig: Fig): boolean {
  if (tokens[fig.token - 1]?.text !== "hơn" || fig.hedge !== "over") return false;
  let i = fig.token - 2;
  while (i > fig.token - BEHIND && (tokens[i]?.text ?? "").split(" ").every((word) => TIMES.has(word))) i -= 1;
  const kind = tokens[i - 1]?.cue?.kind;
  return tokens[i]?.cue?.kind === "versus" && i < fig.token - 2 && kind !== "rise" && kind !== "fall";
}

/** Verbs behind which a plan is what is compared with: "vượt chỉ tiêu 21,6%"; "giảm chỉ tiêu 60 hộ" changes the plan. */
const PASSES = new Set(["vượt", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "hụt", "thiếu"]);

const TIMES = new Set("cùng kỳ năm tháng quý tuần ngày trước ngoái đầu cuối phiên vụ thời điểm giai đoạn đợt nhiệm".split(" "));
const OF_TIMES = new Set(["liền", "kề", "mức", "là", "khoảng", "gần", "được", "của"]);

/** `498 vụ (-16 vụ, -3,11%)`, `số vốn -12,0%`: a minus right before a figure, where nothing stands that it could lead from. */
const isSigned = (tokens: readonly Token[], fig: Fig): boolean =>
  isSignedRate(tokens, fig) ||
  (fig.depth > 0 &&
    tokens[fig.token - 1]?.text === "-" &&
    (tokens[fig.token - 1]?.end === fig.start || isRate(fig)) &&
    (tokens[fig.token - 2]?.text === "(" ||
      (tokens[fig.token - 1]?.end === fig.start && /^[,;]$/.test(tokens[fig.token - 2]?.text ?? ""))));

/** The minus stands at the rate, and not at the word before it. */
function isSignedRate(tokens: readonly Token[], fig: Fig): boolean {
  const [word, sign] = [tokens[fig.token - 2], tokens[fig.token - 1]];
  return isRate(fig) && sign?.text === "-" && sign.end === fig.start && word !== undefined && !word.figure && word.end < sign.start;
}

/** `cao hơn trung bình nhiều năm (198 mm) 47 mm`: right behind the brackets that hold a figure of its unit. */
const isRightBehindBracket = (tokens: readonly Token[], fig: Fig, last: Fig | undefined): boolean =>
  last?.quantity?.unit.id !== "" &&
  last?.quantity?.unit.id === fig.quantity?.unit.id &&
  /^(?:\)|là)$/.test(tokens[fig.token - 1]?.text ?? "") &&
  tokens.slice(last?.token, fig.token).some(({ text }) => text === ")");

/** `thấp hơn định mức (4,35%) 0,34 điểm %`: the verb stands before what it compares with, and that in brackets. */
function comparedOver(tokens: readonly Token[], last: Fig, fig: Fig): Fig["change"] {
  for (let i = last.token - 1; i >= Math.max(0, last.token - BEHIND) && tokens[i]?.sentence === fig.sentence; i--) {
    const { cue, figure, depth } = tokens[i] as Token;
    if (depth > fig.depth) continue;
    if (figure?.role === "quantity") return undefined;
    if (cue?.kind === "rise" || cue?.kind === "fall") return cue.kind;
  }
  return undefined;
}

/** `So với tuần trước, giảm 1 vụ, 1 người chết`: the verb is said once for the changes of a sentence that compares. */
function goesOn(tokens: readonly Token[], last: Fig, fig: Fig): boolean {
  if (last.sentence !== fig.sentence || last.group !== fig.group || isRate(last) || last.quantity?.unit.id === fig.quantity?.unit.id)
    return false;
  // "tăng 28 vụ (9,9%) và 53 đối tượng (11,9%)": what brackets say of the one before parts them no further.
  const between = tokens.slice(last.token + 1, fig.token).filter(({ depth }) => depth <= last.depth);
  const words = between.filter(({ type }) => type === "word").length;
  if (words > 4 || between.some(({ type, text, cue }) => cue !== undefined || (type === "sign" && text !== ","))) return false;
  for (let i = last.token - 1; i >= Math.max(0, last.token - FARTHEST) && tokens[i]?.sentence === fig.sentence; i--) {
    const token = tokens[i] as Token;
    if (token.cue?.kind === "versus") return true;
    if (token.figure?.role === "quantity" && token.figure.change === undefined) break;
  }
  return comparesBehind(tokens, fig);
}

/** `giảm 2.500 chiếc so với năm 2020 và hơn 2.300 chiếc so với năm 2019`: the verb is said once, and each figure says against what. */
function isComparedToo(tokens: readonly Token[], last: Fig, fig: Fig): boolean {
  if (last.sentence !== fig.sentence || last.depth !== fig.depth || last.quantity?.unit.id !== fig.quantity?.unit.id) return false;
  const between = tokens.slice(last.token + 1, fig.token);
  const joined = between.findLastIndex(({ text }) => text === "và" || text === ",");
  const versus = between.findIndex(({ cue }) => cue?.kind === "versus");
  if (versus < 0 || joined < versus || between.slice(joined + 1).some(({ text }) => !HEDGE_WORDS.has(text))) return false;
  // "so với 144.857 việc": what stands in the comparison is no change.
  return !between.some(({ text }) => text === "(") && versusRightBehind(tokens, fig);
}

/** `so với` behind the figure and its unit. */
function versusRightBehind(tokens: readonly Token[], fig: Fig): boolean {
  for (let i = fig.token + 1; i < Math.min(tokens.length, fig.token + 5); i++) {
    const token = tokens[i] as Token;
    if (token.cue?.kind === "versus") return true;
    if (token.type !== "word") return false;
  }
  return false;
}

/** `doanh thu và lợi nhuận tăng tương ứng 16% và 19%`: the verb stands right before "tương ứng". */
function wayOfBoth(tokens: readonly Token[], fig: Fig): Fig["change"] {
  for (let i = fig.token - 1; i > Math.max(0, fig.token - 4); i--) {
    if (tokens[i]?.cue?.kind !== "same") continue;
    const kind = tokens[i - 1]?.cue?.kind;
    return kind === "rise" || kind === "fall" ? kind : undefined;
  }
  return undefined;
}

/** `tăng 28 vụ (9,9%) và 53 đối tượng (11,9%) so với cùng kỳ`. */
function comparesBehind(tokens: readonly Token[], fig: Fig): boolean {
  for (let i = fig.token + 1; i < Math.min(tokens.length, fig.token + BEHIND) && tokens[i]?.sentence === fig.sentence; i++) {
    const token = tokens[i] as Token;
    if (token.cue?.kind === "versus") return true;
    if (token.figure && !isRate(token.figure)) return false;
  }
  return false;
}

const BEHIND = 12;

/** "tăng lên 500", "còn 20": where it arrived, not by how much it moved. */
function reaches(tokens: readonly Token[], fig: Fig): boolean {
  let i = fig.token - 1;
  while (i > 0 && tokens[i]?.type === "word" && HEDGE_WORDS.has((tokens[i] as Token).text) && !ARRIVALS.has((tokens[i] as Token).text))
    i -= 1;
  const token = tokens[i];
  if (token?.text === "mức" && /^(?:tới|lên|xuống|về|đến)$/.test(tokens[i - 1]?.text ?? "")) return true;
  return token?.type === "word" && ARRIVALS.has(token.text);
}

const ARRIVALS = new Set(["lên", "còn", "xuống", "thành"]);

/** "phần vốn tăng thêm 180 triệu" names an amount of its own. */
const NOMINAL = new Set(["phần", "vốn"]);

function isNegated(tokens: readonly Token[], fig: Fig): boolean {
  for (let i = fig.token - 1; i >= Math.max(0, fig.token - 4); i--) if (tokens[i]?.text === "không") return true;
  return false;
}

function gapIsShort(tokens: readonly Token[], from: Fig, to: Fig): boolean {
  let words = 0;
  for (let i = from.token + 1; i < to.token; i++) if (tokens[i]?.type === "word") words += 1;
  return words <= 12;
}

const LIMITS = new Set(["dưới", "vượt", "quá", "qua", "từ"]);

function isThreshold(tokens: readonly Token[], fig: Fig): boolean {
  const one = tokens[fig.token - 1];
  const two = tokens[fig.token - 2];
  if (!isRate(fig)) return false;
  if (fig.hedge === "range") return true;
  return (one !== undefined && LIMITS.has(one.text) && one.type !== "sign") || (two?.text === "vượt" && one?.text === "qua");
}
