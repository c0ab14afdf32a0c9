import { type OoxmlPackage, type PackageEdit, parseXml, type XmlElement } from "@khop/ooxml";
import { emptyComments, withNotes } from "./comments-part.ts";
import type { Note } from "./note.ts";
import { emptyDrawing, withBoxes } from "./vml.ts";

const commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const drawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const threads = "threadedComment";

/** The parts of the sheets of a workbook by the names on their tabs. */
export function sheetParts(opened: OoxmlPackage): ReadonlyMap<string, string> {
  const { main } = opened;
  const ties = new Map(opened.relationships(main).map((tie) => [tie.id, tie]));
  const sheets = opened.xml(main).child("sml:sheets")?.elements("sml:sheet") ?? [];
  return new Map(
    sheets.flatMap(({ attributes }) => {
      const tie = ties.get(attributes["r:id"] ?? "");
      return tie === undefined || tie.external || !tie.type.endsWith("/worksheet") || !opened.has(tie.target)
        ? []
        : [[attributes.name ?? "", opened.nameOf(tie.target)] as const];
    }),
  );
}

/** Cells where people talk in a thread: Excel shows no note there. */
export function threadedCells(opened: OoxmlPackage, sheet: string): ReadonlySet<string> {
  const part = opened.related(threads, sheet);
  return new Set(
    part === undefined
      ? []
      : opened
          .xml(part)
          .elements()
          .flatMap(({ attributes }) => attributes.ref ?? []),
  );
}

/** A package while notes are put into its sheets. */
export class SheetNotes {
  readonly #opened: OoxmlPackage;
  readonly #edit: PackageEdit;
  readonly #author: string;
  /** Drawings of the workbook, those that were made here too. */
  readonly #drawings: string[];
  readonly #names: Set<string>;

  constructor(opened: OoxmlPackage, edit: PackageEdit, author: string) {
    this.#opened = opened;
    this.#edit = edit;
    this.#author = author;
    this.#names = new Set(opened.parts.map((part) => part.toLowerCase()));
    this.#drawings = opened.parts.filter((part) => /\.vml$/i.test(part)).map((part) => opened.text(part));
  }

  /** Puts notes into a sheet: its list of notes, their boxes, and in the sheet itself a tie to these where it has none. */
  add(sheet: string, notes: readonly Note[]): void {
    const opened = this.#opened;
    const root = opened.xml(sheet);
    const list = opened.related("comments", sheet);
    const number = this.#freeNumber();
    const part = list ?? `xl/comments${number}.xml`;
    const before = list === undefined ? emptyComments(root.scope.uri(prefixOf(root).slice(0, -1)) ?? "") : opened.text(list);
    const { xml, added } = withNotes(before, list === undefined ? parseXml(before, part) : opened.xml(list), notes, this.#author);
    this.#edit.put(part, xml);
    if (list === undefined) {
      this.#edit.setContentType(part, commentsType);
      this.#edit.addRelationship(sheet, this.#tie(root, "comments"), part);
    }
    if (added.length > 0) this.#addBoxes(sheet, root, added, number);
  }

  #addBoxes(sheet: string, root: XmlElement, added: readonly Note[], number: number): void {
    const id = root.child("sml:legacyDrawing")?.attributes["r:id"];
    const target = this.#opened.relationships(sheet).find((tie) => tie.id === id && !tie.external)?.target;
    const there = target !== undefined && this.#opened.has(target) ? target : undefined;
    const drawing = withBoxes(there === undefined ? emptyDrawing(this.#drawings) : this.#opened.text(there), added);
    if (drawing === undefined) return;
    const part = there ?? `xl/drawings/vmlDrawing${number}.vml`;
    this.#edit.put(part, drawing);
    this.#drawings.push(drawing);
    if (there !== undefined) return;
    this.#edit.setExtensionType("vml", drawingType);
    const tie = this.#edit.addRelationship(sheet, this.#tie(root, "vmlDrawing"), part);
    this.#edit.put(sheet, withDrawing(this.#opened.text(sheet), root, tie));
  }

  /** A number for the parts of a sheet that nothing has yet. */
  #freeNumber(): number {
    for (let number = 1; ; number += 1) {
      const wanted = [`xl/comments${number}.xml`, `xl/drawings/vmldrawing${number}.vml`];
      if (wanted.some((name) => this.#names.has(name))) continue;
      for (const name of wanted) this.#names.add(name);
      return number;
    }
  }

  #tie(root: XmlElement, kind: string): string {
    const strict = root.scope.uri(prefixOf(root).slice(0, -1))?.includes("purl.oclc.org") === true;
    return strict
      ? `http://purl.oclc.org/ooxml/officeDocument/relationships/${kind}`
      : `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  }
}

const prefixOf = ({ rawName }: XmlElement): string => rawName.slice(0, rawName.indexOf(":") + 1);

/** What stands behind the tie to a drawing in a sheet. */
const behind: ReadonlySet<string> = new Set(
  ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"].map(
    (name) => `sml:${name}`,
  ),
);

/** The sheet with a tie to the boxes of its notes, where the order of its elements has it. */
function withDrawing(xml: string, root: XmlElement, id: string): string {
  const x = prefixOf(root);
  const old = root.child("sml:legacyDrawing");
  const office = root.scope.uri(x.slice(0, -1))?.includes("purl.oclc.org")
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const tie = `<${x}legacyDrawing xmlns:r="${office}" r:id="${id}"/>`;
  // A tie that leads nowhere is written anew.
  if (old !== undefined) return xml.slice(0, old.start) + tie + xml.slice(old.end);
  const before = root
    .elements()
    .filter(({ name }) => name.startsWith("sml:") && !behind.has(name))
    .at(-1);
  const at = before?.end ?? root.openEnd;
  return xml.slice(0, at) + tie + xml.slice(at);
}
