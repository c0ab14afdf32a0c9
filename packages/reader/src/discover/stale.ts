import { relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isIntensive, isPercent, printedAs, telling } from "../figures.ts";
import { saysPast } from "../lexicon/earlier.ts";
import { TOTAL } from "../table-outline.ts";
import type { Table } from "../tables.ts";
import { nameWords } from "../words.ts";
import { alike, type Hypothesis, isUnseen, type Sight } from "./sight.ts";
import { holds, speaksFor } from "./table/proposals.ts";

/** What a thing is now and what it was, as a relation between the two tells. */
interface ThenAndNow {
  readonly earlier: Fig;
  readonly now: Fig;
}

/** Digits that a figure must tell to be the earlier one by no accident: where the words of both say so, and where they do not. */
const NAMED = 3;
const UNNAMED = 5;

/**
 * `sản lượng 1.862.587 bưu gửi, tăng 13,6% so với năm 2023 (1.639.081)` in the report, and `sản lượng bưu gửi 1.639.081` in what sums it up:
 * the figure of then, told as that of now. Asked when all is told that figures rest on; for a person to look at.
 */
export function discoverStale(sight: Sight, tables: readonly Table[]): void {
  const pairs = Map.groupBy([...changesIn(sight), ...ratesOfThen(sight), ...rowsOfThen(tables)], ({ earlier }) => printedAs(earlier));
  if (pairs.size === 0) return;
  const seated = seatsOf(sight);
  for (const fig of sight.quantities) {
    const known = digitsOf(fig) < NAMED || isOfThen(fig) ? undefined : pairs.get(printedAs(fig));
    if (known === undefined || !tells(fig)) continue;
    const meant = known.filter((pair) => isSaidFor(sight, fig, pair));
    const [pair] = meant;
    if (pair === undefined || new Set(meant.map(({ now }) => printedAs(now))).size > 1) continue;
    const said = seated.get(fig) ?? [];
    if (
      known.some(({ earlier, now }) => earlier === fig || now === fig) ||
      said.some((one) => !isAgain(one) && one.options[0] !== undefined && speaksFor(one.options[0]))
    )
      continue;
    sight.takeBack((one) => isAgain(one) && said.includes(one));
    sight.add({
      options: [{ kind: relations.equality, seats: { values: [pair.now, fig] } }],
      prior: 0.65,
      pattern: "again:stale",
      cue: "",
      confirm: false,
      passage: fig.blockIndex,
    });
  }
}

/** Every figure of an earlier time whose change to a later one holds. */
const changesIn = ({ hypotheses }: Sight): ThenAndNow[] =>
  hypotheses.flatMap(({ options, pattern }) =>
    options.flatMap((option) => {
      // "kế hoạch 1.516,0 tỷ đồng, giải ngân 781,3 tỷ đồng, còn 734,7 tỷ đồng": what is between two figures is no change of one.
      if (option.kind === relations.difference && BETWEEN.test(pattern)) return [];
      const pair = pairOf(option.kind, option.seats);
      return pair !== undefined && holds(option) ? [pair] : [];
    }),
  );

/** `đạt tỷ lệ 77,55%; tăng 10,39% so với cùng kỳ năm 2023 (4.012/5.386 việc, đạt 74,49%)`: the rate before the brackets, and what it was in them. */
const ratesOfThen = ({ quantities }: Sight): ThenAndNow[] =>
  quantities.flatMap((then, at) => {
    if (then.depth === 0 || !isToldRate(then) || !isOfThen(then)) return [];
    const now = quantities
      .slice(Math.max(0, at - REACH), at)
      .findLast((fig) => isToldRate(fig) && fig.depth < then.depth && fig.tokens === then.tokens && fig.sentence === then.sentence);
    return now === undefined || isOfThen(now, false) || printedAs(now) === printedAs(then) ? [] : [{ earlier: then, now }];
  });

/** A rate of something, to two decimals. */
const isToldRate = (fig: Fig): boolean => isPercent(fig) && fig.change === undefined && fig.quantity?.decimals === 2;

/** `Toàn tỉnh | 9.312 | 285.710` and below it `Cùng kỳ 2023 | 9.745 | 279.430`: what the total was. */
const rowsOfThen = (tables: readonly Table[]): ThenAndNow[] =>
  tables.flatMap(({ rows }) =>
    rows.flatMap((row, at) => {
      const above = rows[at - 1];
      if (above === undefined || !TOTAL.test(above.label) || !/^\W*(?:cùng kỳ|(?:năm|quý|tháng|kỳ) trước)/iu.test(row.label)) return [];
      return row.cells.flatMap((then, column) => {
        const now = above.cells[column];
        return then && now && printedAs(then) !== printedAs(now) ? [{ earlier: then, now }] : [];
      });
    }),
  );

const BETWEEN = /^(?:table:told-of|arithmetic|gap|pair:net|left)/;

function pairOf(kind: unknown, seats: Hypothesis["options"][number]["seats"]): ThenAndNow | undefined {
  const [then, now] =
    kind === relations.growth || kind === relations.difference
      ? [seats.base, seats.current]
      : kind === relations.balance
        ? [seats.opening, seats.closing]
        : kind === relations.cumulative
          ? [seats.previous, seats.toDate]
          : [];
  if (!isFigure(then) || !isFigure(now) || Object.values(seats).flat().some(isUnseen)) return undefined;
  // "đến ngày 30/9 là 87,42 tỷ đồng, … còn lại 18,84 tỷ đồng": the whole of a remainder is no figure of then.
  const isThen = kind === relations.cumulative || isOfThen(then, kind !== relations.balance);
  return isThen && printedAs(then) !== printedAs(now) ? { earlier: then, now } : undefined;
}

const isFigure = (seat: unknown): seat is Fig => typeof seat === "object" && seat !== null && "cell" in seat;

/** Words that stand for an earlier time before a figure, in its clause; a column or a row of a table is named by them. */
const EARLIER = /(?:^| )(?:trước|cùng kỳ|ngoái|ck|đầu (?:năm|kỳ|tháng|quý)|cũ|chuyển sang)(?: |$)|(?:năm|tháng|quý|kỳ) [\divx]|\d{4}/iu;
const REACH = 10;

/** @param byDate whether a date before it is enough */
export function isOfThen(fig: Fig, byDate = true): boolean {
  if (fig.named !== undefined) return EARLIER.test(fig.named);
  const { tokens, token: at, clause } = fig;
  const own = tokens.slice(Math.max(0, at - REACH), at).filter(({ place }) => place.clause === clause);
  const opens = own.some(
    // "9 tháng đầu năm": so many months of this year.
    ({ text }, i) => text === "đầu" && own[i - 1]?.text !== "tháng" && /^(?:năm|kỳ|tháng|quý)$/.test(own[i + 1]?.text ?? ""),
  );
  return opens || (byDate && own.some(({ figure }) => figure?.role === "date")) || saysPast(own.map(({ text }) => text));
}

/** `so chỉ tiêu phấn đấu 512.500`: what something else is measured by. */
const isMeasure = ({ cues }: Fig): boolean => cues.some(({ cue, near }) => near && (cue.kind === "versus" || cue.kind === "plan"));

/** A figure that says how much there is of something, and neither a change nor a limit. */
const tells = (fig: Fig): boolean =>
  (isAmount(fig) ? !isIntensive(fig) : isToldRate(fig)) &&
  fig.change === undefined &&
  !fig.threshold &&
  (fig.hedge === undefined || fig.hedge === "estimate") &&
  !isEndOfMove(fig) &&
  !isMeasure(fig);

/** `tăng từ 240.000 đồng lên 280.000 đồng`: what it was, or what it came to. */
const isEndOfMove = ({ tokens, token: at }: Fig): boolean => /^(?:từ|lên|xuống)$/.test(tokens[at - 1]?.text ?? "");

/** Said elsewhere, of the same thing and of no other time. */
function isSaidFor(sight: Sight, fig: Fig, { earlier: then, now }: ThenAndNow): boolean {
  if (Math.abs(fig.blockIndex - now.blockIndex) < 2 || Math.abs(fig.blockIndex - then.blockIndex) < 2) return false;
  if (!isOfSame(fig, now) || fig.level !== now.level || isOfPeriod(fig, then, now)) return false;
  const names = nameWords(fig);
  const isNamed = [now, then].some((one) => [...wordsOf(one)].some((word) => names.has(word))) || isOfSamePart(sight, fig, now);
  return telling(fig) >= (isNamed ? NAMED : UNNAMED);
}

/** `tạm giữ 208 phương tiện` beside a row `Tạm giữ phương tiện | chiếc | 208 | 195`: what is counted stands in the name of the row. */
const isOfSame = (fig: Fig, now: Fig): boolean =>
  alike(fig, now) ||
  (isCount(fig) && isCount(now) && fig.quantity?.unit.id !== "" && now.named?.toLowerCase().includes(fig.quantity?.unit.id ?? "") === true);

const isCount = ({ quantity }: Fig): boolean => quantity?.unit.kind === "count";

/** `giải quyết xong 4.429 việc, đạt 74,49%`: rates behind one and the same amount. */
function isOfSamePart(sight: Sight, fig: Fig, now: Fig): boolean {
  const [a, b] = [partOf(sight, fig), partOf(sight, now)];
  return a !== undefined && b !== undefined && digitsOf(a) >= NAMED && printedAs(a) === printedAs(b);
}

const partOf = ({ quantities }: Sight, { order, depth, tokens, sentence }: Fig): Fig | undefined =>
  quantities
    .slice(Math.max(0, order - REACH), Math.max(0, order))
    .findLast((fig) => isAmount(fig) && fig.depth === depth && fig.tokens === tokens && fig.sentence === sentence);

/** The words that name it; of a rate, those of what it is a share of, too. */
const wordsOf = (fig: Fig): Iterable<string> =>
  fig.subject === undefined ? nameWords(fig) : [...nameWords(fig), ...nameWords(fig.subject)];

/** The period that its block names is that of then, or lies before that of now. */
const isOfPeriod = (fig: Fig, then: Fig, now: Fig): boolean =>
  fig.period !== undefined && ((fig.period === then.period && then.period !== now.period) || yearOf(fig) < yearOf(now));

const yearOf = ({ period = "" }: Fig): number => Number(/\d{4}/.exec(period)?.[0] ?? Number.NaN);

function seatsOf({ hypotheses }: Sight): ReadonlyMap<unknown, readonly Hypothesis[]> {
  const found = new Map<unknown, Hypothesis[]>();
  for (const one of hypotheses)
    for (const seat of new Set(Object.values(one.options[0]?.seats ?? {}).flat())) {
      const before = found.get(seat);
      if (before === undefined) found.set(seat, [one]);
      else before.push(one);
    }
  return found;
}

const isAgain = ({ pattern }: Hypothesis): boolean => pattern === "again" || pattern.startsWith("again:");
