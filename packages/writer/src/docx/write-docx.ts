import type { Report, StyleSheet } from "@khop/core";
import { createPackage, type NewPart, type NewRelationship } from "@khop/ooxml";
import { type Arranged, arrange } from "../report/arrange.ts";
import { capitalsOf } from "../report/capitals.ts";
import type { Piece } from "../report/line.ts";
import type { DrawOptions, WriteOptions } from "../report/markdown.ts";
import { columnsOf } from "./columns.ts";
import { FigureList } from "./figures-part.ts";
import { footnotesXml, settingsXml } from "./notes-part.ts";
import { headerXml, sectionXml, textColumn } from "./page.ts";
import { gap, gapBeforeEnd, opening, paragraphOf } from "./paragraphs.ts";
import { contentType, relationshipType, wordNamespaces } from "./parts.ts";
import { PictureList } from "./pictures.ts";
import { propertiesXml } from "./properties-part.ts";
import { stylesXml } from "./styles.ts";
import { tableOf } from "./table.ts";

export interface WriteDocxOptions extends WriteOptions, DrawOptions {
  /** How the report is set on paper. */
  readonly layout: StyleSheet;
}

/**
 * A report as a Word file in the official layout: real styles, headings and footnotes, and a content control around every figure whose tag
 * names its fact.
 *
 * - Shape: the same report, facts and layout give the same bytes.
 * @throws KhopError `writer/unknown-fact`, `writer/bad-note`, `writer/uneven-table` or `writer/bad-chart` where the report does not fit together.
 */
export function writeDocx(report: Report, { facts, layout, drawChart }: WriteDocxOptions): Uint8Array {
  const arranged = arrange(report, facts, capitalsOf(layout), drawChart === undefined ? "table" : "chart");
  const figures = new FigureList();
  const pictures = new PictureList(drawChart);
  const document = documentXml(arranged, figures, pictures, layout);
  const notes = arranged.notes.length > 0 ? footnotesXml(arranged.notes, figures) : null;
  const word = (name: string, content: string, kind = name): NewPart => ({
    name: `word/${name}.xml`,
    contentType: contentType(kind),
    content,
  });
  const beside = [
    word("styles", stylesXml(layout)),
    word("settings", settingsXml(notes !== null)),
    word("header1", headerXml("others", arranged.isDraft), "header"),
    word("header2", headerXml("first", arranged.isDraft), "header"),
    ...(notes === null ? [] : [word("footnotes", notes)]),
  ];
  const ties = beside.map(({ name, contentType: type }): NewRelationship => {
    const kind = /\.(\w+)\+xml$/.exec(type)?.[1] ?? "";
    return [idOf(name), relationshipType(kind), name.slice("word/".length)];
  });
  const data: NewPart = { name: "customXml/item1.xml", contentType: "application/xml", content: figures.xml(report) };
  const properties: NewPart = {
    name: "docProps/core.xml",
    contentType: "application/vnd.openxmlformats-package.core-properties+xml",
    content: propertiesXml(report),
  };
  return createPackage(
    [
      {
        ...word("document", document, "document.main"),
        relationships: [
          ...ties,
          ...pictures.relationships,
          ...(figures.isEmpty ? [] : [["figures", relationshipType("customXml"), "../customXml/item1.xml"] as const]),
        ],
      },
      ...beside,
      ...pictures.parts,
      ...(figures.isEmpty ? [] : [data]),
      properties,
    ],
    [
      ["rId1", relationshipType("officeDocument"), "word/document.xml"],
      ["rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"],
    ],
  );
}

const idOf = (part: string): string => part.slice(part.lastIndexOf("/") + 1).replace(".xml", "");

function documentXml(
  { head, title, body, end, appendices }: Arranged,
  figures: FigureList,
  pictures: PictureList,
  layout: StyleSheet,
): string {
  const width = textColumn(layout);
  const piece = (one: Piece, keep = false): string => {
    if (one.is === "line") return paragraphOf(one, figures, layout, width, keep);
    return one.is === "chart" ? pictures.add(one, width / 20) + gap : tableOf(one, figures, layout, width) + gap;
  };
  const section = sectionXml(layout, { others: "header1", first: "header2" });
  /** A stretch of pages ends in a paragraph that bears its section; the last one's stands at the end of the body. */
  const broken = `<w:p><w:pPr><w:pStyle w:val="Gap"/>${section}</w:pPr></w:p>`;
  const stretches = [
    opening +
      columnsOf(head, layout.leftColumn.head, width, layout, figures) +
      [...title, ...body].map((one, i, all) => piece(one, i === all.length - 1)).join("") +
      gapBeforeEnd +
      columnsOf([end], layout.leftColumn.end, width, layout, figures),
    ...appendices.map((pieces) => pieces.map((one) => piece(one)).join("")),
  ];
  return `<w:document ${wordNamespaces}><w:body>${stretches.join(broken)}${appendices.length === 0 ? gap : ""}${section}</w:body></w:document>`;
}
