import { escapeXml, type OoxmlPackage, type Span, type XmlElement } from "@khop/ooxml";
import { type Marker, namingOf } from "./markers.ts";

/** A stretch of the document's text that is to read otherwise. */
export interface Replacement {
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Who changes the file, and when. */
export interface Author {
  readonly author: string;
  readonly date: string;
}

/** Makes tracked changes: what was printed is deleted and the new text inserted, for the author to accept or to reject in Word. */
export class Tracking {
  readonly #opened: OoxmlPackage;
  readonly #by: Author;
  readonly #reserved: number;
  readonly #parts = new Map<string, { runs: ReadonlyMap<number, XmlElement>; inFields: ReadonlySet<number> }>();
  #nextId: number | undefined;

  /** @param reserved how many ids above those of the file are wanted for something else */
  constructor(opened: OoxmlPackage, by: Author, reserved: number) {
    this.#opened = opened;
    this.#by = by;
    this.#reserved = reserved;
  }

  /**
   * The markers that replace the text of some spans, by run; undefined where Word would not keep the change or it could not be shown
   * whole: in fields that are worked out anew, formulas, bound or locked content controls, boxes that are stored twice, moved text.
   */
  replacing(spans: readonly Span[], length: number, text: string): { part: string; markers: [run: number, marker: Marker][] } | undefined {
    const [first] = spans;
    if (first === undefined || spans.reduce((sum, { from, to }) => sum + to - from, 0) !== length) return undefined;
    const { part } = first;
    const { runs, inFields } = this.#part(part);
    const pieces = byRun(spans).map((piece) => ({ ...piece, element: runs.get(piece.run) }));
    const paragraphs = new Set<XmlElement | undefined>();
    for (const { run, element, spans: own } of pieces) {
      if (element === undefined || inFields.has(run) || own.some((span) => span.part !== part)) return undefined;
      const texts = new Set(element.elements("w:t").map(({ start }) => start));
      if (own.some(({ node }) => !texts.has(node)) || !mayChange(element)) return undefined;
      paragraphs.add(paragraphOf(element));
    }
    if (paragraphs.size !== 1) return undefined;
    const last = pieces.length - 1;
    const markers = pieces.flatMap(({ run, element, from, to }, i): [number, Marker][] => {
      const { prefix: w, declaration } = namingOf(element as XmlElement);
      const open = `<${w}del${declaration}${this.#stamp(w)}>`;
      const inserted = i === last ? this.#insertion(pieces[0]?.element as XmlElement, element as XmlElement, text) : "";
      return [
        [run, { kind: "delete", tags: open, ...from }],
        [run, { kind: "deleted", tags: `</${w}del>${inserted}`, ...to }],
      ];
    });
    return { part, markers };
  }

  /** The new text with the looks of the run where the old one began, set behind the run where it ended. */
  #insertion(first: XmlElement, last: XmlElement, text: string): string {
    const { prefix: w, declaration } = namingOf(last);
    const xml = this.#opened.text(this.#partOf(last));
    const properties = first.child("w:rPr");
    const looks = properties === undefined ? "" : xml.slice(properties.start, properties.end);
    const run = `<${w}r${declaration}>${looks}<${w}t${declaration} xml:space="preserve">${escapeXml(text)}</${w}t></${w}r>`;
    const inserted = `<${w}ins${declaration}${this.#stamp(w)}>${run}</${w}ins>`;
    const { parent } = last;
    if (parent?.name !== "w:ins") return inserted;
    // An insertion of somebody else ends before ours and goes on behind it, as when two people type.
    const again = xml.slice(parent.start, parent.openEnd).replace(/(\s[\w.-]*:?id\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${this.#id()}"`);
    return `</${parent.rawName}>${inserted}${again}`;
  }

  #stamp(w: string): string {
    const { author, date } = this.#by;
    return ` ${w}id="${this.#id()}" ${w}author="${escapeXml(author)}" ${w}date="${escapeXml(date)}"`;
  }

  /** Ids that nothing in the file has: tracked changes, bookmarks and comments share them in some programs. */
  #id(): number {
    if (this.#nextId === undefined) {
      const parts = [
        this.#opened.main,
        ...["footnotes", "endnotes", "comments"].flatMap((kind) => this.#opened.related(kind, this.#opened.main) ?? []),
      ];
      let most = 0;
      for (const part of parts) for (const element of descendants(this.#opened.xml(part))) most = Math.max(most, numbered(element));
      this.#nextId = most + this.#reserved;
    }
    this.#nextId += 1;
    return this.#nextId;
  }

  #partOf(element: XmlElement): string {
    let root = element;
    while (root.parent !== null) root = root.parent;
    for (const part of this.#parts.keys()) if (this.#opened.xml(part) === root) return part;
    return this.#opened.main;
  }

  #part(part: string): { runs: ReadonlyMap<number, XmlElement>; inFields: ReadonlySet<number> } {
    const known = this.#parts.get(part);
    if (known !== undefined) return known;
    const runs = new Map<number, XmlElement>();
    for (const element of descendants(this.#opened.xml(part))) if (element.name === "w:r") runs.set(element.start, element);
    const made = { runs, inFields: fieldResults([...runs.values()]) };
    this.#parts.set(part, made);
    return made;
  }
}

const highest = 2 ** 30;

function numbered({ attributes }: XmlElement): number {
  const id = Number(attributes["w:id"]);
  return Number.isInteger(id) && id > 0 && id < highest ? id : 0;
}

function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.elements()) yield* descendants(child);
}

/** Runs that show the result of a field which Word works out anew. A link only leads somewhere. */
function fieldResults(runs: readonly XmlElement[]): ReadonlySet<number> {
  const inside = new Set<number>();
  const fields: string[] = [];
  for (const run of runs) {
    if (fields.some((instruction) => !/^\s*HYPERLINK\b/i.test(instruction))) inside.add(run.start);
    for (const node of run.elements()) {
      const type = node.name === "w:fldChar" ? node.attributes["w:fldCharType"] : undefined;
      if (type === "begin") fields.push("");
      else if (type === "end") fields.pop();
      else if (node.name === "w:instrText" && fields.length > 0) fields[fields.length - 1] += node.text;
    }
  }
  return inside;
}

const fragile = new Set(["w:fldSimple", "mc:AlternateContent", "w:moveTo", "w:moveFrom", "w:ruby", "m:oMath", "w:del"]);

function mayChange(run: XmlElement): boolean {
  for (let element = run.parent; element !== null; element = element.parent) {
    if (fragile.has(element.name)) return false;
    if (element.name !== "w:sdt") continue;
    const properties = element.child("w:sdtPr");
    const isLocked = /content/i.test(properties?.child("w:lock")?.attributes["w:val"] ?? "");
    const isChosen = ["w:dataBinding", "w:dropDownList", "w:comboBox", "w:date"].some((name) => properties?.child(name) !== undefined);
    if (isLocked || isChosen) return false;
  }
  return true;
}

function paragraphOf(run: XmlElement): XmlElement | undefined {
  let element: XmlElement | null = run;
  while (element !== null && element.name !== "w:p") element = element.parent;
  return element ?? undefined;
}

interface Piece {
  readonly run: number;
  readonly spans: readonly Span[];
  readonly from: { readonly node: number; readonly character: number };
  readonly to: { readonly node: number; readonly character: number };
}

/** The spans of each run, one stretch from the first of their characters to the last. */
function byRun(spans: readonly Span[]): Piece[] {
  const runs = new Map<number, Span[]>();
  for (const span of spans) runs.set(span.run, [...(runs.get(span.run) ?? []), span]);
  return [...runs].map(([run, own]) => {
    const [first, last] = [own[0] as Span, own.at(-1) as Span];
    return { run, spans: own, from: { node: first.node, character: first.from }, to: { node: last.node, character: last.to } };
  });
}
