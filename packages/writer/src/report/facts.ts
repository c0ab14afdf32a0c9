import { KhopError, type Quantity, type Span } from "@khop/core";
import "../errors.ts";
import { spell, type Writing } from "./spell.ts";

/** The quantities that a report's figures are written from, by the key of their fact; null where a fact is missing. */
export type Facts = ReadonlyMap<string, Quantity | null>;

type FigureSpan = Extract<Span, { is: "figure" }>;

/** A figure as it is written. */
export interface ShownFigure {
  readonly is: "figure";
  readonly fact: string;
  readonly text: string;
  readonly quantity: Quantity | null;
  readonly writing: Writing;
}

/**
 * A figure in Vietnamese writing: its number, without the unit, which stands in the words beside it; as it is given where its author wrote
 * it out ("05", "không phát sinh"); "…" for a fact that is missing.
 *
 * @throws KhopError `writer/unknown-fact` when no fact of that key is given.
 */
export function shownFigure(span: FigureSpan, facts: Facts): ShownFigure {
  const { fact, text } = span;
  const quantity = facts.get(fact);
  if (quantity === undefined) throw unknownFact(fact, facts);
  const { form, around, whenZero, whenMissing, decimals } = span;
  const writing: Writing = {
    ...(form === undefined ? {} : { form }),
    ...(around === undefined ? {} : { around }),
    ...(whenZero === undefined ? {} : { whenZero }),
    ...(whenMissing === undefined ? {} : { whenMissing }),
    ...(decimals === undefined ? {} : { decimals }),
  };
  return { is: "figure", fact, text: text ?? spell(quantity, writing), quantity, writing };
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
