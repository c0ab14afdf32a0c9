import type { Report } from "@khop/core";
import { escapeXml } from "@khop/ooxml";

/** Title, body and day of the report, as file managers show them; no clock is asked. */
export function propertiesXml({ title, summary, body, date, draft }: Report): string {
  const name = [title, summary].filter((text) => text !== undefined).join(" - ");
  const day = (kind: string): string =>
    date === null ? "" : `<dcterms:${kind} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${kind}>`;
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(name)}</dc:title><dc:creator>${escapeXml(body)}</dc:creator><dc:language>vi-VN</dc:language>${day("created")}${day("modified")}${draft === true ? "<cp:contentStatus>Draft</cp:contentStatus>" : ""}</cp:coreProperties>`;
}
