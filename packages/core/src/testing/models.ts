import fc from "fast-check";
import { type Cell, cellOf } from "../cell.ts";
import { type Network, network } from "../network.ts";
import { quantity } from "../quantity.ts";
import { type Relation, relate } from "../relation.ts";
import { composition } from "../relations/composition.ts";
import { difference } from "../relations/difference.ts";
import { equality } from "../relations/equality.ts";
import { growth } from "../relations/growth.ts";
import { part } from "../relations/part.ts";
import { share } from "../relations/share.ts";
import { total } from "../relations/total.ts";
import { percent, unitOf } from "../unit.ts";

/** Figures by name, in units of their last printed digit: 2,85 % is 285. Counts have no decimals, rates have two. */
export type Figures = Readonly<Record<string, number>>;

/** A promise between named figures, said without core's laws so that a test can judge it by itself. */
export type Tie =
  | { readonly kind: "total"; readonly total: string; readonly parts: readonly string[] }
  | { readonly kind: "part"; readonly part: string; readonly whole: string }
  | { readonly kind: "same"; readonly values: readonly string[] }
  | { readonly kind: "share"; readonly share: string; readonly part: string; readonly whole: string }
  | { readonly kind: "shares"; readonly shares: readonly string[] }
  /** Fall or rise of `current` against a base that is printed nowhere; the base is a whole number. */
  | { readonly kind: "change"; readonly current: string; readonly difference: string; readonly growth: string; readonly falls: boolean };

/** A small report in which all relations hold. */
export interface Model {
  readonly figures: Figures;
  readonly ties: readonly Tie[];
}

export const isRate = (name: string): boolean => name.startsWith("%");

/** The network that says the same; figures left out of `stated` are empty cells. */
export function networkOf({ ties }: Model, stated: Figures, names: Iterable<string> = Object.keys(stated)): Network {
  const cells = new Map([...names].map((name) => [name, cellFor(name, stated[name])]));
  const at = (name: string): Cell => cells.get(name) as Cell;
  const tied = (tie: Tie, i: number): Relation[] => {
    const id = `${tie.kind} ${i}`;
    switch (tie.kind) {
      case "total":
        return [relate(total, { total: at(tie.total), parts: tie.parts.map(at) }, { id })];
      case "part":
        return [relate(part, { part: at(tie.part), whole: at(tie.whole) }, { id })];
      case "same":
        return [relate(equality, { values: tie.values.map(at) }, { id })];
      case "share":
        return [relate(share, { share: at(tie.share), parts: [at(tie.part)], whole: at(tie.whole) }, { id })];
      case "shares":
        return [relate(composition, { shares: tie.shares.map(at) }, { id })];
      case "change": {
        const base = cellOf({ id: `base ${i}`, hidden: true, domain: { integer: true, min: 0 } });
        const shared = { current: at(tie.current), base, falls: tie.falls };
        return [
          relate(difference, { difference: at(tie.difference), ...shared }, { id: `${id} difference` }),
          relate(growth, { growth: at(tie.growth), ...shared }, { id: `${id} growth` }),
        ];
      }
    }
  };
  return network({ cells: [...cells.values()], relations: ties.flatMap(tied) });
}

function cellFor(name: string, digits: number | undefined): Cell {
  const rate = isRate(name);
  const domain = rate ? { min: 0 } : { integer: true, min: 0 };
  if (digits === undefined) return cellOf({ id: name, domain });
  const text = rate ? `${Math.trunc(digits / 100)}.${String(digits % 100).padStart(2, "0")}` : String(digits);
  return cellOf({ id: name, domain, quantity: quantity(rate ? { value: text, unit: percent } : { value: text, unit: unitOf("hồ sơ") }) });
}

/** Half up, in whole hundredths of a percent. */
export const rate = (part: number, whole: number): number => Math.trunc((20_000 * part + whole) / (2 * whole));

/** Up to eight figures under three kinds of relation or more, which overlap; some with a base that is printed nowhere. */
export const models: fc.Arbitrary<Model> = fc
  .record({
    counts: fc.array(fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 3000 })), { minLength: 2, maxLength: 3 }),
    shares: fc.integer({ min: 0, max: 3 }),
    listed: fc.boolean(),
    again: fc.boolean(),
    limit: fc.option(fc.integer({ min: 0, max: 200 })),
    change: fc.option(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.boolean())),
  })
  .map(({ counts, shares, listed, again, limit, change }): Model => {
    const figures: Record<string, number> = {};
    const ties: Tie[] = [];
    const parts = counts.map((count, i) => {
      figures[`part${i}`] = count;
      return `part${i}`;
    });
    const whole = counts.reduce((sum, count) => sum + count, 0);
    figures.total = whole;
    ties.push({ kind: "total", total: "total", parts });
    const shown = parts.slice(0, shares).map((name, i) => {
      figures[`%${name}`] = rate(counts[i] as number, whole);
      ties.push({ kind: "share", share: `%${name}`, part: name, whole: "total" });
      return `%${name}`;
    });
    if (listed && shown.length === parts.length) ties.push({ kind: "shares", shares: shown });
    if (limit !== null) {
      figures.limit = (counts[0] as number) + limit;
      ties.push({ kind: "part", part: "part0", whole: "limit" });
    }
    if (again && Object.keys(figures).length < 8) {
      figures.again = whole;
      ties.push({ kind: "same", values: ["total", "again"] });
    }
    if (change !== null && Object.keys(figures).length < 7) {
      const [percentage, falls] = change;
      const difference = Math.max(1, Math.trunc((whole * percentage) / 200));
      const base = falls ? whole + difference : whole - difference;
      figures.difference = difference;
      figures["%growth"] = rate(difference, base);
      ties.push({ kind: "change", current: "total", difference: "difference", growth: "%growth", falls });
    }
    return { figures, ties };
  })
  .filter(
    ({ ties }) => new Set(ties.map(({ kind }) => kind)).size >= 3 && ties.every((tie) => tie.kind !== "change" || tie.difference !== ""),
  );
