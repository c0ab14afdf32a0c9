import type { RegimeOutline } from "@khop/catalog/report";

/** A place in a report that a person writes: its name, and the title of the section that it stands in. */
export interface Room {
  readonly id: string;
  readonly title: string;
}

/** Every place of a report that a person writes, in the order of the report. */
export function roomsOf(outline: Pick<RegimeOutline, "sections">): readonly Room[] {
  const titles = new Map<string, string>();
  const gather = (sections: RegimeOutline["sections"]): void => {
    for (const { id, title, template, indicators = [], sections: below = [] } of sections) {
      for (const [, room = id] of (template ?? "").matchAll(/\{%-?\s*written\s+"([\w.-]+)"/g)) titles.set(room, title);
      if (template === undefined && below.length === 0) titles.set(id, indicators.length > 0 ? `${title} (thêm)` : title);
      gather(below);
    }
  };
  gather(outline.sections);
  return [...titles].map(([id, title]) => ({ id, title }));
}
