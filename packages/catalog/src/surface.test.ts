import { expect, it } from "vitest";
import * as catalog from "./index.ts";
import * as report from "./report/index.ts";
import * as testing from "./testing/index.ts";

it("@khop/catalog offers these names and no others", () => {
  expect(Object.keys(catalog).sort().join(" ")).toMatchInlineSnapshot(`"decree30 decree30Styles layoutRegimes parseLayoutRegime styleSheets"`);
});

it("@khop/catalog/report offers these names and no others", () => {
  expect(Object.keys(report).sort().join(" ")).toMatchInlineSnapshot(`"anPhuLineage anPhuOrgUnits anPhuReport blankRows carryOver codeOf collecting communeMonthly communes2024 departmentMonthly departmentMonthlyTwoLevel entriesOf factsIn factsOf fill generateFacts healthQuarterly madeUpProvinces networkOf october2024 onlyPlace outlineOf parseReportRegime partsOf patternsOf readRows references2024 regimeData reportRegimes rowsOf september2024 templatePlaces toldBy workCalendar"`);
});

it("@khop/catalog/testing offers these names and no others", () => {
  expect(Object.keys(testing)).toEqual(["october2024Figures"]);
});
