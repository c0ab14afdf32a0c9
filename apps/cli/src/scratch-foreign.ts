import { readdirSync, readFileSync } from "node:fs";
import { departmentMonthly, networkOf, october2024, healthQuarterly } from "@khop/catalog/report";
import { previous } from "@khop/core";
import { readText } from "@khop/reader";
import { matchFigures } from "@khop/reader/match";
const period = october2024.period;
const input = { indicators: departmentMonthly.indicators, network: networkOf(departmentMonthly, { orgUnits: october2024.orgUnits, periods: [previous(period), period], facts: [] }), period };
let figs = 0, got = 0;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const doc = readText(text, "markdown");
  const { matches, doubts } = matchFigures(doc, input);
  figs += doc.figures.filter((f) => f.role === "quantity").length; got += matches.length;
  for (const m of matches) console.log(m.sure.toFixed(2), m.address.indicator, Object.values(m.address.members ?? {}).join(" "), "←", text.slice(Math.max(0, m.start - 60), m.end + 40).replace(/\n/g, "⏎"));
}
console.log({ figs, got });
