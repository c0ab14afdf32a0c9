import { createPackage, escapeXml, type NewPart, type NewRelationship } from "@khop/ooxml";
import { quotedSheet } from "./formula-text.ts";
import { contentType, relationshipType, spreadsheet } from "./parts.ts";

/** A sheet of a workbook, written out. */
interface BookSheet {
  readonly name: string;
  readonly xml: string;
  /** Rows, from 1, that are printed on every page. */
  readonly headings?: { readonly from: number; readonly to: number };
}

export interface Book {
  readonly title: string;
  readonly styles: string;
  readonly sheets: readonly BookSheet[];
}

/** The bytes of a workbook. The same sheets give the same bytes. */
export function bookOf({ title, styles, sheets }: Book): Uint8Array {
  const files = sheets.map(
    ({ xml }, i): NewPart => ({ name: `xl/worksheets/sheet${i + 1}.xml`, contentType: contentType("worksheet"), content: xml }),
  );
  const list = sheets.map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="sheet${i + 1}"/>`);
  const repeated = sheets.flatMap(({ name, headings }, i) =>
    headings === undefined
      ? []
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escapeXml(`${quotedSheet(name)}!$${headings.from}:$${headings.to}`)}</definedName>`,
  );
  const book = `<workbook ${spreadsheet}><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join("")}</sheets>${repeated.length === 0 ? "" : `<definedNames>${repeated.join("")}</definedNames>`}</workbook>`;
  const ties = files.map((_, i): NewRelationship => [`sheet${i + 1}`, relationshipType("worksheet"), `worksheets/sheet${i + 1}.xml`]);
  return createPackage(
    [
      {
        name: "xl/workbook.xml",
        contentType: contentType("sheet.main"),
        content: book,
        relationships: [...ties, ["styles", relationshipType("styles"), "styles.xml"]],
      },
      ...files,
      { name: "xl/styles.xml", contentType: contentType("styles"), content: styles },
      {
        name: "docProps/core.xml",
        contentType: "application/vnd.openxmlformats-package.core-properties+xml",
        content: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`,
      },
    ],
    [
      ["rId1", relationshipType("officeDocument"), "xl/workbook.xml"],
      ["rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"],
    ],
  );
}
