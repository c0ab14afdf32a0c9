import { type AnyKind, instantiate, isKhopError, KhopError, type OrgUnit, period, type Rule, relations } from "@khop/core";
import "../errors.ts";
import { entriesOf, entryKey } from "./entries.ts";
import { issuesOfShape } from "./faults.ts";
import { type Issue, messageOf } from "./issue.ts";
import { issuesOfReferences } from "./references.ts";
import type { RegimeData, ReportRegime } from "./regime.ts";
import { shapeOf } from "./schema.ts";

/** A regime whose data are known to be right, with its rules tied to their kinds; rules are asked of its own level unless they say otherwise. */
export function ready(data: RegimeData): ReportRegime {
  const kinds = new Map<string, AnyKind>(relations.kinds.map((one) => [one.kind, one]));
  const rules = data.rules.map((one): Rule => ({ levels: [data.level], ...one, kind: kinds.get(one.kind) as AnyKind }));
  return { ...data, rules };
}

/** The data of a regime, to be written to a file, changed, and parsed again. */
export function regimeData({ rules, ...parts }: ReportRegime): RegimeData {
  return { ...parts, rules: rules.map(({ kind, ...rule }) => ({ ...rule, kind: kind.kind })) };
}

const samples = { week: "2024-W10", month: "2024-M10", quarter: "2024-Q3", half: "2024-S1", nineMonths: "2024-01-01/P9M", year: "2024-A1" };

/** Rules whose places are not those of their kind, found by making each once. */
function issuesOfRules(regime: ReportRegime): readonly Issue[] {
  const place: OrgUnit = { id: "somewhere", name: "", level: regime.level, parent: null, validFrom: null, validTo: null };
  const scope = { indicators: regime.indicators, orgUnits: [place], periods: [period(samples[regime.frequency])], facts: [] };
  return regime.rules.flatMap((rule) => {
    try {
      instantiate([{ ...rule, levels: [regime.level] }], scope);
      return [];
    } catch (error) {
      if (!isKhopError(error)) throw error;
      return [{ place: `rules › ${rule.id}`, vi: `các vị trí không đúng với loại quan hệ "${rule.kind.kind}"`, en: error.message }];
    }
  });
}

/** Figures that more than one line of a form asks for. */
function issuesOfEntries(data: RegimeData): readonly Issue[] {
  const keys = entriesOf(data).map(({ indicator, members }) => entryKey(indicator.id, members));
  const twice = new Set(keys.filter((key, i) => keys.indexOf(key) !== i));
  const [vi, en] = ["được hỏi ở hai dòng biểu mẫu, hãy bỏ một dòng", "is asked for by two lines of forms; take one away"];
  return [...twice].map((key) => ({ place: `forms › ${key.replace("indicator:", "")}`, vi, en }));
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new KhopError("catalog/bad-report-regime", messageOf(issues), { issues });
}

/**
 * A report regime from outside, such as a JSON file of a province's own.
 *
 * - Throws: `KhopError` "catalog/bad-report-regime" when a part is missing or of the wrong sort, names what is not there, or a rule
 *   does not fit its kind; its message says where and how to mend, in Vietnamese and English, its `info.issues` one by one.
 */
export function parseReportRegime(input: unknown): ReportRegime {
  const shape = shapeOf(input);
  if ("faults" in shape) {
    refuse(issuesOfShape(shape.faults, input));
    throw new TypeError("unreachable: a fault without an issue");
  }
  refuse(issuesOfReferences(shape.data));
  refuse(issuesOfEntries(shape.data));
  const regime = ready(shape.data);
  refuse(issuesOfRules(regime));
  return regime;
}
