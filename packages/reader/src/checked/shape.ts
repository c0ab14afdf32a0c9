import type { Cell, Checked, DocumentBlock, Finding } from "@khop/core";
import type { Figure } from "../document.ts";

/** A figure by what it is of, not by what it says. */
interface CellShape {
  readonly place: string;
  readonly label: string;
  readonly unit?: string | undefined;
  readonly level?: string | undefined;
}

/** A relation by its kind, where it stands and what its figures are of. */
interface RelationShape {
  readonly kind: string;
  /** The heading above its focus. */
  readonly heading: string;
  /** Whether the focus says more or less than the others make; left out where that cannot be told. */
  readonly says?: "more" | "less" | undefined;
  readonly cells: readonly CellShape[];
}

/**
 * What a finding is, without its values: the same promise broken the same way has the same shape next month, and another error has not.
 * Why these parts: docs/decisions/0009-waivers-by-shape.md.
 */
export interface FindingShape {
  readonly code: string;
  /** The place of the one figure that is accused; null where none is. */
  readonly accused: string | null;
  readonly relations: readonly RelationShape[];
  /** What figures it is about, where no relation says it. */
  readonly about?: readonly CellShape[] | undefined;
}

/** What a shape must know of the document. */
export interface ShapeContext {
  readonly figureOf: (cell: Cell) => Figure | undefined;
  readonly checkedOf: (relation: Finding["relations"][number]) => Checked | undefined;
  readonly headingAt: (offset: number) => string;
}

export function shapeOf({ code, relations, suspects, ambiguous, cells }: Finding, context: ShapeContext): FindingShape {
  const [accused] = ambiguous || suspects.length !== 1 ? [] : suspects;
  const seat = relations.flatMap(({ seats }) => seats).find(({ cell }) => cell === accused?.cell);
  const shapes = relations.map((relation): RelationShape => {
    const focus = context.figureOf(relation.focus) ?? relation.cells.flatMap((cell) => context.figureOf(cell) ?? [])[0];
    const gap = context.checkedOf(relation)?.gap;
    return {
      kind: relation.kind.kind,
      heading: focus === undefined ? "" : context.headingAt(focus.start),
      ...(gap === undefined || gap === null || gap.isZero() ? {} : { says: gap.isPositive() ? "more" : "less" }),
      cells: relation.seats.map(({ place, cell }) => cellShape(place, cell, context)),
    };
  });
  const sorted = shapes.map((shape) => [JSON.stringify(shape), shape] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    code,
    accused: seat === undefined ? null : `${seat.place}: ${bare(seat.cell.label)}`,
    relations: sorted.map(([, shape]) => shape),
    ...(relations.length > 0 ? {} : { about: cells.map((cell) => cellShape(headingOver(cell, context), cell, context)) }),
  };
}

function headingOver(cell: Cell, { figureOf, headingAt }: ShapeContext): string {
  const figure = figureOf(cell);
  return figure === undefined ? "" : headingAt(figure.start);
}

function cellShape(place: string, cell: Cell, { figureOf }: ShapeContext): CellShape {
  const level = figureOf(cell)?.level;
  const unit = cell.quantity?.unit.id ?? "";
  return { place, label: bare(cell.label), ...(unit === "" ? {} : { unit }), ...(level === undefined ? {} : { level }) };
}

/** Words without what changes from month to month: numbers, capitals, the number of a heading. */
export const bare = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\d+(?:[.,/]\d+)*/g, "#")
    .replace(/\s+/g, " ")
    .trim();

/** The heading that stands above an offset, its own number left out. */
export function headingsOf(text: string, blocks: readonly DocumentBlock[]): (offset: number) => string {
  const headings = blocks.flatMap((block) => {
    if (block.kind !== "heading") return [];
    const stretches = block.content.flatMap((one) => (one.kind === "text" ? [one] : []));
    const [first] = stretches;
    if (first === undefined) return [];
    const words = stretches.map(({ start, end }) => text.slice(start, end)).join("");
    return [{ start: first.start, words: bare(words.replace(/^\s*(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđA-Z])[.)]\s+/u, "")) }];
  });
  return (offset) => headings.findLast(({ start }) => start <= offset)?.words ?? "";
}

const letters = "23456789bcdfghjkmnpqrstvwxz";

/** Six letters and digits that stand for a shape: short enough to type, and none of them makes a word. */
export function idOf(shape: FindingShape): string {
  // cyrb53 by bryc (public domain): 53 bits, quick, no module to load.
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const unit of JSON.stringify(shape)) {
    const code = unit.codePointAt(0) as number;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  let rest = 4294967296 * (2097151 & b) + (a >>> 0);
  let id = "";
  for (let i = 0; i < 6; i += 1) {
    id += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
  }
  return id;
}

/** Ids of findings: that of the shape, and for the second of one shape in a document "-2", for the third "-3". */
export function idsOf(findings: readonly Finding[], shapes: readonly FindingShape[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding, i) => {
      const id = idOf(shapes[i] as FindingShape);
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      return [finding, times === 1 ? id : `${id}-${times}`];
    }),
  );
}
