import { type Cell, type Checked, type DocumentBlock, type Examination, examine, type Finding, type Relation } from "@khop/core";
import type { Figure } from "@khop/reader";
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
  /** Findings that were accepted as they are. */
  readonly waived: ReadonlyMap<Finding, Acceptance>;
}

/** Why a finding was accepted, who by and when (ISO 8601: `2025-03-31`). */
export interface Acceptance {
  readonly reason: string;
  readonly by?: string | undefined;
  readonly date?: string | undefined;
}

export async function examineSource(source: Source): Promise<Examined> {
  const document = await readDocument(source);
  return joined(source, document, examine(document.network));
}

/** A document and what was found in it, each able to find the other. */
export function joined(source: Source, document: Omit<Opened, "network">, { checked, findings, known }: Examination): Examined {
  const { text, figures, source: origin, word, workbook, pdf, unread, leftOut, encodings, converted } = document;
  const byCell = new Map<string, Figure>();
  for (const figure of figures) if (figure.cell !== null) byCell.set(figure.cell.id, figure);
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
