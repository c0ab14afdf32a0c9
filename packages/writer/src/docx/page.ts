import type { StyleSheet } from "@khop/core";
import { twips } from "./measures.ts";
import { wordNamespaces } from "./parts.ts";

/** The width between the margins, in twentieths of a point. */
export const textColumn = ({ paper, margins }: StyleSheet): number => twips(paper.width) - twips(margins.left) - twips(margins.right);

/** A stretch of pages numbered from 1: the report, or one of its appendices. */
export function sectionXml(
  { paper, margins, pageNumber }: StyleSheet,
  headers: { readonly others: string; readonly first: string },
): string {
  const { top, right, bottom, left } = margins;
  return `<w:sectPr><w:headerReference w:type="default" r:id="${headers.others}"/><w:headerReference w:type="first" r:id="${headers.first}"/><w:type w:val="nextPage"/><w:pgSz w:w="${twips(paper.width)}" w:h="${twips(paper.height)}"/><w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(pageNumber.fromEdge)}" w:footer="${twips(pageNumber.fromEdge)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
}

const number =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

/** Large grey words across the page, as Word draws them itself. */
const watermark = (id: string): string =>
  `<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject${id}" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:420pt;height:105pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="DỰ THẢO"/></v:shape></w:pict></w:r>`;

export const headerXml = (kind: "others" | "first", isDraft: boolean): string =>
  `<w:hdr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${isDraft ? watermark(kind === "first" ? "1" : "2") : ""}${kind === "first" ? "" : number}</w:p></w:hdr>`;
