import {
  type Cell,
  cellOf,
  check,
  Decimal,
  derive,
  type Interval,
  impliedInterval,
  locate,
  network,
  type Override,
  outcomesUnder,
  percent,
  type Quantity,
  type Relation,
  type Rounding,
  relate,
  relations,
  type Verdict,
} from "@khop/core";
import {
  type Adapter,
  ends,
  figure,
  NotUnderstood,
  type PeerCase,
  type Printed,
  rounded,
  roundingOf,
  stated,
  verdictWord,
} from "./case.ts";
import { Unordered } from "./compare.ts";

/** Cases of parts and totals: sums, shares, hierarchies, weighted sums with duplicates. */

const only = (relation: Relation, cells: readonly Cell[] = []) => check(network({ cells, relations: [relation] }));

export const asExpected = (peer: PeerCase, answer: { verdict: string }): unknown =>
  typeof peer.expect === "string" ? answer.verdict : answer;

const EDITS: Record<string, string> = { twoKeystrokes: "two substitutions" };

export const sum: Adapter = (peer) => {
  const total = figure("total", peer.total as Printed);
  const parts = (peer.parts as Printed[]).map((part, i) => figure(`part ${i + 1}`, part));
  const result = only(relate(relations.total, { total, parts }));
  const found = locate(result);
  const explanations = found.flatMap(({ repairs }) =>
    repairs.flatMap(({ cells }) =>
      cells.map(({ cell, expected, edit }) => ({ figure: cell.quantity?.value, should: expected, edit: EDITS[edit] ?? edit })),
    ),
  );
  const asked = (peer.expect as { localisation?: string }).localisation;
  const says = found.every(({ unique }) => unique) ? "unique" : "ambiguous";
  return asExpected(peer, {
    verdict: verdictWord(result.checked[0]?.verdict as Verdict),
    explanations: new Unordered(explanations),
    localisation: asked?.startsWith(says) ? asked : says,
  } as { verdict: string });
};

export const share: Adapter = (peer) => {
  const printed = rounded(peer.printed as string, peer.decimals as number | undefined, percent);
  const cell = cellOf({ id: "printed", quantity: printed });
  const part = figure("part", peer.part as Printed, { domain: { integer: true, min: 0 } });
  const whole = figure("whole", peer.whole as Printed, { domain: { integer: true, min: 0 } });
  const relation = relate(relations.share, { share: cell, parts: [part], whole });
  const result = only(relation);
  const [culprits] = locate(result);
  const repair = culprits?.unique ? culprits.repairs[0]?.cells[0] : undefined;
  const admits = (rounding: Rounding) =>
    outcomesUnder([relation], (one) => (one === cell ? printed.interval(rounding) : undefined))[0]?.verdict === "holds";
  const accused = culprits?.repairs.flatMap(({ cells }) => cells.map((one) => one.cell.quantity?.value.toString())) ?? [];
  const rejected = (peer.expect as { alternativesRejected?: { figure: string }[] }).alternativesRejected;
  const exact = peer.exact === undefined ? null : fraction(peer.exact as string);
  const computed = impliedInterval(relation, cell);
  if (exact !== null && !computed?.lo?.equals(exact)) return { verdict: `computed ${computed}, not ${peer.exact}` };
  return asExpected(peer, {
    verdict: verdictWord(result.checked[0]?.verdict as Verdict),
    halfUp: admits("half-up"),
    truncated: admits("truncate"),
    localised: repair?.cell.id,
    should: repair?.expected,
    edit: repair?.edit === "substitution" ? "substitution of one digit" : repair?.edit,
    alternativesRejected: rejected?.map(({ figure: one }) => ({ figure: accused.includes(one) ? `${one} is accused` : one })),
  } as { verdict: string });
};

function fraction(text: string): Decimal {
  const [top = "0", bottom = "1"] = text.split("/");
  return new Decimal(top).div(bottom);
}

export const percentSum: Adapter = (peer) => {
  const decimals = peer.decimals as number | undefined;
  const shares = (peer.parts as string[]).map((part, i) => cellOf({ id: `share ${i + 1}`, quantity: rounded(part, decimals, percent) }));
  const result = only(relate(relations.composition, { shares }));
  const whole = cellOf({ id: "whole" });
  const made = impliedInterval(relate(relations.composition, { whole, shares }), whole) as Interval;
  const unit = new Decimal(10).pow(-(decimals ?? Math.max(...shares.map(({ quantity }) => quantity?.decimals ?? 0))));
  const checked = result.checked[0];
  return asExpected(peer, {
    verdict: verdictWord(checked?.verdict as Verdict),
    deviationUlps: checked?.stated && checked.computed ? checked.computed.minus(checked.stated).abs().div(unit) : null,
    maxAllowedUlps: made.lo && made.hi ? made.hi.minus(made.lo).div(2).div(unit) : null,
  } as { verdict: string });
};

/** How the peers treat a figure that is not there. */
export function missingPolicy(mode: unknown, values: readonly (string | null)[]): "null" | "zero" | "skip" {
  const missing = values.filter((value) => value === null).length;
  switch (String(mode ?? "null")) {
    case "null":
    case "partial_null":
    case "always_null":
    case "non_null":
      return "null";
    case "zero":
    case "as-zero":
    case "never-skip":
    case "partial_zero":
    case "always_zero":
    case "non_zero":
      return "zero";
    case "skip-if-any":
      return missing > 0 ? "skip" : "null";
    case "skip-if-all":
      return missing === values.length ? "skip" : "zero";
    default:
      throw new NotUnderstood(`missing mode "${mode}"`);
  }
}

const COMPARISONS = { "=": "=", "==": "=", "<=": "<=", "<": "<", ">=": ">=", ">": ">" } as const;

export const hierarchyRule: Adapter = (peer) => {
  const values = peer.values as Record<string, string | null>;
  const names = [peer.left as string, ...(peer.right as string[])];
  const policy = missingPolicy(
    peer.missing,
    names.map((name) => values[name] ?? null),
  );
  const cells = names.map((name) => figure(name, values[name] ?? (policy === "zero" ? "0" : null)));
  return asExpected(peer, {
    ...compared(cells.slice(0, 1), cells.slice(1), peer.op as string),
    ...(policy === "skip" ? { verdict: "unverifiable", imbalance: null } : {}),
  });
};

/** left − right against zero, with what they differ by. */
export function compared(left: readonly Cell[], right: readonly Cell[], op: string): { verdict: string; imbalance: Decimal | null } {
  const differs = op === "!=" || op === "<>";
  const is = differs ? "=" : COMPARISONS[op as keyof typeof COMPARISONS];
  if (is === undefined) throw new NotUnderstood(`comparison "${op}"`);
  const terms = [...left, ...right];
  const weights = [...left.map(() => "1"), ...right.map(() => "-1")];
  const [checked] = only(relate(relations.linear, { terms, weights, is, constant: "0" })).checked;
  const imbalance = cellOf({ id: "imbalance" });
  const gap = relate(relations.linear, { terms: [...terms, imbalance], weights: [...weights, "-1"], is: "=" as const, constant: "0" });
  const [filled] = derive(network({ relations: [gap] })).filled.filter(({ id }) => id === "imbalance");
  const verdict = checked?.verdict as Verdict;
  const turned = differs && verdict !== "unknown" ? (verdict === "violated" ? "holds" : "violated") : verdict;
  return { verdict: verdictWord(turned), imbalance: filled?.quantity?.value ?? null };
}

interface Fact {
  readonly value: string;
  readonly decimals: number | "INF";
}

const underMode =
  (rounding: Rounding): Override =>
  (cell) =>
    rounding === "any-half" ? undefined : cell.quantity?.interval(rounding);

export const weightedSum: Adapter = (peer) => {
  const rounding = underMode(roundingOf(peer.mode));
  const item = (id: string, facts: readonly Fact[]) => {
    const prints = facts.map((fact, i) => cellOf({ id: `${id} print ${i + 1}`, quantity: stated(fact) }));
    const cell = cellOf({ id, hidden: true });
    const same = prints.length > 1 ? relate(relations.equality, { values: prints }) : null;
    const consistent = same === null || outcomesUnder([same], rounding)[0]?.verdict !== "violated";
    return {
      cell,
      consistent,
      interval: impliedInterval(relate(relations.equality, { values: [cell, ...prints] }), cell, undefined, rounding),
    };
  };
  const total = item("total", peer.total as Fact[]);
  const parts = (peer.parts as { weight: number | string; facts: Fact[] }[]).map(({ weight, facts }, i) => ({
    weight: String(weight),
    ...item(`part ${i + 1}`, facts),
  }));
  if (![total, ...parts].every(({ consistent }) => consistent)) return asExpected(peer, { verdict: "inconsistent-duplicates" });
  const relation = relate(relations.linear, {
    terms: [total.cell, ...parts.map(({ cell }) => cell)],
    weights: ["-1", ...parts.map(({ weight }) => weight)],
    is: "=" as const,
    constant: "0",
  });
  const known = new Map([total, ...parts].map(({ cell, interval }) => [cell, interval as Interval]));
  const [outcome] = outcomesUnder([relation], (cell) => known.get(cell));
  const computed = impliedInterval(relation, total.cell, undefined, (cell) => (cell === total.cell ? undefined : known.get(cell)));
  return asExpected(peer, {
    verdict: verdictWord(outcome?.verdict as Verdict),
    computed: computed && ends(computed),
    reported: total.interval && ends(total.interval),
  } as { verdict: string });
};

export const duplicates: Adapter = (peer) => {
  const rounding = underMode(roundingOf(peer.mode));
  const prints = (peer.facts as Fact[]).map((fact, i) => cellOf({ id: `print ${i + 1}`, quantity: stated(fact) }));
  const apart = (values: Cell[]): boolean => outcomesUnder([relate(relations.equality, { values })], rounding)[0]?.verdict === "violated";
  const pairs = prints.flatMap((a, i) => prints.slice(i + 1).map((b) => [a, b])).filter(apart);
  return asExpected(peer, {
    verdict: apart(prints) ? "inconsistent-duplicates" : "holds",
    offendingPair:
      pairs.length === 1 ? new Unordered((pairs[0] as Cell[]).map(({ quantity }) => (quantity as Quantity).value)) : pairs.length,
  } as { verdict: string });
};
