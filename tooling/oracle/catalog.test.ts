import { readFileSync } from "node:fs";
import { departmentMonthly, fill, october2024, references2024, september2024 } from "@khop/catalog/report";
import { check, Decimal } from "@khop/core";
import { describe, expect, it } from "vitest";
import { catalogue, isGiven, whyNot } from "./given.ts";
import { type Row, rowsOf } from "./rows.ts";
import { valuesOf } from "./sample.ts";

const kinds: Readonly<Record<Row["type"], string>> = { SUM: "total", SHARE: "share", CLOSE: "composition" };

describe.skipIf(!isGiven)(isGiven ? "the regime of October 2024" : `the regime of October 2024: ${whyNot}`, () => {
  const scope = { orgUnits: october2024.orgUnits, periods: [september2024.period, october2024.period], facts: [...references2024, ...september2024.facts, ...october2024.facts] };
  const { checked } = check(fill(departmentMonthly, scope).network);
  /** Values of any print: 88.10 and 88.1 are one; parts that are zero may be left out. */
  const inOrder = (values: readonly string[]): string => values.map((value) => new Decimal(value)).filter((value) => !value.isZero()).map((value) => value.toFixed()).sort().join(" ");
  const rows = isGiven ? rowsOf(readFileSync(catalogue, "utf8")).filter(({ holds }) => holds) : [];

  it.each(rows)("has a rule that $id is an instance of: $values", ({ type, values }) => {
    const found = checked.filter((one) => one.relation.kind.kind === kinds[type] && one.relation.id.endsWith("2024-M10") && inOrder(valuesOf(one)) === inOrder(values));
    expect(found.map(({ verdict }) => verdict)).toContain("holds");
  });
});
