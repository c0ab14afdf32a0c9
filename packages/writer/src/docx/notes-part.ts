import type { Shown } from "../report/notes.ts";
import type { FigureList } from "./figures-part.ts";
import { runsOf } from "./paragraphs.ts";
import { wordNamespaces } from "./parts.ts";
import { styleId } from "./styles.ts";

/** Footnotes by their number; the two that Word draws its lines with come first. */
export function footnotesXml(notes: readonly (readonly Shown[])[], figures: FigureList): string {
  const drawn = (type: string, id: number, sign: string): string =>
    `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${sign}/></w:r></w:p></w:footnote>`;
  const mark =
    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>';
  return `<w:footnotes ${wordNamespaces}>${drawn("separator", -1, "separator")}${drawn("continuationSeparator", 0, "continuationSeparator")}${notes
    .map(
      (spans, i) =>
        `<w:footnote w:id="${i + 1}"><w:p><w:pPr><w:pStyle w:val="${styleId("footnote")}"/></w:pPr>${mark}${runsOf(spans, figures)}</w:p></w:footnote>`,
    )
    .join("")}</w:footnotes>`;
}

export const settingsXml = (hasNotes: boolean): string =>
  `<w:settings ${wordNamespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>${hasNotes ? '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' : ""}<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`;
