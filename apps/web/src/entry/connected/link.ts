import { codeOf, entriesOf, type ReportRegime } from "@khop/catalog/report";
import { type Fact, period, previous, quantity, type Status } from "@khop/core";
import { type StoredFact, type SubmissionKey, submissionAt } from "../../api/collecting.ts";
import { allOf, answered, khop } from "../../api/khop.ts";
import { cellsOf } from "../facts.ts";
import { type Cells, keyOf } from "../view.ts";
import type { Base, Heard } from "./ledger.ts";

/** The keys of the cells that the server takes for this unit and period; what is told once a year is not among them. */
const keysOf = (regime: ReportRegime, at: string): readonly string[] =>
  entriesOf(regime)
    .filter(({ indicator }) => indicator.frequency === undefined)
    .map(({ indicator, members }) => keyOf(at, codeOf(indicator, members)));

const factOf = ({
  indicator,
  orgUnit,
  period: of,
  members,
  value,
  upper,
  decimals,
  unit,
  exponent,
  hedge,
  status,
  asOf,
  source,
}: StoredFact): Fact => ({
  indicator,
  orgUnit,
  period: period(of),
  ...(members === undefined ? {} : { members }),
  quantity:
    value === null || unit === undefined
      ? null
      : quantity({
          value,
          unit: unit as never,
          exponent: exponent ?? 0,
          ...(decimals === undefined ? {} : { decimals }),
          ...(upper === undefined ? {} : { upper }),
          ...(hedge === undefined ? {} : { hedge: hedge as never }),
        }),
  status: status as Status,
  ...(asOf === undefined ? {} : { asOf }),
  ...(source === undefined ? {} : { source }),
});

/** What the server has of a submission: the texts of its cells, with their versions. */
export async function askEntries(regime: ReportRegime, key: SubmissionKey): Promise<Base> {
  const { items } = await answered(khop.GET(`${submissionAt}/entries`, { params: { path: { ...key } } }));
  const stored = (items as readonly { readonly fact: StoredFact | null }[]).flatMap(({ fact }) => fact ?? []);
  const said: Record<string, Heard> = Object.fromEntries(keysOf(regime, key.period).map((one) => [one, { text: "", version: 0 }]));
  for (const fact of stored) {
    const [[at, typed] = []] = Object.entries(cellsOf(regime, [factOf(fact)]));
    if (at !== undefined && at in said)
      said[at] = { text: fact.status === "missing" ? "" : (typed?.text ?? ""), version: fact.version, by: fact.by, at: fact.at };
  }
  return said;
}

/** What is shown beside: the period before, and what is told once a year. */
export async function askEarlier(regime: ReportRegime, { province, orgUnit, period: id }: SubmissionKey): Promise<Cells> {
  const now = period(id);
  const periods = [previous(now).id, `${now.year - 1}-A1`, `${now.year - 2}-A1`];
  const facts = await Promise.all(
    periods.map((of) =>
      allOf((query) =>
        khop.GET("/api/v1/provinces/{province}/facts", { params: { path: { province }, query: { ...query, orgUnit, period: of } } }),
      ),
    ),
  );
  return cellsOf(regime, facts.flat().map(factOf));
}
