import { addressKey, type Fact, multiplierName, type OrgUnit, type Period } from "@khop/core";
import { entriesOf } from "../entries.ts";
import type { ReportRegime } from "../regime.ts";
import { encode, nameOf } from "./code.ts";
import { columnNames, headerOf, statusWords } from "./columns.ts";
import { figureText } from "./figure.ts";

const unitText = ({ unit, exponent = 0 }: { readonly unit: { readonly id: string }; readonly exponent?: number }): string =>
  [multiplierName(exponent), unit.id].filter((part) => part !== "").join(" ");

/**
 * Facts as a table, for a sheet or a CSV file: a head, then a row for each fact in the order of the regime's indicators.
 *
 * - Shape: the columns Mã, Chỉ tiêu, Đơn vị, Kỳ, Giá trị, Đơn vị tính, Tình trạng, Tính đến ngày, Nguồn; values as Vietnamese writes them.
 */
export function rowsOf(regime: Pick<ReportRegime, "indicators">, facts: readonly Fact[]): readonly (readonly string[])[] {
  const place = new Map(regime.indicators.map(({ id }, i) => [id, i]));
  const ordered = facts
    .map((fact, i) => ({ fact, at: place.get(fact.indicator) ?? Number.POSITIVE_INFINITY, i }))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  return [
    columnNames.map(headerOf),
    ...ordered.flatMap(({ fact, at }) => {
      const indicator = regime.indicators[at];
      if (indicator === undefined) return [];
      const { members, orgUnit, period, quantity, status, asOf = "", source = "" } = fact;
      return [
        [
          encode(indicator, members),
          nameOf(indicator, members),
          orgUnit,
          period.id,
          quantity === null ? "" : figureText(quantity),
          quantity?.unitText ?? unitText(indicator),
          status === undefined || status === "stated" ? "" : statusWords[status],
          asOf,
          source,
        ],
      ];
    }),
  ];
}

/** The rows that a unit has to fill in for a period: every figure that the forms ask for, without values but those that are known. */
export function blankRows(
  regime: ReportRegime,
  orgUnit: OrgUnit,
  period: Period,
  known: readonly Fact[] = [],
): readonly (readonly string[])[] {
  const told = new Map(
    known.map((fact) => [
      addressKey({ indicator: fact.indicator, orgUnit: fact.orgUnit, period: fact.period, members: fact.members ?? {} }),
      fact,
    ]),
  );
  const asked = entriesOf(regime).map(({ indicator, members }): Fact => {
    const fact: Fact = { indicator: indicator.id, orgUnit: orgUnit.id, period, members, quantity: null };
    return told.get(addressKey({ indicator: indicator.id, orgUnit: orgUnit.id, period, members })) ?? fact;
  });
  return rowsOf(regime, asked);
}
