import type { ReportRegime } from "@khop/catalog/report";
import { type OrgUnit, period } from "@khop/core";
import { letterOf, prepare, type ReportFormat, writeReport } from "@khop/reporting";
import { readFacts, readPassages, type Store } from "@khop/store";
import type * as z from "zod";
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

/** A unit's report, made from the facts and passages of the store. */
export async function composeReport(store: Store, asked: AskedReport): Promise<string | Uint8Array> {
  const { province, regime, period: when, orgUnit, orgUnits, format, head, written = {}, until } = asked;
  const unit = orgUnits.find((one) => one.id === orgUnit);
  if (unit === undefined)
    throw refused("api/not-found", `Không có đơn vị "${orgUnit}".`, `There is no org unit "${orgUnit}".`, { what: orgUnit });
  const of = period(when);
  if (of.frequency !== regime.frequency) {
    const issues = [{ place: "period", message: regime.frequency }];
    throw refused("api/bad-request", `Kỳ ${when} không phải kỳ của chế độ này.`, `${when} is no period of this regime.`, { issues });
  }
  const then = until === undefined ? {} : { until };
  const facts = await readFacts(store, { province, orgUnits: [orgUnit], ...then });
  const passages = await readPassages(store, province, { regime: regime.id, period: when, orgUnit }, then);
  const material = {
    regime,
    orgUnit: { ...unit, level: regime.level },
    period: of,
    facts,
    letter: letterOf(regime, { letter: head.letter }, { number: head.number, date: head.date, tasks: head.tasks }),
    written: { ...Object.fromEntries(passages.map(({ passage, text }) => [passage, text])), ...written },
  };
  return writeReport(prepare(material), format, material, engines);
}
