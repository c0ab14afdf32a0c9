import { type Cell, cellOf, type Decimal, derive, network, type Relation, relate, relations } from "@khop/core";
import { type Adapter, figure, NotUnderstood } from "./case.ts";
import { asExpected, compared, missingPolicy } from "./sums.ts";

/** Cases that compare two arithmetic expressions; each operation becomes a relation, and core works the values out. */

interface Built {
  readonly cells: Map<string, Cell>;
  readonly relations: Relation[];
  readonly operands: (string | null)[];
}

const TOKEN = /\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|null|[-+*/()])/y;

/** The cell that holds the expression's value. */
function build(text: string, into: Built, zero: boolean): Cell {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    tokens.push(match[1] as string);
    if (TOKEN.lastIndex === text.length) break;
  }
  if (tokens.join("") !== text.replace(/\s/g, "")) throw new NotUnderstood(`the expression "${text}"`);
  let at = 0;
  const fresh = (value: string | null = null): Cell => {
    const cell = figure(`cell ${into.cells.size + 1}`, value);
    into.cells.set(cell.id, cell);
    return cell;
  };
  const tie = (make: (result: Cell) => Relation): Cell => {
    const result = fresh();
    into.relations.push(make(result));
    return result;
  };
  const weighted = (terms: Cell[], weights: string[]): Cell =>
    tie((result) => relate(relations.linear, { terms: [...terms, result], weights: [...weights, "-1"], is: "=" as const, constant: "0" }));
  const atom = (): Cell => {
    const token = tokens[at++];
    if (token === "-") return weighted([atom()], ["-1"]);
    if (token === "+") return atom();
    if (token === "(") {
      const inside = addition();
      if (tokens[at++] !== ")") throw new NotUnderstood(`the expression "${text}"`);
      return inside;
    }
    if (token === undefined || /[*/)]/.test(token)) throw new NotUnderstood(`the expression "${text}"`);
    const value = token === "null" ? null : token;
    into.operands.push(value);
    return fresh(value ?? (zero ? "0" : null));
  };
  const product = (): Cell => {
    let left = atom();
    while (tokens[at] === "*" || tokens[at] === "/") {
      const times = tokens[at++] === "*";
      const first = left;
      const right = atom();
      left = tie((result) =>
        times
          ? relate(relations.product, { product: result, left: first, right })
          : relate(relations.ratio, { ratio: result, numerators: [first], denominator: right }),
      );
    }
    return left;
  };
  const addition = (): Cell => {
    const terms = [product()];
    const weights = ["1"];
    while (tokens[at] === "+" || tokens[at] === "-") {
      weights.push(tokens[at++] === "+" ? "1" : "-1");
      terms.push(product());
    }
    return terms.length === 1 ? (terms[0] as Cell) : weighted(terms, weights);
  };
  const made = addition();
  if (at !== tokens.length) throw new NotUnderstood(`the expression "${text}"`);
  return made;
}

export const compare: Adapter = (peer) => {
  const sides = [peer.left, peer.right].map((side) => (side === null ? "null" : String(side)));
  const present = sides.map((side, i) => figure(`side ${i + 1}`, side === "null" ? "0" : "1"));
  if (peer.op === "both-or-neither") return asExpected(peer, compared(present.slice(0, 1), present.slice(1), "="));
  if (peer.op === "not-both") return asExpected(peer, compared(present, [figure("one", "1")], "<="));
  const probe: Built = { cells: new Map(), relations: [], operands: [] };
  for (const side of sides) build(side, probe, false);
  const policy = missingPolicy(peer.missing, probe.operands);
  const built: Built = { cells: new Map(), relations: [], operands: [] };
  const [left, right] = sides.map((side) => build(side, built, policy === "zero").id) as [string, string];
  const values = new Map(
    derive(network({ cells: [...built.cells.values()], relations: built.relations })).network.cells.map((cell) => [cell.id, cell]),
  );
  const value = (id: string): Cell => values.get(id) ?? cellOf({ id });
  const stated = (id: string): Decimal | null => value(id).quantity?.value ?? null;
  const answer = compared([value(left)], [value(right)], peer.op as string);
  return asExpected(peer, {
    ...answer,
    ...(policy === "skip" ? { verdict: "unverifiable" } : {}),
    leftValue: stated(left),
    rightValue: stated(right),
  } as { verdict: string });
};
