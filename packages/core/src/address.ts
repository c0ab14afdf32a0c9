import { type Period, period } from "./period.ts";

/** Where a quantity belongs; any part may be unknown. */
export interface Address {
  readonly indicator?: string;
  readonly orgUnit?: string;
  readonly period?: Period;
  /** breakdown → member: `{ channel: "online", level: "commune" }` */
  readonly members?: Readonly<Record<string, string>>;
}

/** Stable text of an address, for keys: parts in one order, unknown parts left out. */
export function addressKey({ indicator, orgUnit, period: of, members }: Address): string {
  // Put together by hand: a check asks for thousands.
  let key = indicator ? `|indicator:${indicator}` : "";
  if (orgUnit) key += `|orgUnit:${orgUnit}`;
  if (of) key += `|period:${of.id}`;
  const breakdowns = members === undefined ? [] : Object.keys(members);
  if (breakdowns.length > 1) breakdowns.sort();
  for (const breakdown of breakdowns) key += `|${breakdown}=${members?.[breakdown]}`;
  return key.slice(1);
}

/**
 * The address that a key of {@link addressKey} is of; undefined for a text that is none.
 *
 * @throws KhopError `core/bad-period` for a period that is none.
 */
export function addressFrom(key: string): Address | undefined {
  const members: Record<string, string> = {};
  let address: Address = {};
  for (const part of key.split("|")) {
    const [, name, text = ""] = /^(indicator|orgUnit|period):(.+)$/.exec(part) ?? [];
    const [, breakdown, member = ""] = name === undefined ? (/^([^=:]+)=(.+)$/.exec(part) ?? []) : [];
    if (name !== undefined) address = { ...address, [name]: name === "period" ? period(text) : text };
    else if (breakdown !== undefined) members[breakdown] = member;
    else return undefined;
  }
  return { ...address, members };
}
