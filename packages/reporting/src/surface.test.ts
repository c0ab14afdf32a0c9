import { expect, it } from "vitest";
import * as engines from "./engines/index.ts";
import * as reporting from "./index.ts";

it("@khop/reporting offers these names and no others", () => {
  expect(Object.keys(reporting).sort().join(" ")).toMatchInlineSnapshot(`"KeptSeries csvOf explain factFromJson factJson factsInCsv factsInXlsx letterOf madeUpMaterial networkFrom prepare readSeries reportFormats roomsOf series seriesNeeds templatesOf tryTemplate writeReport xlsxOf"`);
});

it("@khop/reporting/engines offers these names and no others", () => {
  expect(Object.keys(engines).sort().join(" ")).toBe("drawerPackages findDrawer findPrinter printerPackages");
});
