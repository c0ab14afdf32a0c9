import { type Fig, isAmount, isRate, type Token } from "../figures.ts";
import { FARTHEST, HEDGE_WORDS } from "./signs.ts";

/** Whether a figure says how much something rose or fell, by the words right before it or by the change it stands beside. */
export function changeOf(tokens: readonly Token[], fig: Fig, last: Fig | undefined, amount: Fig | undefined): Fig["change"] {
  if (isSigned(tokens, fig)) return "fall";
  const over = overTime(tokens, fig);
  if (over) return over;
  const nearest = fig.cues.find(({ cue, near }) => near && cue.kind !== "level");
  if (nearest && (nearest.cue.kind === "rise" || nearest.cue.kind === "fall")) {
    if (isNegated(tokens, fig) || reaches(tokens, fig) || isHeldAgainst(tokens, fig)) return undefined;
    if (nearest.cue.words === "kém" && nearest.distance === 0 && isGrade(tokens, last)) return undefined;
    if (!isRate(fig) && fig.before.some((word) => NOMINAL.has(word))) return undefined;
    // "gồm tăng thu 46 triệu đồng, giảm chi 121 triệu đồng": names of what was asked for, one behind the other.
    if (!isRate(fig) && /^(?:thu|chi|trừ)$/.test(tokens[fig.token - 1]?.text ?? "") && nearest.distance === 1) return undefined;
    // "còn thiếu 112 giáo viên" is a lack; "thiếu giấy tờ 216 thửa" names a kind.
    // "sinh hoạt 103,68 + sản xuất 29,71": a plus before a name adds up.
    const reach = nearest.cue.words.endsWith("thiếu") || nearest.cue.words === "+" ? 0 : 2;
    return nearest.distance <= reach && !fig.before.includes("từ") ? nearest.cue.kind : undefined;
  }
  const isOfPoints =
    fig.quantity?.unit.kind === "point" || (nearest === undefined && isAmount(fig) && isRightBehindBracket(tokens, fig, last));
  const isOver = last !== undefined && (last.depth > fig.depth || isHeldAgainst(tokens, last));
  const compared = isOver && isOfPoints ? comparedOver(tokens, last, fig) : undefined;
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

/** `tốt 81 ngày (22,1%), trung bình 168 ngày (45,9%), kém 88 ngày`: behind another grade, a grade. */
function isGrade(tokens: readonly Token[], last: Fig | undefined): boolean {
  for (let i = (last?.token ?? 0) - 1; last !== undefined && i >= Math.max(0, last.token - GRADE_REACH); i--)
    if (GRADES.test(tokens[i]?.text ?? "")) return true;
  return false;
}

const GRADES = /^(?:tốt|giỏi|khá|trung bình|yếu)$/;
const GRADE_REACH = 8;

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
export function isMore(tokens: readonly Token[], fig: Fig): boolean {
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

/** `thấp hơn mức 29,1% của năm trước 1,7 điểm phần trăm`, `cao hơn tỷ lệ cùng kỳ 1,3% là 0,4 điểm phần trăm`: a rate, and behind the time that it is of by how many points. */
function isHeldAgainst(tokens: readonly Token[], fig: Fig): boolean {
  if (!isRate(fig)) return false;
  for (let i = fig.token + 1; i < Math.min(tokens.length, fig.token + BEHIND); i++) {
    const { figure, text, cue, type } = tokens[i] as Token;
    if (figure && figure.role !== "date") return figure.quantity?.unit.kind === "point";
    if (cue || type === "sign") return false;
    if (!figure && !text.split(" ").every((word) => TIMES.has(word) || OF_TIMES.has(word))) return false;
  }
  return false;
}

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
export function isComparedToo(tokens: readonly Token[], last: Fig, fig: Fig): boolean {
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
