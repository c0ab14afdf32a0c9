import { type Fact, type Hedge, type Period, period, quantity, type Unit, type UnitKind } from "@khop/core";
import type { FactTable, Saying } from "../database/tables.ts";
import { refusal } from "../errors.ts";

/** A fact as it stands in the store: which version, who said it, when, from which submission and why. */
export interface StoredFact extends Fact {
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  readonly submission?: string;
  readonly why?: string;
}

/** Names that stand in the text of members. */
const plain = /^[^=|]+$/;

/**
 * Members as one text, breakdowns in one order: "channel=online|level=commune"; empty for the whole.
 *
 * - Throws: KhopError `store/bad-members` for a name that the text could not be read back from.
 */
export function membersText({ indicator, members = {} }: Pick<Fact, "indicator" | "members">): string {
  const entries = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = entries.map(([breakdown, member]) => `${breakdown}=${member}`).join("|");
  if (entries.flat().every((name) => plain.test(name))) return text;
  const said = {
    vi: `Phân tổ "${text}" của chỉ tiêu "${indicator}" có tên rỗng hoặc chứa "=" hay "|". Hãy đổi tên đó.`,
    en: `The members "${text}" of the indicator "${indicator}" hold a name that is empty or has "=" or "|". Change that name.`,
  };
  throw refusal("store/bad-members", said, { indicator, members: text });
}

/** The members that a text of them says. */
export function membersIn(text: string): { members?: Record<string, string> } {
  if (text === "") return {};
  return { members: Object.fromEntries(text.split("|").map((pair) => pair.split("=") as [string, string])) };
}

/** What a fact says, as columns. */
export function sayingOf({ quantity: figure, status, asOf, source }: Fact): Saying {
  return {
    value: figure === null ? null : figure.value.toFixed(Math.max(figure.decimals, figure.value.decimalPlaces(), 0)),
    upper: figure?.upper?.toFixed() ?? null,
    decimals: figure?.decimals ?? null,
    exponent: figure?.exponent ?? null,
    unit: figure?.unit.id ?? null,
    unit_kind: figure?.unit.kind ?? null,
    unit_dimension: figure?.unit.dimension ?? null,
    unit_exponent: figure?.unit.exponent ?? null,
    exact: figure?.exact ?? null,
    hedge: figure?.hedge ?? null,
    status: status ?? (figure === null ? "missing" : "stated"),
    as_of: asOf ?? null,
    source: source ?? null,
  };
}

/** The fact that a row of the store says. */
export function factIn(row: FactTable): StoredFact {
  const { org_unit, indicator, members, version, said_by, said_at, submission, why, as_of, source, status } = row;
  return {
    indicator,
    orgUnit: org_unit,
    period: periodOf(row.period),
    ...membersIn(members),
    quantity: quantityIn(row),
    status,
    ...(as_of === null ? {} : { asOf: as_of }),
    ...(source === null ? {} : { source }),
    version,
    by: said_by,
    at: said_at as unknown as Date,
    ...(submission === null ? {} : { submission }),
    ...(why === null ? {} : { why }),
  };
}

/** The fact that one of many says which have all but their unit and value in common, without who said it and when. */
export function figureIn(common: Omit<FigureTable, "org_unit" | "value">, orgUnit: string, value: string): Fact {
  const { indicator, members } = common;
  return { indicator, orgUnit, period: periodOf(common.period), ...membersIn(members), quantity: quantityIn({ ...common, value }) };
}

export type FigureTable = Pick<FactTable, (typeof figureNames)[number]>;

/** What a quantity is made of. */
const quantityColumns = [
  "value",
  "upper",
  "decimals",
  "exponent",
  "unit",
  "unit_kind",
  "unit_dimension",
  "unit_exponent",
  "exact",
  "hedge",
] as const satisfies readonly (keyof Saying)[];

/** What a figure is made of. */
export const figureNames = [
  "period",
  "org_unit",
  "indicator",
  "members",
  ...quantityColumns,
] as const satisfies readonly (keyof FactTable)[];

const periods = new Map<string, Period>();

/** The same few periods stand in all rows. */
function periodOf(id: string): Period {
  const before = periods.get(id);
  if (before !== undefined) return before;
  const made = period(id);
  periods.set(id, made);
  return made;
}

function quantityIn({
  value,
  upper,
  decimals,
  exponent,
  exact,
  hedge,
  unit,
  unit_kind,
  unit_dimension,
  unit_exponent,
}: Pick<Saying, (typeof quantityColumns)[number]>): Fact["quantity"] {
  if (value === null) return null;
  const measured: Unit = {
    id: unit ?? "",
    kind: (unit_kind ?? "count") as UnitKind,
    ...(unit_dimension === null ? {} : { dimension: unit_dimension }),
    ...(unit_exponent === null ? {} : { exponent: unit_exponent }),
  };
  return quantity({
    value,
    unit: measured,
    ...(exponent === null ? {} : { exponent }),
    ...(decimals === null ? {} : { decimals }),
    ...(exact === null ? {} : { exact }),
    ...(hedge === null ? {} : { hedge: hedge as Hedge }),
    ...(upper === null ? {} : { upper }),
  });
}

/** Whether two say the same; a value with a zero more behind the comma shows more decimals, and so does not. */
export function saysTheSame(a: Saying, b: Saying): boolean {
  return sayingColumns.every((column) => a[column] === b[column]);
}

/** What tells a fact from another. */
export const addressColumns = ["province", "period", "org_unit", "indicator", "members"] as const;

/** What makes a fact again; what compiled rules reckon with is for the database alone. */
export const factColumns = (): readonly (keyof FactTable)[] => [...addressColumns, ...versionColumns()];

export const versionColumns = () => ["version", ...sayingColumns, "said_by", "said_at", "submission", "why", "change"] as const;

export const sayingColumns = [...quantityColumns, "status", "as_of", "source"] as const satisfies readonly (keyof Saying)[];
