import type { ReportRegime } from "@khop/catalog/report";

/** A place in a report that a person writes: its name, and the title of the section that it stands in. */
export interface Room {
  readonly id: string;
  readonly title: string;
}

/** Every place of a regime's report that a person writes, in the order of the report. */
export function roomsOf(regime: Pick<ReportRegime, "sections">): readonly Room[] {
  const titles = new Map<string, string>();
  const gather = (sections: ReportRegime["sections"]): void => {
    for (const { id, title, template, indicators = [], sections: below = [] } of sections) {
      for (const [, room = id] of (template ?? "").matchAll(/\{%-?\s*written\s+"([\w.-]+)"/g)) titles.set(room, title);
      if (template === undefined && below.length === 0) titles.set(id, indicators.length > 0 ? `${title} (thêm)` : title);
      gather(below);
    }
  };
  gather(regime.sections);
  return [...titles].map(([id, title]) => ({ id, title }));
}
