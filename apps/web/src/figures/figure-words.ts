import { addressFrom, addressKey, formatVi } from "@khop/core";
import type { Regime, StoredFact } from "../api/collecting.ts";
import type { Language } from "../language.tsx";

interface Cell {
  readonly indicator: string;
  readonly members?: Readonly<Record<string, string>>;
}

type Indicator = Regime["indicators"][number];

/** The name of a cell, whoever's and whenever's. */
export const cellKey = ({ indicator, members = {} }: Cell): string => addressKey({ indicator, members });

/** The cell that a key is of; undefined for a text that is none. */
export function cellIn(key: string): Cell | undefined {
  const address = addressFrom(key);
  return address?.indicator === undefined ? undefined : { indicator: address.indicator, members: address.members ?? {} };
}

/** Members as people call them: "trực tuyến, cấp xã". */
export function membersIn(indicator: Indicator | undefined, members: Readonly<Record<string, string>> = {}, language: Language): string {
  return Object.entries(members)
    .map(([breakdown, id]) => {
      const member = indicator?.breakdowns?.find((one) => one.id === breakdown)?.members.find((one) => one.id === id);
      return (language === "en" ? member?.en : undefined) ?? member?.vi ?? id;
    })
    .join(", ");
}

export const indicatorIn = (indicator: Indicator, language: Language): string =>
  (language === "en" ? indicator.en : undefined) ?? indicator.vi;

/** A cell as people call it: its indicator, and which part of it. */
export function cellNameIn(regime: Regime | undefined, cell: Cell, language: Language): string {
  const indicator = regime?.indicators.find(({ id }) => id === cell.indicator);
  const name = indicator === undefined ? cell.indicator : indicatorIn(indicator, language);
  return [name, membersIn(indicator, cell.members, language)].filter((part) => part !== "").join(", ");
}

const statuses: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  missing: { vi: "chưa có", en: "missing" },
  structuralZero: { vi: "không phát sinh", en: "nothing there" },
  notApplicable: { vi: "không áp dụng", en: "not applicable" },
  estimated: { vi: "ước tính", en: "estimated" },
  provisional: { vi: "sơ bộ", en: "provisional" },
};

/** A figure as it is told, without its unit: 1.284; chưa có. */
export function figureIn(fact: Pick<StoredFact, "value" | "upper" | "decimals" | "status"> | null, language: Language): string {
  if (fact === null) return "";
  const status = statuses[fact.status]?.[language];
  if (fact.value === null) return status ?? statuses.missing?.[language] ?? "";
  const number = formatVi(fact.value, Math.max(fact.decimals ?? 0, 0));
  const whole = fact.upper === undefined ? number : `${number} – ${formatVi(fact.upper)}`;
  return status === undefined ? whole : `${whole} (${status})`;
}
