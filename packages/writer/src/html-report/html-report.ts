import { type Language, severities } from "@khop/core";
import { script, scriptHash, style, styleHash } from "./assets.ts";
import type { CheckedDocument, PageFigure } from "./document.ts";
import { signs } from "./figure-words.ts";
import { findingsList, mainFigure, type Numbered } from "./findings.ts";
import { Html, html } from "./html.ts";
import { layoutList } from "./layout.ts";
import { noteOf } from "./note.ts";
import { paper } from "./paper.ts";
import { type Mark, type Marked, marked } from "./verdict.ts";
import { words as allWords, type Words } from "./words.ts";

export interface HtmlReportOptions {
  readonly lang: Language;
}

/**
 * One page that shows documents as themselves, every figure marked, with the findings beside them and the arithmetic behind each figure.
 *
 * The page stands alone: style and script are in it, its content security policy lets nothing else run and nothing be fetched, and it
 * can be read without the script. All text of the documents is escaped. The same input gives the same page.
 */
export function htmlReport(documents: readonly CheckedDocument[], { lang }: HtmlReportOptions): string {
  const words = allWords[lang];
  const parts = documents.map((document, i) => ({ marked: marked(document), prefix: `d${i + 1}` }));
  const findings = numbered(parts);
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;
  const name = documents.map((document) => document.name).join(", ");
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${words.title(name)}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#findings-title">${words.skip}</a>
<header class="top"><p class="brand" aria-hidden="true">Khớp</p><h1>${name}</h1><p class="private">${words.private}</p><button type="button" class="scripted" data-print>${words.print}</button></header>
<div class="desk">
<main class="papers">
${parts.map(({ marked: one, prefix }) => paperOf(one, prefix, words, lang, findings, parts.length > 1))}</main>
<section class="margin" aria-label="${words.why}">
<div class="legend">${legend(
    parts.map((part) => part.marked),
    words,
  )}</div>
${parts.map(({ marked: one, prefix }) => quantitiesOf(one).map((figure) => noteOf(figure, one, prefix, lang, words)))}</section>
<aside class="findings" aria-labelledby="findings-title">
${findingsList(findings, lang, words, parts.length > 1)}${layoutList(documents, lang, words)}</aside>
</div>
<footer class="foot">${words.madeBy}</footer>
<nav class="steps scripted" aria-label="${words.findings}"><button type="button" data-step="-1">${words.previous}</button><button type="button" data-step="1">${words.next}</button></nav>
<script>${new Html(script)}</script>
</body>
</html>
`;
  return page.markup;
}

const quantitiesOf = ({ document }: Marked): PageFigure[] => document.figures.filter(({ role }) => role === "quantity");

function paperOf(one: Marked, prefix: string, words: Words, lang: Language, findings: readonly Numbered[], several: boolean): Html {
  const numbers = new Map<PageFigure, number[]>();
  for (const each of findings) {
    if (each.marked !== one || each.one.waived !== undefined) continue;
    const main = mainFigure(each.one, one);
    if (main !== undefined) numbers.set(main, [...(numbers.get(main) ?? []), each.number]);
  }
  return html`${several && html`<p class="file">${one.document.name}</p>`}<article class="paper" id="${prefix}" aria-label="${one.document.name}"${lang !== "vi" && html` lang="vi"`}>
${paper(one, prefix, words, (figure) => numbers.get(figure) ?? [])}</article>\n`;
}

/** Findings in the order of the list: worst first, then as the documents and their texts go; numbers count those not accepted. */
function numbered(parts: readonly { marked: Marked; prefix: string }[]): Numbered[] {
  const all = parts.flatMap(({ marked: one, prefix }) => one.document.findings.map((finding) => ({ one: finding, marked: one, prefix })));
  const rank = (each: (typeof all)[number]): number =>
    (each.one.waived === undefined ? 0 : severities.length) + severities.indexOf(each.one.finding.severity);
  return all.sort((a, b) => rank(a) - rank(b)).map((each, i) => ({ ...each, number: i + 1 }));
}

const marks: readonly Mark[] = ["fit", "suspect", "misfit", "accepted", "unsure", "free"];

/** How many figures of each mark there are, how a mark looks, and the keys. */
function legend(all: readonly Marked[], words: Words): Html {
  const counts = new Map<Mark, number>();
  for (const one of all) for (const figure of quantitiesOf(one)) counts.set(one.markOf(figure), (counts.get(one.markOf(figure)) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rows = marks.filter((mark) => counts.has(mark));
  return html`<h2>${words.figures(String(total))}</h2>
<ul class="marks">${rows.map((mark) => html`<li><i class="sign ${mark}" aria-hidden="true">${signs[mark]}</i> <span class="figure ${mark}">${words.mark[mark]}</span> <b>${counts.get(mark)}</b></li>`)}</ul>
<p class="about">${words.pick}</p>
<details class="keys scripted"><summary>${words.keys}</summary><table><tbody>${words.keyMap.map(([key, does]) => html`<tr><th scope="row"><kbd>${key}</kbd></th><td>${does}</td></tr>`)}</tbody></table></details>`;
}
