import { fit, isOneSlipOff, near as isSlip, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isRate } from "../../figures.ts";
import { saysPast } from "../../lexicon/earlier.ts";
import { isComparedInBracket, isInBracketOfThen, isThen } from "../compared.ts";
import { alike, amountsAfter, amountsBefore, type Sight } from "../sight.ts";
import { baseNamed, comparesAfter, moves, promised, TELLING } from "./promised.ts";
import { amountUnder } from "./rates.ts";
import { turnedSinceBracket } from "./turned.ts";

/** `tăng 70.153 việc so với 144.857 việc`: the change with both figures printed; only confirms. */
export function difference(sight: Sight, amount: Fig, head: Fig | undefined): void {
  // "vị trí 1.764, tăng 74 bậc so với vị trí 1.838": who rises in a ranking goes to a smaller number.
  const isRank = RANKS.has(amount.quantity?.unit.id ?? "");
  const falls = (amount.change === "fall") !== isRank;
  const named = baseNamed(sight, amount);
  const around = [
    // What the words behind name is tried first: a round plan is nearly anything.
    ...(named === undefined ? [] : [named]),
    ...[...amountsBefore(sight, amount, amount.change ? 0 : 3)].slice(0, amount.change ? 4 : 10),
    ...[...amountsAfter(sight, amount, 0)].slice(0, 2),
  ].filter((fig) => alike(fig, amount) && fig !== amount);
  const currents = head && isLevelFigure(head) && alike(head, amount) ? [head, ...around] : around;
  // "06 vụ, tăng 03 vụ so với cùng kỳ (09 vụ)": told so plainly, it needs no more digits.
  if (head && named && isLevelFigure(head) && named.depth > amount.depth && alike(head, amount) && head.depth === amount.depth) {
    if (!moves(amount, head, named, falls) && moves(amount, head, named, !falls) && !hasRateBeside(sight, amount)) {
      const seats = { difference: amount, current: head, base: named, falls };
      sight.add(promised(amount, "change:turned", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
      return;
    }
  }
  for (const current of currents) {
    for (const base of around) {
      // "14.320 nghìn viên, tăng 798 nghìn viên so với 15.118 nghìn viên của cùng kỳ": what it is compared with is never what it became.
      if ((current === named && named !== head) || isThen(current, amount) || (current.depth > amount.depth && isInBracketOfThen(current)))
        continue;
      // "cùng kỳ (16 người chết, 19 người bị thương): giảm 03 người chết": both are of then.
      if (current.group !== 0 && current.group === base.group && isComparedInBracket(base)) continue;
      if (base === current || trivial(amount) || (areParts(sight, current, base) && digitsOf(amount) < TELLING_DIGITS)) continue;
      // "87 giải (năm trước 79, giảm 8 giải)": what fell is what there is, and not what there was.
      if (!moves(amount, current, base, falls) || thenBeside(sight, amount)?.base === current) continue;
      sight.add(
        promised(amount, "change:difference", [
          { kind: relations.difference, seats: { difference: amount, current, base, falls }, verdict: "holds" },
        ]),
      );
      saidTheOtherWay(sight, amount, current, base);
      const rate = sight
        .between(amount.order + 1, amount.order + RATE)
        .find(
          (fig) =>
            fig.sentence === amount.sentence &&
            fig.blockIndex === amount.blockIndex &&
            isRate(fig) &&
            isSameChange(fig, amount) &&
            !isOfNext(sight, amount, fig, base),
        );
      if (rate !== undefined && rate.quantity?.unit.kind === "percent") {
        const seats = { growth: rate, current, base, falls };
        // "tăng 4.437 tỷ đồng (9,64%)": the difference holds, so the rate beside it is of the same two.
        const isSlipOff = isSlip(relations.growth, { growth: rate.cell, current: current.cell, base: base.cell, falls }, "slip");
        // "so với 721 thì giảm 78, tức 12,1%" where 643 are left: it was divided by what there is, and not by what there was.
        const isOfNow = fit(relations.share, { share: rate.cell, parts: [amount.cell], whole: current.cell }) === "holds";
        const isOfBase = fit(relations.growth, { growth: rate.cell, current: current.cell, base: base.cell, falls }) === "holds";
        const isOfHead =
          head !== undefined &&
          fit(relations.growth, { growth: rate.cell, current: head.cell, difference: amount.cell, falls }) === "holds";
        if (isOfHead && head !== current) return;
        // "tăng 4/22 vụ = 18,2%": what it is of is written with it.
        const isWrong = isSlipOff || (isOfNow && !isOfBase && amount.over === undefined && (rate.quantity?.decimals ?? 0) >= 1);
        sight.add(promised(amount, "change:base", [{ kind: relations.growth, seats }], { prior: 0.8, confirm: !isWrong }));
      }
      return;
    }
  }
  if (
    isRank ||
    turnedOfPair(sight, amount) ||
    betweenTwo(sight, amount, falls) ||
    sinceBracket(sight, amount, head) ||
    sinceBracketBefore(sight, amount)
  )
    return;
  const base = named;
  // "187 hộ nghèo, tỷ lệ 3,84%, tăng 54 hộ": what rose is the amount, and not its share.
  const level = head && isRate(head) ? amountUnder(sight, head) : head;
  const current = level && isLevelFigure(level) && alike(level, amount) ? level : undefined;
  // "đoạt 51 giải, giảm 07 giải so với năm học trước (44 giải …)": by just so much it rose.
  const then = base ?? firstInBracket(sight, amount);
  if (then && current && then !== current && !trivial(amount) && moves(amount, current, then, !falls)) {
    const seats = { difference: amount, current, base: then, falls };
    sight.add(promised(amount, "change:turned", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
    return;
  }
  if (
    turnedSinceBracket(sight, amount) ||
    besideThen(sight, amount) ||
    plainly(sight, amount, head, base) ||
    againstNamed(sight, amount, base)
  )
    return;
  if (!base || !current || base === current || (base.quantity?.approximate ?? 0) < TELLING) return;
  const seats = { difference: amount, current, base, falls };
  const cells = { difference: amount.cell, current: current.cell, base: base.cell, falls };
  if (isSlip(relations.difference, cells, "slip"))
    sight.add(promised(amount, "change:named", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
}

/** `lợn 386.725 con (tăng 5.519 con; tháng 8 là 381.206 con); gia cầm 6.284 nghìn con, tăng 4,4%`: another figure stands between, which rose so. */
const isOfNext = (sight: Sight, amount: Fig, rate: Fig, base: Fig): boolean =>
  sight
    .between(amount.order + 1, rate.order - 1)
    .some((fig) => fig !== base && isLevelFigure(fig) && fig.depth <= rate.depth && fig.clause !== amount.clause);

/** `gieo cấy 38.642 ha, giảm 473 ha (tăng 1,2%) so cùng kỳ (39.115 ha)`: the change holds, and the rate in brackets right behind it tells the other way. */
function saidTheOtherWay(sight: Sight, amount: Fig, current: Fig, base: Fig): void {
  const rate = sight.quantities[amount.order + 1];
  if (!rate?.change || rate.change === amount.change || rate.quantity?.unit.kind !== "percent" || rate.tokens !== amount.tokens) return;
  const [opens, ...verb] = rate.tokens.slice(amount.token + 1, rate.token).filter(({ text }) => text !== amount.quantity?.unit.id);
  if (opens?.text !== "(" || rate.depth !== amount.depth + 1 || !verb.every(({ cue }) => cue?.kind === rate.change)) return;
  const falls = rate.change === "fall";
  if (fit(relations.growth, { growth: rate.cell, current: current.cell, base: base.cell, falls: !falls }) !== "holds") return;
  const seats = { growth: rate, current, base, falls };
  sight.add(promised(rate, "change:contradicts", [{ kind: relations.growth, seats }], { prior: 0.8, confirm: false }));
}

/** `1.286 hội nghị (cùng kỳ 1.174; tăng 102 buổi)`: what it was and by how much it changed stand together in the brackets right behind it. */
function besideThen(sight: Sight, amount: Fig): boolean {
  const beside = thenBeside(sight, amount);
  if (beside === undefined) return false;
  const { current, base } = beside;
  const falls = amount.change === "fall";
  const isTurned = digitsOf(base) >= 2 && !trivial(amount) && moves(amount, current, base, !falls);
  const places = { difference: amount.cell, current: current.cell, base: base.cell, falls };
  const isOff = digitsOf(base) >= TELLING_SLIP && isOneSlipOff([{ kind: relations.difference, places }]);
  if (!isTurned && !isOff) return false;
  const seats = { difference: amount, current, base, falls };
  sight.add(promised(amount, "change:beside-then", [{ kind: relations.difference, seats }], { prior: 0.75, confirm: false }));
  return true;
}

/** What there is, before the brackets, and what there was, in them right before the change. */
function thenBeside(sight: Sight, amount: Fig): { readonly current: Fig; readonly base: Fig } | undefined {
  const [current, base] = sight.between(amount.order - 2, amount.order - 1);
  if (!current || !base || base.group !== amount.group || amount.group === 0 || amount.hedge !== undefined) return undefined;
  if (current.depth !== amount.depth - 1 || current.tokens !== amount.tokens || !alike(current, base) || !saysPast(base.before))
    return undefined;
  return [current, base].every((fig) => isLevelFigure(fig) && fig.hedge === undefined) ? { current, base } : undefined;
}

/** `Có 14 trẻ tử vong, giảm 13 trẻ so với cùng kỳ (17 trẻ)`: now, the change and then, one behind the other in one unit, so that nothing else is meant. */
function plainly(sight: Sight, amount: Fig, head: Fig | undefined, base: Fig | undefined): boolean {
  if (!head || !base || head.order !== amount.order - 1 || base.order !== amount.order + 1 || base.depth !== amount.depth + 1) return false;
  if (head.depth !== amount.depth || !isLevelFigure(head) || [head, amount, base].some(({ hedge }) => hedge !== undefined)) return false;
  const units = new Set([head, amount, base].map(({ quantity }) => `${quantity?.unit.id} ${quantity?.exponent}`));
  const next = sight.quantities[base.order + 1];
  const isAlone = next === undefined || next.tokens !== base.tokens || next.group !== base.group;
  if (units.size > 1 || !amount.quantity?.unit.id || !isAlone || head.tokens !== amount.tokens) return false;
  const seats = { difference: amount, current: head, base, falls: amount.change === "fall" };
  sight.add(promised(amount, "change:plain", [{ kind: relations.difference, seats }], { prior: 0.75, confirm: false }));
  return true;
}

/**
 * `11.571 hộ nghèo …; giảm 2.139 hộ nghèo so với đầu năm (13.764 hộ)`, `tăng 252 việc (5,55%) so với năm trước (4.718 việc)`: what there is was told before in
 * its sentence, or the rate right behind says how much of the base it is; a slip of a key off.
 */
function againstNamed(sight: Sight, amount: Fig, base: Fig | undefined): boolean {
  if (!base || !amount.change || digitsOf(amount) < TELLING_SLIP || digitsOf(base) < TELLING_DIGITS || amount.hedge !== undefined)
    return false;
  const falls = amount.change === "fall";
  const rate = sight.quantities[amount.order + 1];
  if (rate && isRate(rate) && rate.depth === amount.depth + 1 && (rate.quantity?.decimals ?? 0) >= 1) {
    const places = { share: rate.cell, parts: [amount.cell], whole: base.cell };
    if (fit(relations.share, places) !== "violated" || !isSlip(relations.share, places, "tenth")) return false;
    const option = { kind: relations.share, seats: { share: rate, parts: [amount], whole: base } };
    sight.add(promised(amount, "change:of-base", [option], { prior: 0.75, confirm: false }));
    return true;
  }
  if (digitsOf(amount) < TELLING_DIGITS) return false;
  const currents = [...amountsBefore(sight, amount, 0)].filter(
    (fig) => fig.sentence === amount.sentence && fig.depth === amount.depth && isLevelFigure(fig) && alike(fig, amount) && fig !== base,
  );
  const off = currents.filter((current) =>
    isOneSlipOff([{ kind: relations.difference, places: { difference: amount.cell, current: current.cell, base: base.cell, falls } }]),
  );
  const [current] = off;
  if (current === undefined || off.length > 1) return false;
  sight.add(
    promised(amount, "change:named", [{ kind: relations.difference, seats: { difference: amount, current, base, falls } }], {
      prior: 0.7,
      confirm: false,
    }),
  );
  return true;
}

const TELLING_SLIP = 3;

/** `5.398 người (ck 5.318 người), như vậy … số người giảm 80 người`: of the only two of its sentence that stand one behind the other, by just so much it rose. */
function turnedOfPair(sight: Sight, amount: Fig): boolean {
  if (!amount.change || digitsOf(amount) < 2) return false;
  const falls = amount.change === "fall";
  for (const base of sight.between(amount.order - FARTHER, amount.order - 1)) {
    const current = sight.quantities[base.order - 1];
    if (!current || !isThen(base, amount) || current.sentence !== amount.sentence || current.depth !== amount.depth) continue;
    if (base.quantity?.unit.id !== amount.quantity?.unit.id || current.quantity?.unit.id !== amount.quantity?.unit.id) continue;
    if (!isLevelFigure(current) || !isLevelFigure(base) || !moves(amount, current, base, !falls)) continue;
    const seats = { difference: amount, current, base, falls };
    sight.add(promised(amount, "change:turned", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
    return true;
  }
  return false;
}

const RANKS: ReadonlySet<string> = new Set(["bậc", "hạng", "vị trí", "thứ hạng"]);

/** `nữ nhiều hơn nam 8.546 người`: what so many digits tell is no chance. */
const TELLING_DIGITS = 4;

/** `tăng 54 hộ so với năm 2024 (241 hộ/4.819 hộ, tỷ lệ 5,00%)`: what was then opens the brackets right behind "so với". */
function firstInBracket(sight: Sight, amount: Fig): Fig | undefined {
  const next = sight.quantities[amount.order + 1];
  if (!next || next.tokens !== amount.tokens || next.sentence !== amount.sentence || !isLevelFigure(next) || !alike(next, amount))
    return undefined;
  return comparesAfter(amount) && next.depth === amount.depth + 1 && next.tokens[next.token - 1]?.text === "(" ? next : undefined;
}

/** `giảm 78 (giảm 10,8%)`, `giảm 78, tức 10,8%`: the rate of the same change. */
const isSameChange = (rate: Fig, amount: Fig): boolean =>
  rate.change === amount.change ||
  (rate.change === undefined && rate.cues.some(({ cue, near }) => near && (cue.kind === "same" || cue.words === "tức")));

/** A rate right behind it says which way it went, too. */
const hasRateBeside = ({ quantities }: Sight, amount: Fig): boolean => {
  const next = quantities[amount.order + 1];
  return next !== undefined && isRate(next) && next.change !== undefined && next.change !== amount.change && next.tokens === amount.tokens;
};

/** Two parts of one total differ by chance. */
const areParts = ({ parents }: Sight, a: Fig, b: Fig): boolean =>
  (parents.has(a) && parents.get(a) === parents.get(b)) || parents.get(a) === b || parents.get(b) === a;

/** Figures to the rate that says the same: the base may stand between. */
const RATE = 3;

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
  if ([amount, current, base].some(({ hedge }) => hedge !== undefined && hedge !== "estimate")) return false;
  if (!isSlip(relations.difference, cells, "slip") && !isSlip(relations.difference, cells, "double")) return false;
  sight.add(
    promised(amount, "change:then", [{ kind: relations.difference, seats: { difference: amount, current, base, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
  return true;
}

/** `667 huy chương, nhiều hơn năm 2024 là 56 chiếc (611)`: alone in brackets right behind the change, what it changed from. */
function sinceBracket(sight: Sight, amount: Fig, head: Fig | undefined): boolean {
  const base = sight.quantities[amount.order + 1];
  if (!base || !head || !isLevelFigure(head) || !isLevelFigure(base) || !alike(head, base) || base.after.length > 0) return false;
  if (base.depth !== amount.depth + 1 || base.sentence !== amount.sentence || base.blockIndex !== amount.blockIndex) return false;
  const falls = amount.change === "fall";
  const cells = { difference: amount.cell, current: head.cell, base: base.cell, falls };
  if (!isSlip(relations.difference, cells, "slip")) return false;
  const seats = { difference: amount, current: head, base, falls };
  sight.add(promised(amount, "change:since", [{ kind: relations.difference, seats }], { prior: 0.75, confirm: false }));
  return true;
}

const FARTHER = 8;
/** Figures from the bracket to the change: what was then, and its share. */
const IN_BRACKET = 2;
const DIGITS_TURNED = 3;

/** `So với cùng kỳ (13.105 đơn vị) tăng 1.181 đơn vị, tương ứng 9,01%`: what it was stands in brackets before, and what is was told before that; it only confirms. */
function sinceBracketBefore(sight: Sight, amount: Fig): boolean {
  const base = sight
    .between(amount.order - IN_BRACKET, amount.order - 1)
    .find((fig) => isLevelFigure(fig) && isThen(fig, amount) && alike(fig, amount));
  if (!amount.change || base === undefined) return false;
  const falls = amount.change === "fall";
  const currents = [...amountsBefore(sight, base, 2)].filter((fig) => alike(fig, base) && fig.depth <= amount.depth).slice(0, FARTHER);
  const current = currents.find((fig) => moves(amount, fig, base, falls));
  if (current === undefined) {
    // "So với cuối năm 2023 (13.104 hộ nghèo), số hộ nghèo tăng 3.258 hộ", where 9.846 are left: by just so much it fell.
    // So little may be chance, but for the figure that the brackets stand behind.
    const turned = currents.find(
      (fig) =>
        (digitsOf(amount) >= DIGITS_TURNED || (fig.order === base.order - 1 && fig.sentence === base.sentence && !trivial(amount))) &&
        moves(amount, fig, base, !falls),
    );
    if (turned !== undefined) {
      const seats = { difference: amount, current: turned, base, falls };
      sight.add(promised(amount, "change:turned", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
    }
    return turned !== undefined || slipFromBracket(sight, amount, base, currents);
  }
  sight.add(
    promised(amount, "change:bracket-before", [{ kind: relations.difference, seats: { difference: amount, current, base, falls } }]),
  );
  const rate = sight.quantities[amount.order + 1];
  if (rate && isRate(rate) && rate.sentence === amount.sentence && rate.blockIndex === amount.blockIndex)
    sight.add(promised(rate, "change:bracket-before", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }]));
  return true;
}

/** `Hộ nghèo còn 201 hộ … So với đầu năm (228 hộ nghèo) giảm được 37 hộ`: the only figure of that name that one slip of a key keeps from fitting. */
function slipFromBracket(sight: Sight, amount: Fig, base: Fig, currents: readonly Fig[]): boolean {
  if (digitsOf(amount) < 2) return false;
  const falls = amount.change === "fall";
  const name = [...base.before, ...base.after, ...(base.quantity?.unit.id.split(" ") ?? [])].at(-1) ?? "";
  const isOff = (current: Fig): boolean =>
    isOneSlipOff([{ kind: relations.difference, places: { difference: amount.cell, current: current.cell, base: base.cell, falls } }]);
  const [current, ...others] = currents.filter((fig) => [...fig.phrase, ...fig.after].includes(name) && isOff(fig));
  if (current === undefined || others.length > 0) return false;
  const seats = { difference: amount, current, base, falls };
  sight.add(promised(amount, "change:bracket-before", [{ kind: relations.difference, seats }], { prior: 0.75, confirm: false }));
  return true;
}

const trivial = ({ quantity }: Fig): boolean => quantity?.exact === true && quantity.approximate < 2;
