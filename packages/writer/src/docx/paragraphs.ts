import type { PartStyle, StyleSheet } from "@khop/core";
import { escapeXml } from "@khop/ooxml";
import type { Line } from "../report/line.ts";
import { type Shown, wordsOf } from "../report/notes.ts";
import { textWidth } from "../report/text-width.ts";
import type { FigureList } from "./figures-part.ts";
import { twipsOfPoints } from "./measures.ts";
import { styleId } from "./styles.ts";

const run = (text: string, look = ""): string => `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const lookOf = ({ bold, italic }: { readonly bold?: boolean | undefined; readonly italic?: boolean | undefined }): string =>
  bold === true || italic === true ? `<w:rPr>${bold === true ? "<w:b/>" : ""}${italic === true ? "<w:i/>" : ""}</w:rPr>` : "";

/** Runs of a line: figures in content controls, notes as notes. */
export const runsOf = (spans: readonly Shown[], figures: FigureList): string =>
  spans
    .map((span) => {
      if (span.is === "text") return span.text === "" ? "" : run(span.text, lookOf(span));
      if (span.is === "figure") {
        const { id, tag } = figures.add(span);
        return `<w:sdt><w:sdtPr><w:tag w:val="${escapeXml(tag)}"/><w:id w:val="${id}"/><w:text/></w:sdtPr><w:sdtContent>${run(span.text)}</w:sdtContent></w:sdt>`;
      }
      // A note hangs on one mark; where it is marked again only its number stands.
      const raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';
      return span.first ? `<w:r>${raised}<w:footnoteReference w:id="${span.number}"/></w:r>` : run(String(span.number), raised);
    })
    .join("");

/** A paragraph in the style of its part, with the drawn line below that the style asks for. */
export function paragraphOf({ part, spans, goesOn }: Line, figures: FigureList, layout: StyleSheet, width: number, keep = false): string {
  const style = layout.parts[part];
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="${styleId(part)}"/>${keep ? "<w:keepNext/>" : ""}</w:pPr>${runsOf(spans, figures)}</w:p>`;
  return style.ruled === undefined || goesOn === true ? paragraph : paragraph + ruleBelow(wordsOf(spans), style, style.ruled, width);
}

/** An empty paragraph whose upper border is the line: as long as the words above, or a share of them, in the middle. */
function ruleBelow(text: string, { size, bold: isBold }: PartStyle, share: number, width: number): string {
  const length = Math.min(twipsOfPoints(textWidth(text, size, isBold)), width) * share;
  const side = Math.max(0, Math.round((width - length) / 2));
  return `<w:p><w:pPr><w:pStyle w:val="DrawnRule"/><w:ind w:left="${side}" w:right="${side}"/></w:pPr></w:p>`;
}

/** LibreOffice (7.4) puts a whole line of its own above a table that a file begins with; not where something stands there already. */
export const opening = '<w:p><w:pPr><w:pStyle w:val="Gap"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

/** A small distance behind a table, and the larger one before the signature, which stays with the words above it. */
export const gap = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>';
export const gapBeforeEnd = '<w:p><w:pPr><w:pStyle w:val="Gap"/><w:keepNext/><w:spacing w:line="240" w:lineRule="exact"/></w:pPr></w:p>';
