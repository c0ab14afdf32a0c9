import { codeOf, type ReportRegime, reportRegimes } from "@khop/catalog/report";
import type { Arguments } from "./arguments.ts";
import type { Language } from "./language.ts";
import { print } from "./output.ts";
import { regimeNamed } from "./work/regime.ts";

/** `khop regimes [ID]`: the report regimes that there are, or the indicators of one with the codes that tables and templates name them by. */
export function regimes({ operands, language, format }: Arguments): number {
  const [id] = operands;
  const shown = id === undefined ? reportRegimes : [regimeNamed(id)];
  if (format === "json") {
    print(
      `${JSON.stringify(
        shown.map((one) => (id === undefined ? briefOf(one) : { ...briefOf(one), indicators: indicatorsOf(one, language) })),
        null,
        2,
      )}\n`,
    );
    return 0;
  }
  print(id === undefined ? shown.map((one) => listed(one, language)).join("\n") : shown.map((one) => detailed(one, language)).join("\n"));
  return 0;
}

const briefOf = ({ id, version, name, frequency, validFrom, validTo, indicators }: ReportRegime) => ({
  id,
  version,
  name,
  frequency,
  validFrom,
  validTo,
  indicators: indicators.length,
});

function listed({ id, name, validFrom, validTo, indicators }: ReportRegime, language: Language): string {
  const days =
    validTo === null
      ? { vi: `từ ${validFrom}`, en: `since ${validFrom}` }
      : { vi: `${validFrom} đến ${validTo}`, en: `${validFrom} to ${validTo}` };
  return `${id}\n  ${name[language]}\n  ${days[language]} · ${indicators.length} ${language === "vi" ? "chỉ tiêu" : "indicators"}\n`;
}

function detailed(regime: ReportRegime, language: Language): string {
  const rows = indicatorsOf(regime, language);
  const width = Math.max(...rows.map(({ code }) => code.length));
  const lines = rows.map(
    ({ code, name, unit, members }) =>
      `  ${code.padEnd(width)}  ${name} (${unit})${members === "" ? "" : `\n  ${"".padEnd(width)}  ${members}`}`,
  );
  return `${listed(regime, language)}\n${lines.join("\n")}\n`;
}

function indicatorsOf({ indicators }: ReportRegime, language: Language) {
  return indicators.map((one) => ({
    code: codeOf(one),
    name: language === "vi" ? one.vi : (one.en ?? one.vi),
    unit: one.unit.id,
    members: (one.breakdowns ?? []).map(({ vi, members }) => `${vi}: ${members.map(({ id }) => id).join(", ")}`).join("; "),
  }));
}
