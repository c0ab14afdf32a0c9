import { addressKey, type Cell, cellOf, check, network, type Quantity, type Relation } from "@khop/core";

/** Kinds whose law leaves no room: a figure that keeps it among others is hardly there by chance. */
const STRICT: ReadonlySet<string> = new Set([
  "total",
  "share",
  "difference",
  "growth",
  "ratio",
  "completion",
  "equality",
  "balance",
  "cumulative",
]);

/** A place that a relation leaves open while the others of it are taken. */
export interface Opening {
  readonly key: string;
  /** Whether the relation holds with this figure at the open place. */
  readonly fits: (figure: Quantity) => boolean;
  /** What stands at the other places. */
  readonly others: readonly string[];
}

/** Every place that a relation of the catalogue leaves open, all its others taken. */
export function openings(
  relations: readonly Relation[],
  quantityAt: (key: string) => Quantity | undefined,
  isWanted: (key: string) => boolean,
): Opening[] {
  return relations.flatMap((relation): Opening[] => {
    if (!STRICT.has(relation.kind.kind)) return [];
    const cells = relation.cells.map((cell) => ({ cell, key: addressKey(cell.address) }));
    const open = cells.filter(({ key }) => quantityAt(key) === undefined);
    const [{ cell, key } = { cell: undefined, key: "" }] = open;
    if (open.length !== 1 || cell === undefined || !isWanted(key)) return [];
    const taken = cells.filter((one) => one.cell !== cell);
    return [
      {
        key,
        others: taken.map((one) => one.key),
        fits: (figure) => holds(relation, (one) => (one === cell ? figure : quantityAt(addressKey(one.address)))),
      },
    ];
  });
}

function holds(relation: Relation, quantityOf: (cell: Cell) => Quantity | undefined): boolean {
  const swaps = new Map(
    relation.cells.map((cell) => [
      cell,
      cellOf({ id: cell.id, quantity: quantityOf(cell) ?? null, domain: cell.domain, address: cell.address }),
    ]),
  );
  const [one] = check(network({ relations: [relation.replace((cell) => swaps.get(cell) ?? cell)] })).checked;
  return one?.verdict === "holds";
}
