import { readNumeral } from "@khop/core";
import { bookOf } from "./book.ts";
import { type SheetCell, sheetXml } from "./sheet-part.ts";
import { type Look, Styles } from "./styles-part.ts";

/** Excel keeps no more digits of a number; what has more is text. */
const digitsKept = 15;
const widest = 60;

/**
 * A table of texts as an Excel workbook, its first row as the heading; what is written as a number in Vietnamese is one, shown as it was
 * written.
 *
 * - Shape: one sheet, the heading stays in sight. No cell is a formula, whatever its text begins with.
 */
export function writeRows(title: string, [header = [], ...rows]: readonly (readonly string[])[]): Uint8Array {
  const styles = new Styles();
  const heading = header.map(
    (text): SheetCell => ({ text, look: { bold: true, align: "center", wraps: true, boxed: true, ground: "head" } }),
  );
  const widths = header.map((_, column) => {
    const longest = Math.max(8, ...[header, ...rows].map((row) => row[column]?.length ?? 0));
    return Math.min(widest, longest + 2);
  });
  const xml = sheetXml(
    {
      rows: [{ cells: heading }, ...rows.map((row) => ({ cells: row.map(cellOf) }))],
      widths,
      merged: [],
      frozen: { columns: 1, rows: 1 },
    },
    styles,
  );
  return bookOf({ title, styles: styles.xml(), sheets: [{ name: title.slice(0, 31), xml, headings: { from: 1, to: 1 } }] });
}

function cellOf(text: string): SheetCell {
  const look: Look = { boxed: true, wraps: true };
  const numeral = /^-?\d[\d.,]*$/.test(text) && !/^-?0\d/.test(text) ? readNumeral(text) : null;
  if (numeral === null || numeral.style === "en" || numeral.digits.length > digitsKept) return { text, look };
  const { digits, scale, style } = numeral;
  const grouped = style === "vi" && text.includes(".");
  const format = `${grouped ? "#,##0" : "0"}${scale > 0 ? `.${"0".repeat(scale)}` : ""}`;
  return { number: pointed(digits, scale), look: { boxed: true, align: "right", format } };
}

/** The digits with a point before the last so many of them: "-1235" and 2 make "-12.35". */
function pointed(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const sign = digits.startsWith("-") ? "-" : "";
  const whole = digits.slice(sign.length).padStart(scale + 1, "0");
  return `${sign}${whole.slice(0, -scale)}.${whole.slice(-scale)}`;
}
