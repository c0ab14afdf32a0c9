import { styleSheets } from "@khop/catalog";
import { anPhuReport, fill, october2024, outlineOf, type ReportRegime, references2024, reportRegimes, september2024 } from "@khop/catalog/report";
import { type Fact, type OrgUnit, previous, regimeOn, type StyleSheet } from "@khop/core";
import { compose } from "@khop/writer/prose";
import { writeDocx } from "@khop/writer/report";
const regime = reportRegimes.find(({ id }) => id === october2024.regime) as ReportRegime;
const layout = regimeOn(styleSheets, "2024-10-16") as StyleSheet;
const { period } = october2024;
const t = { fill: 0, compose: 0, docx: 0 };
function go() {
  const orgUnit = october2024.orgUnits[0] as OrgUnit;
  const a = performance.now();
  const { network } = fill(regime, { orgUnits: [orgUnit], periods: [previous(period), period], facts: [...references2024, ...september2024.facts, ...october2024.facts] });
  const b = performance.now();
  const made = compose({ outline: outlineOf(regime), indicators: regime.indicators, network, orgUnit, period, ...anPhuReport });
  const c = performance.now();
  writeDocx(made.report, { facts: made.facts, layout });
  const d = performance.now();
  t.fill += b - a; t.compose += c - b; t.docx += d - c;
}
for (let i = 0; i < 60; i++) go();
t.fill = t.compose = t.docx = 0;
for (let i = 0; i < 200; i++) go();
console.log(t.fill / 200, t.compose / 200, t.docx / 200);
