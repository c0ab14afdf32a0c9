import {
  type Cell,
  type CheckResult,
  cellOf,
  check,
  type Decimal,
  derive,
  type Interval,
  impliedInterval,
  locate,
  network,
  percent,
  type Relation,
  relate,
  relations,
  type Verdict,
} from "@khop/core";
import { type Adapter, decimalsOf, figure, type PeerCase, type Printed, rounded, verdictWord, worst } from "./case.ts";
import { Rounded, Span, Unordered } from "./compare.ts";
import { asExpected } from "./sums.ts";

/** Cases of figures that stand behind others, printed nowhere: counts, bases, populations, last month's values. */

const hiddenCount = (id: string): Cell => cellOf({ id, hidden: true, domain: { integer: true, min: 0 } });
const verdictsOf = (result: CheckResult): string => verdictWord(worst(result.checked.map(({ verdict }) => verdict)));
const span = (interval: Interval): Span => new Span(interval.lo, interval.hi);

const nearest = ({ lo, hi }: Interval): unknown[] => [lo && new Rounded(lo), hi && new Rounded(hi)];

/** n × items, by core. */
function product(n: unknown, items: unknown): Cell {
  const result = cellOf({ id: "n × items" });
  const { filled } = derive(
    network({
      relations: [relate(relations.product, { product: result, left: figure("n", String(n)), right: figure("items", String(items ?? 1)) })],
    }),
  );
  return filled[0] as Cell;
}

/** Whether a whole number stands behind: with nothing else to bind it, core calls a possible one unknown, an impossible one violated. */
function countBehind(relation: Relation, count: Cell): string {
  const { checked, known } = check(network({ relations: [relation] }));
  const possible = checked[0]?.verdict !== "violated" && known(count).lo !== null;
  return possible ? "holds" : "violates";
}

export const countBehindMean: Adapter = (peer) => {
  const count = hiddenCount("count");
  const ratio = cellOf({ id: "mean", quantity: rounded(peer.printed as string) });
  return asExpected(peer, {
    verdict: countBehind(relate(relations.ratio, { ratio, numerators: [count], denominator: product(peer.n, peer.items) }), count),
  });
};

export const countBehindPercent: Adapter = (peer) => {
  const count = hiddenCount("count");
  const share = cellOf({ id: "share", quantity: rounded(peer.printed as string, undefined, percent) });
  return asExpected(peer, {
    verdict: countBehind(relate(relations.share, { share, parts: [count], whole: product(peer.n, peer.items) }), count),
  });
};

interface Growing {
  readonly now: string;
  readonly growthPct: string;
}

export const growthConsistency: Adapter = (peer) => {
  const build = (integer: boolean, withTotal: boolean) => {
    const side = (id: string, { now, growthPct }: Growing, printed: boolean) => {
      const base = cellOf({ id: `${id} before`, hidden: true, domain: { integer, min: 0 } });
      const growth = cellOf({ id: `${id} growth`, quantity: printed ? rounded(growthPct, undefined, percent) : null });
      return { base, growth, relation: relate(relations.growth, { growth, current: figure(`${id} now`, now), base }) };
    };
    const total = side("total", peer.total as Growing, withTotal);
    const parts = (peer.parts as Growing[]).map((part, i) => side(`part ${i + 1}`, part, true));
    const bases = relate(relations.total, { total: total.base, parts: parts.map(({ base }) => base) });
    return { total, parts, result: check(network({ relations: [total.relation, ...parts.map(({ relation }) => relation), bases] })) };
  };
  const whole = build(true, true);
  const implied = build(false, false);
  return asExpected(peer, {
    verdict: verdictsOf(whole.result),
    baseTotal: span(whole.result.known(whole.total.base)),
    basePart: whole.parts.map(({ base }) => span(whole.result.known(base))),
    impliedTotalGrowth: nearest(implied.result.known(implied.total.growth)),
  } as { verdict: string });
};

export const weightedMean: Adapter = (peer) => {
  const weights = (peer.weights as string[] | undefined)?.map((weight, i) => figure(`weight ${i + 1}`, weight));
  const values = (peer.parts as string[]).map((part, i) => cellOf({ id: `value ${i + 1}`, quantity: rounded(part, undefined, percent) }));
  const mean = cellOf({ id: "mean", quantity: rounded(peer.printed as string, peer.decimals as number | undefined, percent) });
  const result = check(
    network({ relations: [relate(relations.mean, weights === undefined ? { mean, values } : { mean, values, weights })] }),
  );
  const behind = weights === undefined ? {} : countsBehind(values, weights, (peer.expect as { hiddenExactPct?: string }).hiddenExactPct);
  return asExpected(peer, { verdict: verdictWord(result.checked[0]?.verdict as Verdict), ...behind });
};

/** The whole numbers behind each percentage, their total, and the percentage that these make. */
function countsBehind(values: readonly Cell[], weights: readonly Cell[], pct: string | undefined): object {
  const counts = values.map((_, i) => hiddenCount(`count ${i + 1}`));
  const total = hiddenCount("total");
  const whole = cellOf({ id: "whole" });
  const share = cellOf({ id: "share" });
  const all = network({
    relations: [
      ...values.map((value, i) => relate(relations.share, { share: value, parts: [counts[i] as Cell], whole: weights[i] as Cell })),
      relate(relations.total, { total, parts: counts }),
      relate(relations.total, { total: whole, parts: [...weights] }),
      relate(relations.share, { share, parts: [total], whole }),
    ],
  });
  const { filled } = derive(all, {
    precision: (cell) => (cell === share ? { decimals: decimalsOf(pct ?? "0.00"), unit: percent } : undefined),
  });
  const filledValue = (cell: Cell) => filled.find(({ id }) => id === cell.id)?.quantity?.value ?? null;
  const made = filledValue(share);
  return { hiddenCounts: counts.map(filledValue), hiddenTotal: filledValue(total), hiddenExactPct: made && new Rounded(made) };
}

interface Ratio {
  readonly id: string;
  readonly kind?: string;
  readonly num?: string;
  readonly per?: number;
  readonly points?: string;
  readonly printed: string;
  readonly asPrinted?: string;
}

/** Ratios that share a base which is printed nowhere. */
export const impliedDenominator: Adapter = (peer) => {
  const build = (asPrinted: boolean) => {
    const ties = (peer.ratios as Ratio[]).map((one) => {
      const base = cellOf({ id: `${one.id} base`, hidden: true, domain: { min: 0 } });
      const text = asPrinted && one.asPrinted !== undefined ? one.asPrinted.replace(",", ".") : one.printed;
      const ratio = cellOf({ id: one.id, quantity: rounded(text) });
      const relation =
        one.kind === "persons-per-point"
          ? relate(relations.ratio, { ratio, numerators: [base], denominator: figure(`${one.id} points`, one.points as Printed) })
          : relate(relations.ratio, {
              ratio,
              numerators: [figure(`${one.id} count`, one.num as Printed)],
              denominator: base,
              per: String(one.per ?? 1),
            });
      return { id: one.id, base, ratio, relation, asPrinted: one.asPrinted };
    });
    const agreement = relate(relations.agreement, { bases: ties.map(({ base }) => base) });
    return { ties, agreement, result: check(network({ relations: [...ties.map(({ relation }) => relation), agreement] })) };
  };
  const read = build(false);
  const { ties, agreement, result } = build(true);
  const found = locate(result);
  const odd = found.filter(({ consensus }) => consensus === "odd");
  const suspects = odd.flatMap(({ repairs, unique }) => (unique ? (repairs[0]?.cells ?? []) : []));
  const suggestions = suspects.map(({ cell, expected, edit }) => {
    const tie = ties.find(({ ratio }) => ratio === cell);
    const separator = edit === "separator";
    return {
      figure: separator ? tie?.asPrinted : cell.quantity?.value,
      should: separator ? grouped(expected.toString()) : expected,
      edit: separator ? "swapped separator" : edit === "substitution" ? "substitution of one digit" : edit,
    };
  });
  const others = ties.filter(({ ratio }) => !suspects.some(({ cell }) => cell === ratio));
  const differ = found.some(({ consensus }) => consensus === "differ") ? farthest(others, result) : [];
  return asExpected(peer, {
    verdict: verdictWord(result.checked.find(({ relation }) => relation === agreement)?.verdict as Verdict),
    intervals: Object.fromEntries(read.ties.map(({ id, base }) => [id, span(read.result.known(base))])),
    suggestions: new Unordered([...suggestions, ...differ]),
  } as { verdict: string });
};

interface Tie {
  readonly base: Cell;
  readonly ratio: Cell;
  readonly relation: Relation;
}

/** Of bases that merely differ: what a ratio would have to be, to meet the base nearest to its own. */
function farthest(ties: readonly Tie[], { known }: CheckResult): object[] {
  const [last, first] = [...ties].sort((a, b) => known(b.base).lo?.comparedTo(known(a.base).lo ?? 0) ?? 0);
  if (last === undefined || first === undefined) return [];
  const base = known(first.base);
  const made = impliedInterval(last.relation, last.ratio, undefined, (cell) => (cell === last.base ? base : undefined));
  const decimals = last.ratio.quantity?.decimals ?? 0;
  const values: Decimal[] = [];
  if (made?.lo && made.hi) {
    const step = `1e-${decimals}`;
    for (let value = made.lo.toDecimalPlaces(decimals, 0); value.lte(made.hi); value = value.plus(step))
      if (value.gte(made.lo)) values.push(value);
  }
  const printed = last.ratio.quantity?.value.toFixed(decimals) ?? "";
  const edit = values.some((value) => oneSubstitution(printed, value.toFixed(decimals)))
    ? "substitution of one digit"
    : "not a single keystroke";
  // the severity is for `judge`, which no peer case asks; it is only echoed here
  return [{ figure: last.ratio.quantity?.value, shouldBeOneOf: values, edit, severity: "review" }];
}

const oneSubstitution = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((digit, i) => digit !== b[i]).length === 1;

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ".");

export const stockFlow: Adapter = (peer: PeerCase) => {
  const opening = figure("opening", peer.opening as Printed);
  const moves = (name: string) => (peer[name] === undefined ? [] : [figure(name, peer[name] as Printed)]);
  const closing = figure("closing", peer.closing as Printed);
  const all = network({ relations: [relate(relations.balance, { closing, opening, ins: moves("inflow"), outs: moves("outflow") })] });
  const [filled] = derive(all).filled;
  const needs = (peer.expect as { needs?: string }).needs;
  const value = filled?.quantity?.value.toString();
  return asExpected(peer, {
    verdict: verdictWord(check(all).checked[0]?.verdict as Verdict),
    needs: value !== undefined && needs?.endsWith(`= ${value}`) ? needs : value,
  } as { verdict: string });
};
