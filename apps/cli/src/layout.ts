import { layoutRegimes } from "@khop/catalog";
import { checkLayout, type MeasuredLayout, regimeOn, severities } from "@khop/core";
import { measureDocx, measureText } from "@khop/reader/layout";
import { type Examined, isSheet } from "./examined.ts";

/** A document with what was found of its layout, by the rules that were in force on its day, else today's; worst first. */
export function withLayout(document: Examined): Examined {
  const { source, text } = document;
  const today = new Date().toISOString().slice(0, 10);
  if (isSheet(source)) return { ...document, layout: { regime: undefined, day: today, findings: [] } };
  const measured =
    source.format === "docx" ? measureDocx(source.bytes) : measureText(text, source.format === "markdown" ? "markdown" : "text");
  const day = dayOf(measured) ?? today;
  const regime = regimeOn(layoutRegimes, day);
  const findings = regime === undefined ? [] : checkLayout(measured, regime);
  findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { ...document, layout: { regime, day, findings } };
}

/** The day that stands in the head of a document; a draft leaves it open. */
function dayOf({ lines }: MeasuredLayout): string | undefined {
  const line = lines.find(({ part }) => part === "placeDate")?.text ?? "";
  const [, day = "", month = "", year = ""] = /(\d{1,2})(?:\s*tháng\s*|[/.-])(\d{1,2})(?:\s*năm\s*|[/.-])(\d{4})/u.exec(line) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return year === "" || Number.isNaN(Date.parse(iso)) ? undefined : iso;
}
