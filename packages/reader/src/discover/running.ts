import { fit, near, type Quantity, relations, sumFits } from "@khop/core";
import { type Fig, isLevelFigure, sizeOf, type Token } from "../figures.ts";
import { inflowWords, openingWords, outflowWords, reachOf, says } from "../lexicon/flows.ts";
import { alike, amountsBefore, type Sight, type Unseen } from "./sight.ts";

/** Cues that carry an earlier figure on: what they conclude includes what stood before the period. */
const CARRIES = ["nâng", "đưa", "lũy", "cộng", "tích"];

/**
 * `cấp mới 83 thẻ, nâng tổng số lên 2.707 thẻ`: the figure to date is the earlier one and that of the period. The earlier one is
 * printed in last month's report mostly, and then the relation waits for it.
 */
export function discoverRunning(sight: Sight): void {
  for (const named of sight.quantities) {
    if (!isLevelFigure(named) || sight.totalled.has(named)) continue;
    const toDate = arrival(sight, named) ?? named;
    const cue = named.cues.find(({ cue: one }) => one.kind === "sum" && CARRIES.includes(one.words.split(" ")[0] as string))?.cue;
    const words = cue?.words ?? raisedBy(named);
    if (words === undefined) continue;
    for (const one of [toDate, ...besideIt(sight, toDate)]) carry(sight, one, named, words);
  }
}

const RAISED = 20;

/** `nâng vốn tài liệu lên 271.964 bản`, `đưa số đấu nối từ 83.288 lên 86.415 hộ`: the verb, with what is raised between. */
function raisedBy({ tokens, token: at }: Fig): string | undefined {
  const last = tokens[at - 1]?.text;
  if (last !== "lên" && last !== "từ") return undefined;
  for (let i = at - 2; i >= Math.max(0, at - RAISED); i--) {
    const { type, text } = tokens[i] as Token;
    if (type === "sign" || type === "figure") return undefined;
    if (text === "nâng" || text === "đưa") return text;
  }
  return undefined;
}

/** `nâng tổng số lên 48.215 ô tô và 716.380 mô tô`: what else the same words lead to. */
function besideIt(sight: Sight, toDate: Fig): readonly Fig[] {
  const next = sight.quantities[toDate.order + 1];
  if (
    !next ||
    !isLevelFigure(next) ||
    next.sentence !== toDate.sentence ||
    next.blockIndex !== toDate.blockIndex ||
    next.depth !== toDate.depth
  )
    return [];
  const between = next.tokens.slice(toDate.token + 1, next.token);
  // "nâng tổng số lên 28.914 đầu sách, trước đó là 27.678": what it was.
  if (between.some(({ text }) => text === "trước")) return [];
  const joined =
    between.some(({ text }) => text === "và" || text === ",") && between.every(({ type, text }) => type === "word" || text === ",");
  return joined && between.length <= JOINED && next.quantity?.unit.id !== toDate.quantity?.unit.id ? [next] : [];
}

const JOINED = 6;

/** "cấp mới 188 thẻ và thu hồi 23 thẻ": the first came in, and the second went out. */
const cameIn = ({ before }: Fig): boolean => reachOf(before, inflowWords) > reachOf(before, outflowWords);

function carry(sight: Sight, toDate: Fig, named: Fig, cue: string): void {
  const isCarried = cue !== raisedBy(named);
  if (balancedBehind(sight, toDate, cue)) return;
  const candidates = [...amountsBefore(sight, named, 0)].filter(
    (fig) => fig.sentence === toDate.sentence && alike(fig, toDate) && sizeOf(fig) < sizeOf(toDate),
  );
  const fitting = candidates.find((fig) => earlierOf(sight, toDate, fig) !== undefined);
  const current = fitting ?? candidates[0] ?? namedOtherwise(sight, toDate, named);
  if (!current) return;
  // "tiếp nhận 368 phản ánh, đã xử lý 341, đang xử lý 27; nâng tổng số tiếp nhận lên 12.843": of several, only what came in goes on.
  // "1.407 doanh nghiệp thành lập mới; 439 doanh nghiệp quay trở lại, nâng tổng số lên 1.846": both came in.
  const isBoth = candidates.length === 2 && candidates.every(({ before, after }) => !says([...before, ...after], outflowWords));
  const isTold = candidates.length === 1 || isBoth || cameIn(current);
  const printed =
    earlierOf(sight, toDate, current) ??
    (isTold ? (earlierButASlip(sight, toDate, current) ?? saidBefore(sight, toDate, current) ?? from(toDate, named, current)) : undefined);
  // "nâng công suất từ 500 lên 800 m³": where it is printed what it was, or where only the verb says so, what came must make them fit.
  if (printed === undefined && (named !== toDate || !isCarried)) return;
  const previous: Fig | Unseen = printed ?? {
    unseen: `before:${toDate.index}`,
    label: "kỳ trước",
    integer: toDate.quantity?.exact ?? false,
  };
  sight.add({
    options: [{ kind: relations.cumulative, seats: { toDate, previous, currents: [current] } }],
    prior: 0.9,
    pattern: "running",
    cue,
    confirm: false,
    passage: toDate.blockIndex,
  });
}

/** `bổ sung 6.420 bản sách, nâng vốn tài liệu lên 318.754 bản (đầu năm 313.582 bản; thanh lý 1.248 bản)`: what came stands before, what was and what went in the brackets behind. */
function balancedBehind(sight: Sight, toDate: Fig, cue: string): boolean {
  const [opening, out] = sight.between(toDate.order + 1, toDate.order + 2);
  const isInside = (fig: Fig | undefined): fig is Fig =>
    fig !== undefined && isLevelFigure(fig) && alike(fig, toDate) && fig.depth === toDate.depth + 1 && fig.tokens === toDate.tokens;
  if (!isInside(opening) || !isInside(out) || opening.group !== out.group) return false;
  if (!says(opening.before, openingWords) || !says(out.before, outflowWords)) return false;
  const current = [...amountsBefore(sight, toDate, 0)].find((fig) => fig.sentence === toDate.sentence && alike(fig, toDate));
  if (current === undefined) return false;
  const seats = { closing: toDate, opening, ins: [current], outs: [out] };
  const places = { closing: toDate.cell, opening: opening.cell, ins: [current.cell], outs: [out.cell] };
  if (fit(relations.balance, places) !== "holds" && !near(relations.balance, places, "slip")) return false;
  sight.add({
    options: [{ kind: relations.balance, seats }],
    prior: 0.8,
    pattern: "running:balance",
    cue,
    confirm: false,
    passage: toDate.blockIndex,
  });
  return true;
}

/** `phát triển mới 3.127 khách hàng, đưa số đấu nối từ 83.288 lên 86.415 hộ`: what came under another name, where both others are printed and it makes them fit. */
const namedOtherwise = (sight: Sight, toDate: Fig, from: Fig): Fig | undefined =>
  [...amountsBefore(sight, from, 0)].find((fig) => {
    const isCounted =
      fig.sentence === toDate.sentence && fig.quantity?.unit.kind === "count" && fig.quantity.exact && toDate.quantity?.exact;
    if (!isCounted) return false;
    if (from === toDate) return earlierOf(sight, toDate, fig) !== undefined;
    return from.quantity?.exact && sumFits(toDate.quantity as Quantity, [from.quantity, fig.quantity as Quantity]);
  });

/** `nâng tổng số thẻ từ 2.200 lên 2.700 thẻ`: the figure to date is the second. */
function arrival(sight: Sight, from: Fig): Fig | undefined {
  const next = sight.quantities[from.order + 1];
  const rises = from.tokens[from.token - 1]?.text === "từ" && next !== undefined && next.tokens[next.token - 1]?.text === "lên";
  return rises && isLevelFigure(next) && alike(next, from) && next.sentence === from.sentence ? next : undefined;
}

/** The earlier figure, where the text has it: `lũy kế 2.940 hồ sơ, tháng trước lũy kế 2.600 hồ sơ`. */
function earlierOf(sight: Sight, toDate: Fig, current: Fig): Fig | undefined {
  return sight
    .between(current.order - 4, toDate.order + 3)
    .find(
      (fig) =>
        fig !== toDate &&
        fig !== current &&
        isLevelFigure(fig) &&
        alike(fig, toDate) &&
        Math.abs(fig.blockIndex - toDate.blockIndex) <= 1 &&
        toDate.quantity !== null &&
        current.quantity !== null &&
        fig.quantity !== null &&
        sumFits(toDate.quantity, [fig.quantity, current.quantity]),
    );
}

const TELLING = 1000;
const AHEAD = 4;
const EARLIER = ["tháng", "trước", "quý", "cuối", "đầu"];

/** `lũy kế mười tháng lên 11.852 thuê bao; chín tháng trước đó là 9.683 thuê bao`, `(8 tháng: 1.129.436)`: the earlier figure right behind, off by little or a slip. */
function saidBefore(sight: Sight, toDate: Fig, current: Fig): Fig | undefined {
  const next = sight
    .between(toDate.order + 1, toDate.order + AHEAD)
    .find((fig) => isLevelFigure(fig) && alike(fig, toDate) && fig.blockIndex === toDate.blockIndex && fig.sentence === toDate.sentence);
  if (next === undefined || (next.order > toDate.order + 1 && next.depth <= toDate.depth)) return undefined;
  const between = next.tokens.slice(toDate.token + 1, next.token).map(({ text }) => text);
  if (!EARLIER.some((word) => between.includes(word))) return undefined;
  return near(relations.cumulative, { toDate: toDate.cell, previous: next.cell, currents: [current.cell] }, "slip") ? next : undefined;
}

/** `tiếp nhận 126 phản ánh, nâng tổng số từ 3.418 lên 3.532 phản ánh`: both ends are printed, and what came misses them by little. */
function from(toDate: Fig, named: Fig, current: Fig): Fig | undefined {
  const places = { toDate: toDate.cell, previous: named.cell, currents: [current.cell] };
  const isLittle = near(relations.cumulative, places, "some") || near(relations.cumulative, places, "slip");
  return named !== toDate && sizeOf(toDate) >= TELLING && isLittle ? named : undefined;
}

/** The earlier figure in the same sentence that one slip of a key keeps from fitting; with fewer digits that is no news. */
function earlierButASlip(sight: Sight, toDate: Fig, current: Fig): Fig | undefined {
  if ((toDate.quantity?.approximate ?? 0) < TELLING) return undefined;
  return sight
    .between(current.order - 5, current.order - 1)
    .find(
      (fig) =>
        isLevelFigure(fig) &&
        alike(fig, toDate) &&
        fig.blockIndex === toDate.blockIndex &&
        fig.sentence === toDate.sentence &&
        near(relations.cumulative, { toDate: toDate.cell, previous: fig.cell, currents: [current.cell] }, "slip"),
    );
}
