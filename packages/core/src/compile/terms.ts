import { addressKey } from "../address.ts";
import { type Cell, cellOf, domainInterval } from "../cell.ts";
import { domainOf, type Indicator, membersOf } from "../indicator.ts";
import { type Linear, type QuotientForm, quotientForm } from "../internal/law-form.ts";
import { isInteger, type Rational } from "../internal/rational.ts";
import { everything } from "../interval.ts";
import type { Comparison } from "../law.ts";
import { type Period, previous, sinceYearStart, windowOf, yearBefore } from "../period.ts";
import { relate } from "../relation.ts";
import { isPattern, type Pattern, type Rule, type Whose } from "../rule.ts";
import type { Scope } from "../scope.ts";
import { comparable } from "../unit.ts";

/** One pattern of a rule, with the weight of its cells in the law. */
interface CompiledTerm {
  readonly place: string;
  /** `rest`, or above or below the line of the quotient. */
  readonly part: "rest" | "over" | "under";
  readonly weight: string;
  readonly whose: Whose;
  readonly indicator: string;
  /** "channel=online|level=commune"; empty for the whole. */
  readonly members: string;
  readonly period: string;
  /** The window in which units below must exist; null where it is not known. */
  readonly from: string | null;
  readonly to: string | null;
  /** What a cell may be that states nothing; null where there is no end. */
  readonly lo: string | null;
  readonly hi: string | null;
  readonly whole: boolean;
  /** A cell that is not there is a zero that cannot be otherwise. */
  readonly zero: boolean;
}

/** A rule whose law is a weighted sum, with one quotient at most. */
export interface CompiledRule {
  readonly id: string;
  readonly levels: readonly string[] | null;
  readonly is: Comparison;
  readonly divides: boolean;
  /** Constants of the three parts. */
  readonly constants: Readonly<Record<CompiledTerm["part"], string>>;
  /** Weights ±1 and whole constants: then whole figures leave whole gaps. */
  readonly plain: boolean;
  readonly terms: readonly CompiledTerm[];
}

/** What rules are compiled for. */
export interface CompileScope extends Pick<Scope, "absent"> {
  readonly indicators: readonly Indicator[];
  readonly period: Period;
}

/** A rule as terms; null when its law or its patterns are of a form that is left to memory. */
export function compileRule(rule: Rule, scope: CompileScope): CompiledRule | null {
  const seats = new Seats(scope);
  const [one, two] = [seats.of(rule, 1), seats.of(rule, 2)];
  if (one === null || two === null) return null;
  const form = formOf(rule, one.places);
  const doubled = formOf(rule, two.places);
  if (form === null || doubled === null || !isEven(doubled, two.twins)) return null;
  const parts: readonly (readonly [CompiledTerm["part"], Linear])[] = [
    ["rest", form.rest],
    ...(form.quotient === null
      ? []
      : ([
          ["over", form.quotient.over],
          ["under", form.quotient.under],
        ] as const)),
  ];
  const terms: CompiledTerm[] = [];
  for (const [part, { weights }] of parts) {
    for (const [cell, weight] of weights) {
      const term = one.terms.get(cell);
      const text = decimalText(weight);
      if (term === undefined || text === null) return null;
      terms.push({ ...term, part, weight: text });
    }
  }
  const constants = { rest: "0", over: "0", under: "0" };
  for (const [part, { constant }] of parts) {
    const text = decimalText(constant);
    if (text === null) return null;
    constants[part] = text;
  }
  const plain = form.quotient === null && terms.every(({ weight }) => /^-?1$/.test(weight)) && !constants.rest.includes(".");
  return { id: rule.id, levels: rule.levels ?? null, is: form.is, divides: form.quotient !== null, constants, plain, terms };
}

/** Laws with reasons of their own for a verdict are left to memory. */
function formOf({ kind }: Rule, places: Readonly<Record<string, unknown>>): QuotientForm | null {
  if (kind.sameAtOnePrecision === true || kind.consensus !== undefined) return null;
  return quotientForm(relate(kind, places).law.law);
}

/** Whether as many cells as there are units below would all weigh the same. */
function isEven({ rest, quotient }: QuotientForm, twins: readonly (readonly [Cell, Cell])[]): boolean {
  const parts = [rest, ...(quotient === null ? [] : [quotient.over, quotient.under])];
  const key = (weight: Rational | undefined) => (weight === undefined ? "" : String(weight.toDecimal()));
  return twins.every(([a, b]) => parts.every(({ weights }) => key(weights.get(a)) === key(weights.get(b))));
}

/** Null where a weight is a fraction that no decimal is. */
function decimalText(value: Rational): string | null {
  let below = BigInt(value.d);
  for (const factor of [2n, 5n]) while (below % factor === 0n) below /= factor;
  return below === 1n || isInteger(value) ? value.toDecimal().toFixed() : null;
}

type Place = Omit<CompiledTerm, "part" | "weight">;

class Seats {
  readonly #scope: CompileScope;

  constructor(scope: CompileScope) {
    this.#scope = scope;
  }

  /** Cells at the places of a rule; so many for the units below one, which are as many as there are. */
  of(rule: Rule, below: 1 | 2) {
    const terms = new Map<Cell, Place>();
    const byKey = new Map<string, Cell>();
    const twins: (readonly [Cell, Cell])[] = [];
    const places: Record<string, unknown> = {};
    const units = new Map<string, Indicator["unit"][]>();
    const cellsAt = (name: string, pattern: Pattern): Cell[] | null => {
      const found = this.#termsOf(name, pattern);
      if (found === null) return null;
      return found.flatMap(({ term, indicator }) => {
        units.set(name, [...(units.get(name) ?? []), indicator.unit]);
        const copies = pattern.orgUnit === "children" ? below : 1;
        const cells = Array.from({ length: copies }, (_, i) => {
          const key = [term.whose, term.period, term.indicator, term.members, i].join(" ");
          const cell = byKey.get(key) ?? cellOf({ id: key, domain: domainOf(indicator) });
          byKey.set(key, cell);
          if (!terms.has(cell)) terms.set(cell, term);
          return cell;
        });
        if (cells[1] !== undefined) twins.push([cells[0] as Cell, cells[1]]);
        return cells;
      });
    };
    for (const [name, place] of Object.entries(rule.places)) {
      if (isPattern(place)) {
        const cells = cellsAt(name, place);
        if (cells === null) return null;
        const isList = place.over !== undefined || place.orgUnit === "children" || place.period === "sinceYearStart";
        places[name] = isList ? cells : cells[0];
      } else if (Array.isArray(place) && place.some(isPattern)) {
        const cells: Cell[] = [];
        for (const pattern of place as readonly Pattern[]) {
          const more = cellsAt(name, pattern);
          if (more === null) return null;
          cells.push(...more);
        }
        places[name] = cells;
      } else places[name] = place;
    }
    const alike = (rule.kind.alike ?? []).flatMap((name) => units.get(name as string) ?? []);
    if (alike.some((unit) => !comparable(unit, alike[0] as Indicator["unit"]))) return null;
    return { places, terms, twins };
  }

  #termsOf(name: string, pattern: Pattern): { readonly term: Place; readonly indicator: Indicator }[] | null {
    const { indicators, period, absent } = this.#scope;
    const indicator = indicators.find(({ id }) => id === pattern.indicator);
    if (indicator === undefined || pattern.period === "latest") return null;
    const sets = pattern.over === undefined ? [{}] : membersOf(indicator, pattern.over).map(({ id }) => ({ [pattern.over as string]: id }));
    const range = domainInterval(domainOf(indicator)) ?? everything;
    return periodsOf(pattern, period).flatMap((when) =>
      sets.map((set) => {
        const members = { ...pattern.members, ...set };
        const window = windowOf(when);
        const status = absent?.({ indicator: indicator.id, period: when, members });
        const term: Place = {
          place: name,
          whose: pattern.orgUnit ?? "self",
          indicator: indicator.id,
          members: addressKey({ members }),
          period: when.id,
          // A stock is that of the units of the last day.
          from: (indicator.kind === "stock" ? window?.to : window?.from) ?? null,
          to: window?.to ?? null,
          lo: range.low?.toDecimal().toFixed() ?? null,
          hi: range.high?.toDecimal().toFixed() ?? null,
          whole: domainOf(indicator).integer === true,
          zero: status === "structuralZero",
        };
        return { term, indicator };
      }),
    );
  }
}

function periodsOf({ period: when = "self" }: Pattern, period: Period): readonly Period[] {
  if (when === "previous") return [previous(period)];
  if (when === "yearBefore") return [yearBefore(period)];
  return when === "sinceYearStart" ? sinceYearStart(period) : [period];
}
