import { appended, escapeXml, type XmlElement } from "@khop/ooxml";
import type { Note, NoteParagraph } from "./note.ts";

const prefixOf = ({ rawName }: XmlElement): string => rawName.slice(0, rawName.indexOf(":") + 1);

/** A list of notes without any, in a namespace of SpreadsheetML. */
export const emptyComments = (uri: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${escapeXml(uri)}"><authors></authors><commentList></commentList></comments>`;

/** Excel's own looks of a note; a font of its own, for that of a workbook may be one of before Unicode. */
const looks = (x: string, bold: boolean): string =>
  `<${x}rPr>${bold ? `<${x}b/>` : ""}<${x}sz val="9"/><${x}color indexed="81"/><${x}rFont val="Tahoma"/><${x}family val="2"/></${x}rPr>`;

const run = (x: string, text: string, bold: boolean): string =>
  text === "" ? "" : `<${x}r>${looks(x, bold)}<${x}t xml:space="preserve">${escapeXml(text)}</${x}t></${x}r>`;

/** Paragraphs as runs; a line end stands before each but the first. */
const runsOf = (x: string, paragraphs: readonly NoteParagraph[], goesOn: boolean): string =>
  paragraphs
    .map(({ title, text }, at) => {
      const end = at > 0 || goesOn ? "\n" : "";
      return title === undefined ? run(x, end + text, false) : run(x, `${end}${title}: `, true) + run(x, text, false);
    })
    .join("");

/**
 * The list of notes of a sheet with some more. A cell that has one already has the new text appended, in paragraphs of their own.
 *
 * @returns the new part, and the cells of notes that were not there before
 */
export function withNotes(xml: string, root: XmlElement, notes: readonly Note[], author: string): { xml: string; added: readonly Note[] } {
  const x = prefixOf(root);
  const authors = root.child("sml:authors");
  const list = root.child("sml:commentList");
  const there = new Map((list?.elements("sml:comment") ?? []).map((comment) => [comment.attributes.ref ?? "", comment]));
  const names = authors?.elements("sml:author").map(({ text }) => text) ?? [];
  const known = names.indexOf(author);
  const authorId = known < 0 ? names.length : known;
  const changes: { start: number; end: number; text: string }[] = [];
  const added: Note[] = [];
  for (const note of notes) {
    const old = there.get(note.cell);
    const text = old?.child("sml:text");
    if (old === undefined) added.push(note);
    else if (text === undefined) changes.push(inside(xml, old, `<${x}text>${runsOf(x, note.paragraphs, false)}</${x}text>`));
    else changes.push(...appendedText(xml, x, text, note));
  }
  const made = added
    .map(
      ({ cell, paragraphs }) =>
        `<${x}comment ref="${cell}" authorId="${authorId}" shapeId="0"><${x}text>${runsOf(x, paragraphs, false)}</${x}text></${x}comment>`,
    )
    .join("");
  if (made !== "" && list !== undefined) changes.push(inside(xml, list, made));
  if (made !== "" && known < 0 && authors !== undefined)
    changes.push(inside(xml, authors, `<${x}author>${escapeXml(author)}</${x}author>`));
  // From the end, so that offsets before a change stay true.
  changes.sort((a, b) => b.start - a.start);
  let result = xml;
  for (const { start, end, text } of changes) result = result.slice(0, start) + text + result.slice(end);
  return { xml: result, added };
}

/** A change that puts a child at the end of an element, whether or not it closes itself. */
function inside(xml: string, element: XmlElement, child: string): { start: number; end: number; text: string } {
  const { start, openEnd, closeStart, end } = element;
  if (end > openEnd) return { start: closeStart, end: closeStart, text: child };
  return { start, end, text: appended(xml.slice(0, end), element, child).slice(start) };
}

/** A text is either plain or made of runs: a plain one becomes a run first. */
function appendedText(xml: string, x: string, text: XmlElement, { paragraphs }: Note): { start: number; end: number; text: string }[] {
  const plain = text.child("sml:t");
  const last = text
    .elements()
    .filter(({ name }) => name === "sml:t" || name === "sml:r")
    .at(-1);
  const more = runsOf(x, paragraphs, true);
  if (last === undefined) return [inside(xml, text, runsOf(x, paragraphs, false))];
  if (plain === undefined) return [{ start: last.end, end: last.end, text: more }];
  return [
    { start: plain.start, end: plain.end, text: `<${x}r>${xml.slice(plain.start, plain.end)}</${x}r>${last === plain ? more : ""}` },
    ...(last === plain ? [] : [{ start: last.end, end: last.end, text: more }]),
  ];
}
