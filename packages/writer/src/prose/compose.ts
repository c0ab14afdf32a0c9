import {
  addressKey,
  type Block,
  following,
  type Indicator,
  type Period,
  periodName,
  previous,
  type Quantity,
  type Report,
  type Section,
} from "@khop/core";
import type { Facts } from "../report/facts.ts";
import { dayText } from "../report/head.ts";
import { defaultTemplate } from "./default-template.ts";
import { render } from "./engine.ts";
import { FiguresDrop } from "./figure-drop.ts";
import { Names, type Told } from "./naming.ts";
import { blocksOf } from "./passages.ts";
import { Gathered } from "./state.ts";

/** A section as it is to be told: by its template, else its indicators line by line, else by a person. */
export interface OutlineSection {
  readonly id: string;
  readonly title: string;
  readonly template?: string;
  readonly indicators?: readonly string[];
  readonly sections?: readonly OutlineSection[];
}

/** What a report tells, in which order; texts may be templates. */
export interface Outline {
  readonly title: string;
  readonly summary?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly tasksTitle?: string;
  readonly sections: readonly OutlineSection[];
  readonly appendices?: readonly { readonly id: string; readonly title: string; readonly template: string }[];
}

/** Who reports to whom, and who signs: what stands above and below the text. */
export type Letter = Pick<Report, "body" | "docNumber" | "place" | "date" | "addressees" | "signatureBlock"> &
  Partial<Pick<Report, "parentBody" | "addressedTo" | "legalBases" | "draft" | "tasks" | "madeFrom">>;

export interface ComposeInput extends Told {
  readonly outline: Outline;
  readonly letter: Letter;
  /** Words of people, by the id of their passage. */
  readonly written?: Readonly<Record<string, string>>;
}

export interface Composed {
  readonly report: Report;
  /** The quantities that its figures are written from, for the writers of every format. */
  readonly facts: Facts;
  /** Figures that are told and have no fact, by their keys: they stand as "…". */
  readonly missing: readonly string[];
  /** Sections and passages that a person has yet to write, by their ids; they are left out. */
  readonly unwritten: readonly string[];
}

/**
 * A report from facts: every template rendered over the figures of a network.
 *
 * - Shape: the same input gives the same report.
 * @throws KhopError `writer/bad-template` where a template cannot be read or names what is not there.
 */
export function compose(input: ComposeInput): Composed {
  const { outline, letter, written = {}, period } = input;
  const gathered = new Gathered(new Names(input), written);
  const variables = variablesOf(input, gathered);
  const text = (name: string, template: string): string => render(name, template, gathered, variables);
  const blocks = (name: string, template: string | undefined): Block[] =>
    template === undefined ? [] : blocksOf(text(name, template), gathered);
  const unwritten: string[] = [];
  const indicators = new Map(input.indicators.map((one) => [one.id, one]));

  const section = (one: OutlineSection): Section[] => {
    const below = (one.sections ?? []).flatMap(section);
    const told = one.template ?? templateOf(one, indicators);
    const own = told === undefined ? [] : blocks(one.title, told);
    if (own.length + below.length === 0) {
      unwritten.push(one.id);
      return [];
    }
    return [{ title: text(one.title, one.title), blocks: own, ...(below.length > 0 ? { sections: below } : {}) }];
  };

  const opening = blocks("opening", outline.opening);
  const sections = outline.sections.flatMap(section);
  const closing = blocks("closing", outline.closing);
  const appendices = (outline.appendices ?? []).map(({ id, title, template }) => ({
    title: text(id, title),
    reference: referenceTo(letter),
    blocks: blocks(id, template),
  }));
  const report: Report = {
    title: text("title", outline.title),
    ...(outline.summary === undefined ? {} : { summary: text("summary", outline.summary) }),
    ...letter,
    period: period.id,
    ...(opening.length > 0 ? { opening } : {}),
    ...(closing.length > 0 ? { closing } : {}),
    sections,
    ...(outline.tasksTitle === undefined ? {} : { tasksTitle: text("tasksTitle", outline.tasksTitle) }),
    ...(appendices.length > 0 ? { appendices } : {}),
    footnotes: gathered.notes,
    tasks: letter.tasks ?? [],
  };
  const facts = factsOf(gathered, input);
  return {
    report,
    facts,
    missing: [...facts].flatMap(([key, quantity]) => (quantity === null ? [key] : [])),
    unwritten: [...unwritten, ...[...gathered.rooms].flatMap(([id, isFilled]) => (isFilled || unwritten.includes(id) ? [] : [id]))],
  };
}

/** What an appendix comes with; room for number and day where there are none yet. */
function referenceTo({ docNumber: { number, symbol }, date, body }: Letter): string {
  const day = date === null ? "ngày       tháng       năm       " : `ngày ${dayText(date)}`;
  return `Kèm theo Báo cáo số ${number ?? "      "}/${symbol} ${day} của ${body}`;
}

/** The template of a section that has none: it tells its indicators line by line; without those a person writes it. None where it only holds others. */
export function templateOf(
  { id, indicators = [], sections = [] }: OutlineSection,
  known: ReadonlyMap<string, Indicator>,
): string | undefined {
  const told = indicators.flatMap((one) => known.get(one) ?? []);
  if (told.length > 0) return `${defaultTemplate(told)}\n{% written "${id}" optional %}{% endwritten %}`;
  return sections.length > 0 ? undefined : `{% written "${id}" %}{% endwritten %}`;
}

const beforeOf: Partial<Record<Period["frequency"], string>> = {
  week: "tuần trước",
  month: "tháng trước",
  quarter: "quý trước",
  year: "năm trước",
};

/** What templates can name beside figures. */
function variablesOf({ orgUnit, period, letter }: ComposeInput, gathered: Gathered): object {
  return {
    figures: new FiguresDrop(gathered.names),
    period: periodName(period),
    lastPeriod: beforeOf[period.frequency] ?? "kỳ trước",
    /** Words about a rise or fall, to go with it as `around`: "giảm 5% so với tháng trước". */
    since: `# so với ${beforeOf[period.frequency] ?? "kỳ trước"}`,
    lastPeriodName: periodName(previous(period)),
    nextPeriod: periodName(following(period)),
    year: String(period.year),
    place: orgUnit.name,
    body: letter.body,
  };
}

/** Every fact that the report's figures are written from. */
function factsOf({ spans, charted }: Gathered, { network }: ComposeInput): Facts {
  const quantities = new Map(network.cells.map(({ address, quantity }) => [addressKey(address), quantity]));
  const keys = [...spans.flatMap((span) => (span.is === "figure" ? [span.fact] : [])), ...charted];
  return new Map(keys.map((key): [string, Quantity | null] => [key, quantities.get(key) ?? null]));
}
