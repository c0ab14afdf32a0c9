import type { Cell, Checked, DocumentBlock, Examination, Finding, Relation } from "@khop/core";
import type { Figure } from "../document.ts";
import { type FindingShape, headingsOf, idsOf, shapeOf } from "./shape.ts";

/** What a document is joined with its findings by. */
export interface Joinable {
  readonly text: string;
  readonly figures: readonly Figure[];
  /** The document as it stands on paper: the headings above its findings. */
  readonly blocks?: readonly DocumentBlock[];
}

/** A document and what was found in it, each able to find the other, with the ids that its sinks share: f1 …, r1 …. */
export interface Joined extends Pick<Examination, "checked" | "findings" | "known"> {
  readonly figures: readonly Figure[];
  readonly figureOf: (cell: Cell) => Figure | undefined;
  /** The checked relation that stands for a finding's relation: itself, or the adopted reading of its choice. */
  readonly checkedOf: (relation: Relation) => Checked | undefined;
  readonly relationId: (checked: Checked) => string;
  /** The short id that people call a finding by, and the shape that it stands for. */
  readonly findingId: (finding: Finding) => string;
  readonly shapeOf: (finding: Finding) => FindingShape;
}

export function joined(document: Joinable, { checked, findings, known }: Examination): Joined {
  const { text, figures } = document;
  const byCell = new Map<string, Figure>();
  for (const figure of figures) byCell.set(figure.cell?.id ?? markId(figure), figure);
  const ids = new Map(checked.map((one, index) => [one, `r${index + 1}`]));
  const byRelation = new Map(checked.map((one) => [one.relation, one]));
  for (const one of checked) for (const other of one.choice?.alternatives ?? []) if (!byRelation.has(other)) byRelation.set(other, one);
  const figureOf: Joined["figureOf"] = (cell) => byCell.get(cell.id);
  const checkedOf: Joined["checkedOf"] = (relation) => byRelation.get(relation);
  const named = once(() => {
    const headingAt = headingsOf(text, document.blocks ?? []);
    const shapes = findings.map((finding) => shapeOf(finding, { figureOf, checkedOf, headingAt }));
    return { ids: idsOf(findings, shapes), shapes: new Map(findings.map((finding, i) => [finding, shapes[i] as FindingShape])) };
  });
  return {
    figures,
    checked,
    findings,
    known,
    figureOf,
    checkedOf,
    relationId: (one) => ids.get(one) ?? "",
    findingId: (finding) => named().ids.get(finding) ?? "",
    shapeOf: (finding) => named().shapes.get(finding) as FindingShape,
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

/**
 * The figures of a finding, in the order of the text.
 *
 * One that is about hidden cells only (the populations behind several densities) shows the figures that those were worked out from:
 * of each relation with such a cell, its result.
 */
export function figuresOf({ cells, relations }: Finding, { checked, figureOf }: Pick<Joined, "checked" | "figureOf">): Figure[] {
  const visible = (of: readonly Cell[]): Figure[] => of.flatMap((cell) => figureOf(cell) ?? []);
  let figures = visible(cells);
  if (figures.length === 0) {
    const hidden = new Set([...cells, ...relations.flatMap((relation) => relation.cells)]);
    figures = visible(checked.flatMap(({ relation }) => (relation.cells.some((cell) => hidden.has(cell)) ? [relation.focus] : [])));
  }
  return [...new Set(figures)].sort((a, b) => a.start - b.start);
}
