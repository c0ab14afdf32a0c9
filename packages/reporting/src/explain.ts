import {
  type Address,
  addressKey,
  type Cell,
  type Checked,
  type Comparison,
  type Decimal,
  difference,
  examine,
  type Finding,
  formulaOf,
  growth,
  previous,
  type Quantity,
  type WorkingLine,
  workingOf,
} from "@khop/core";
import { networkFrom, type ReportFacts } from "./network.ts";

/** How a figure of a report came to be, and what became of it since the period before. */
export interface Explained {
  /** The key of its fact, as the figure carries it in the report. */
  readonly fact: string;
  readonly label: string;
  readonly text: string;
  /** The arithmetic that makes it, and what that is called; undefined for a figure that was entered, or follows from no one rule. */
  readonly working?: { readonly kind: { readonly vi: string; readonly en: string }; readonly lines: readonly WorkingLine[] };
  readonly before?: string;
  /** Current less before, in its unit; points between percentages. Above, below or at zero. */
  readonly change?: {
    readonly text: string;
    readonly growth?: string;
    /** The growth itself, in percent. */
    readonly rate?: Decimal;
    readonly is: "up" | "down" | "same";
  };
  /** Where units were changed since the period before: whether that could be recast, and why not. */
  readonly comparison?: Comparison;
  /** How many breakdowns it is a part along; none for a whole. */
  readonly members: number;
}

/** What a report says, figure by figure, and what does not fit in it. */
export interface Explanation {
  readonly figures: readonly Explained[];
  readonly findings: readonly Finding[];
}

/** What else is known of the facts that are explained. */
export interface ExplainOptions {
  /** How earlier facts were put onto the unit as it is now. */
  readonly comparisons?: readonly Comparison[];
  /** Nothing in them is at odds, as is known already: neither arithmetic nor findings are looked for. */
  readonly fits?: boolean;
}

/** Explains every figure of a period that was entered or follows: by its formula, and against the period before. */
export function explain(material: ReportFacts, { comparisons = [], fits = false }: ExplainOptions = {}): Explanation {
  const { orgUnit, period, facts } = material;
  const network = networkFrom(material);
  const { checked, findings } = fits ? { checked: [], findings: [] } : examine(network);
  const told = new Set(facts.map((fact) => addressKey({ ...fact, period: fact.period })));
  const keyOf = ({ address }: Cell): string => addressKey(address);
  const earlier = new Map(
    network.cells.filter((cell) => cell.address.period?.id === previous(period).id).map((cell) => [keyOf(cell), cell]),
  );
  const about = new Map<Cell, Checked[]>();
  for (const one of checked) for (const cell of one.relation.cells) about.set(cell, [...(about.get(cell) ?? []), one]);
  const here = (cell: Cell): boolean =>
    cell.address.period?.id === period.id && cell.address.orgUnit === orgUnit.id && cell.quantity !== null && !cell.hidden;
  const figures = network.cells.filter(here).map((cell): Explained => {
    const fact = keyOf(cell);
    const comparison = comparisonOf(cell.address, comparisons, previous(period).id);
    const isApart = comparison?.is === "notComparable";
    const before = isApart ? undefined : (earlier.get(addressKey({ ...cell.address, period: previous(period) }))?.quantity ?? undefined);
    const working = told.has(fact) ? undefined : workingIn(cell, about.get(cell) ?? []);
    return {
      fact,
      label: cell.label,
      text: (cell.quantity as Quantity).format(),
      members: Object.keys(cell.address.members ?? {}).length,
      ...(working === undefined ? {} : { working }),
      ...(comparison === undefined || (before === undefined && !isApart) ? {} : { comparison }),
      ...(before === undefined ? {} : { before: before.format(), ...changeIn(cell.quantity as Quantity, before) }),
    };
  });
  return {
    figures,
    findings: findings.filter(({ cells }) => cells.some(({ address }) => address.period?.id === period.id)),
  };
}

/** What was done to the figure of before, or, of a figure that follows from others, to those of its indicator: one that cannot be compared first. */
function comparisonOf({ indicator, members = {} }: Address, comparisons: readonly Comparison[], period: string): Comparison | undefined {
  const near = comparisons.filter((one) => one.period.id === period && one.indicator === indicator);
  const own = near.find((one) => addressKey({ members: one.members }) === addressKey({ members }));
  return own ?? near.find(({ is }) => is === "notComparable") ?? near[0];
}

/** The arithmetic of the relation that makes a cell. */
function workingIn(cell: Cell, relations: readonly Checked[]): Explained["working"] {
  const maker = relations.find(({ relation }) => relation.places[relation.kind.focus] === cell && formulaOf(relation, cell) !== null);
  return maker === undefined ? undefined : { kind: maker.relation.kind.name, lines: workingOf(maker, "vi").lines };
}

function changeIn(current: Quantity, before: Quantity): Pick<Explained, "change"> {
  const by = difference(current, before);
  if (by.value === null) return {};
  const isRate = current.unit.kind === "percent" || current.unit.kind === "point";
  const rate = isRate ? null : growth(current, before);
  const is = by.value.isZero() ? "same" : by.value.isNegative() ? "down" : "up";
  return {
    change: { text: by.format("vi"), is, ...(rate === null || rate.value === null ? {} : { growth: rate.format("vi"), rate: rate.value }) },
  };
}
