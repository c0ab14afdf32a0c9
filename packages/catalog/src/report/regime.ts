import type { Frequency, Indicator, LevelId, Rule, RulePlace, WindowRule } from "@khop/core";

/** A text that users see. */
export interface Said {
  readonly vi: string;
  readonly en: string;
}

/** Where figures come from (nguồn số liệu): a system that counts, or a body that reports. */
export interface SourceSystem {
  readonly id: string;
  readonly name: Said;
}

/** A part of the reporting body that answers for figures (đơn vị phụ trách). */
export interface Division {
  readonly id: string;
  readonly name: Said;
}

/** An indicator as a regime lays it down. */
export interface RegimeIndicator extends Indicator {
  /** Where its figures come from: the id of a source system. */
  readonly source: string;
  /** Who answers for them: the id of a division. */
  readonly responsible: string;
  /** The law or decision that it rests on. */
  readonly legal: string;
  /** How many decimals its figures are printed with. */
  readonly decimals: number;
}

/** A rule as data: its kind by name. */
export interface RuleData extends Omit<Rule, "kind"> {
  readonly kind: string;
  readonly places: Readonly<Record<string, RulePlace>>;
}

/** A line of a form: figures that someone has to enter, one for each member of the breakdowns that it goes over. */
export interface FormRow {
  readonly indicator: string;
  readonly over?: readonly string[];
  /** breakdown → member, fixed. */
  readonly members?: Readonly<Record<string, string>>;
  /** Entered only where there is no figure of the period before to go on from. */
  readonly opening?: boolean;
  /** A usual figure, as a decimal string; made-up figures stay near it. */
  readonly typical?: string;
}

/** What is entered together (biểu mẫu); all else in a report follows from it. */
export interface Form {
  readonly id: string;
  readonly title: Said;
  readonly responsible: string;
  /** How many working days after the figures close it is due. */
  readonly dueWithin: number;
  readonly rows: readonly FormRow[];
}

/** A section of the report, with the indicators that are told in it; one that tells none is written by hand. */
export interface RegimeSection {
  readonly id: string;
  readonly title: string;
  readonly indicators?: readonly string[];
  /** How it is told (LiquidJS, with the filters of `@khop/writer/prose`); line by line without one. */
  readonly template?: string;
  readonly sections?: readonly RegimeSection[];
}

/** What a report says of itself; all may be templates. */
export interface Wording {
  readonly title: string;
  readonly summary?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly tasksTitle?: string;
  /** What stands behind the number: "BC-STTTT". */
  readonly symbol: string;
  readonly appendices?: readonly { readonly id: string; readonly title: string; readonly template: string }[];
}

/** A task of the next period, as a regime suggests it. */
export interface PlannedTask {
  readonly id: string;
  readonly text: string;
  readonly responsible: string;
}

/** Figures that cannot be: no post office takes files for a commune. */
export interface NoSuch {
  readonly indicator: string;
  readonly members?: Readonly<Record<string, string>>;
}

interface RegimeParts {
  readonly id: string;
  /** Counts up with each change, under one id. */
  readonly version: string;
  /** `administrative` under Decree 09/2019, `statistical` under Law 89/2015: never both. */
  readonly sort: "administrative" | "statistical";
  readonly name: Said;
  /** The body that reports, and the level of the places that it reports of. */
  readonly body: string;
  readonly level: LevelId;
  readonly addressees: readonly string[];
  /** How it is sent. */
  readonly sending: string;
  readonly frequency: Frequency;
  /** How many working days after the figures close it is due; one at least, by Decree 09/2019. */
  readonly dueWithin: number;
  /** ISO dates, both included; `validTo` is null while it is in force. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The id of the regime that it took the place of, from whose figures of earlier periods rises and falls are counted. */
  readonly replaces?: string;
  /** The laws and decisions that it rests on. */
  readonly legal: readonly string[];
  /** When its figures close, where that is not as Decree 09/2019 has it. */
  readonly windows?: readonly WindowRule[];
  readonly sources: readonly SourceSystem[];
  readonly divisions: readonly Division[];
  readonly indicators: readonly RegimeIndicator[];
  readonly structuralZeros: readonly NoSuch[];
  readonly sections: readonly RegimeSection[];
  /** A plain title from its name without one. */
  readonly wording?: Wording;
  readonly forms: readonly Form[];
  readonly tasks: readonly PlannedTask[];
}

/** A report regime (chế độ báo cáo) as data, as it stands in a file. */
export interface RegimeData extends RegimeParts {
  readonly rules: readonly RuleData[];
}

/** A report regime, its rules ready for `instantiate`. */
export interface ReportRegime extends RegimeParts {
  readonly rules: readonly Rule[];
}
