import {
  generateFacts,
  onlyPlace,
  outlineOf,
  type RegimeOutline,
  type ReportRegime,
  type TemplatePlace,
  templatePlaces,
} from "@khop/catalog/report";
import { type Frequency, isKhopError, type OrgUnit, type Period, period, previous } from "@khop/core";
import { templateOf } from "@khop/writer/prose";
import { letterOf } from "./letter.ts";
import { type Material, type Prepared, prepare } from "./prepare.ts";

/** A place of a report with the template that tells it; one that is told line by line, or by a person, has that written out. */
export type ReadyTemplate = TemplatePlace & { readonly template: string };

/** Every place of a regime's report that a template tells, in the order of the report. */
export function templatesOf(regime: ReportRegime, outline: RegimeOutline = outlineOf(regime)): readonly ReadyTemplate[] {
  const indicators = new Map(regime.indicators.map((one) => [one.id, one]));
  const parents = new Set(outline.sections.filter(({ sections = [] }) => sections.length > 0).map(({ id }) => `section.${id}`));
  return templatePlaces(outline).map((place): ReadyTemplate => {
    if (place.template !== undefined || place.is !== "section") return { ...place, template: place.template ?? "" };
    const alone = { id: place.id.slice("section.".length), title: place.title, indicators: place.indicators };
    return { ...place, template: parents.has(place.id) && place.indicators.length === 0 ? "" : (templateOf(alone, indicators) ?? "") };
  });
}

/** One place of a report, told from the facts of a unit: to look at a template before it is used. */
export function tryTemplate({ letter, ...material }: Material, place: string): Prepared {
  const outline = onlyPlace(material.outline ?? outlineOf(material.regime), place);
  return prepare({ ...material, outline, letter: { ...letter, tasks: outline.tasksTitle === undefined ? [] : (letter.tasks ?? []) } });
}

/** Made-up material of a regime, all of whose rules hold on it: to look at templates where there are no figures yet, or none that one may see. */
export function madeUpMaterial(regime: ReportRegime): Material {
  const at = madeUpPeriod(regime);
  const orgUnit: OrgUnit = { id: "mau", name: regime.body, level: regime.level, parent: null, validFrom: null, validTo: null };
  return {
    regime,
    orgUnit,
    period: at,
    facts: madeUpFacts(regime, orgUnit, at),
    letter: letterOf(
      regime,
      { letter: { body: regime.body, place: "…", signatureBlock: { position: "…", name: "" } } },
      { number: undefined, date: undefined, tasks: undefined },
    ),
    written: {},
  };
}

const firsts: Readonly<Record<Frequency, string>> = {
  week: "-W01",
  month: "-M01",
  quarter: "-Q1",
  half: "-S1",
  nineMonths: "-01-01/P9M",
  year: "-A1",
};

/** Late in the year in which a regime began: there is a period before it to tell rises and falls against. */
const madeUpPeriod = ({ validFrom, frequency }: ReportRegime): Period =>
  previous(previous(period(`${Number(validFrom.slice(0, 4)) + 1}${firsts[frequency]}`)));

/** None where usual figures of the regime contradict its rules. */
function madeUpFacts(regime: ReportRegime, orgUnit: OrgUnit, at: Period): Material["facts"] {
  try {
    return generateFacts({ regime, orgUnits: [orgUnit], periods: [at], seed: regime.id });
  } catch (error) {
    if (isKhopError(error, "catalog/cannot-generate")) return [];
    throw error;
  }
}
