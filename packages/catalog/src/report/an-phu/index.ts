import { type Fact, type OrgUnit, type Period, period } from "@khop/core";
import { digital } from "./facts/digital.ts";
import { informationAndInspection } from "./facts/information-and-inspection.ts";
import { postAndTelecoms } from "./facts/post-and-telecoms.ts";
import { references } from "./facts/references.ts";
import { securityAndSensors } from "./facts/security-and-sensors.ts";
import { services } from "./facts/services.ts";
import { anPhuOrgUnits } from "./org-units.ts";

/** Facts that belong together, with what has to be known of them. */
export interface FactSet {
  /** Which regime they are told under: its id. */
  readonly regime: string;
  readonly orgUnits: readonly OrgUnit[];
  readonly period: Period;
  readonly facts: readonly Fact[];
  /** True for figures that were made up to fit others: no report ever told them. */
  readonly illustrative: boolean;
}

const all = [...digital, ...services, ...securityAndSensors, ...postAndTelecoms, ...informationAndInspection];

const monthOf = (id: string, illustrative: boolean): FactSet => ({
  regime: "department-monthly",
  orgUnits: anPhuOrgUnits.filter(({ level }) => level === "province"),
  period: period(id),
  facts: all.filter((fact) => fact.period.id === id),
  illustrative,
});

/** What An Phú enters for October 2024: counts, not the totals and rates that follow from them. */
export const october2024: FactSet = monthOf("2024-M10", false);

/** The month before, made up so that every rise and fall that October tells follows from it. */
export const september2024: FactSet = monthOf("2024-M09", true);

/** Populations and decrees that both months rest on. */
export const references2024: readonly Fact[] = references;
