import type { Severity } from "../finding.ts";
import type { MeasuredLine } from "./measured.ts";
import type { Part } from "./part.ts";
import type { LayoutRule, Said } from "./rule.ts";

/** UTF-16 offsets into the document's text, `end` exclusive. */
export interface LayoutPlace {
  readonly start: number;
  readonly end: number;
}

/** A measured property that is not as a rule demands, with every place where it is so. */
export interface LayoutFinding {
  readonly code: string;
  readonly severity: Severity;
  /** The id of the rule. */
  readonly rule: string;
  readonly message: Said;
  readonly part: Part | null;
  readonly measured: Said;
  readonly required: Said;
  readonly source: Said;
  /** In the order of the text; none where it is about the document as a whole. */
  readonly places: readonly LayoutPlace[];
}

/** One measurement that is not as demanded, before equal ones are told as one. */
export interface Miss {
  /** What was measured: "Lề trái", "Cỡ chữ của Quốc hiệu". */
  readonly about: Said;
  readonly measured: Said;
  readonly required: Said;
  readonly part?: Part | undefined;
  readonly place?: LayoutPlace | undefined;
  /** Said instead of the sentence made of the above. */
  readonly sentence?: Said | undefined;
}

export const placeOf = ({ start, end }: MeasuredLine): LayoutPlace => ({ start, end });

/** Misses of one rule that say the same become one finding with all their places. */
export function findingsOf(rule: LayoutRule, misses: readonly Miss[]): LayoutFinding[] {
  const groups = new Map<string, Miss[]>();
  for (const miss of misses) {
    const key = `${miss.about.vi}\n${miss.measured.vi}\n${miss.sentence?.vi ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [miss]);
    else group.push(miss);
  }
  return [...groups.values()].map((group) => {
    const { about, measured, required, part, sentence } = group[0] as Miss;
    const places = group.flatMap(({ place }) => place ?? []);
    const { source, mend } = rule;
    const vi = sentence?.vi ?? `${about.vi}: ${measured.vi}${places.length > 1 ? ` (${places.length} chỗ)` : ""}; cần: ${required.vi}`;
    const en =
      sentence?.en ?? `${about.en}: ${measured.en}${places.length > 1 ? ` (${places.length} places)` : ""}; wanted: ${required.en}`;
    return {
      code: rule.code,
      severity: rule.severity,
      rule: rule.id,
      message: {
        vi: `${vi} (${source.vi}).${mend === undefined ? "" : ` ${mend.vi}`}`,
        en: `${en} (${source.en}).${mend === undefined ? "" : ` ${mend.en}`}`,
      },
      part: part ?? null,
      measured,
      required,
      source,
      places,
    };
  });
}
