import { type Breakdown, type Indicator, type IndicatorKind, percent, percentagePoint, type Unit, unitOf } from "@khop/core";
import type { Form, FormRow, NoSuch, RegimeIndicator, RuleData, SourceSystem } from "../regime.ts";

/** All that a regime asks of one source system. */
export interface Chapter {
  readonly source: SourceSystem;
  readonly indicators: readonly RegimeIndicator[];
  readonly rules: readonly RuleData[];
  /** What is entered; the rest follows. */
  readonly rows: readonly FormRow[];
  readonly structuralZeros: readonly NoSuch[];
}

/** What a chapter says once for all of its indicators. */
interface Head {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly responsible: string;
  readonly legal: string;
}

type More = Partial<
  Pick<RegimeIndicator, "breakdowns" | "window" | "domain" | "exponent" | "decimals" | "frequency" | "additive" | "legal">
>;
type Define = (id: string, vi: string, en: string, unit: string, more?: More) => RegimeIndicator;

interface Tools {
  /** How much came in the period. */
  readonly flow: Define;
  /** How much there is. */
  readonly stock: Define;
  /** A percentage of 0 to 100, with two decimals. */
  readonly share: (id: string, vi: string, en: string, more?: More) => RegimeIndicator;
  /** A rise or fall in percent, or in percentage points where `in` says so; below zero for a fall. */
  readonly change: (id: string, vi: string, en: string, more?: More & { readonly in?: "%" | "điểm %" }) => RegimeIndicator;
  /** So many of one thing for each of another. */
  readonly ratio: Define;
}

interface Content {
  readonly indicators: readonly RegimeIndicator[];
  readonly rules?: readonly (RuleData | readonly RuleData[])[];
  readonly rows: readonly FormRow[];
  readonly structuralZeros?: readonly NoSuch[];
}

/** A chapter; `tell` gets the words to name its indicators with. */
export function chapter({ id, vi, en, responsible, legal }: Head, tell: (tools: Tools) => Content): Chapter {
  const make = (kind: IndicatorKind, own: Pick<Indicator, "id" | "vi" | "unit"> & { en: string }, more: More): RegimeIndicator => ({
    kind,
    additive: kind !== "ratio",
    source: id,
    responsible,
    legal,
    decimals: 0,
    ...own,
    ...more,
  });
  const counted =
    (kind: IndicatorKind, unitFrom: (text: string) => Unit): Define =>
    (own, name, english, unit, more = {}) =>
      make(kind, { id: own, vi: name, en: english, unit: unitFrom(unit) }, more);
  const {
    indicators,
    rules = [],
    rows,
    structuralZeros = [],
  } = tell({
    flow: counted("flow", unitOf),
    stock: counted("stock", unitOf),
    ratio: counted("ratio", (text) => ({ id: text, kind: "ratio" })),
    share: (own, name, english, more) =>
      make("ratio", { id: own, vi: name, en: english, unit: percent }, { decimals: 2, domain: { min: 0, max: 100 }, ...more }),
    change: (own, name, english, { in: unit = "%", ...more } = {}) =>
      make(
        "ratio",
        { id: own, vi: name, en: english, unit: unit === "%" ? percent : percentagePoint },
        { decimals: 2, domain: {}, ...more },
      ),
  });
  return { source: { id, name: { vi, en } }, indicators, rules: rules.flat(), rows, structuralZeros };
}

/** A line of a form. */
export const enter = ({ id }: RegimeIndicator, more: Omit<FormRow, "indicator"> = {}): FormRow => ({ indicator: id, ...more });

/** A breakdown from its members: `direct: "trực tiếp / in person"`. */
export function breakdown(id: string, vi: string, members: Readonly<Record<string, string>>): Breakdown {
  return {
    id,
    vi,
    members: Object.entries(members).map(([member, text]) => {
      const [name = "", en = ""] = text.split(" / ");
      return { id: member, vi: name, en };
    }),
  };
}

/** Some of a breakdown's members. */
export const only = (of: Breakdown, ...members: readonly string[]): Breakdown => ({
  ...of,
  members: of.members.filter(({ id }) => members.includes(id)),
});

/** The entry forms of chapters: one for each source system that gives figures. */
export function formsOf(chapters: readonly Chapter[], dueWithin: number): readonly Form[] {
  return chapters.flatMap(({ source, indicators, rows }): Form[] => {
    const responsible = indicators[0]?.responsible;
    if (responsible === undefined) return [];
    const title = { vi: `Biểu nhập số liệu: ${source.name.vi}`, en: `Entry form: ${source.name.en}` };
    return [{ id: source.id, title, responsible, dueWithin, rows }];
  });
}
