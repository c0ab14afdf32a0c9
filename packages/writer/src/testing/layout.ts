import { type PartStyle, type StyledPart, type StyleSheet, styledParts } from "@khop/core";

/** A style sheet for tests: every part alike, unlike any law's. */
export const plainLayout: StyleSheet = {
  id: "plain",
  name: { vi: "Mẫu thử", en: "sample" },
  validFrom: "2020-01-01",
  validTo: null,
  paper: { width: 210, height: 297 },
  margins: { top: 21, bottom: 22, left: 31, right: 16 },
  font: "Times New Roman",
  pageNumber: { size: 13, alignment: "center", fromEdge: 10 },
  leftColumn: { head: 0.4, end: 0.5 },
  parts: Object.fromEntries(
    (Object.keys(styledParts) as StyledPart[]).map((part): [StyledPart, PartStyle] => [
      part,
      {
        size: 13,
        alignment: "left",
        capitals: part === "section",
        ruled: part === "motto" ? 1 : part === "body" ? 0.4 : undefined,
      },
    ]),
  ) as Record<StyledPart, PartStyle>,
};
