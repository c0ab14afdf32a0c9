import type { PartStyle, StyleSheet } from "@khop/core";

const centred = { size: 14, alignment: "center" } as const;
const title = { ...centred, bold: true } as const;
const body: PartStyle = { size: 14, alignment: "justify", firstLine: 12.7, before: 6, lineSpacing: 1.05 };
const heading: PartStyle = { ...body, bold: true };
const cell = { size: 13, alignment: "left", before: 2, after: 2 } as const;

/**
 * A report as the samples of Nghị định 30/2020/NĐ-CP, Phụ lục I set it; every value lies in the ranges of the rules beside.
 *
 * - Source: Phụ lục I, Phần I for the ranges; mục V and the samples of Phụ lục III for the sizes taken.
 */
export const decree30Styles: StyleSheet = {
  id: "nd-30-2020",
  name: { vi: "Nghị định 30/2020/NĐ-CP về công tác văn thư", en: "Decree 30/2020/NĐ-CP on records work" },
  validFrom: "2020-03-05",
  validTo: null,
  paper: { width: 210, height: 297 },
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  font: "Times New Roman",
  pageNumber: { size: 14, alignment: "center", fromEdge: 10 },
  leftColumn: { head: 0.43, end: 0.48 },
  parts: {
    nationalName: { ...title, size: 12, capitals: true },
    motto: { ...title, size: 13, ruled: 1 },
    parentBody: { ...centred, size: 12, capitals: true },
    body: { ...title, size: 12, capitals: true, ruled: 0.4 },
    docNumber: { ...centred, size: 13, before: 6 },
    placeDate: { ...centred, size: 13, italic: true, before: 6 },
    draft: { ...title, size: 13, capitals: true, before: 6 },
    title: { ...title, capitals: true, before: 18 },
    summary: { ...title, ruled: 0.4 },
    addressedTo: { ...centred, before: 12, after: 6 },
    addressedToLead: { size: 14, alignment: "left", left: 35, before: 12 },
    // Its dashes stand below the colon: "Kính gửi" is 17,4 mm wide in 14 points.
    addressedToItem: { size: 14, alignment: "left", left: 56.4, firstLine: -4, before: 3 },
    legalBasis: { ...body, italic: true },
    section: { ...heading, capitals: true },
    clause: heading,
    subclause: heading,
    point: body,
    text: body,
    item: body,
    caption: { ...title, before: 10, after: 2 },
    tableUnit: { size: 13, italic: true, alignment: "right", after: 3 },
    tableHeader: { ...cell, bold: true, alignment: "center" },
    tableCell: cell,
    tableTotal: { ...cell, bold: true },
    recipientsTitle: { size: 12, bold: true, italic: true, alignment: "left" },
    recipient: { size: 11, alignment: "left" },
    authority: { ...title, capitals: true },
    position: { ...title, capitals: true },
    signature: { ...centred, italic: true, before: 24, after: 24 },
    signer: title,
    appendixNumber: title,
    appendixTitle: { ...title, capitals: true },
    appendixReference: { ...centred, italic: true, after: 6 },
    footnote: { size: 11, alignment: "justify" },
  },
};
