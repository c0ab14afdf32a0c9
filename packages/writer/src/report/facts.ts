import { Decimal, formatVi, KhopError, type Quantity, type Span } from "@khop/core";
import "../errors.ts";

/** The quantities that a report's figures are written from, by the key of their fact; null where a fact is missing. */
export type Facts = ReadonlyMap<string, Quantity | null>;

type FigureSpan = Extract<Span, { is: "figure" }>;

/** A figure as it is written. */
export interface ShownFigure {
  readonly is: "figure";
  readonly fact: string;
  readonly text: string;
  readonly quantity: Quantity | null;
  readonly decimals: number | undefined;
}

/**
 * A figure in Vietnamese writing: its number, without the unit, which stands in the words beside it; as it is given where its author wrote
 * it out ("05", "không phát sinh"); "…" for a fact that is missing.
 *
 * @throws KhopError `writer/unknown-fact` when no fact of that key is given.
 */
export function shownFigure({ fact, text, decimals }: FigureSpan, facts: Facts): ShownFigure {
  const quantity = facts.get(fact);
  if (quantity === undefined) throw unknownFact(fact, facts);
  const number = quantity === null ? "…" : formatVi(new Decimal(quantity.value), decimals ?? Math.max(quantity.decimals, 0));
  return { is: "figure", fact, text: text ?? number, quantity, decimals };
}

function unknownFact(fact: string, facts: Facts): KhopError<"writer/unknown-fact"> {
  const alike = (key: string): number => [...key].findIndex((sign, i) => sign !== fact[i]);
  const nearest = [...facts.keys()].sort((a, b) => alike(b) - alike(a)).slice(0, 3);
  const known = nearest.length === 0 ? "No fact is given." : `Nearest: ${nearest.join(", ")}.`;
  return new KhopError("writer/unknown-fact", `A figure of the report is made from the fact "${fact}", which is not given. ${known}`, {
    fact,
    nearest,
  });
}
