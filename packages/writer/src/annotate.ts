import { type Cell, type Finding, KhopError, type Language } from "@khop/core";
import { openPackage, PackageEdit, type Span, type XmlElement } from "@khop/ooxml";
import { addComments, type Comment, firstFreeId } from "./comments.ts";
import "./errors.ts";
import { type Change, changesFor, type Marker, namingOf } from "./markers.ts";
import { sentencesOf } from "./sentences.ts";
import type { SpanSource } from "./source.ts";

export interface AnnotateOptions {
  readonly lang: Language;
  /** When the comments were made: `2025-03-31T08:00:00Z`. */
  readonly date: string;
  /** Who makes the comments; "Khớp" unless said otherwise. */
  readonly author?: string;
}

/** A Word file with comments. */
export interface Annotated {
  readonly bytes: Uint8Array;
  /** Findings that a comment tells of, and those whose figures stand nowhere in the file. */
  readonly placed: readonly Finding[];
  readonly unplaced: readonly Finding[];
}

interface Target {
  readonly start: Omit<Marker, "kind" | "id"> & { readonly run: number };
  readonly end: Omit<Marker, "kind" | "id"> & { readonly run: number };
  readonly inFootnote: boolean;
}

/**
 * Puts each finding into the original Word file as a comment on the figure that it is about.
 *
 * Only the main document, the list of comments and, where that is new, the two parts that name it are written; every other part stays
 * byte for byte, as do comments that are there already. Word allows no comment in a footnote: such a one is tied to the footnote's mark.
 *
 * - Throws: `OoxmlError` for bytes that are no sound package; `KhopError` "writer/not-word" for what is no Word file.
 */
export function annotate(
  bytes: Uint8Array,
  source: SpanSource,
  findings: readonly Finding[],
  { lang, date, author = "Khớp" }: AnnotateOptions,
): Annotated {
  const opened = openPackage(bytes);
  const { main } = opened;
  if (!opened.isWord) {
    const contentType = opened.contentType(main) ?? "";
    throw new KhopError("writer/not-word", `Comments can be put into a Word file only; the main part of this one is "${contentType}".`, {
      contentType,
    });
  }
  const markers = new Map<number, Marker[]>();
  const mark = (run: number, marker: Marker): void => {
    markers.set(run, [...(markers.get(run) ?? []), marker]);
  };
  const comments: Comment[] = [];
  const placed: Finding[] = [];
  const unplaced: Finding[] = [];
  const firstId = findings.length === 0 ? 0 : firstFreeId(opened, main);
  for (const finding of findings) {
    const found = targetOf(finding, source, main);
    if (found === undefined) {
      unplaced.push(finding);
      continue;
    }
    const id = firstId + comments.length;
    mark(found.target.start.run, { kind: "start", id, ...found.target.start });
    mark(found.target.end.run, { kind: "end", id, ...found.target.end });
    comments.push({ id, ...sentencesOf(finding, found.cell, found.target.inFootnote, lang) });
    placed.push(finding);
  }
  if (comments.length === 0) return { bytes, placed, unplaced };
  const edit = new PackageEdit(opened);
  edit.put(main, withMarkers(opened.text(main), opened.xml(main), markers));
  addComments(edit, opened, main, comments, { author, initials: author.slice(0, 1), date });
  return { bytes: edit.save(), placed, unplaced };
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

/** The main document with markers in its runs. */
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
