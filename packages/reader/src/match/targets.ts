import { type Address, addressKey, type Cell, domainOf, type Indicator, type Member, type Network, type Period } from "@khop/core";
import { termsOf, Weights } from "./terms.ts";

/** A figure that may be in the report: where it belongs, and by which words it is known. */
export interface Target {
  readonly key: string;
  readonly address: Address;
  readonly indicator: Indicator;
  /** Says by how much something rose or fell. */
  readonly isChange: boolean;
  /** Each name of the indicator, as terms. */
  readonly names: Names;
  /** Each member that it is of, but for levels, which the reader tells. */
  readonly members: readonly { readonly names: Names; readonly siblings: readonly Names[] }[];
  readonly level: string | undefined;
  readonly hasLevels: boolean;
  /** All terms that it is known by. */
  readonly terms: ReadonlySet<string>;
  /** For each breakdown that it is the whole of, the names of its members. */
  readonly wholes: readonly (readonly Names[])[];
}

/** What something is called, each name as terms. */
export type Names = readonly (readonly string[])[];

export interface Targets {
  readonly list: readonly Target[];
  readonly byKey: ReadonlyMap<string, Target>;
  readonly weights: Weights;
  /** Places that always hold the same figure, by the key of each: all of them, itself too. */
  readonly twins: ReadonlyMap<string, readonly string[]>;
  /** Every term that any of them is known by. */
  readonly vocabulary: ReadonlySet<string>;
}

const levelIds: ReadonlySet<string> = new Set(["central", "province", "district", "commune"]);

/** Every figure of a period that a network has a cell for, with what is told once a year. */
export function targetsOf(indicators: readonly Indicator[], network: Network, period: Period): Targets {
  const weights = new Weights();
  const byId = new Map(indicators.map((one) => [one.id, one]));
  for (const { vi, aka = [], breakdowns = [] } of indicators) {
    weights.add([vi, ...aka].flatMap(termsOf));
    for (const { members } of breakdowns) for (const member of members) weights.add([member.vi, ...(member.aka ?? [])].flatMap(termsOf));
  }
  const list = network.cells.flatMap((cell) => targetOf(cell, byId, period));
  const vocabulary = new Set(list.flatMap(({ terms }) => [...terms]));
  return { list, byKey: new Map(list.map((one) => [one.key, one])), weights, vocabulary, twins: twinsIn(network) };
}

/** The chapter that a target is told in: figures of one source stand together. */
export const chapterOf = (key: string, { byKey }: Targets): string => byKey.get(key)?.indicator.source ?? "";

function twinsIn({ relations }: Network): Targets["twins"] {
  const same = relations.filter(({ kind }) => kind.kind === "equality");
  return new Map(
    same.flatMap(({ cells }) => {
      const keys = cells.map(({ address }) => addressKey(address));
      return keys.map((key): [string, readonly string[]] => [key, keys]);
    }),
  );
}

function targetOf({ address, status }: Cell, indicators: ReadonlyMap<string, Indicator>, period: Period): Target[] {
  const indicator = address.indicator === undefined ? undefined : indicators.get(address.indicator);
  if (indicator === undefined || address.period === undefined || status === "structuralZero" || status === "notApplicable") return [];
  if (address.period.id !== period.id && address.period.frequency === period.frequency) return [];
  const { breakdowns = [], vi, aka = [] } = indicator;
  const members: Target["members"][number][] = [];
  const wholes: (readonly Names[])[] = [];
  let level: string | undefined;
  let hasLevels = false;
  for (const breakdown of breakdowns) {
    const chosen = address.members?.[breakdown.id];
    if (breakdown.members.every(({ id }) => levelIds.has(id))) {
      hasLevels = true;
      level = chosen;
      continue;
    }
    const names = namesApart(breakdown.members);
    const at = breakdown.members.findIndex(({ id }) => id === chosen);
    if (at < 0) wholes.push(names);
    else members.push({ names: names[at] as Names, siblings: names.filter((_, i) => i !== at) });
  }
  const names = [vi, ...aka].map(termsOf);
  const chosen = breakdowns.flatMap(({ id, members: all }) => all.filter((one) => one.id === address.members?.[id]));
  const terms = new Set([
    ...names.flat(),
    ...chosen.flatMap((member) => [member.vi, ...(member.aka ?? [])].flatMap(termsOf)),
    ...termsOf(indicator.unit.id),
  ]);
  const isChange = indicator.unit.kind !== "money" && domainOf(indicator).min === undefined;
  return [{ key: addressKey(address), address, indicator, isChange, names, terms, members, level, hasLevels, wholes }];
}

/** The names of members, without the terms that all of them share: "văn bản" of "văn bản đi" and "văn bản đến". */
function namesApart(members: readonly Member[]): readonly Names[] {
  const all = members.map(({ vi, aka = [] }) => [vi, ...aka].map(termsOf));
  const shared = (term: string): boolean => all.length > 1 && all.every((names) => names.every((name) => name.includes(term)));
  return all.map((names) => names.map((name) => (name.every(shared) ? name : name.filter((term) => !shared(term)))));
}
