import { linesOf, type Note } from "./note.ts";
import { parseCell } from "./reference.ts";

const names = {
  v: "urn:schemas-microsoft-com:vml",
  o: "urn:schemas-microsoft-com:office:office",
  x: "urn:schemas-microsoft-com:office:excel",
};

/** The kind of shape that Excel gives to notes. */
const noteType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Ids of shapes stand in blocks of so many; a drawing says which block is its own. */
const block = 1024;

/** A drawing without notes, with a block of ids that no drawing of the workbook has. */
export function emptyDrawing(others: readonly string[]): string {
  const taken = others.flatMap((xml) =>
    [...xml.matchAll(/idmap\b[^>]*?\bdata="([\d,\s]+)"/g)].flatMap(([, data = ""]) => data.split(",").map(Number)),
  );
  const data = Math.max(0, ...taken) + 1;
  const declared = Object.entries(names).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<xml${declared.join("")}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${data}"/></o:shapelayout>${noteType}</xml>`;
}

/**
 * A drawing with the boxes of some more notes, each shown when one points at its cell. What is there stays as it is.
 *
 * Drawings are not always well-formed (Excel writes `<br>` in them): only what has to be known is looked for. Undefined for one
 * that has no end to put anything before.
 */
export function withBoxes(xml: string, notes: readonly Note[]): string | undefined {
  const end = /<\/xml\s*>\s*$/i.exec(xml)?.index;
  if (end === undefined) return undefined;
  const root = xml.slice(0, xml.indexOf(">", xml.search(/<xml[\s>]/i)));
  const declared = Object.entries(names).flatMap(([prefix, uri]) =>
    root.includes(`xmlns:${prefix}="`) ? [] : [` xmlns:${prefix}="${uri}"`],
  );
  const data = Number(/idmap\b[^>]*?\bdata="(\d+)/.exec(xml)?.[1] ?? 1);
  const used = [...xml.matchAll(/\bid="_x0000_s(\d+)"/g)].map(([, id]) => Number(id));
  const first = Math.max(data * block, ...used) + 1;
  const type = /\bid="_x0000_t202"/.test(xml) ? "" : noteType.replace("<v:shapetype", `<v:shapetype${declared.join("")}`);
  return xml.slice(0, end) + type + notes.map((note, at) => boxOf(note, first + at, declared.join(""))).join("") + xml.slice(end);
}

/** Characters of a line in a box four columns wide, the rows that so many lines take, and the last column of a sheet. */
const [charactersALine, linesARow, lastColumn, lastRow] = [44, 1.25, 16_383, 1_048_575];

function boxOf(note: Note, id: number, declared: string): string {
  const { row, column } = parseCell(note.cell) ?? { row: 0, column: 0 };
  const rows = Math.max(4, Math.ceil(linesOf(note, charactersALine) / linesARow) + 1);
  const left = Math.min(column + 1, lastColumn - 4);
  const top = Math.min(Math.max(0, row - 1), lastRow - rows);
  const anchor = [left, 15, top, 10, left + 4, 15, top + rows, 4].join(", ");
  return [
    `<v:shape${declared} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:240pt;height:${rows * 15}pt;z-index:${id % block};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join("");
}
