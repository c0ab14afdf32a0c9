import type { RegimeSection, ReportRegime, Wording } from "./regime.ts";

/** What a report of a regime tells, in which order, and what it says of itself. */
export interface RegimeOutline extends Wording {
  readonly sections: readonly RegimeSection[];
}

/** The outline of a regime; one without wording of its own has a plain title, from its name. */
export function outlineOf({ sections, wording, name }: Pick<ReportRegime, "sections" | "wording" | "name">): RegimeOutline {
  if (wording !== undefined) return { ...wording, sections };
  const about = name.vi.replace(/^báo cáo\s+/iu, "");
  return {
    title: "Báo cáo",
    summary: `${about.slice(0, 1).toUpperCase()}${about.slice(1)}, {{ period }}`,
    closing: "Trên đây là báo cáo {{ period }} của {{ body }}./.",
    tasksTitle: "Nhiệm vụ trọng tâm {{ nextPeriod }}",
    symbol: "BC",
    sections,
  };
}
