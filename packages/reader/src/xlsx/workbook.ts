import type { OoxmlPackage } from "@khop/ooxml";

/** A sheet of a workbook, in the order of its tabs. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** The sheets with cells; those that hold one chart are left out. */
export function sheetsOf(opened: OoxmlPackage, workbook: string): SheetPart[] {
  const ties = new Map(opened.relationships(workbook).map((tie) => [tie.id, tie]));
  const sheets = opened.xml(workbook).child("sml:sheets")?.elements("sml:sheet") ?? [];
  return sheets.flatMap(({ attributes }) => {
    const tie = ties.get(attributes["r:id"] ?? "");
    // No two sheets are kept in one part.
    ties.delete(attributes["r:id"] ?? "");
    if (tie === undefined || tie.external || !tie.type.endsWith("/worksheet")) return [];
    return [{ name: attributes.name ?? "", part: tie.target, hidden: (attributes.state ?? "visible") !== "visible" }];
  });
}

/** Whether days are counted from 1904, as old Macs did. */
export const countsFrom1904 = (opened: OoxmlPackage, workbook: string): boolean =>
  /^(?:1|true|on)$/.test(opened.xml(workbook).child("sml:workbookPr")?.attributes.date1904 ?? "");
