import { type Fig, isAmount, type Passage, printedAs } from "./figures.ts";
import { inUnit } from "./table-units.ts";
import type { Table } from "./tables.ts";

/** Digits that two figures must have to be the same one by what is printed alone. */
const ENOUGH = 4;
/** Figures of a table that must be told in one unit before all of their columns are. */
const LEAST = 2;

/**
 * `Biểu 2` without a unit, and in the prose beside it `1.984,0 tỷ đồng` and `431,8 tỷ đồng`, which stand in it as `1.984,0` and `431,8`: the columns of
 * a table have the unit in which prose tells their figures.
 */
export function lendFromProse(tables: readonly Table[], passages: readonly Passage[]): void {
  const bare = tables.map(bareCells);
  if (bare.every(({ size }) => size === 0)) return;
  const told = Map.groupBy(
    passages.filter(({ block }) => block.kind !== "row").flatMap(({ figures }) => figures.filter(isTold)),
    stated,
  );
  if (told.size === 0) return;
  for (const [at, table] of tables.entries()) lend(table, bare[at] as ReadonlyMap<string, Fig>, told);
}

const stated = ({ quantity }: Fig): string => String(quantity?.stated);

const digits = ({ quantity }: Fig): number => String(quantity?.stated.n ?? "").length;

/** A figure of prose with a measure and as many digits as tell. */
const isTold = (fig: Fig): boolean =>
  isAmount(fig) && fig.hedge === undefined && digits(fig) >= ENOUGH && fig.quantity?.unit.kind !== "count" && fig.quantity?.unit.id !== "";

/** Figures without a unit that stand once in a table, by what is printed. */
function bareCells({ rows }: Table): ReadonlyMap<string, Fig> {
  const once = new Map<string, Fig>();
  const often = new Set<string>();
  for (const { cells } of rows)
    for (const cell of cells) {
      if (cell?.quantity?.unit.id !== "" || cell.quantity.exponent !== 0 || !isAmount(cell) || digits(cell) < ENOUGH) continue;
      const key = stated(cell);
      if (once.has(key)) often.add(key);
      once.set(key, cell);
    }
  for (const key of often) once.delete(key);
  return once;
}

function lend({ rows }: Table, bare: ReadonlyMap<string, Fig>, told: ReadonlyMap<string, readonly Fig[]>): void {
  const matched = [...bare].flatMap(([key, cell]) => {
    const [said, ...others] = told.get(key) ?? [];
    const isOne = said !== undefined && others.every((other) => printedAs(other) === printedAs(said) && unitOf(other) === unitOf(said));
    return isOne ? [{ cell, said }] : [];
  });
  const [first] = matched;
  if (first === undefined || matched.length < LEAST || matched.some(({ said }) => unitOf(said) !== unitOf(first.said))) return;
  const { unit, exponent } = first.said.quantity as NonNullable<Fig["quantity"]>;
  const columns = new Set(matched.map(({ cell }) => cell.column));
  for (const { cells } of rows)
    for (const column of columns) {
      const cell = cells[column];
      if (cell?.quantity && isAmount(cell)) cell.quantity = inUnit(cell.quantity, { unit, exponent });
    }
}

const unitOf = ({ quantity }: Fig): string => `${quantity?.unit.id} ${quantity?.exponent}`;
