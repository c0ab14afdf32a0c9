import { cellOf, fit, hundredFits, implied, near, relations, sumFits } from "@khop/core";
import {
  contributes,
  digitsOf,
  type Fig,
  figuresFrom,
  firstAfter,
  isLevelFigure,
  isMultiple,
  isPercent,
  isRate,
  type Passage,
  type Token,
} from "../figures.ts";
import type { Changes } from "./changes.ts";
import type { Orphan } from "./share/orphan.ts";
import { alike, type Hypothesis, isUnseen, type Option, type Sight, type Unseen } from "./sight.ts";

/** What follows from totals and shares that were found: changes add up too, shares make 100, a rate lies between its parts' rates. */
export function discoverRates(sight: Sight, changes: ReadonlyMap<Fig, Changes>, orphans: readonly Orphan[]): void {
  const shareOf = new Map<Fig, { share: Fig; whole: Fig | undefined }>();
  for (const { share, parts, whole } of sight.shares.values()) if (parts.length === 1) shareOf.set(parts[0], { share, whole });
  for (const { part, share, option } of orphans)
    if (!shareOf.has(part)) shareOf.set(part, { share, whole: option?.seats.whole as Fig | undefined });
  const totals = [...sight.totals];
  for (const { found, total, parts: all } of totals) {
    if (isUnseen(total)) continue;
    const parts = all.filter((one): one is Fig => !isUnseen(one));
    changesOfParts(sight, found, total, parts, changes);
    sharesOfParts(sight, found, total, parts, shareOf);
  }
  partsOfOneWhole(sight);
  for (const passage of sight.passages) {
    ratesInList(sight, passage);
    ratesOfLevels(sight, passage);
    ratesOfWhole(sight, passage);
    hundreds(sight, passage);
  }
}

const derived = (found: Hypothesis, options: readonly Option[], pattern: string, prior: number, confirm: boolean): Hypothesis => ({
  options,
  prior,
  pattern,
  cue: found.cue,
  confirm,
  passage: found.passage,
});

const MOST = 24;

/** Shares of one whole, one after the other, whose parts add up to it, perhaps with one more part that has no share. */
function partsOfOneWhole(sight: Sight): void {
  const runs: { whole: Fig; parts: Fig[]; shares: Fig[]; passage: number }[] = [];
  const open = new Map<Fig, (typeof runs)[number]>();
  for (const { share, parts, whole } of sight.shares.values()) {
    const [part] = parts;
    if (part === whole) continue;
    const run = open.get(whole);
    if (run && share.blockIndex - run.passage <= 1 && run.parts.length < MOST) {
      run.parts.push(part);
      run.shares.push(share);
      run.passage = share.blockIndex;
    } else {
      const next = { whole, parts: [part], shares: [share], passage: share.blockIndex };
      runs.push(next);
      open.set(whole, next);
    }
  }
  for (const { whole, parts, shares, passage } of runs) {
    const last = shares.at(-1) as Fig;
    const extra = sight
      .between(last.order + 1, last.order + 2)
      .find((fig) => isLevelFigure(fig) && fig.sentence === last.sentence && fig.blockIndex === last.blockIndex && alike(fig, whole));
    for (let from = 0; from < parts.length - 1; from++) {
      for (let to = parts.length; to >= from + 2; to--) {
        for (const run of extra && to === parts.length
          ? [parts.slice(from, to), [...parts.slice(from, to), extra]]
          : [parts.slice(from, to)]) {
          if (
            new Set(run).size < run.length ||
            !whole.quantity ||
            !sumFits(
              whole.quantity,
              run.map((fig) => fig.quantity).filter((one) => one !== null),
            )
          )
            continue;
          const seats = { total: whole, parts: run };
          sight.add({
            options: [{ kind: relations.total, seats }],
            prior: 0.85,
            pattern: "shares:total",
            cue: "%",
            confirm: true,
            passage,
          });
          if (run.length === to - from)
            sight.add({
              options: [{ kind: relations.composition, seats: { shares: shares.slice(from, to) } }],
              prior: 0.85,
              pattern: "shares:hundred",
              cue: "%",
              confirm: true,
              passage,
            });
          from = parts.length;
          to = 0;
        }
      }
    }
  }
}

/** A change between those of its parts; what goes the other way counts with the other sign. */
function turnedMean(mean: Fig, values: readonly Fig[]): Option {
  const turned = values.flatMap((fig, i) => (fig.change !== mean.change ? [i] : []));
  return { kind: relations.mean, seats: { mean, values, ...(turned.length > 0 ? { turned } : {}) } };
}

function changesOfParts(sight: Sight, found: Hypothesis, total: Fig, parts: readonly Fig[], changes: ReadonlyMap<Fig, Changes>): void {
  const head = changes.get(total);
  if (head === undefined) return;
  const own = parts.map((part) => changes.get(part));
  const amounts = own.map((one) => one?.amount);
  if (head.amount && amounts.every((fig) => fig !== undefined && alike(fig, head.amount as Fig))) {
    if (isMultiple(head.amount)) {
      // "tăng 3,4 lần … khách nội địa tăng 3,3 lần, khách quốc tế tăng 16 lần": multiples lie between, and never add up.
      const between: Option = { kind: relations.mean, seats: { mean: head.amount, values: amounts as Fig[] } };
      sight.add(derived(found, [between], "changes:between", 0.9, true));
      return;
    }
    const same = amounts.every((fig) => fig?.change === head.amount?.change);
    const option: Option = same
      ? { kind: relations.total, seats: { total: head.amount, parts: amounts as Fig[] } }
      : { kind: relations.linear, seats: signedSum(head.amount, amounts as Fig[]) };
    // Parts that were only seen to add up may have risen from another base ("còn lại", carried over).
    const isMeant = /^(?:list|columns|table):/.test(found.pattern) || isTurnOff(option);
    sight.add(derived(found, [option], "changes:amounts", 0.9, !isMeant));
    return;
  }
  const rates = own.map((one) => one?.rate);
  if (!head.rate || own.some((one) => one?.amount) || head.amount) return;
  const given = rates.filter((fig) => fig !== undefined);
  if (given.length < 2 || given.length < parts.length) return;
  if (given.some((fig) => fig.change === head.rate?.change))
    sight.add(derived(found, [turnedMean(head.rate, given)], "changes:between", 0.9, true));
  // Against the month before and against the year before: the parts rose as the one that lies between them, and by no other.
  const ownRate = head.otherRates === undefined ? head.rate : [head.rate, ...head.otherRates].find((fig) => liesBetween(fig, given));
  if (ownRate && given.every((fig) => fig.change !== undefined)) hiddenBases(sight, found, total, parts, ownRate, given);
}

/** `nhiều hơn 637 người … ít hơn 243 người; nhiều hơn 717 người; ít hơn 163 người`: with one of them told the other way, they add up to the last digit. */
function isTurnOff({ kind, seats }: Option): boolean {
  if (kind !== relations.linear) return false;
  const { terms, weights } = seats as { terms: readonly Fig[]; weights: readonly string[] };
  if (terms.some((fig) => digitsOf(fig) < 2)) return false;
  const cells = terms.map(({ cell }) => cell);
  return weights.some((_, at) => {
    const turned = weights.map((weight, i) => (i === at ? (weight === "1" ? "-1" : "1") : weight));
    return fit(relations.linear, { ...seats, terms: cells, weights: turned }) === "holds";
  });
}

function liesBetween(mean: Fig, values: readonly Fig[]): boolean {
  const { kind, seats } = turnedMean(mean, values);
  return fit(kind, { ...seats, mean: mean.cell, values: values.map(({ cell }) => cell) }) === "holds";
}

function signedSum(total: Fig, parts: readonly Fig[]): Option["seats"] {
  const sign = (fig: Fig): string => (fig.change === "fall" ? "-1" : "1");
  return {
    terms: [total, ...parts],
    weights: [total.change === "fall" ? "1" : "-1", ...parts.map(sign)].map(String),
    is: "=",
    constant: "0",
    changes: true,
  };
}

/** Earlier figures are printed nowhere, yet they add up as the figures of today do. */
function hiddenBases(sight: Sight, found: Hypothesis, total: Fig, parts: readonly Fig[], rate: Fig, rates: readonly Fig[]): void {
  const base = (fig: Fig): Unseen => ({ unseen: `base:${fig.index}`, label: "kỳ trước", integer: fig.quantity?.exact ?? false });
  const push = (kind: Option["kind"], seats: Option["seats"]): void => {
    sight.add(derived(found, [{ kind, seats }], "changes:hidden", 0.9, false));
  };
  push(relations.growth, { growth: rate, current: total, base: base(total), falls: rate.change === "fall" });
  parts.forEach((part, i) => {
    const own = rates[i] as Fig;
    push(relations.growth, { growth: own, current: part, base: base(part), falls: own.change === "fall" });
  });
  push(relations.total, { total: base(total), parts: parts.map(base) });
}

function sharesOfParts(
  sight: Sight,
  found: Hypothesis,
  total: Fig,
  parts: readonly Fig[],
  shareOf: ReadonlyMap<Fig, { share: Fig; whole: Fig | undefined }>,
): void {
  const shares = parts.map((part) => shareOf.get(part)).filter((one) => one !== undefined);
  if (shares.length !== parts.length || parts.length < 2) return;
  const wholes = new Set(shares.map(({ whole }) => whole));
  const figures = shares.map(({ share }) => share);
  if (new Set(figures).size !== figures.length) return;
  if (wholes.size === 1 && wholes.has(total))
    sight.add(derived(found, [{ kind: relations.composition, seats: { shares: figures } }], "composition:list", found.prior, false));
  else {
    const own = shareOf.get(total);
    if (own && !figures.includes(own.share))
      sight.add(
        derived(found, [{ kind: relations.composition, seats: { whole: own.share, shares: figures } }], "composition:whole", 0.9, true),
      );
  }
}

/** `đạt 98%, trong đó khối A 99%; khối B 96%; khối C 97%`: rates of parts about the rate of the whole. */
function ratesInList(sight: Sight, passage: Passage): void {
  for (const at of passage.openers) {
    const token = passage.tokens[at] as Token;
    if (token.cue?.kind === "whole") continue;
    const first = firstAfter(passage.figures, at);
    const own = passage.figures
      .slice(Math.max(0, first - NEAR), first)
      .filter((fig) => isRate(fig) && fig.sentence >= token.sentence - 1 && !fig.threshold);
    const heads =
      own.length > 0
        ? own
        : (sight.passages[passage.index - 1]?.figures ?? []).filter((fig) => isRate(fig) && !fig.threshold && fig.depth === 0).slice(0, 1);
    const parts = figuresFrom(passage, at, (fig) => fig.sentence !== token.sentence, NEAR).filter(
      (fig) => isRate(fig) && !fig.threshold && fig.hedge !== "range",
    );
    if (token.cue?.kind === "respectively") interleaved(sight, passage, heads, parts);
    else between(sight, passage, token, heads, parts);
  }
}

/** `cấp tỉnh 99,2%, cấp huyện 97,1%, cấp xã 98,5%; bình quân toàn tỉnh 98,3%`: the rates of the levels about that of the whole, with no opener. */
function ratesOfLevels(sight: Sight, { figures }: Passage): void {
  const rates = figures.filter((fig) => isRate(fig) && !fig.threshold && !sight.shares.has(fig) && fig.hedge !== "range");
  for (let from = 0; from < rates.length - 1; from++) {
    const levels = new Set<string>();
    let to = from;
    for (let fig = rates[to]; fig?.level !== undefined && !levels.has(fig.level) && fig.change === rates[from]?.change; fig = rates[++to]) {
      if (to > from && fig.sentence - (rates[from] as Fig).sentence > 1) break;
      levels.add(fig.level);
    }
    if (to - from < 2) continue;
    const values = rates.slice(from, to);
    const head = [rates[from - 1], rates[to]].find((fig) => fig !== undefined && isOfAll(fig) && fig.change === values[0]?.change);
    from = to - 1;
    if (head === undefined || Math.abs(head.sentence - (values[0] as Fig).sentence) > 1) continue;
    sight.add({
      options: weighings(sight, head, values),
      prior: 0.8,
      pattern: "rates:levels",
      cue: "cấp",
      confirm: true,
      passage: head.blockIndex,
    });
  }
}

/** `trong mức tăng 5,73% của toàn nền kinh tế, A tăng 2,65%; B tăng 5,81%; C …`: the first rate of each clause about that of the whole. */
function ratesOfWhole(sight: Sight, { figures, index }: Passage): void {
  const rates = figures.filter((fig) => isRate(fig) && fig.change !== undefined && !fig.threshold && fig.depth === 0 && !contributes(fig));
  rates.forEach((head, at) => {
    if (!isOfAll(head)) return;
    const clauses = new Map<number, Fig>();
    for (const fig of rates.slice(at + 1)) {
      if (fig.sentence !== head.sentence) break;
      if (!clauses.has(fig.clause)) clauses.set(fig.clause, fig);
    }
    const values = [...clauses.values()];
    if (values.length < 2 || values.some((fig) => fig.change !== head.change)) return;
    sight.add({
      options: [{ kind: relations.mean, seats: { mean: head, values } }],
      prior: 0.8,
      pattern: "rates:whole",
      cue: "chung",
      confirm: true,
      passage: index,
    });
  });
}

const WHOLE = new Set(["toàn", "chung", "cả"]);
const isOfAll = ({ phrase, after }: Fig): boolean => [...phrase, ...after].some((word) => WHOLE.has(word));

const NEAR = 40;

function between(sight: Sight, passage: Passage, token: Token, heads: readonly Fig[], parts: readonly Fig[]): void {
  for (const head of [...heads].reverse()) {
    const rates = parts.filter(
      (fig) =>
        (fig.change === undefined) === (head.change === undefined) &&
        fig.quantity?.unit.kind === head.quantity?.unit.kind &&
        !afterAmount(passage, fig) &&
        !inBracketsOf(fig, parts) &&
        !sight.shares.has(fig),
    );
    if (rates.length < 2 || (!head.change && sight.shares.has(head))) continue;
    const levels = new Set(rates.map((fig) => fig.level ?? "")).size === rates.length;
    // "cấp tỉnh … (tăng 2,59%), trong đó …; cấp huyện … (tăng 5,92%); cấp xã …": one level beside others is no whole of them.
    if (levels && head.level !== undefined && rates.every(({ level }) => level !== undefined && level !== head.level)) continue;
    sight.add({
      options: rates.every((fig) => fig.change === head.change) ? weighings(sight, head, rates) : [turnedMean(head, rates)],
      prior: 0.8,
      pattern: "rates:between",
      cue: token.cue?.words ?? "",
      confirm: !levels,
      passage: passage.index,
    });
    return;
  }
}

const inBracketsOf = (fig: Fig, others: readonly Fig[]): boolean =>
  fig.depth > 0 && others.some((other) => other.depth === 0 && other.order === fig.order - 1);

/** The rate belongs to an amount right before it, so it is a share of something and no rate of a part. */
function afterAmount(passage: Passage, fig: Fig): boolean {
  if (fig.change) return false;
  for (let i = fig.token - 1; i >= 0; i--) {
    const token = passage.tokens[i] as Token;
    if (token.figure) return isLevelFigure(token.figure);
    if (token.type === "sign" && /[;:.,]/.test(token.text)) return false;
  }
  return false;
}

/** A mean weighted by counts of the same levels, when one vector of counts meets it; else the bounds. */
function weighings(sight: Sight, mean: Fig, values: readonly Fig[]): Option[] {
  const bounds: Option = { kind: relations.mean, seats: { mean, values } };
  if (mean.change || new Set(values.map((fig) => fig.level ?? "")).size < values.length || !values[0]?.level) return [bounds];
  const vectors: Fig[][] = [];
  const counts = sight
    .between(mean.order - 2 * NEAR, mean.order + 2 * NEAR)
    .filter((fig) => isLevelFigure(fig) && fig.level && Math.abs(fig.blockIndex - mean.blockIndex) <= 1);
  for (const start of counts.filter((fig) => fig.level === values[0]?.level)) {
    const vector = [start];
    for (const value of values.slice(1)) {
      const next = counts.find(
        (fig) =>
          fig.order > (vector.at(-1) as Fig).order &&
          fig.level === value.level &&
          fig.blockIndex === start.blockIndex &&
          alike(fig, start) &&
          sameName(fig, start),
      );
      if (next) vector.push(next);
    }
    if (vector.length === values.length) vectors.push(vector);
  }
  const meeting = vectors.filter(
    (weights) =>
      fit(relations.mean, { mean: mean.cell, values: values.map((fig) => fig.cell), weights: weights.map((fig) => fig.cell) }) === "holds",
  );
  if (meeting.length !== 1) return [bounds];
  const weighted: Option = { kind: relations.mean, seats: { mean, values, weights: meeting[0] as Fig[] } };
  countsBehind(sight, mean, values, meeting[0] as Fig[]);
  sight.add({ options: [bounds], prior: 0.8, pattern: "rates:bounds", cue: "", confirm: true, passage: mean.blockIndex });
  return [weighted];
}

/**
 * Behind each rate stands a whole number of its weight, and behind the mean their sum (CHECK 1.6): a tighter bound than the mean
 * itself. Proposed only where such numbers exist.
 */
function countsBehind(sight: Sight, mean: Fig, values: readonly Fig[], weights: readonly Fig[]): void {
  const whole = sight.totals.find(
    ({ parts }) => parts.length === weights.length && weights.every((weight) => parts.includes(weight)),
  )?.total;
  if (whole === undefined || isUnseen(whole) || !weights.every(({ quantity }) => quantity?.exact)) return;
  const behind = (fig: Fig): Unseen => ({ unseen: `count:${fig.index}`, label: "số đếm", integer: true });
  const exists = (share: Fig, of: Fig): boolean => {
    const count = cellOf({ id: "count", hidden: true, domain: { integer: true, min: 0 } });
    return (
      share.cell !== null &&
      of.cell !== null &&
      implied(relations.share, { share: share.cell, parts: [count], whole: of.cell }, "parts") !== null
    );
  };
  if (!values.every((value, i) => exists(value, weights[i] as Fig)) || !exists(mean, whole)) return;
  const push = (kind: Option["kind"], seats: Option["seats"]): void => {
    sight.add({ options: [{ kind, seats }], prior: 0.9, pattern: "rates:counts", cue: "", confirm: false, passage: mean.blockIndex });
  };
  values.forEach((value, i) => {
    push(relations.share, { share: value, parts: [behind(value)], whole: weights[i] as Fig });
  });
  push(relations.total, { total: behind(mean), parts: values.map(behind) });
  push(relations.share, { share: mean, parts: [behind(mean)], whole });
}

const sameName = (a: Fig, b: Fig): boolean => a.after.join(" ") === b.after.join(" ");

/** `hai tỷ lệ 99,4% và 89,9% … lần lượt ở A là 96,1% và 86,8%; B là …`: two series in step. */
function interleaved(sight: Sight, passage: Passage, heads: readonly Fig[], parts: readonly Fig[]): void {
  const [first, second] = heads.slice(-2);
  if (!first || !second || parts.length < 4 || parts.length % 2 !== 0) return;
  [first, second].forEach((mean, offset) => {
    const values = parts.filter((_, i) => i % 2 === offset);
    sight.add({
      options: [{ kind: relations.mean, seats: { mean, values } }],
      prior: 0.8,
      pattern: "rates:respectively",
      cue: "lần lượt",
      confirm: true,
      passage: passage.index,
    });
  });
}

/** `đạt 91,2%, trong đó 23,8% ở mức xuất sắc …; chiếm 8,8%`: what an opener takes out of the share before it is no share beside it. */
function withoutNested(run: readonly Fig[]): Fig[] {
  return run.filter((fig, i) => {
    const before = run[i - 1];
    if (before === undefined || before.blockIndex !== fig.blockIndex || before.clause !== fig.clause) return true;
    return !fig.tokens.slice(before.token + 1, fig.token).some(({ cue }) => cue?.kind === "opener");
  });
}

/** `Cơ cấu dân tộc: Tày 46,2%, Nùng 27,5%, Kinh 15,8%, dân tộc khác 10,6%`: called a structure, and brought to its end, it must make a hundred. */
function structures(sight: Sight, passage: Passage, rates: readonly Fig[]): void {
  for (const run of Map.groupBy(rates, ({ sentence, depth }) => `${sentence}:${depth}`).values()) {
    const [first, last] = [run[0] as Fig, run.at(-1) as Fig];
    const opening = first.tokens.slice(Math.max(0, first.token - NEAR), first.token).map(({ text }) => text);
    const isAll = run.length >= 3 && opening.join(" ").includes("cơ cấu") && last.before.some((word) => word === "khác" || word === "lại");
    const places = { shares: run.map(({ cell }) => cell) };
    if (!isAll || fit(relations.composition, places) !== "violated" || !near(relations.composition, places, "slip")) continue;
    sight.add({
      options: [{ kind: relations.composition, seats: { shares: run } }],
      prior: 0.75,
      pattern: "composition:structure",
      cue: "cơ cấu",
      confirm: false,
      passage: passage.index,
    });
  }
}

/** Percentages side by side that make exactly 100, with no counts printed. */
function hundreds(sight: Sight, passage: Passage): void {
  const rates = passage.figures.filter((fig) => isPercent(fig) && !fig.change && !fig.threshold && fig.hedge === undefined);
  structures(sight, passage, rates);
  const taken = new Set<Fig>();
  for (let from = 0; from < rates.length - 1; from++) {
    if (taken.has(rates[from] as Fig)) continue;
    for (let to = Math.min(rates.length, from + 10); to >= from + 2; to--) {
      const run = withoutNested(rates.slice(from, to));
      if (run.length < 2 || run.some(({ depth }) => depth !== run[0]?.depth)) continue;
      if ((run.at(-1) as Fig).sentence - (run[0] as Fig).sentence > 2) continue;
      if (run.some((fig) => fig.quantity?.approximate === 100)) continue;
      if (!hundredFits(run.map((fig) => fig.quantity).filter((one) => one !== null))) continue;
      for (const fig of run) taken.add(fig);
      sight.add({
        options: [{ kind: relations.composition, seats: { shares: run }, verdict: "holds" }],
        prior: 0.8,
        pattern: "composition:run",
        cue: "%",
        confirm: true,
        passage: passage.index,
      });
      break;
    }
  }
}
