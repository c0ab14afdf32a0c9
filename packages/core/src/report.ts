import * as z from "zod/mini";
import { KhopError } from "./errors.ts";
import { pointLetters, roman } from "./numerals.ts";

/** Made when first asked for: a program that only checks figures does not wait for it. */
function makeSchemas() {
  /** A piece of a passage: written by a person, a figure computed from a fact, or the mark of a footnote. */
  const span = z.discriminatedUnion("is", [
    z.object({
      is: z.literal("text"),
      text: z.string(),
      bold: z.optional(z.boolean()),
      italic: z.optional(z.boolean()),
    }),
    z.object({
      is: z.literal("figure"),
      fact: z.string(),
      text: z.optional(z.string()),
      decimals: z.optional(z.number()),
      /** How it is written: its number alone, with its unit, or as a rise or fall ("giảm 12,35%"). */
      form: z.optional(z.enum(["number", "figure", "change"])),
      /** Words about it that go with it; "#" stands for the figure: "phát sinh #". */
      around: z.optional(z.string()),
      /** What is written when it is zero: "không phát sinh". */
      whenZero: z.optional(z.string()),
      /** What is written when there is no such figure: why there is none to compare with. */
      whenMissing: z.optional(z.string()),
    }),
    z.object({ is: z.literal("note"), note: z.string() }),
  ]);

  /** A passage is `computed` when the writer makes its words from facts, else `written`, and then no one changes them. */
  const passage = z.object({
    is: z.literal("passage"),
    origin: z.enum(["written", "computed"]),
    spans: z.array(span),
    /** The name of a written passage, by which it lives on in the next report; paragraphs of one passage share it. */
    id: z.optional(z.string()),
  });

  const row = z.object({ label: z.array(span), cells: z.array(z.array(span)), isTotal: z.optional(z.boolean()) });

  const table = z.object({
    is: z.literal("table"),
    caption: z.optional(z.string()),
    /** The unit of measure that stands above the table. */
    unit: z.optional(z.string()),
    header: z.array(z.string()),
    rows: z.array(row),
  });

  const chart = z.object({
    is: z.literal("chart"),
    /** `bars`: categories beside each other, such as levels; `line`: over time. */
    kind: z.enum(["bars", "line"]),
    caption: z.optional(z.string()),
    /** The unit of measure of all its figures. */
    unit: z.optional(z.string()),
    categories: z.array(z.string()),
    /** A fact for each category, by its key; null where there is none. */
    series: z.array(z.object({ name: z.string(), facts: z.array(z.nullable(z.string())) })),
    /** What the chart says to those who do not see it; made of its figures when left out. */
    alt: z.optional(z.string()),
  });

  const block = z.discriminatedUnion("is", [passage, table, chart]);

  const section = z.object({
    title: z.string(),
    /** As written; counted from its place when left out. */
    number: z.optional(z.string()),
    blocks: z.array(block),
    get sections() {
      return z.optional(z.array(section));
    },
  });

  const appendix = z.object({
    title: z.string(),
    /** What it comes with: "Kèm theo Báo cáo số …". */
    reference: z.optional(z.string()),
    blocks: z.array(block),
    sections: z.optional(z.array(section)),
  });

  const report = z.object({
    title: z.string(),
    summary: z.optional(z.string()),
    /** The body above, and the body that reports. */
    parentBody: z.optional(z.string()),
    body: z.string(),
    docNumber: z.object({ number: z.nullable(z.string()), symbol: z.string() }),
    place: z.string(),
    /** ISO date; null until it is signed. */
    date: z.nullable(z.iso.date()),
    period: z.string(),
    /** Not yet fit to sign; its number and date may be missing. */
    draft: z.optional(z.boolean()),
    /** The bodies that it is addressed to (Kính gửi). */
    addressedTo: z.optional(z.array(z.string())),
    /** The laws and plans that it rests on, each a line that begins with "Căn cứ". */
    legalBases: z.optional(z.array(z.string())),
    /** What stands before the first section, and behind the last one and the tasks. */
    opening: z.optional(z.array(block)),
    closing: z.optional(z.array(block)),
    sections: z.array(section),
    /** The heading of the tasks. */
    tasksTitle: z.optional(z.string()),
    appendices: z.optional(z.array(appendix)),
    footnotes: z.array(z.object({ id: z.string(), spans: z.array(span) })),
    tasks: z.array(z.object({ text: z.string(), dueDate: z.optional(z.iso.date()), responsible: z.optional(z.string()) })),
    addressees: z.array(z.string()),
    signatureBlock: z.object({
      authority: z.optional(z.string()),
      position: z.string(),
      signature: z.optional(z.string()),
      name: z.string(),
    }),
    /** The regime that it was composed by. */
    madeBy: z.optional(z.object({ regime: z.string(), version: z.string() })),
    /** fact → the version that the report was made from. */
    madeFrom: z.optional(z.record(z.string(), z.string())),
  });

  return { span, passage, table, chart, block, section, appendix, report };
}

type Schemas = ReturnType<typeof makeSchemas>;
let schemas: Schemas | undefined;

export type Span = z.output<Schemas["span"]>;
/** How a figure is written: its number alone, with its unit, or as a rise or fall. */
export type FigureForm = NonNullable<Extract<Span, { is: "figure" }>["form"]>;
export type Passage = z.output<Schemas["passage"]>;
export type Table = z.output<Schemas["table"]>;
export type Chart = z.output<Schemas["chart"]>;
export type Block = z.output<Schemas["block"]>;
/** Written out, because declarations cannot tell of a schema that holds itself. */
export interface Section {
  title: string;
  /** As written; counted from its place when left out. */
  number?: string | undefined;
  blocks: Block[];
  sections?: Section[] | undefined;
}
export type Appendix = Omit<z.output<Schemas["appendix"]>, "sections"> & { sections?: Section[] | undefined };
/** A report as a whole, as reader and writer share it. Source: Nghị định 30/2020/NĐ-CP, điều 8 and phụ lục I. */
export type Report = Omit<z.output<Schemas["report"]>, "sections" | "appendices"> & {
  sections: Section[];
  appendices?: Appendix[] | undefined;
};

/**
 * A report from outside input.
 *
 * @throws KhopError `core/bad-report` when a part is missing or of the wrong sort; says which.
 */
export function parseReport(input: unknown): Report {
  schemas ??= makeSchemas();
  const parsed = z.safeParse(schemas.report, input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "report"}: ${message}`).join("; ");
  throw new KhopError("core/bad-report", `This is no report: ${issues}.`, { issues });
}

/**
 * The number of a section from its place, counted from 1: "I." for [1], "2." for [1, 2], "c)" for [1, 2, 3]; a dash below that.
 *
 * - Source: Nghị định 30/2020/NĐ-CP, phụ lục I; letters as the points (điểm) of Vietnamese laws have them, with đ.
 */
export function sectionNumber(place: readonly number[]): string {
  const last = place.at(-1) ?? 0;
  if (place.length === 1) return `${roman(last)}.`;
  if (place.length === 2) return `${last}.`;
  return place.length === 3 ? `${pointLetters[last - 1] ?? last})` : "-";
}

/** Every section with its number, in reading order. */
export function numbered(
  sections: readonly Section[],
  above: readonly number[] = [],
): { readonly number: string; readonly section: Section }[] {
  return sections.flatMap((section, i) => {
    const place = [...above, i + 1];
    return [{ number: section.number ?? sectionNumber(place), section }, ...numbered(section.sections ?? [], place)];
  });
}
