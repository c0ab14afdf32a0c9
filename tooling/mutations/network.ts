import {
  type Cell,
  type CheckResult,
  type Choice,
  type Culprits,
  cellOf,
  check,
  locate,
  type Network,
  quantity,
  type Relation,
} from "@khop/core";
import { type Change, digitsOf } from "./changes.ts";

/** What came of a changed figure in the network of the unchanged text. */
export interface Told {
  readonly change: Change;
  /** Relations that fitted before: now violated, or kept only if figures were cut. */
  readonly broken: readonly Relation[];
  readonly cut: readonly Relation[];
  /** What `locate` says of the relations that broke. */
  readonly culprits: readonly Culprits[];
  readonly network: Network;
  readonly cell: Cell;
}

/** The network with another number in place of a figure's. */
export function withChange(network: Network, { figure, after }: Change): { network: Network; cell: Cell; was: Map<Relation, Relation> } {
  const old = figure.cell as Cell;
  const { unit, exponent, exact, hedge } = old.quantity as NonNullable<Cell["quantity"]>;
  const { digits, decimals } = digitsOf(after);
  const value = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  const cell = cellOf({
    id: old.id,
    label: () => old.label,
    domain: old.domain,
    quantity: quantity({ value, unit, exponent, exact, ...(hedge === undefined ? {} : { hedge }) }),
    ...(old.anchor === undefined ? {} : { anchor: old.anchor }),
  });
  const was = new Map<Relation, Relation>();
  const swap = (relation: Relation): Relation => {
    const swapped = relation.cells.includes(old) ? relation.replace((one) => (one === old ? cell : one)) : relation;
    was.set(swapped, relation);
    return swapped;
  };
  const choices = network.choices.map((choice): Choice => ({ ...choice, alternatives: choice.alternatives.map(swap) }));
  const cells = network.cells.map((one) => (one === old ? cell : one));
  return { network: { cells, relations: network.relations.map(swap), choices }, cell, was };
}

/** Changes the figure in the network and looks at what that breaks. */
export function tell(before: CheckResult, change: Change): Told {
  const { network, cell } = withChange(before.network, change);
  const result = check(network);
  const turned = (verdict: string) =>
    result.checked.flatMap((one, index) => (one.verdict === verdict && before.checked[index]?.verdict !== verdict ? [one.relation] : []));
  const broken = turned("violated");
  const culprits = broken.length === 0 ? [] : locate(result).filter(({ relations }) => relations.some((one) => broken.includes(one)));
  return { change, broken, cut: turned("truncated"), culprits, network, cell };
}

/** How near `locate` came: the changed figure first with its old value; uniquely; or another figure accused alone. */
export function aimOf({ culprits, change, cell }: Told): { first: boolean; unique: boolean; wrong: boolean } {
  const right = change.figure.quantity?.value;
  const leads = culprits.map(({ repairs: [lead], unique }) => ({ cells: lead?.cells ?? [], unique }));
  const isRight = (one: { cell: Cell; expected: { eq: (other: never) => boolean } }) =>
    one.cell === cell && one.expected.eq(right as never);
  const hits = leads.filter(({ cells: [only, ...more] }) => only !== undefined && more.length === 0 && isRight(only));
  return {
    first: hits.length > 0,
    unique: hits.some(({ unique }) => unique),
    wrong: leads.some(({ cells: [only, ...more], unique }) => unique && only !== undefined && more.length === 0 && !isRight(only)),
  };
}
