import { windowOf } from "../period.ts";
import type { Rule } from "../rule.ts";
import { type CompiledRule, type CompileScope, compileRule } from "./terms.ts";

/** Rules as one query, and those that stay for memory. */
export interface Compiled {
  /**
   * A SELECT over two tables that whoever runs it puts before it as `with units as (…), facts as (…)`.
   *
   * - `units`: `id`, `level`, `parent`, `valid_from`, `valid_to`.
   * - `facts`: `org_unit`, `period`, `indicator`, `members`, `status`, and the columns of `figureColumns`, null where there is no figure.
   * - Gives `rule`, `org_unit`, `verdict`, `reason`, `apart`, `cells`, `empty`, `lo`, `hi`: what the law misses by, between its ends. Where `apart` is
   *   true the verdict is none yet: it hangs on whole numbers, or on round counts beside missing ones, and is memory's to give.
   */
  readonly sql: string;
  /** Rules that no query was made of: products, means, equalities, several quotients, the newest of several periods. */
  readonly left: readonly Rule[];
}

/**
 * Set-based SQL that gives every unit the verdicts which `check` gives on each relation for itself.
 *
 * - Exact: numeric throughout; nothing is divided in order to be compared, a quotient is multiplied out.
 * - Missing is not zero: a cell without a figure is all that its domain allows.
 */
export function compile(rules: readonly Rule[], scope: CompileScope): Compiled {
  const compiled: CompiledRule[] = [];
  const left: Rule[] = [];
  for (const rule of rules) {
    const one = compileRule(rule, scope);
    if (one === null) left.push(rule);
    else compiled.push(one);
  }
  const window = windowOf(scope.period);
  return { sql: query(compiled, window === null ? null : [window.from, window.to]), left };
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const json = (value: unknown): string => `${literal(JSON.stringify(value))}::jsonb`;

const variants = ["", "cut_", "round_"] as const;
const parts = ["rest", "over", "under"] as const;

function query(rules: readonly CompiledRule[], window: readonly [string, string] | null): string {
  const heads = rules.map(({ id, levels, is, divides, constants, plain }) => ({ rule: id, levels, is, divides, plain, ...constants }));
  const terms = rules.flatMap(({ id, terms: all }) => all.map((term) => ({ rule: id, ...term })));
  const exists = (unit: string, from: string, to: string) =>
    `(${from} is null or ((${unit}.valid_from is null or ${unit}.valid_from::text <= ${to}) and (${unit}.valid_to is null or ${unit}.valid_to::text >= ${from})))`;
  const day = (text: string | undefined) => (text === undefined ? "null::text" : literal(text));
  return `
rules as materialized (select * from jsonb_to_recordset(${json(heads)}) as r (rule text, levels jsonb, "is" text, divides boolean, plain boolean, rest numeric, "over" numeric, under numeric)),
terms as materialized (select * from jsonb_to_recordset(${json(terms)}) as t (rule text, place text, part text, weight numeric, whose text, indicator text, members text, period text, "from" text, "to" text, lo numeric, hi numeric, whole boolean, zero boolean)),
asked as (
  select rules.rule, units.id as org_unit, units.parent from rules join units on (rules.levels is null or rules.levels ? units.level)
  where ${exists("units", day(window?.[0]), day(window?.[1]))}
),
targets as (
  select asked.rule, asked.org_unit, terms.place, terms.part, terms.weight, terms.indicator, terms.members, terms.period, terms.lo, terms.hi, terms.whole, terms.zero, asked.org_unit as target
  from asked join terms on terms.rule = asked.rule and terms.whose = 'self'
  union all
  select asked.rule, asked.org_unit, terms.place, terms.part, terms.weight, terms.indicator, terms.members, terms.period, terms.lo, terms.hi, terms.whole, terms.zero, asked.parent
  from asked join terms on terms.rule = asked.rule and terms.whose = 'parent' where asked.parent is not null
  union all
  select asked.rule, asked.org_unit, terms.place, terms.part, terms.weight, terms.indicator, terms.members, terms.period, terms.lo, terms.hi, terms.whole, terms.zero, below.id
  from asked join terms on terms.rule = asked.rule and terms.whose = 'children' join units as below on below.parent = asked.org_unit and ${exists("below", 'terms."from"', 'terms."to"')}
),
cells as (
  select targets.rule, targets.org_unit, targets.place, targets.part, targets.weight, targets.whole,
    coalesce(facts.status = 'notApplicable', false) as absent,
    facts.is_round is null and not (${saidNothing}) as empty, facts.is_round is null and (${saidNothing}) as nothing,
    coalesce(facts.is_round, false) as is_round, coalesce(facts.is_long, false) as is_long,
    ${variants.map(ends).join(",\n    ")}
  from targets left join facts on facts.org_unit = targets.target and facts.period = targets.period and facts.indicator = targets.indicator and facts.members = targets.members
),
places as (select rule, place, count(*) as terms from terms group by rule, place),
whole_places as (select rule, count(*) as places from places group by rule),
sums as (
  select rule, org_unit, count(*)::integer as cells, (count(*) filter (where empty))::integer as empty, count(distinct place) filter (where not absent) as places,
    bool_or(absent) as absent, bool_or(empty and whole) as whole_empty, bool_or(empty and part = 'under') as under_empty, bool_or(is_round) as has_round, bool_or(nothing) as has_nothing,
    count(*) filter (where is_round) as round, count(*) filter (where is_long) as long,
    coalesce(bool_and(lo = hi) filter (where not empty), true) as exact,
    coalesce(bool_and(lo = hi and lo = trunc(lo)) filter (where not empty), true) as whole_stated,
    ${parts.flatMap((part) => variants.map((variant) => sumsOf(part, variant))).join(",\n    ")}
  from cells group by rule, org_unit
),
ranges as (
  select sums.rule, sums.org_unit, sums.cells, sums.empty, sums.absent, sums.whole_empty, sums.under_empty, sums.has_round, sums.has_nothing, sums.round, sums.long, sums.exact, sums.whole_stated,
    rules."is", rules.divides, rules.plain,
    ${parts.flatMap((part) => variants.map((variant) => withConstant(part, variant))).join(",\n    ")}
  from sums join rules using (rule) join whole_places using (rule) where sums.places = whole_places.places
),
lines as (select *, ${variants.map(lineOf).join(", ")} from ranges),
gaps as (select *, ${variants.map(gapOf).join(", ")} from lines),
kept as (select *, ${variants.map(keptOf).join(", ")} from gaps),
told as (
  select rule, org_unit, cells, empty, lo, hi, kept, cut_kept, round_kept, line, cut_line, round_line,
    (round > 0 and (long < 10 or round * 4 >= long)) as may_be_round,
    absent or line = 'negative' or (cut_line = 'negative' and kept is not true) or (round_line = 'negative' and kept is not true)
      or (empty > 0 and (has_nothing or kept is null or (kept and whole_empty and not (plain and whole_stated)) or (not kept and (has_round or under_empty or (empty > 1 and not exact))))) as apart
  from kept
)
select rule, org_unit, apart, cells, empty,
  case when lo > '-Infinity' then lo end as lo, case when hi < 'Infinity' then hi end as hi,
  case when apart then null when kept is null then 'unknown' when kept and empty > 0 then 'unknown' when kept then 'holds'
    when cut_kept then 'truncated' when empty = 0 and may_be_round and round_kept then 'holds' else 'violated' end as verdict,
  case when apart then null when kept is null then 'zero-denominator' when kept and empty > 0 then 'missing-operand'
    when not kept and not coalesce(cut_kept, false) and empty = 0 and may_be_round and round_kept then 'rounded' end as reason
from told order by rule, org_unit`;
}

/** There is nothing there: because there can be nothing and nobody says otherwise, or because it was said so. */
const saidNothing = "(targets.zero and facts.status is null) or coalesce(facts.status = 'structuralZero', false)";

/** The ends of a cell, times its weight: what is stated, else nothing but zero, else all that its domain allows. */
function ends(variant: (typeof variants)[number]): string {
  const end = (side: "lo" | "hi") => {
    const other = side === "lo" ? "hi" : "lo";
    const infinite = (which: "lo" | "hi") => (which === "lo" ? "'-Infinity'::numeric" : "'Infinity'::numeric");
    const value = (which: "lo" | "hi") =>
      `case when facts.is_round is not null then coalesce(facts.${variant}${which}, ${infinite(which)}) when ${saidNothing} then 0 else coalesce(targets.${which}, ${infinite(which)}) end`;
    const closed = (which: "lo" | "hi") =>
      `case when facts.is_round is not null then facts.${variant}${which}_closed when ${saidNothing} then true else targets.${which} is not null end`;
    return `case when targets.weight > 0 then targets.weight * (${value(side)}) when targets.weight < 0 then targets.weight * (${value(other)}) else 0 end as ${variant}${side},
    case when targets.weight > 0 then (${closed(side)}) when targets.weight < 0 then (${closed(other)}) else true end as ${variant}${side}_closed`;
  };
  return `${end("lo")},\n    ${end("hi")}`;
}

function sumsOf(part: string, variant: string): string {
  const of = `filter (where part = '${part}' and not absent)`;
  return (["lo", "hi"] as const)
    .map(
      (side) =>
        `sum(${variant}${side}) ${of} as ${part}_${variant}${side}, bool_and(${variant}${side}_closed) ${of} as ${part}_${variant}${side}_closed`,
    )
    .join(", ");
}

function withConstant(part: string, variant: string): string {
  return (["lo", "hi"] as const)
    .map((side) => {
      const name = `${part}_${variant}${side}`;
      return `coalesce(sums.${name}, 0) + rules."${part}" as ${name}, coalesce(sums.${name}_closed, true) as ${name}_closed`;
    })
    .join(", ");
}

/** Where the denominator lies: `zero` and nothing else, above zero (it may touch it), `across` zero, or `negative`. */
function lineOf(variant: string): string {
  const [lo, hi] = [`under_${variant}lo`, `under_${variant}hi`];
  return `case when not divides then 'none' when ${lo} = 0 and ${hi} = 0 then 'zero' when ${lo} >= 0 then 'positive' when ${hi} > 0 then 'across' else 'negative' end as ${variant}line`;
}

/** rest + over ÷ under, times under: of the same sign, for under is positive. */
function gapOf(variant: string): string {
  const name = (part: string, side: string) => `${part}_${variant}${side}`;
  const [low, lowClosed] = [name("under", "lo"), `(${name("under", "lo_closed")} and ${name("under", "lo")} > 0)`];
  const [high, highClosed] = [name("under", "hi"), name("under", "hi_closed")];
  const [lo, loClosed, hi, hiClosed] = [name("rest", "lo"), name("rest", "lo_closed"), name("rest", "hi"), name("rest", "hi_closed")];
  return `
    case ${variant}line when 'none' then ${lo} when 'positive' then (case when ${lo} = 0 then 0 when ${lo} > 0 then ${lo} * ${low} else ${lo} * ${high} end) + ${name("over", "lo")} end as ${variant}lo,
    case ${variant}line when 'none' then ${loClosed} when 'positive' then (case when ${lo} = 0 then ${loClosed} when ${lo} > 0 then ${loClosed} and ${lowClosed} else ${loClosed} and ${highClosed} end) and ${name("over", "lo_closed")} end as ${variant}lo_closed,
    case ${variant}line when 'none' then ${hi} when 'positive' then (case when ${hi} = 0 then 0 when ${hi} > 0 then ${hi} * ${high} else ${hi} * ${low} end) + ${name("over", "hi")} end as ${variant}hi,
    case ${variant}line when 'none' then ${hiClosed} when 'positive' then (case when ${hi} = 0 then ${hiClosed} when ${hi} > 0 then ${hiClosed} and ${highClosed} else ${hiClosed} and ${lowClosed} end) and ${name("over", "hi_closed")} end as ${variant}hi_closed`;
}

function keptOf(variant: string): string {
  const [below, above] = [
    `(${variant}lo < 0 or (${variant}lo = 0 and ${variant}lo_closed))`,
    `(${variant}hi > 0 or (${variant}hi = 0 and ${variant}hi_closed))`,
  ];
  const kept = `case "is" when '=' then ${below} and ${above} when '<=' then ${below} when '<' then ${variant}lo < 0 when '>=' then ${above} else ${variant}hi > 0 end`;
  return `case ${variant}line when 'zero' then null when 'across' then true else ${kept} end as ${variant}kept`;
}
