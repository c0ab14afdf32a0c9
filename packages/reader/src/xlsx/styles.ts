import type { OoxmlPackage } from "@khop/ooxml";

/** Formats that files name by number only. Those of dates depend on the country; all are shown as Vietnam does. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;(#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;(#,##0.00)",
  41: '#,##0;(#,##0);"-"',
  42: '#,##0;(#,##0);"-"',
  43: '#,##0.00;(#,##0.00);"-"',
  44: '#,##0.00;(#,##0.00);"-"',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss",
  48: "##0.0E+0",
  49: "@",
};
const eastAsianDates: readonly number[] = [27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58];

/** How cells of a style look. */
export interface CellStyle {
  readonly format: string;
  readonly font: string | undefined;
}

/** The number format and the font of each cell style of a workbook, by its place in the list. */
export function stylesOf(opened: OoxmlPackage, workbook: string): (style: string | undefined) => CellStyle {
  const part = opened.related("styles", workbook);
  const none: CellStyle = { format: "General", font: undefined };
  if (part === undefined) return () => none;
  const root = opened.xml(part);
  const own = new Map(
    (root.child("sml:numFmts")?.elements("sml:numFmt") ?? []).map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? "General",
    ]),
  );
  const fonts = (root.child("sml:fonts")?.elements("sml:font") ?? []).map((font) => font.child("sml:name")?.attributes.val);
  const styles = (root.child("sml:cellXfs")?.elements("sml:xf") ?? []).map(({ attributes: { numFmtId = "0", fontId = "0" } }) => {
    const id = Number(numFmtId);
    const format = own.get(numFmtId) ?? builtIn[id] ?? (eastAsianDates.includes(id) ? "dd/mm/yyyy" : "General");
    return { format, font: fonts[Number(fontId)] };
  });
  return (style) => styles[Number(style ?? 0)] ?? none;
}
