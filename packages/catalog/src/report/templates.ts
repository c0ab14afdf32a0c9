import type { RegimeOutline } from "./outline.ts";
import type { RegimeSection } from "./regime.ts";

/** A place of a report that is told by a template, or may be. */
export interface TemplatePlace {
  /** `wording.opening`, `section.…`, `appendix.…`. */
  readonly id: string;
  readonly is: "wording" | "section" | "appendix";
  /** What it is headed; the name of a wording. */
  readonly title: string;
  /** How deep a section lies in others, from 0. */
  readonly depth: number;
  /** How it is told; a section without one is told line by line, or by a person. */
  readonly template?: string;
  /** The indicators that are told in it. */
  readonly indicators: readonly string[];
}

/** Templates in the place of others, by the ids of their places. */
export type OwnTemplates = Readonly<Record<string, string>>;

/** What a report says of itself in words that may be others. */
const wordings = ["title", "summary", "opening", "closing", "tasksTitle"] as const;

const idOf = (is: TemplatePlace["is"], name: string): string => `${is}.${name}`;

/** Every place of an outline that is told by a template or may be, in the order of the report. */
export function templatePlaces(outline: RegimeOutline): readonly TemplatePlace[] {
  const word = (name: (typeof wordings)[number]): TemplatePlace => {
    const template = outline[name];
    return {
      id: idOf("wording", name),
      is: "wording",
      title: name,
      depth: 0,
      indicators: [],
      ...(template === undefined ? {} : { template }),
    };
  };
  const within = (sections: readonly RegimeSection[], depth: number): TemplatePlace[] =>
    sections.flatMap(({ id, title, template, indicators = [], sections: below = [] }) => [
      { id: idOf("section", id), is: "section", title, depth, indicators, ...(template === undefined ? {} : { template }) },
      ...within(below, depth + 1),
    ]);
  const appendices = (outline.appendices ?? []).map(
    ({ id, title, template }): TemplatePlace => ({
      id: idOf("appendix", id),
      is: "appendix",
      title,
      depth: 0,
      indicators: [],
      template,
    }),
  );
  return [
    word("title"),
    word("summary"),
    word("opening"),
    ...within(outline.sections, 0),
    word("closing"),
    word("tasksTitle"),
    ...appendices,
  ];
}

/** An outline told by templates of one's own, where there are such. */
export function toldBy(outline: RegimeOutline, own: OwnTemplates): RegimeOutline {
  const says = Object.fromEntries(wordings.map((name) => [name, own[idOf("wording", name)] ?? outline[name]]));
  const section = ({ sections: below, ...one }: RegimeSection): RegimeSection => {
    const template = own[idOf("section", one.id)] ?? one.template;
    return { ...one, ...(template === undefined ? {} : { template }), ...(below === undefined ? {} : { sections: below.map(section) }) };
  };
  return {
    ...outline,
    ...says,
    sections: outline.sections.map(section),
    ...(outline.appendices === undefined
      ? {}
      : { appendices: outline.appendices.map((one) => ({ ...one, template: own[idOf("appendix", one.id)] ?? one.template })) }),
  };
}

/** An outline of one place alone, under its own heading: to look at how it is told. Of a wording, that alone. */
export function onlyPlace(outline: RegimeOutline, id: string): RegimeOutline {
  const find = (sections: readonly RegimeSection[]): RegimeSection[] =>
    sections.flatMap((one) => {
      const { sections: below = [], ...alone } = one;
      return idOf("section", one.id) === id ? [alone] : find(below);
    });
  const { title, symbol, appendices = [], sections, ...words } = outline;
  const said = Object.fromEntries(Object.entries(words).filter(([name]) => idOf("wording", name) === id));
  return { title, symbol, ...said, sections: find(sections), appendices: appendices.filter((one) => idOf("appendix", one.id) === id) };
}
