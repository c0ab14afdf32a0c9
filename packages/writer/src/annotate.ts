import { type Cell, type Finding, KhopError, type Language } from "@khop/core";
import { openPackage, PackageEdit, type Span, type XmlElement } from "@khop/ooxml";
import { addComments, type Comment, firstFreeId } from "./comments.ts";
import "./errors.ts";
import { type Change, changesFor, type Marker, namingOf } from "./markers.ts";
import { sentencesOf } from "./sentences.ts";
import type { SpanSource } from "./source.ts";
import { type Replacement, Tracking } from "./tracked.ts";

export interface AnnotateOptions {
  readonly lang: Language;
  /** When the comments were made: `2025-03-31T08:00:00Z`. */
  readonly date: string;
  /** Who makes the comments; "Khớp" unless said otherwise. */
  readonly author?: string;
  /** Repairs that are certain: they are made as tracked changes, which the author accepts or rejects in Word. */
  readonly repairs?: ReadonlyMap<Finding, Replacement>;
  /** Comments about other things than figures, such as the layout, each on a stretch of the text. */
  readonly notes?: readonly Note[];
}

/** A comment on a stretch of the document's text. */
export interface Note {
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  /** In bold, before the first paragraph. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A Word file with comments. */
export interface Annotated {
  readonly bytes: Uint8Array;
  /** Findings that a comment tells of, and those whose figures stand nowhere in the file. */
  readonly placed: readonly Finding[];
  readonly unplaced: readonly Finding[];
  /** Findings whose repair stands in the file as a tracked change. */
  readonly repaired: readonly Finding[];
  /** Notes that stand in the file. */
  readonly noted: readonly Note[];
  /** The file bears a digital signature, which no longer holds for what is written here. */
  readonly signed: boolean;
}

interface Edge {
  readonly run: number;
  readonly node: number | null;
  readonly character: number;
}

interface Target {
  readonly start: Edge;
  readonly end: Edge;
  readonly inFootnote: boolean;
}

/**
 * Puts each finding into the original Word file as a comment on the figure that it is about.
 *
 * Only the main document, the list of comments, the notes if a figure in them is repaired and, where the list is new, the two parts that
 * name it are written; every other part stays byte for byte, as do comments and tracked changes that are there already. Word allows no
 * comment in a footnote: such a one is tied to the footnote's mark.
 *
 * - Throws: `OoxmlError` for bytes that are no sound package; `KhopError` "writer/not-word" for what is no Word file.
 */
export function annotate(
  bytes: Uint8Array,
  source: SpanSource,
  findings: readonly Finding[],
  { lang, date, author = "Khớp", repairs = new Map(), notes = [] }: AnnotateOptions,
): Annotated {
  const opened = openPackage(bytes);
  const { main } = opened;
  if (!opened.isWord) {
    const contentType = opened.contentType(main) ?? "";
    throw new KhopError("writer/not-word", `Comments can be put into a Word file only; the main part of this one is "${contentType}".`, {
      contentType,
    });
  }
  const markers = new Map<string, Map<number, Marker[]>>();
  const mark = (part: string, run: number, marker: Marker): void => {
    const there = markers.get(part) ?? new Map<number, Marker[]>();
    markers.set(part, there.set(run, [...(there.get(run) ?? []), marker]));
  };
  const tracking = new Tracking(opened, { author, date }, findings.length + notes.length);
  const made = new Set<string>();
  const repair = (finding: Finding): boolean => {
    const wanted = repairs.get(finding);
    if (wanted === undefined) return false;
    const place = `${wanted.start}-${wanted.end}`;
    const change = made.has(place)
      ? undefined
      : tracking.replacing(source.spans(wanted.start, wanted.end), wanted.end - wanted.start, wanted.text);
    if (change === undefined) return false;
    made.add(place);
    for (const [run, marker] of change.markers) mark(change.part, run, marker);
    return true;
  };
  const comments: Comment[] = [];
  const placed: Finding[] = [];
  const unplaced: Finding[] = [];
  const repaired: Finding[] = [];
  const firstId = findings.length + notes.length === 0 ? 0 : firstFreeId(opened, main);
  const enclose = ({ start, end }: Target): number => {
    const id = firstId + comments.length;
    mark(main, start.run, { kind: "start", id, node: start.node, character: start.character });
    mark(main, end.run, { kind: "end", id, node: end.node, character: end.character });
    return id;
  };
  for (const finding of findings) {
    const found = targetOf(finding, source, main);
    if (found === undefined) {
      unplaced.push(finding);
      continue;
    }
    const { inFootnote } = found.target;
    const id = enclose(found.target);
    const isRepaired = repair(finding);
    if (isRepaired) repaired.push(finding);
    comments.push({ id, ...sentencesOf(finding, found.cell, { inFootnote, isRepaired }, lang) });
    placed.push(finding);
  }
  const noted = notes.filter((note) => {
    const target = targetIn(source.spans(note.start, note.end), main);
    if (target === undefined) return false;
    comments.push({ id: enclose(target), title: note.title, paragraphs: note.paragraphs });
    return true;
  });
  const signed = opened.parts.some((part) => /^_xmlsignatures\//i.test(part));
  if (comments.length === 0) return { bytes, placed, unplaced, repaired, noted, signed };
  const edit = new PackageEdit(opened);
  for (const [part, here] of markers) edit.put(part, withMarkers(opened.text(part), opened.xml(part), here));
  addComments(edit, opened, main, comments, { author, initials: author.slice(0, 1), date });
  return { bytes: edit.save(), placed, unplaced, repaired, noted, signed };
}

/** The figure that a finding is about: the likeliest suspect, else the first of its figures that stands in the file. */
function targetOf({ suspects, cells, relations }: Finding, source: SpanSource, main: string): { cell: Cell; target: Target } | undefined {
  const candidates = [...suspects.map(({ cell }) => cell), ...cells, ...relations.flatMap((relation) => relation.cells)];
  for (const cell of candidates) {
    if (cell.anchor?.in !== "document") continue;
    const target = targetIn(source.spans(cell.anchor.start, cell.anchor.end), main);
    if (target !== undefined) return { cell, target };
  }
  return undefined;
}

function targetIn(spans: readonly Span[], main: string): Target | undefined {
  const here = spans.filter(({ part }) => part === main);
  const [first, last] = [here[0], here.at(-1)];
  if (first !== undefined && last !== undefined) {
    return {
      start: { run: first.run, node: first.node, character: first.from },
      end: { run: last.run, node: last.node, character: last.to },
      inFootnote: false,
    };
  }
  const reference = spans.find((span) => span.reference?.part === main)?.reference;
  if (reference === undefined) return undefined;
  const edge = { run: reference.run, node: null, character: 0 };
  return { start: edge, end: edge, inFootnote: true };
}

/** A part with markers in its runs. */
function withMarkers(xml: string, root: XmlElement, markers: ReadonlyMap<number, readonly Marker[]>): string {
  const changes: Change[] = [];
  const visit = (element: XmlElement): void => {
    const here = markers.get(element.start);
    if (here !== undefined) changes.push(...changesFor(xml, element, here, namingOf(element.name === "w:r" ? element : root)));
    for (const child of element.elements()) visit(child);
  };
  visit(root);
  changes.sort((a, b) => a.start - b.start);
  let text = "";
  let at = 0;
  for (const { start, end, text: put } of changes) {
    text += xml.slice(at, start) + put;
    at = end;
  }
  return text + xml.slice(at);
}
