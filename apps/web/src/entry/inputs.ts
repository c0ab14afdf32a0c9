import { codeOf, entriesOf } from "@khop/catalog/report";
import type { Fact } from "@khop/core";
import { factsIn, keyOfFact, regimeOf } from "./facts.ts";
import { type Answered, type Asked, type CellInput, keyOf } from "./view.ts";

/** What was typed at some places as a server takes it; a text that is no figure is not among them. */
export function inputs({ book, keys }: Asked["inputs"]): Answered["inputs"] {
  const regime = regimeOf(book);
  const wanted = new Set(keys);
  const given: Record<string, CellInput> = {};
  for (const fact of factsIn(book).facts) {
    const key = keyOfFact(regime, fact);
    if (key !== undefined && wanted.has(key)) given[key] = inputOf(fact);
  }
  for (const { indicator, members } of entriesOf(regime)) {
    const key = keyOf(book.period, codeOf(indicator, members));
    if (wanted.has(key) && book.cells[key] === undefined)
      given[key] = { indicator: indicator.id, members: { ...members }, value: null, status: "missing" };
  }
  return given;
}

function inputOf({ indicator, members, quantity, status, asOf, source }: Fact): CellInput {
  const { value, upper, decimals, hedge } = quantity ?? {};
  return {
    indicator,
    ...(members === undefined ? {} : { members: { ...members } }),
    value: value?.toFixed(Math.max(decimals ?? 0, 0)) ?? null,
    ...(upper === undefined ? {} : { upper: upper.toFixed() }),
    ...(hedge === undefined ? {} : { hedge }),
    ...(status === undefined ? {} : { status }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(source === undefined ? {} : { source }),
  };
}
