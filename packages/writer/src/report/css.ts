import type { PartStyle, StyledPart, StyleSheet } from "@khop/core";
import { type Html, html } from "../html-report/html.ts";

const raw = (css: string): Html => html([css.replaceAll("<", "")] as unknown as TemplateStringsArray);

/** The rules of a page: on paper as the style sheet says, on screen the same sheet of paper on grey. */
export function styleRules({ font, margins, paper, pageNumber, leftColumn, parts }: StyleSheet, isDraft: boolean): Html {
  const { top, right, bottom, left } = margins;
  const text = parts.text.size;
  const family = `"${font.replace(/["\\]/g, "")}", "Liberation Serif", Tinos, serif`;
  const columns = (share: number): string => `${share}fr ${1 - share}fr`;
  return raw(`@page { size: ${paper.width}mm ${paper.height}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @top-center { content: counter(page); font: ${pageNumber.size}pt ${family}; } }
@page :first { @top-center { content: none; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #e7e7e7; font: ${text}pt ${family}; }
main { background: #fff; width: ${paper.width}mm; max-width: 100%; margin: 2rem auto; padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; position: relative; }
p, h1, h2, h3, h4 { margin: 0; font: inherit; }
h1, h2, h3, h4, .caption, .tableUnit { break-after: avoid; }
.head, .end { display: grid; grid-template-columns: ${columns(leftColumn.head)}; }
.end { grid-template-columns: ${columns(leftColumn.end)}; margin-top: 12pt; break-inside: avoid; }
table { width: 100%; border-collapse: collapse; margin: 0 0 6pt; }
th, td { border: 0.5pt solid #000; padding: ${parts.tableCell.before ?? 0}pt 4pt; font: ${parts.tableCell.size}pt ${family}; text-align: ${parts.tableCell.alignment}; vertical-align: middle; }
thead th { font-size: ${parts.tableHeader.size}pt; font-weight: bold; text-align: center; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.chart { display: block; width: 100%; height: auto; margin: 3pt 0 6pt; break-inside: avoid; }
td.figures { text-align: right; font-variant-numeric: tabular-nums; }
.total th, .total td { font-weight: bold; }
sup { font-size: 65%; line-height: 0; }
sup a { color: inherit; text-decoration: none; }
.notes { margin-top: 18pt; }
.notes::before { content: ""; display: block; width: 50mm; border-top: 0.5pt solid #000; margin-bottom: 4pt; }
.appendix { break-before: page; margin-top: 24pt; }
${Object.entries(parts)
  .filter(([part]) => !/^table(?:Cell|Header|Total)$/.test(part))
  .map(([part, style]) => ruleOf(part as StyledPart, style))
  .join("\n")}
.goesOn span::after { content: none; }
${isDraft ? 'main::before { content: "DỰ THẢO"; position: fixed; top: 45%; left: 0; right: 0; text-align: center; font-size: 96pt; color: #0001; transform: rotate(-45deg); pointer-events: none; }' : ""}
@media print { body { background: none; } main { width: auto; margin: 0; padding: 0; } .appendix { margin-top: 0; } }
@media screen and (max-width: 700px) { main { padding: 1rem; } .head, .end { grid-template-columns: 1fr; gap: 1rem; } }`);
}

function ruleOf(part: StyledPart, style: PartStyle): string {
  const { size, bold, italic, alignment, left = 0, firstLine = 0, before = 0, after = 0, lineSpacing = 1, ruled } = style;
  const rule = `.${part} { font-size: ${size}pt; font-weight: ${bold === true ? "bold" : "normal"}; font-style: ${italic === true ? "italic" : "normal"}; text-align: ${alignment}; margin: ${before}pt 0 ${after}pt ${left}mm; text-indent: ${firstLine}mm; line-height: ${(1.15 * lineSpacing).toFixed(3)}; }`;
  if (ruled === undefined) return rule;
  // A border, not a background: browsers leave backgrounds out in print.
  return `${rule}\n.${part} span { display: inline-block; }\n.${part} span::after { content: ""; display: block; width: ${ruled * 100}%; margin: 3pt auto 0; border-top: 0.75pt solid #000; }`;
}
