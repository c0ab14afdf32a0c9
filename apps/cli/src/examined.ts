import {
  type Cell,
  type Checked,
  type DocumentBlock,
  type Examination,
  examine,
  type Finding,
  type LayoutFinding,
  type LayoutRegime,
  type Period,
  type Relation,
} from "@khop/core";
import type { Figure } from "@khop/reader";
import type { Standing } from "@khop/reader/against";
import { type Opened, readDocument } from "./input/document.ts";
import type { Source } from "./input/source.ts";
import { type FindingShape, headingsOf, idsOf, shapeOf } from "./waivers/shape.ts";

/** A document read, checked and judged, with the ids that its sinks share: f1 …, r1 …. */
export interface Examined {
  readonly source: Source;
  readonly text: string;
  /** The way back into a file that is no text of lines. */
  readonly origin: Opened["source"];
  readonly word: Opened["word"];
  readonly workbook: Opened["workbook"];
  readonly pdf: Opened["pdf"];
  /** What of a PDF was not read. */
  readonly unread: Opened["unread"];
  readonly leftOut: Opened["leftOut"];
  readonly encodings: Opened["encodings"];
  readonly converted: Opened["converted"];
  readonly figures: readonly Figure[];
  readonly checked: readonly Checked[];
  readonly findings: readonly Finding[];
  readonly figureOf: (cell: Cell) => Figure | undefined;
  /** The checked relation that stands for a finding's relation: itself, or the adopted reading of its choice. */
  readonly checkedOf: (relation: Relation) => Checked | undefined;
  readonly relationId: (checked: Checked) => string;
  readonly known: Examination["known"];
  /** The document as it stands on paper. */
  readonly blocks: () => readonly DocumentBlock[];
  /** The short id that people call a finding by, and the shape that it stands for. */
  readonly findingId: (finding: Finding) => string;
  readonly shapeOf: (finding: Finding) => FindingShape;
  /** The earlier report that it was held against. */
  readonly previous?: Previous;
  /** Findings that were accepted as they are. */
  readonly waived: ReadonlyMap<Finding, Acceptance>;
  /** What was found of its layout, where that was asked for. */
  readonly layout?: CheckedLayout;
}

/** A sheet is no document of an office, and has no layout of its own. */
export const isSheet = ({ format }: Source): boolean => format === "xlsx" || format === "csv";

/** A layout held against the regime that was in force; none was known for older documents, and none is for sheets. */
interface CheckedLayout {
  readonly regime: LayoutRegime | undefined;
  /** The day that the regime was chosen by, ISO 8601. */
  readonly day: string;
  readonly findings: readonly LayoutFinding[];
}

/** Why a finding was accepted, who by and when (ISO 8601: `2025-03-31`). */
export interface Acceptance {
  readonly reason: string;
  readonly by?: string | undefined;
  readonly date?: string | undefined;
}

/** An earlier report that a document was held against, and how the two stand to each other. */
export interface Previous {
  readonly file: string;
  /** What each is of; null where the text does not say. */
  readonly period: Period | null;
  readonly now: Period | null;
  readonly standing: Standing;
  /** How many of the figures have one in the earlier report that they go on from. */
  readonly paired: number;
  /** Comparisons that a report of another period would have to be at hand for. */
  readonly unchecked: { readonly sameLastYear: number; readonly previous: number };
  readonly isDoubtful: boolean;
}

/** A document as it was read. */
export interface Read {
  readonly source: Source;
  readonly document: Awaited<ReturnType<typeof readDocument>>;
}

export async function readFrom(source: Source): Promise<Read> {
  return { source, document: await readDocument(source) };
}

/** Reads, checks and judges a document; beside an earlier report, if there is one. */
export async function examineSource(source: Source, earlier?: Read): Promise<Examined> {
  const document = await readDocument(source);
  const own = examine(document.network);
  if (earlier === undefined) return joined(source, document, own);
  const { heldAgainst } = await import("./against.ts");
  const { examination, previous } = heldAgainst(document, own, earlier);
  return { ...joined(source, document, examination), previous };
}

/** A document and what was found in it, each able to find the other. */
export function joined(source: Source, document: Omit<Opened, "network">, { checked, findings, known }: Examination): Examined {
  const { text, figures, source: origin, word, workbook, pdf, unread, leftOut, encodings, converted } = document;
  const byCell = new Map<string, Figure>();
  for (const figure of figures) byCell.set(figure.cell?.id ?? markId(figure), figure);
  const ids = new Map(checked.map((one, index) => [one, `r${index + 1}`]));
  const byRelation = new Map(checked.map((one) => [one.relation, one]));
  for (const one of checked) for (const other of one.choice?.alternatives ?? []) if (!byRelation.has(other)) byRelation.set(other, one);
  const figureOf: Examined["figureOf"] = (cell) => byCell.get(cell.id);
  const checkedOf: Examined["checkedOf"] = (relation) => byRelation.get(relation);
  const blocks: Examined["blocks"] = () => document.blocks ?? [];
  const named = once(() => {
    const headingAt = headingsOf(text, blocks());
    const shapes = findings.map((finding) => shapeOf(finding, { figureOf, checkedOf, headingAt }));
    return { ids: idsOf(findings, shapes), shapes: new Map(findings.map((finding, i) => [finding, shapes[i] as FindingShape])) };
  });
  return {
    source,
    text,
    origin,
    word,
    workbook,
    pdf,
    unread,
    leftOut,
    encodings,
    converted,
    figures,
    checked,
    findings,
    known,
    figureOf,
    checkedOf,
    relationId: (one) => ids.get(one) ?? "",
    blocks,
    findingId: (finding) => named().ids.get(finding) ?? "",
    shapeOf: (finding) => named().shapes.get(finding) as FindingShape,
    waived: new Map(),
  };
}

/** What a cell is called that marks a number which is no quantity. */
const markId = ({ id }: Figure): string => `mark:${id}`;

/** The cells of figures by which a finding is tied to the document: those that only mark a date too. */
export const tiedCells = (figures: readonly Figure[], { cells }: Finding): Cell[] =>
  figures.flatMap((figure) => figure.cell ?? cells.find(({ id }) => id === markId(figure)) ?? []);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Findings that nobody has accepted. */
export const openFindings = ({ findings, waived }: Examined): Finding[] => findings.filter((finding) => !waived.has(finding));

/**
 * The figures of a finding, in the order of the text.
 *
 * One that is about hidden cells only (the populations behind several densities) shows the figures that those were worked out from:
 * of each relation with such a cell, its result.
 */
export function figuresOf({ cells, relations }: Finding, { checked, figureOf }: Examined): Figure[] {
  const visible = (of: readonly Cell[]): Figure[] => of.flatMap((cell) => figureOf(cell) ?? []);
  let figures = visible(cells);
  if (figures.length === 0) {
    const hidden = new Set([...cells, ...relations.flatMap((relation) => relation.cells)]);
    figures = visible(checked.flatMap(({ relation }) => (relation.cells.some((cell) => hidden.has(cell)) ? [relation.focus] : [])));
  }
  return [...new Set(figures)].sort((a, b) => a.start - b.start);
}
