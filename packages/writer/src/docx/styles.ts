import { type PartStyle, type StyledPart, type StyleSheet, styledParts } from "@khop/core";
import { escapeXml } from "@khop/ooxml";
import { halfPoints, lineUnits, twips, twipsOfPoints } from "./measures.ts";
import { wordNamespaces } from "./parts.ts";

/** Styles that Word knows by name, so that its navigation and its lists of headings work. */
const builtIn: Partial<Record<StyledPart, readonly [id: string, name: string, outline?: number]>> = {
  title: ["Title", "Title"],
  summary: ["Subtitle", "Subtitle"],
  section: ["Heading1", "heading 1", 0],
  clause: ["Heading2", "heading 2", 1],
  subclause: ["Heading3", "heading 3", 2],
  point: ["Heading4", "heading 4", 3],
  text: ["BodyText", "Body Text"],
  caption: ["Caption", "caption"],
  footnote: ["FootnoteText", "footnote text"],
};

export const styleId = (part: StyledPart): string => builtIn[part]?.[0] ?? `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`;

/** Parts that stay on the page of what follows. */
const leading: ReadonlySet<StyledPart> = new Set<StyledPart>([
  "section",
  "clause",
  "subclause",
  "caption",
  "tableUnit",
  "title",
  "summary",
  "appendixNumber",
  "appendixTitle",
]);

const alignments = { left: "left", center: "center", right: "right", justify: "both" } as const;

export function stylesXml({ font, pageNumber, parts }: StyleSheet): string {
  const face = escapeXml(font);
  const fonts = `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}" w:cs="${face}"/>`;
  const base = halfPoints(parts.text.size);
  return `<w:styles ${wordNamespaces}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:color w:val="000000"/><w:sz w:val="${base}"/><w:szCs w:val="${base}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ...(Object.keys(parts) as StyledPart[]).map((part) => partStyle(part, parts[part])),
    `<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="${alignments[pageNumber.alignment]}"/></w:pPr><w:rPr><w:sz w:val="${halfPoints(pageNumber.size)}"/><w:szCs w:val="${halfPoints(pageNumber.size)}"/></w:rPr></w:style>`,
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="DrawnRule"><w:name w:val="Đường kẻ"/><w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr><w:spacing w:before="60" w:after="0" w:line="40" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Gap"><w:name w:val="Khoảng cách"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Picture"><w:name w:val="Hình"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="60" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr></w:style>',
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Bảng số liệu"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders></w:tblPr></w:style>',
  ].join("")}</w:styles>`;
}

function partStyle(part: StyledPart, style: PartStyle): string {
  const { size, bold, italic, alignment, left = 0, firstLine = 0, before = 0, after = 0, lineSpacing = 1 } = style;
  const [, name = styledParts[part].vi, outline] = builtIn[part] ?? [];
  const kind = builtIn[part] === undefined ? ' w:customStyle="1"' : "";
  const keep = leading.has(part) ? "<w:keepNext/><w:keepLines/>" : "";
  const first = firstLine < 0 ? `w:hanging="${twips(-firstLine)}"` : `w:firstLine="${twips(firstLine)}"`;
  const own = `${keep}<w:spacing w:before="${twipsOfPoints(before)}" w:after="${twipsOfPoints(after)}" w:line="${lineUnits(lineSpacing)}" w:lineRule="auto"/><w:ind w:left="${twips(left)}" ${first}/><w:jc w:val="${alignments[alignment]}"/>${outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`}`;
  const look = `${bold === true ? "<w:b/><w:bCs/>" : ""}${italic === true ? "<w:i/><w:iCs/>" : ""}<w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/>`;
  return `<w:style w:type="paragraph"${kind} w:styleId="${styleId(part)}"><w:name w:val="${escapeXml(name)}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${own}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;
}
