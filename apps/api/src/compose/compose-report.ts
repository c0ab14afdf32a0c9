import { outlineOf, type RegimeOutline, type ReportRegime, toldBy } from "@khop/catalog/report";
import { type OrgUnit, period } from "@khop/core";
import { letterOf, type Material, prepare, type ReportFormat, writeReport } from "@khop/reporting";
import { readPassages, readTemplates, type Store } from "@khop/store";
import type * as z from "zod";
import { comparedFacts } from "../compared-facts.ts";
import { refused } from "../http/refuse.ts";
import type { head as headSchema } from "../routes/letter.ts";
import { engines } from "./engines.ts";

/** Media types of the formats that reports are written in. */
export const reportTypes: Readonly<Record<ReportFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Which report is to be made, from what. */
export interface AskedReport {
  readonly province: string;
  readonly regime: ReportRegime;
  readonly period: string;
  readonly orgUnit: string;
  readonly orgUnits: readonly OrgUnit[];
  readonly format: ReportFormat;
  readonly head: z.output<typeof headSchema>;
  /** Words in the place of those that the store has. */
  readonly written?: Readonly<Record<string, string>>;
  /** From what stood then. */
  readonly until?: Date;
}

/** What a province tells in the reports of a regime: by its own templates where it has them, as they stand or stood at a time. */
export async function outlineIn(
  store: Store,
  province: string,
  regime: ReportRegime,
  then: { readonly until?: Date } = {},
): Promise<RegimeOutline> {
  const own = await readTemplates(store, province, regime.id, then);
  return toldBy(outlineOf(regime), Object.fromEntries(own.flatMap(({ template, text }) => (text === null ? [] : [[template, text]]))));
}

/** A unit's report, made from the facts, passages and templates of the store. */
export async function composeReport(store: Store, asked: AskedReport): Promise<string | Uint8Array> {
  const material = await materialOf(store, asked);
  return writeReport(prepare(material), asked.format, material, engines);
}

/** What a unit's report is made from. */
export async function materialOf(store: Store, asked: Omit<AskedReport, "format">): Promise<Material> {
  const { province, regime, period: when, orgUnit, orgUnits, head, written = {}, until } = asked;
  const unit = orgUnits.find((one) => one.id === orgUnit);
  if (unit === undefined)
    throw refused("api/not-found", `Không có đơn vị "${orgUnit}".`, `There is no org unit "${orgUnit}".`, { what: orgUnit });
  const of = period(when);
  if (of.frequency !== regime.frequency) {
    const issues = [{ place: "period", message: regime.frequency }];
    throw refused("api/bad-request", `Kỳ ${when} không phải kỳ của chế độ này.`, `${when} is no period of this regime.`, { issues });
  }
  const then = until === undefined ? {} : { until };
  const facts = (await comparedFacts(store, { province, regime, period: of, orgUnits, ...then }, [unit])).get(orgUnit)?.facts ?? [];
  const passages = await readPassages(store, province, { regime: regime.id, period: when, orgUnit }, then);
  return {
    regime,
    orgUnit: { ...unit, level: regime.level },
    period: of,
    facts,
    letter: letterOf(regime, { letter: head.letter }, { number: head.number, date: head.date, tasks: head.tasks }),
    written: { ...Object.fromEntries(passages.map(({ passage, text }) => [passage, text])), ...written },
    outline: await outlineIn(store, province, regime, then),
  };
}
