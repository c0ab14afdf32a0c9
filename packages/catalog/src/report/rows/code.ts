import { type Fact, nearest } from "@khop/core";
import type { RegimeData, RegimeIndicator } from "../regime.ts";

export interface Coded {
  readonly indicator: RegimeIndicator;
  readonly members: Readonly<Record<string, string>>;
}

/** What a code names that is not there, and what is nearest. */
export interface NotCoded {
  readonly what: "indicator" | "member";
  readonly name: string;
  readonly known: readonly string[];
  readonly nearest: string | undefined;
}

/** The figure that a code names: an indicator, and the members that it is of, in any order: "documents sent commune". */
export function decode({ indicators }: Pick<RegimeData, "indicators">, code: string): Coded | NotCoded {
  const [id = "", ...words] = code.trim().split(/\s+/);
  const indicator = indicators.find((one) => one.id === id);
  if (indicator === undefined) {
    const known = indicators.map((one) => one.id);
    return { what: "indicator", name: id, known, nearest: nearest(id, known) };
  }
  const members: Record<string, string> = {};
  for (const word of words) {
    const breakdown = indicator.breakdowns?.find((one) => one.members.some((member) => member.id === word));
    if (breakdown === undefined) {
      const known = indicator.breakdowns?.flatMap((one) => one.members.map((member) => member.id)) ?? [];
      return { what: "member", name: word, known, nearest: nearest(word, known) };
    }
    members[breakdown.id] = word;
  }
  return { indicator, members };
}

/** The code of a fact: members in the order of its indicator's breakdowns. */
export function encode({ id, breakdowns = [] }: Pick<RegimeIndicator, "id" | "breakdowns">, members: Fact["members"] = {}): string {
  return [id, ...breakdowns.flatMap((one) => members[one.id] ?? [])].join(" ");
}

/** What a code's figure is called: "Văn bản đi, đến, văn bản đi, cấp xã". */
export const nameOf = ({ vi, breakdowns = [] }: Pick<RegimeIndicator, "vi" | "breakdowns">, members: Fact["members"] = {}): string =>
  [vi, ...breakdowns.flatMap((one) => one.members.find(({ id }) => id === members[one.id])?.vi ?? [])].join(", ");
