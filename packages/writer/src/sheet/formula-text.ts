import type { Cell, Formula } from "@khop/core";

/** Where a figure stands: column and row from 1. */
export interface Spot {
  readonly sheet: string;
  readonly column: number;
  readonly row: number;
}

/** Excel takes formulas of so many signs, and functions of so many arguments. */
const longest = 8000;
const most = 250;

/** A formula as a workbook keeps it, as it would stand on the given sheet; null where it is longer than Excel takes. */
export function formulaText(formula: Formula, sheet: string, spotOf: (cell: Cell) => Spot): string | null {
  const reference = (cell: Cell): string => nameOf(spotOf(cell), sheet);
  const text = (one: Formula): Written => {
    switch (one.op) {
      case "number":
        return { text: one.value.toFixed(), binds: one.value.isNegative() ? 1 : 3 };
      case "cell":
        return { text: reference(one.cell), binds: 3 };
      case "round":
        return { text: `ROUND(${text(one.of).text},${one.decimals})`, binds: 3 };
      case "sum":
        return summed(one.terms);
      case "mean":
        return text({
          op: "over",
          left: {
            op: "sum",
            terms: one.values.map((cell, i) => ({
              op: "times",
              left: { op: "cell", cell },
              right: { op: "cell", cell: one.weights[i] as Cell },
            })),
          },
          right: { op: "sum", terms: one.weights.map((cell) => ({ op: "cell", cell })) },
        });
      case "times":
        if (isOne(one.left)) return text(one.right);
        if (isOne(one.right)) return text(one.left);
        return { text: `${bound(text(one.left), 2)}*${bound(text(one.right), 2)}`, binds: 2 };
      case "over":
        if (isOne(one.right)) return text(one.left);
        return { text: `${bound(text(one.left), 2)}/${bound(text(one.right), 3)}`, binds: 2 };
    }
  };
  const summed = (terms: readonly Formula[]): Written => {
    const flat = terms.flatMap((term) => signed(term, false)).filter(({ of }) => of.op !== "number" || !of.value.isZero());
    const cells = flat.flatMap(({ of, isMinus }) => (of.op === "cell" && !isMinus ? [of.cell] : []));
    if (cells.length === flat.length && cells.length > 2) {
      const spots = cells.map(spotOf);
      const isRow = isStretch(spots, "column", "row");
      if (isRow || isStretch(spots, "row", "column")) {
        const [first, last] = [spots[0] as Spot, spots.at(-1) as Spot];
        return { text: `SUM(${nameOf(first, sheet)}:${addressOf(last)})`, binds: 3 };
      }
      return { text: `SUM(${cells.map(reference).join(",")})`, binds: 3 };
    }
    if (flat.length === 0) return { text: "0", binds: 3 };
    // What is added stands before what is taken off.
    const sorted = [...flat.filter(({ isMinus }) => !isMinus), ...flat.filter(({ isMinus }) => isMinus)];
    const parts = sorted.map(({ of, isMinus }, i) => `${isMinus ? "-" : i === 0 ? "" : "+"}${bound(text(of), isMinus ? 2 : 1)}`);
    const [only] = sorted;
    return sorted.length === 1 && only?.isMinus === false ? text(only.of) : { text: parts.join(""), binds: 1 };
  };
  const made = text(formula).text;
  return made.length > longest || argumentsIn(made) > most ? null : made;
}

interface Written {
  readonly text: string;
  /** 1 a sum, 2 a product, 3 one thing. */
  readonly binds: 1 | 2 | 3;
}

const bound = (written: Written, least: number): string => (written.binds < least ? `(${written.text})` : written.text);
const isOne = (one: Formula): boolean => one.op === "number" && one.value.eq(1);

/** The terms of sums inside sums, each with its sign. */
function signed(one: Formula, isMinus: boolean): { of: Formula; isMinus: boolean }[] {
  if (one.op === "sum") return one.terms.flatMap((term) => signed(term, isMinus));
  if (one.op === "times" && one.left.op === "number" && one.left.value.eq(-1)) return signed(one.right, !isMinus);
  return [{ of: one, isMinus }];
}

/** Whether the spots follow each other along one line of one sheet. */
const isStretch = (spots: readonly Spot[], along: "column" | "row", fixed: "column" | "row"): boolean =>
  spots.every(
    (spot, i) => spot.sheet === spots[0]?.sheet && spot[fixed] === spots[0]?.[fixed] && spot[along] === (spots[0]?.[along] ?? 0) + i,
  );

const argumentsIn = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/SUM\(([^)]*)\)/g)].map(([, inside = ""]) => inside.split(",").length));

const nameOf = (spot: Spot, from: string): string =>
  spot.sheet === from ? addressOf(spot) : `${quotedSheet(spot.sheet)}!${addressOf(spot)}`;

export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

export const addressOf = ({ column, row }: Pick<Spot, "column" | "row">): string => `${columnName(column)}${row}`;

/** A for 1, Z for 26, AA for 27. */
function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnName((column - 1 - rest) / 26) + letter : letter;
}
