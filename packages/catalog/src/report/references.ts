import { type Breakdown, nearest, type Pattern, type RulePlace, relations } from "@khop/core";
import type { Issue } from "./issue.ts";
import type { RegimeData, RegimeIndicator, RegimeSection } from "./regime.ts";

const words = {
  source: "nguồn số liệu",
  division: "đơn vị phụ trách",
  indicator: "chỉ tiêu",
  breakdown: "phân tổ",
  member: "giá trị phân tổ",
  kind: "loại quan hệ",
} as const;

/** Collects what does not fit together. */
class Finder {
  readonly issues: Issue[] = [];

  say(place: readonly string[], vi: string, en: string): void {
    this.issues.push({ place: place.join(" › "), vi, en });
  }

  /** Says that a name is not known, and which known one is nearest. */
  known(what: keyof typeof words, name: string, among: readonly string[], ...place: string[]): boolean {
    if (among.includes(name)) return true;
    const near = nearest(name, among);
    this.say(
      place,
      `không có ${words[what]} "${name}"${near === undefined ? "" : `; gần nhất là "${near}"`}`,
      `there is no ${what} "${name}"${near === undefined ? "" : `; the nearest is "${near}"`}`,
    );
    return false;
  }

  unique(ids: readonly string[], ...place: string[]): void {
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
    for (const id of new Set(twice))
      this.say([...place, id], "có hai mục cùng mã này, hãy đổi một mã", "two entries have this id; change one");
  }
}

const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

function allSections(sections: readonly RegimeSection[]): readonly RegimeSection[] {
  return sections.flatMap((one) => [one, ...allSections(one.sections ?? [])]);
}

export const patternsOf = (place: RulePlace): readonly Pattern[] =>
  [place].flat().filter((one): one is Pattern => typeof one === "object" && !Array.isArray(one));

/** Everything in a regime that names what is not there, or is named twice; in the order of its parts. */
export function issuesOfReferences(data: RegimeData): readonly Issue[] {
  const find = new Finder();
  const sections = allSections(data.sections);
  const byId = new Map(data.indicators.map((one) => [one.id, one]));
  if (data.validTo !== null && data.validTo < data.validFrom)
    find.say(["validTo"], "đứng trước ngày bắt đầu hiệu lực", "is before the first day in force");
  const named = {
    sources: data.sources,
    divisions: data.divisions,
    indicators: data.indicators,
    rules: data.rules,
    sections,
    forms: data.forms,
    tasks: data.tasks,
  };
  for (const [part, list] of Object.entries(named)) find.unique(idsOf(list), part);

  /** An indicator that is known, with the breakdowns and members that it is asked by. */
  const asked = (
    one: { readonly indicator: string; readonly members?: Readonly<Record<string, string>>; readonly over?: readonly string[] },
    ...place: string[]
  ): void => {
    if (!find.known("indicator", one.indicator, [...byId.keys()], ...place)) return;
    const { breakdowns = [] } = byId.get(one.indicator) as RegimeIndicator;
    for (const over of one.over ?? []) find.known("breakdown", over, idsOf(breakdowns), ...place);
    for (const [over, member] of Object.entries(one.members ?? {})) {
      if (!find.known("breakdown", over, idsOf(breakdowns), ...place)) continue;
      find.known("member", member, idsOf((breakdowns.find(({ id }) => id === over) as Breakdown).members), ...place);
    }
  };

  for (const { id, source, responsible, breakdowns = [] } of data.indicators) {
    find.known("source", source, idsOf(data.sources), "indicators", id, "source");
    find.known("division", responsible, idsOf(data.divisions), "indicators", id, "responsible");
    find.unique(idsOf(breakdowns), "indicators", id, "breakdowns");
    for (const one of breakdowns) find.unique(idsOf(one.members), "indicators", id, "breakdowns", one.id);
    if (!sections.some(({ indicators = [] }) => indicators.includes(id)))
      find.say(
        ["indicators", id],
        "không mục nào của báo cáo nói đến chỉ tiêu này; thêm vào một mục",
        "no section tells it; add it to one",
      );
  }
  for (const { id, kind, places } of data.rules) {
    find.known(
      "kind",
      kind,
      relations.kinds.map((one) => one.kind),
      "rules",
      id,
      "kind",
    );
    for (const [name, place] of Object.entries(places)) {
      for (const { over, ...pattern } of patternsOf(place))
        asked({ ...pattern, ...(over === undefined ? {} : { over: [over] }) }, "rules", id, name);
    }
  }
  for (const one of data.structuralZeros) asked(one, "structuralZeros", one.indicator);
  for (const { id, indicators = [] } of sections) for (const indicator of indicators) asked({ indicator }, "sections", id);
  for (const { id, responsible, rows } of data.forms) {
    find.known("division", responsible, idsOf(data.divisions), "forms", id, "responsible");
    for (const row of rows) asked(row, "forms", id, row.indicator);
  }
  for (const { id, responsible } of data.tasks) find.known("division", responsible, idsOf(data.divisions), "tasks", id, "responsible");
  return find.issues;
}
