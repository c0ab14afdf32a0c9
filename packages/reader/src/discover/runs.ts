import { fit, isMultiplierSlip, near, relations, sumFits, sumIsNear } from "@khop/core";
import { digitsOf, type Fig, isAmount, isIntensive, isLevelFigure, sizeOf, telling } from "../figures.ts";
import { isCompared } from "./compared.ts";
import { alike, type Sight, type Unseen, withZeros } from "./sight.ts";

const isPoint = (fig: Fig): boolean => fig.quantity?.unit.kind === "point" && !fig.change;
/** Amounts, and contributions in percentage points. */
const adds = (fig: Fig): boolean => (isLevelFigure(fig) || isPoint(fig)) && !isMean(fig) && !isIntensive(fig);
/** An average per something is no part of anything. */
const isMean = (fig: Fig): boolean => fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean");

const LONGEST = 40;

/**
 * Totals without an opener: a run of figures right after the total, or right before one that concludes ("nâng tổng số lên",
 * "như vậy", "lũy kế"). Arithmetic finds them, so they only confirm.
 */
export function discoverRuns(sight: Sight): void {
  for (const total of sight.quantities) {
    if (!adds(total) || !total.quantity || (total.quantity.approximate < 10 && !isPoint(total))) continue;
    const concludes =
      total.cues.some(({ cue }) => cue.kind === "sum") ||
      /^(?:cả|toàn)$/.test(total.before[0] ?? "") ||
      total.phrase.includes("cả") ||
      opensWithIn(total) ||
      isBehindAdded(sight, total);
    if (!sight.totalled.has(total) || isDividedInBrackets(sight, total)) forward(sight, total);
    if (total.phrase.includes("tổng") && !sight.totalled.has(total)) named(sight, total);
    if (concludes && !backward(sight, total) && !sight.totalled.has(total) && !conclude(sight, total) && !withRest(sight, total))
      announce(sight, total);
  }
}

/** `117 cuộc (kỳ trước 23 cuộc, mới 94 cuộc), 99 cuộc theo kế hoạch, 18 cuộc đột xuất`: divided in the brackets behind it, and perhaps once more. */
const isDividedInBrackets = (sight: Sight, total: Fig): boolean =>
  sight.totals.every(({ total: one, parts }) => one !== total || parts.every((part) => "depth" in part && part.depth > total.depth));

/** `… 921 tàu và 14 tàu từ 24 m trở lên. Trong 935 tàu từ 15 m trở lên …`: what the next sentence opens with is what was told last. */
const opensWithIn = ({ tokens, token: at, sentence }: Fig): boolean =>
  tokens[at - 1]?.text === "trong" && tokens[at - 2]?.sentence !== sentence;

/** `nhận mới 48.216 hồ sơ; cộng với 3.974 hồ sơ kỳ trước chuyển qua, số phải giải quyết là 52.190 hồ sơ`: right behind what was added. */
function isBehindAdded(sight: Sight, total: Fig): boolean {
  const before = sight.quantities[total.order - 1];
  if (before === undefined || before.sentence !== total.sentence || before.blockIndex !== total.blockIndex) return false;
  const { tokens, token: at } = before;
  return tokens[at - 1]?.text === "với" && /^(?:cộng|cùng)$/.test(tokens[at - 2]?.text ?? "");
}

/** `Hòa An (187 hộ), Bình Lộc (164 hộ); các xã còn lại có 530 hộ. Trong 1.103 hộ nghèo …`: with the rest it is all, and a slip off. */
function withRest(sight: Sight, total: Fig): boolean {
  if (!opensWithIn(total) || saidDigits(total) < TELLING) return false;
  const [last] = partsBefore(sight, total);
  const parts = partsBefore(sight, total).filter(
    (fig) => isLevelFigure(fig) && fig.sentence === last?.sentence && fig.blockIndex === last.blockIndex,
  );
  const isAll = parts.length >= 3 && parts.some(({ before }) => before.join(" ").includes("còn lại"));
  if (!isAll || !near(relations.total, { total: total.cell, parts: parts.map(({ cell }) => cell) }, "slip")) return false;
  accuse(sight, total, parts.reverse(), "run:with-rest", 0.7);
  return true;
}

function forward(sight: Sight, total: Fig): void {
  if (along(sight, total, true) || along(sight, total, false) || below(sight, total) || twoAfter(sight, total)) return;
  if (across(sight, total)) return;
  const named = namedRun(sight, total);
  if (named.length < 4 || !total.quantity || total.quantity.approximate < 1000) return;
  if (!near(relations.total, { total: total.cell, parts: named.map(({ cell }) => cell) }, "slip")) return;
  sight.add({ ...found(total, named, "run:named"), prior: 0.8, confirm: false });
}

/** All that the next sentence or one of the next blocks says in the unit of the total, name by name: "Các tỉnh ghi nhận như sau: A (2.575), B (787) …". */
function below(sight: Sight, total: Fig): boolean {
  const digits = saidDigits(total);
  if (digits < 3 || !total.quantity) return false;
  const own = sight.passages[total.blockIndex]?.figures.filter((fig) => fig.sentence === total.sentence + 1) ?? [];
  const next = [1, 2, 3].slice(0, digits - 2).map((away) => sight.passages[total.blockIndex + away]?.figures ?? []);
  for (const figures of [own, ...next]) {
    const all = figures.filter((fig) => adds(fig) && alike(fig, total));
    for (const run of [all, all.filter((fig) => !isSingledOut(fig))]) {
      if (run.length < 3 || run.length > LONGEST || !sumFits(total.quantity, quantitiesOf(run))) continue;
      sight.add(found(total, run, "run:below"));
      for (const part of run) if (!sight.parents.has(part)) sight.parents.set(part, total);
      return true;
    }
  }
  return false;
}

/** `công nghiệp, xây dựng 17.444 tỷ đồng, riêng công nghiệp 15.491 tỷ đồng`: of the figure before it, and no item of its own. */
const isSingledOut = (fig: Fig): boolean =>
  fig.before.includes("riêng") || fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "opener");

const BLOCKS = 8;

/**
 * `xảy ra 120 vụ, làm chết 45 người … ¶ Đường bộ xảy ra 98 vụ, làm chết 40 người … ¶ Đường sắt xảy ra 22 vụ, làm chết 5 người`: one
 * figure of each paragraph that follows, behind the same words as the total.
 */
function across(sight: Sight, total: Fig): boolean {
  const words = total.before.slice(-2).join(" ");
  if (saidDigits(total) < 3 || total.before.length < 2 || !total.quantity) return false;
  const run: Fig[] = [];
  for (let at = total.blockIndex + 1; at <= total.blockIndex + BLOCKS; at++) {
    const part = sight.passages[at]?.figures.find(
      (fig) => adds(fig) && alike(fig, total) && fig.before.slice(-4).join(" ").includes(words),
    );
    if (part === undefined) return false;
    run.push(part);
    if (run.length < 2 || !sumFits(total.quantity, quantitiesOf(run))) continue;
    sight.add(found(total, run, "run:across"));
    return true;
  }
  return false;
}

const EXACT = 6;
const WINDOW = 12;

/** Two to four figures somewhere behind a total of six digits or more that make it to the last: no accident, whatever stands between. */
function twoAfter(sight: Sight, total: Fig): boolean {
  if (saidDigits(total) < EXACT || !total.quantity?.exact) return false;
  const after = sight
    .between(total.order + 1, total.order + WINDOW * 2)
    .filter((fig) => adds(fig) && alike(fig, total) && fig.blockIndex - total.blockIndex <= 2)
    .slice(0, WINDOW);
  for (const size of [2, 3, 4]) {
    for (const parts of picks(after, size)) {
      if (!sumFits(total.quantity, quantitiesOf(parts))) continue;
      sight.add(found(total, parts, "run:two"));
      return true;
    }
  }
  return false;
}

/** So many of the figures, in every way, in the order of the text. */
function* picks(figures: readonly Fig[], size: number): Generator<readonly Fig[]> {
  if (size === 0) yield [];
  else
    for (const [i, first] of figures.slice(0, figures.length - size + 1).entries())
      for (const others of picks(figures.slice(i + 1), size - 1)) yield [first, ...others];
}

/** `10.629 ca tại thành phố H (4.425), tỉnh B (4.223) …`: a name and a figure in parentheses, again and again, right behind a total. */
function namedRun(sight: Sight, total: Fig): Fig[] {
  const run: Fig[] = [];
  for (const fig of sight.between(total.order + 1, total.order + LONGEST)) {
    if (fig.blockIndex !== total.blockIndex || fig.sentence !== total.sentence) break;
    if (!isLevelFigure(fig)) continue;
    const alone = fig.depth === total.depth + 1 && fig.tokens[fig.token - 1]?.text === "(" && alike(fig, total);
    if (!alone) return [];
    run.push(fig);
  }
  return run;
}

/** Tries ever longer runs after a total; `flat` passes over what stands in deeper parentheses. */
function along(sight: Sight, total: Fig, flat: boolean): boolean {
  const run: Fig[] = [];
  for (let i = total.order + 1; i < sight.quantities.length && run.length < LONGEST; i++) {
    const next = sight.quantities[i] as Fig;
    if (next.blockIndex - total.blockIndex > 1 && !isNextItem(run.at(-1), next, total)) break;
    if (next.sentence !== total.sentence && next.sentence > total.sentence + 2 && next.blockIndex === total.blockIndex) break;
    if (!adds(next) || next.under === total || (flat && next.depth > total.depth) || !alike(next, total)) continue;
    // "890,4 tỷ đồng (371,8 tỷ đồng, 518,6 tỷ đồng) … 5.952 nghìn đồng": less than the last digit of the total tells of nothing in it.
    if (total.quantity && sizeOf(next) > 0 && sizeOf(next) < total.quantity.slack) continue;
    run.push(next);
    if (run.length < 2 || !convincing(total, run)) continue;
    // The brackets that divide it already, told again without their last: "10 trường hợp (A: 09; B: 01; C: 0)".
    if (sight.totalled.has(total) && run.every(({ depth }) => depth > total.depth)) continue;
    if (total.quantity && sumFits(total.quantity, quantitiesOf(run)) && isCloseAsSaid(total, run)) {
      const rest = sight.quantities[i + 1];
      // "Giao thông: 47; …; An ninh: 11; Đất đai: 08; Bưu chính: 03; lĩnh vực khác: 12": a part of the same list is no total of those behind it.
      const areParts = sight.parents.has(total) && sight.parents.get(total) === sight.parents.get(rest as Fig);
      if (rest && rest.sentence === next.sentence && isRest(rest, next) && !areParts) {
        // "châu Âu 143 người, thị trường khác 75 người", where the total is what stands before those: they were left out of it.
        sight.add({ ...found(total, [...run, rest], "run:rest"), confirm: false, prior: 0.75 });
        return true;
      }
      sight.add(found(total, withZeros(sight, total, run), "run:after"));
      for (const part of run) if (!sight.parents.has(part)) sight.parents.set(part, total);
      return true;
    }
  }
  return false;
}

/** What is of the other kinds stands behind the last of those that are named. */
const isRest = (rest: Fig, last: Fig): boolean =>
  rest.blockIndex === last.blockIndex && rest.depth === last.depth && adds(rest) && alike(rest, last) && rest.before.at(-1) === "khác";

/** `+ Có điều kiện: 792 việc; + Xong 536 việc; + Đang làm 254 việc; + Tạm đình chỉ 2 việc`: items one after the other, of which the first sums up the others. */
const isNextItem = (last: Fig | undefined, next: Fig, total: Fig): boolean =>
  last !== undefined && [last, next, total].every(({ block }) => block.kind === "item") && next.blockIndex === last.blockIndex + 1;

/** Amounts before a total that may be its parts, the nearest first. */
function partsBefore(sight: Sight, total: Fig): Fig[] {
  const before: Fig[] = [];
  for (let i = total.order - 1; i >= 0 && before.length < 12; i--) {
    const fig = sight.quantities[i] as Fig;
    if (total.blockIndex - fig.blockIndex > 1) break;
    if (isAmount(fig) && alike(fig, total) && !fig.threshold && !isMean(fig)) before.push(fig);
  }
  return before;
}

/** "Khoảng" and "gần" leave so much room that nearly any figures add up: as said, they must come to the total too. */
const isCloseAsSaid = (total: Fig, run: readonly Fig[]): boolean =>
  [total, ...run].every(({ hedge }) => hedge === undefined) || (total.quantity !== null && sumIsNear(total.quantity, quantitiesOf(run)));

const CONCLUDES = /^(?:nâng|đưa|như vậy|tổng cộng|cộng dồn|cộng$|tính chung|tích lũy|cộng lại|gộp lại)/;
const TELLING = 4;
const CLOSE = 4;
const SMALL = 100;

/** `đợt một 12.450 triệu đồng, đợt hai 7.250 triệu đồng, tổng cộng 19.070 triệu đồng`: what is concluded is one slip from what stands right before it. */
function conclude(sight: Sight, total: Fig): boolean {
  const cue = total.cues.find(
    ({ cue: one, near: beside, distance }) => one.kind === "sum" && (beside || distance <= CLOSE) && CONCLUDES.test(one.words),
  );
  if ((cue === undefined && !isPlainlyAll(total)) || saidDigits(total) < TELLING || total.change !== undefined) return false;
  // "ba dự án (STT 1, 2, 4) cộng lại 1.077 tỷ đồng": small numbers without a unit are no parts of an amount.
  const isSmall = (fig: Fig): boolean => fig.quantity?.unit.id === "" && total.quantity?.unit.id !== "" && sizeOf(fig) < SMALL;
  const before = partsBefore(sight, total).filter((fig) => isLevelFigure(fig) && !isIntensive(fig));
  const runs = [2, 3, 4].filter((length) => length <= before.length).map((length) => before.slice(0, length).reverse());
  const likely = runs.filter((parts) => {
    const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
    // "phạt 418 triệu đồng, truy thu 1.265,5 triệu đồng, cộng 1.683,5 tỷ đồng": with the multiplier of its parts it fits to the digit.
    return near(relations.total, places, "slip") || isMultiplierSlip(relations.total, places);
  });
  const [parts] = likely;
  if (parts === undefined || likely.length > 1 || parts.some(isSmall) || isBalance(total, before)) return false;
  accuse(sight, total, parts, "run:concluded", 0.7);
  return true;
}

/** `niêm yết 2.764, công bố tại cuộc họp 1.419, tổng 4.183 bản`: "tổng" alone, behind a comma or a semicolon. */
const isPlainlyAll = ({ tokens, token: at }: Fig): boolean => tokens[at - 1]?.text === "tổng" && /^[,;]$/.test(tokens[at - 2]?.text ?? "");

/** `tuyển 736 giáo viên, nghỉ 481 giáo viên; đầu năm có 20.087 giáo viên, như vậy cuối năm có 20.342`: what came and what went, and no sum. */
function isBalance(total: Fig, before: readonly Fig[]): boolean {
  const near = before.slice(0, 4);
  return near.some((opening) =>
    near.some((into) =>
      near.some(
        (out) =>
          new Set([opening, into, out]).size === 3 &&
          fit(relations.balance, { closing: total.cell, opening: opening.cell, ins: [into.cell], outs: [out.cell] }) === "holds",
      ),
    ),
  );
}

const MANY = 6;

/** `Tổng vi phạm là 7.005,42 triệu đồng, thu hồi 1.125 triệu đồng, xử lý khác 5.830,42 triệu đồng`: all that its sentence goes on to name is one slip from a total of five digits or more. */
function announce(sight: Sight, total: Fig): void {
  if (saidDigits(total) <= TELLING || total.change !== undefined) return;
  // "tổng chi 221.916; con người 118.742, nghiệp vụ 52.318, học bổng 16.425, mua sắm 34.431": one of the parts of what stands before.
  const isOfMore = sight
    .between(total.order - MANY, total.order - 1)
    .some(
      (fig) => fig.blockIndex === total.blockIndex && fig.sentence === total.sentence && alike(fig, total) && sizeOf(fig) > sizeOf(total),
    );
  if (isOfMore) return;
  const parts = sight
    .between(total.order + 1, total.order + MANY)
    .filter(
      (fig) =>
        adds(fig) &&
        alike(fig, total) &&
        fig.blockIndex === total.blockIndex &&
        fig.sentence === total.sentence &&
        fig.depth === total.depth,
    );
  if (parts.length < 2 || !near(relations.total, { total: total.cell, parts: parts.map(({ cell }) => cell) }, "slip")) return;
  if (parts.some((part, i) => isToldOf(sight, part, parts.slice(0, i)))) return;
  accuse(sight, total, parts, "run:announced", 0.65);
}

/** `kế hoạch 486,2 tỷ đồng, giải ngân 371,9 tỷ đồng (76,49%)`: a percentage behind it holds of one of those before it, and the two are no parts of one whole. */
const isToldOf = (sight: Sight, part: Fig, before: readonly Fig[]): boolean =>
  sight
    .between(part.order + 1, part.order + 1)
    .some(
      (share) =>
        share.quantity?.unit.kind === "percent" &&
        share.sentence === part.sentence &&
        before.some((whole) => fit(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }) === "holds"),
    );

function accuse(sight: Sight, total: Fig, parts: readonly Fig[], pattern: string, prior: number): void {
  sight.add({ ...found(total, parts, pattern), options: [{ kind: relations.total, seats: { total, parts } }], prior, confirm: false });
}

/** The run right before a total that adds up to it. */
function backward(sight: Sight, total: Fig): boolean {
  const all = partsBefore(sight, total);
  // What rose, and what it was before, make what is: the figures of now are tried first.
  const now = all.filter((fig) => fig.change === undefined && !isCompared(fig));
  const tops = now.filter((fig) => !now.includes(sight.parents.get(fig) as Fig));
  return (
    (now.length < all.length && total.change === undefined && runBefore(sight, total, now)) ||
    runBefore(sight, total, all) ||
    // "hoàn thành 2.187 căn; đang thi công 2.439 căn, gồm 812, 640, …; tổng số đạt 4.626 căn": without the parts of one of them.
    (tops.length < now.length && runBefore(sight, total, tops)) ||
    twoBefore(sight, total)
  );
}

function runBefore(sight: Sight, total: Fig, before: readonly Fig[]): boolean {
  for (let skip = 0; skip < Math.min(3, before.length); skip++) {
    for (let length = 2; length + skip <= before.length && length <= 8; length++) {
      const run = before.slice(skip, skip + length);
      if (!convincing(total, run) && skip > 0) continue;
      if (!total.quantity || !sumFits(total.quantity, quantitiesOf(run), true)) continue;
      sight.add(found(total, run.reverse(), "run:before"));
      for (const part of run) if (!sight.parents.has(part)) sight.parents.set(part, total);
      return true;
    }
  }
  return false;
}

/** `Tính cả 484.000 tỷ đồng …, tổng vốn là 635.000 tỷ đồng`: two figures, not side by side, that a conclusion brings together. */
function twoBefore(sight: Sight, total: Fig): boolean {
  if (!total.quantity || total.quantity.approximate < 1000) return false;
  const nearest: Fig[] = [];
  for (let i = total.order - 1; i >= Math.max(0, total.order - 24) && nearest.length < 5; i--) {
    const fig = sight.quantities[i] as Fig;
    if (total.blockIndex - fig.blockIndex > 3) break;
    if (adds(fig) && alike(fig, total)) nearest.push(fig);
  }
  for (const [i, second] of nearest.entries()) {
    for (const first of nearest.slice(i + 1)) {
      if (!sumFits(total.quantity, quantitiesOf([first, second]), true)) continue;
      sight.add(found(total, [first, second], "run:two"));
      return true;
    }
  }
  return false;
}

const quantitiesOf = (run: readonly Fig[]) => run.map((fig) => fig.quantity).filter((quantity) => quantity !== null);

/** CHECK 2.3: an unrelated run adds up by chance about once in 10^digits; runs of small numbers prove nothing. */
function convincing(total: Fig, run: readonly Fig[]): boolean {
  const digits = saidDigits(total);
  return (
    digits >= 3 ||
    (digits === 2 && run.length <= 8 && run.every((fig) => fig.blockIndex === total.blockIndex && isClose(fig, total, run.length)))
  );
}

/** Digits that tell: of a hedged figure ("gần 30.000"), those before its zeros. */
const saidDigits = (fig: Fig): number => (fig.hedge === undefined ? digitsOf(fig) : telling(fig));

const FAR = 14;

/** `tổng vốn cấp mới, tăng thêm cùng góp vốn đạt 23,36 tỷ USD … cấp mới 13,45 tỷ USD; tăng thêm 6,4 tỷ USD; góp vốn 3,5 tỷ USD`: a later sentence whose three figures and more are named as the total is. */
function named(sight: Sight, total: Fig): void {
  if (saidDigits(total) < 3 || !total.quantity) return;
  const name = new Set(total.phrase);
  const sentences = Map.groupBy(
    sight
      .between(total.order + 1, total.order + LONGEST)
      .filter((fig) => adds(fig) && alike(fig, total) && fig.blockIndex - total.blockIndex <= FAR),
    (fig) => `${fig.blockIndex}:${fig.sentence}`,
  );
  for (const run of sentences.values()) {
    const likeNamed = run.every((fig) => fig.phrase.filter((word) => name.has(word)).length >= 2);
    if (run.length < 3 || !likeNamed || !sumFits(total.quantity, quantitiesOf(run))) continue;
    sight.add(found(total, run, "run:named-far"));
    return;
  }
}

/** In one sentence; three parts and more may stand in the next. */
const isClose = (fig: Fig, total: Fig, parts: number): boolean =>
  fig.sentence === total.sentence || (parts >= 3 && fig.sentence === total.sentence + 1);

function found(total: Fig, parts: readonly (Fig | Unseen)[], pattern: string): Sight["hypotheses"][number] {
  return {
    options: [{ kind: relations.total, seats: { total, parts }, verdict: "holds" }],
    prior: 0.8,
    pattern,
    cue: total.cues.find(({ cue }) => cue.kind === "sum")?.cue.words ?? "",
    confirm: true,
    passage: total.blockIndex,
  };
}
