import { changeFits, fit, near as isSlip, relations } from "@khop/core";
import { contributes, type Fig, isAmount, isLevelFigure, isOfPlan, isRate, type Token } from "../figures.ts";
import { tellingWords, verbOf } from "../words.ts";
import { alike, amountsAfter, amountsBefore, type Hypothesis, type Option, type Sight, type Unseen } from "./sight.ts";

/** What a figure is said to have risen or fallen by: at most one amount and one rate. */
export interface Changes {
  amount?: Fig;
  rate?: Fig;
}

/**
 * Rises and falls: `631.587 việc, tăng 37.096 việc (tăng 6,24 %)` ties the rate to the amount and the figure; `tăng 3 so với 500`
 * ties an amount to two figures. Returns the changes by the figure that they belong to.
 */
export function discoverChanges(sight: Sight): Map<Fig, Changes> {
  const changes = new Map<Fig, Changes>();
  const note = (head: Fig, fig: Fig): void => {
    const known = changes.get(head) ?? {};
    if (isRate(fig)) known.rate ??= fig;
    else known.amount ??= fig;
    changes.set(head, known);
  };
  const paired = new Set<Fig>();
  for (const fig of sight.quantities) {
    if (!fig.change) {
      if (isLevelFigure(fig) && fig.cues.some(({ cue, near, distance }) => cue.kind === "added" && near && distance === 0))
        difference(sight, fig, undefined);
      continue;
    }
    const head = headOf(sight, fig);
    if (head) {
      note(head, fig);
      fig.subject = head;
    }
    const next = sight.quantities[fig.order + 1];
    if (
      next?.change === fig.change &&
      isRate(next) !== isRate(fig) &&
      !isPoints(fig) &&
      !isPoints(next) &&
      next.sentence === fig.sentence &&
      next.blockIndex === fig.blockIndex &&
      !paired.has(fig) &&
      near(fig, next)
    ) {
      const [amount, rate] = isRate(fig) ? [next, fig] : [fig, next];
      paired.add(next);
      paired.add(fig);
      pair(sight, amount, rate, fig);
    }
    if (isAmount(fig)) difference(sight, fig, head);
    else if (isPoints(fig) && head !== undefined && !isRate(head)) pointsOfShares(sight, fig);
    else if (!paired.has(fig)) {
      const amount = head && isRate(head) ? amountUnder(sight, head) : head;
      if (nowAndThen(sight, fig) || onOtherChange(sight, fig) || rateOnBase(sight, fig, amount) || head === undefined || !isRate(head))
        continue;
      if (amount === undefined || !isOfPlan(head)) points(sight, fig, head);
    }
  }
  return changes;
}

/** What a rise or fall promises, in the words that say it. Unless told otherwise, arithmetic only confirms. */
function promised(
  by: Fig,
  pattern: string,
  options: readonly Option[],
  { prior = 0.9, confirm = true }: Partial<Pick<Hypothesis, "prior" | "confirm">> = {},
): Hypothesis {
  return { options, prior, pattern, cue: by.change === "fall" ? "giảm" : "tăng", confirm, passage: by.blockIndex };
}

const near = (a: Fig, b: Fig): boolean => b.token - a.token <= 16 && (b.item - a.item <= 2 || b.depth > a.depth);

/** The figure that a change is of: the last level figure before it, in its sentence and preferably its item. */
function headOf(sight: Sight, change: Fig): Fig | undefined {
  for (let i = change.order - 1; i >= Math.max(0, change.order - 16); i--) {
    const fig = sight.quantities[i] as Fig;
    if (fig.blockIndex !== change.blockIndex) return undefined;
    if (change.sentence - fig.sentence > 0) return undefined;
    if (fig.change || fig.threshold || (isRate(fig) && contributes(fig))) continue;
    if (fig.depth > change.depth) continue;
    if (isRate(fig) && fig.clause !== change.clause) return undefined;
    return fig;
  }
  return undefined;
}

function pair(sight: Sight, amount: Fig, rate: Fig, first: Fig): void {
  const falls = first.change === "fall";
  const heads = [...amountsBefore(sight, first, 1)].filter((fig) => alike(fig, amount)).slice(0, 6);
  if (heads.length === 0) return;
  const options = heads.map((current) => ({ kind: relations.growth, seats: { growth: rate, current, difference: amount, falls } }));
  const holding = options.find(
    ({ seats }) => fit(relations.growth, { growth: rate.cell, current: seats.current.cell, difference: amount.cell, falls }) === "holds",
  );
  if (holding === undefined && onOtherChange(sight, rate)) return;
  const own = isOwn(sight, heads, first);
  const named = own ? undefined : options.find(({ seats }) => isNamedAlike(seats.current, amount));
  const likely = named !== undefined && isClose({ growth: rate.cell, current: named.seats.current.cell, difference: amount.cell, falls });
  sight.add(
    promised(amount, "change:pair", [holding ?? ((own ? options[0] : (named ?? options[0])) as Option)], {
      prior: own ? 0.9 : 0.5,
      confirm: !own && !likely,
    }),
  );
}

/** Off by little, or by what one slip of a key would mend. */
const isClose = (places: Parameters<typeof isSlip>[1]): boolean =>
  isSlip(relations.growth, places, "some") || isSlip(relations.growth, places, "slip");

/** `tăng 13 vụ, 6 bị cáo so với năm trước, tỷ lệ tăng 19,1%`: the rate of the change before, not of the one beside it. */
function onOtherChange(sight: Sight, rate: Fig): boolean {
  const falls = rate.change === "fall";
  for (const other of sight.between(rate.order - 3, rate.order - 1)) {
    if (other.change !== rate.change || !isAmount(other) || other.sentence !== rate.sentence || other.blockIndex !== rate.blockIndex)
      continue;
    for (const current of [...amountsBefore(sight, other, 0)].slice(0, 4)) {
      if (
        !alike(current, other) ||
        fit(relations.growth, { growth: rate.cell, current: current.cell, difference: other.cell, falls }) !== "holds"
      )
        continue;
      sight.add(promised(other, "change:pair", [{ kind: relations.growth, seats: { growth: rate, current, difference: other, falls } }]));
      return true;
    }
  }
  return isTied(sight, rate);
}

/** `tăng 676 con so với tháng 8 (27.938 con), tương ứng tăng 2,4%`: tied to the change before it in so many words. */
function isTied(sight: Sight, rate: Fig): boolean {
  if (!rate.cues.some(({ cue, near: beside }) => beside && cue.kind === "same")) return false;
  const other = sight
    .between(rate.order - 3, rate.order - 1)
    .findLast((fig) => fig.change === rate.change && isAmount(fig) && fig.sentence === rate.sentence);
  const current = other && [...amountsBefore(sight, other, 0)].find((fig) => alike(fig, other) && fig.sentence === other.sentence);
  if (!other || !current) return false;
  const falls = rate.change === "fall";
  if (!isClose({ growth: rate.cell, current: current.cell, difference: other.cell, falls })) return false;
  sight.add(
    promised(other, "change:tied", [{ kind: relations.growth, seats: { growth: rate, current, difference: other, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
  return true;
}

/** `bị thương 1.021 người … giảm 233 người bị thương`: the words that tell figures of one unit apart are the same. */
const isNamedAlike = (head: Fig, change: Fig): boolean => tellingWords(head) === tellingWords(change);

/**
 * The change stands right behind its figure, with nothing but other changes and shares between, and no other figure of its kind in
 * the sentence it could be of ("làm chết 567 người, bị thương 890 người; … giảm 45 người chết (7,35%)").
 */
function isOwn(sight: Sight, heads: readonly Fig[], change: Fig): boolean {
  const [head, other] = heads;
  if (head === undefined || head.blockIndex !== change.blockIndex || head.sentence !== change.sentence) return false;
  const direct = sight.between(head.order + 1, change.order - 1).every((fig) => fig.change !== undefined || isRate(fig));
  const alone = other === undefined || other.blockIndex !== head.blockIndex || other.sentence !== head.sentence;
  return direct && (alone || change.clause === head.clause);
}

/** `tăng 70.153 việc so với 144.857 việc`: the change with both figures printed; only confirms. */
function difference(sight: Sight, amount: Fig, head: Fig | undefined): void {
  const falls = amount.change === "fall";
  const around = [
    ...[...amountsBefore(sight, amount, amount.change ? 0 : 3)].slice(0, amount.change ? 4 : 10),
    ...[...amountsAfter(sight, amount, 0)].slice(0, 2),
  ].filter((fig) => alike(fig, amount) && fig !== amount);
  const currents = head && isLevelFigure(head) && alike(head, amount) ? [head, ...around] : around;
  for (const current of currents) {
    for (const base of around) {
      if (base === current || trivial(amount)) continue;
      if (!moves(amount, current, base, falls)) continue;
      sight.add(
        promised(amount, "change:difference", [
          { kind: relations.difference, seats: { difference: amount, current, base, falls }, verdict: "holds" },
        ]),
      );
      const rate = sight.quantities[amount.order + 1];
      if (rate !== undefined && rate.change === amount.change && isRate(rate)) {
        const seats = { growth: rate, current, base, falls };
        sight.add(promised(amount, "change:base", [{ kind: relations.growth, seats }]));
      }
      return;
    }
  }
  if (betweenTwo(sight, amount, falls)) return;
  const base = baseNamed(sight, amount);
  const current = head && isLevelFigure(head) && alike(head, amount) ? head : undefined;
  if (!base || !current || base === current || (base.quantity?.approximate ?? 0) < TELLING) return;
  const seats = { difference: amount, current, base, falls };
  const cells = { difference: amount.cell, current: current.cell, base: base.cell, falls };
  if (isSlip(relations.difference, cells, "slip"))
    sight.add(promised(amount, "change:named", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
}

const NOW = new Set(["nay", "hiện", "còn", "xuống", "lên"]);
const ONCE = new Set(["đầu", "trước", "từ", "cuối"]);

/** `Đầu năm có 134 hộ nghèo, nay 117 hộ, giảm 17 hộ`: then, now and the change, one behind the other. */
function betweenTwo(sight: Sight, amount: Fig, falls: boolean): boolean {
  const [base, current] = sight.between(amount.order - 2, amount.order - 1);
  if (
    !base ||
    !current ||
    ![base, current].every(
      (fig) => isLevelFigure(fig) && alike(fig, amount) && fig.sentence === amount.sentence && fig.blockIndex === amount.blockIndex,
    )
  )
    return false;
  if (!current.before.some((word) => NOW.has(word)) || !base.before.some((word) => ONCE.has(word))) return false;
  const cells = { difference: amount.cell, current: current.cell, base: base.cell, falls };
  if (!isSlip(relations.difference, cells, "slip") && !isSlip(relations.difference, cells, "double")) return false;
  sight.add(
    promised(amount, "change:then", [{ kind: relations.difference, seats: { difference: amount, current, base, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
  return true;
}

/** A base that a slip away from it is no accident of small numbers. */
const TELLING = 100;
const NAMED = 16;

/** `tăng 60 đơn so với 1.600 đơn của cùng kỳ`: the figure right behind the words that compare. */
function baseNamed(sight: Sight, change: Fig): Fig | undefined {
  const next = sight.quantities[change.order + 1];
  if (next === undefined || next.blockIndex !== change.blockIndex || next.sentence !== change.sentence) return undefined;
  if (!comparesAfter(change) || next.token - change.token > NAMED || !isLevelFigure(next)) return undefined;
  const between = change.tokens.slice(change.token + 1, next.token);
  if (between.some(({ type, text }) => type === "sign" && !/[(:/]/.test(text))) return undefined;
  const open = between.findIndex(({ text }) => text === "(");
  if (open >= 0 && between.slice(open + 1).some(({ type, text }) => type === "word" && !WHEN.has(text))) return undefined;
  return isRate(change) || alike(next, change) ? next : undefined;
}

/** In parentheses behind "so với", these say when; other words say what else. */
const WHEN = new Set("cùng kỳ năm tháng quý tuần ngày trước này là đạt có số".split(" "));

const moves = (change: Fig, current: Fig, base: Fig, falls: boolean): boolean =>
  change.quantity !== null &&
  current.quantity !== null &&
  base.quantity !== null &&
  changeFits(change.quantity, current.quantity, base.quantity, falls);

const trivial = (fig: Fig): boolean => (fig.quantity?.approximate ?? 0) < 2;

/** `từ 18,9% lên 21,5%, tăng 2,6 điểm phần trăm`: a change of percentages, in points, with both printed; only confirms. */
const isPoints = (fig: Fig): boolean => fig.quantity?.unit.kind === "point";

/** `đầu năm 3.214 hộ (5,12%), cuối năm 2.611 hộ (4,11%), giảm 603 hộ, tương ứng 1,01 điểm phần trăm`: of the two shares of its sentence. */
function pointsOfShares(sight: Sight, change: Fig): void {
  const shares = sight
    .between(change.order - 8, change.order - 1)
    .filter((fig) => isRate(fig) && !fig.change && fig.blockIndex === change.blockIndex && fig.sentence === change.sentence);
  const [current, base] = shares.reverse();
  const falls = change.change === "fall";
  if (current === undefined || base === undefined || !moves(change, current, base, falls)) return;
  sight.add(
    promised(change, "change:points", [
      { kind: relations.difference, seats: { difference: change, current, base, falls }, verdict: "holds" },
    ]),
  );
}

function points(sight: Sight, change: Fig, head: Fig): void {
  const falls = change.change === "fall";
  for (const base of sight.between(change.order - 4, change.order + 3)) {
    if (!isRate(base) || base === head || base === change || base.change || base.blockIndex !== change.blockIndex) continue;
    for (const [current, before] of [
      [head, base],
      [base, head],
    ] as const) {
      if (!moves(change, current, before, falls)) continue;
      sight.add(
        promised(change, "change:points", [
          { kind: relations.difference, seats: { difference: change, current, base: before, falls }, verdict: "holds" },
        ]),
      );
      return;
    }
  }
  if (!sinceBracket(sight, change, head)) inPointsOrPercent(sight, change, head);
}

/** `đạt 84,13%, cao hơn 1,42 điểm phần trăm (năm 2022 là 82,71%)`: the earlier rate in brackets right behind. */
function sinceBracket(sight: Sight, change: Fig, current: Fig): boolean {
  const base = sight.quantities[change.order + 1];
  if (
    !base ||
    !isRate(base) ||
    base.change ||
    base.depth !== change.depth + 1 ||
    base.sentence !== change.sentence ||
    base.blockIndex !== change.blockIndex
  )
    return false;
  const falls = change.change === "fall";
  const cells = { difference: change.cell, current: current.cell, base: base.cell, falls };
  if (!isSlip(relations.difference, cells, "slip") && !isSlip(relations.difference, cells, "double")) return false;
  sight.add(
    promised(change, "change:since", [{ kind: relations.difference, seats: { difference: change, current, base, falls } }], {
      prior: 0.75,
      confirm: false,
    }),
  );
  return true;
}

/** `đạt 98% (tăng 0,83% so với tháng trước)`: points are meant nearly always, a relative change sometimes; the base is in another report. */
function inPointsOrPercent(sight: Sight, change: Fig, head: Fig): void {
  if (head.threshold || head.change || head.hedge === "range") return;
  const falls = change.change === "fall";
  const base: Unseen = { unseen: `base:${head.index}:${change.index}`, label: "kỳ trước", integer: false };
  const options: Option[] = [
    { kind: relations.difference, seats: { difference: change, current: head, base, falls } },
    { kind: relations.growth, seats: { growth: change, current: head, base, falls } },
  ];
  const sure = change.quantity?.unit.kind === "point";
  sight.add(promised(change, "change:rate", sure ? options.slice(0, 1) : options, { confirm: false }));
}

/** A rate with the earlier figure printed beside: `năm nay 120, năm trước 100, tăng 20,0 %`; only confirms, with decimals or "so với". */
function rateOnBase(sight: Sight, rate: Fig, head: Fig | undefined): boolean {
  if (!head || !isLevelFigure(head)) return false;
  const reach = (rate.quantity?.decimals ?? 0) >= 1 ? 3 : comparesAfter(rate) ? 2 : 0;
  if (reach === 0) return false;
  const falls = rate.change === "fall";
  const others = [...[...amountsAfter(sight, rate, 0)].slice(0, 2), ...[...amountsBefore(sight, rate, 0)].slice(0, reach)].filter(
    (fig) => fig !== head && alike(fig, head),
  );
  for (const base of others) {
    if (fit(relations.growth, { growth: rate.cell, current: head.cell, base: base.cell, falls }) !== "holds") continue;
    sight.add(promised(rate, "change:base", [{ kind: relations.growth, seats: { growth: rate, current: head, base, falls } }]));
    return true;
  }
  if (onItsOwnBase(sight, rate, head) || onWrongBase(sight, rate, head) || onBaseBeside(sight, rate, head)) return true;
  const named = baseNamed(sight, rate);
  if (named === undefined || named === head || !alike(named, head) || (named.quantity?.approximate ?? 0) < TELLING) return false;
  const seats = { growth: rate, current: head, base: named, falls };
  const cells = { growth: rate.cell, current: head.cell, base: named.cell, falls };
  // In brackets right behind "so với cùng kỳ" stands what it is measured against, however far off the rate is.
  const told = named.depth === rate.depth + 1 && isSlip(relations.growth, cells, "double");
  if (!told && !isSlip(relations.growth, cells, "slip")) return false;
  sight.add(promised(rate, "change:named", [{ kind: relations.growth, seats }], { prior: 0.8, confirm: false }));
  return true;
}

/** `tăng 13,5% (31.828 vụ giai đoạn này/28.050 vụ giai đoạn trước)`: both figures behind the rate, with a slash between. */
function nowAndThen(sight: Sight, rate: Fig): boolean {
  const [current, base] = sight.between(rate.order + 1, rate.order + 2);
  if (
    !current ||
    !base ||
    current.depth !== rate.depth + 1 ||
    base.group !== current.group ||
    !isLevelFigure(current) ||
    !isLevelFigure(base)
  )
    return false;
  const between = current.tokens.slice(current.token + 1, base.token);
  if (
    !alike(current, base) ||
    between
      .filter(({ type }) => type === "sign")
      .map(({ text }) => text)
      .join("") !== "/"
  )
    return false;
  const falls = rate.change === "fall";
  sight.add(
    promised(rate, "change:both", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
  return true;
}

const PAST = new Set(["trước", "kỳ", "ngoái"]);

/** `426.318 triệu đồng (cùng kỳ 451.207 triệu đồng), giảm 5,5%`: the earlier figure in brackets between a figure and its rate. */
function onBaseBeside(sight: Sight, rate: Fig, head: Fig): boolean {
  const base = sight.quantities[head.order + 1];
  if (!base || base.order !== rate.order - 1 || base.depth !== head.depth + 1 || !isLevelFigure(base) || !alike(base, head)) return false;
  if (!base.before.some((word) => PAST.has(word))) return false;
  const falls = rate.change === "fall";
  const places = { growth: rate.cell, current: head.cell, base: base.cell, falls };
  if (!isSlip(relations.growth, places, "double") && !isSlip(relations.growth, places, "slip")) return false;
  sight.add(
    promised(rate, "change:beside", [{ kind: relations.growth, seats: { growth: rate, current: head, base, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
  return true;
}

/**
 * `năm 2014 khởi tố 256 vụ … năm 2015 khởi tố 178 vụ (giảm 43,8%)`: the change was divided by the new figure, 78 by 178, where the old
 * one is meant. That the rate comes out so, to its last digit, says both that it is of these two and that it is wrong.
 */
function onWrongBase(sight: Sight, rate: Fig, current: Fig): boolean {
  if ((rate.quantity?.decimals ?? 0) < 1 || (current.quantity?.approximate ?? 0) < TELLING || verbOf(current) === "") return false;
  const falls = rate.change === "fall";
  for (const base of sight.between(current.order - NAMED, current.order - 1)) {
    if (!isLevelFigure(base) || !alike(base, current) || verbOf(base) !== verbOf(current)) continue;
    if (base.sentence === current.sentence && base.blockIndex === current.blockIndex) continue;
    const turned = fit(relations.growth, { growth: rate.cell, current: base.cell, base: current.cell, falls: !falls });
    if (turned !== "holds" && turned !== "truncated") continue;
    const seats = { growth: rate, current, base, falls };
    sight.add(promised(rate, "change:turned", [{ kind: relations.growth, seats }], { prior: 0.75, confirm: false }));
    return true;
  }
  return false;
}

/** `1.245 doanh nghiệp với số vốn 9.870 tỷ đồng, tăng 4,2% về số doanh nghiệp (năm trước 1.195 doanh nghiệp)`: the base behind tells of which. */
function onItsOwnBase(sight: Sight, rate: Fig, head: Fig): boolean {
  const base = sight.quantities[rate.order + 1];
  if (!base || base.blockIndex !== rate.blockIndex || base.depth !== rate.depth + 1 || !isLevelFigure(base)) return false;
  const falls = rate.change === "fall";
  for (const current of [...amountsBefore(sight, rate, 0)].slice(0, 6)) {
    if (current === head || !alike(current, base)) continue;
    if (fit(relations.growth, { growth: rate.cell, current: current.cell, base: base.cell, falls }) !== "holds") continue;
    sight.add(promised(rate, "change:base", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }]));
    return true;
  }
  return false;
}

/** `4.500 tỷ đồng, đạt 90% dự toán (5.000 tỷ đồng), tăng 12,5%`: the amount that rose, past what it is of the plan. */
const amountUnder = (sight: Sight, rate: Fig): Fig | undefined =>
  [...sight.between(rate.order - 2, rate.order - 1)]
    .reverse()
    .find((fig) => isLevelFigure(fig) && fig.blockIndex === rate.blockIndex && fig.sentence === rate.sentence && fig.depth <= rate.depth);

/** `tăng 15% so với quý I`: the words behind the rate say what it is measured against. */
function comparesAfter({ tokens, token: at }: Fig): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 4); i++) {
    const token = tokens[i] as Token;
    if (token.cue?.kind === "versus") return true;
    if (token.type !== "word") return false;
  }
  return false;
}
