import type { Language } from "@khop/core";
import type { PageFigure } from "./document.ts";
import { explanationOf, type Sum, type SumLine, type Told } from "./explanation.ts";
import { signs } from "./figure-words.ts";
import { type Content, type Html, html, kept } from "./html.ts";
import type { Marked } from "./verdict.ts";
import type { Words } from "./words.ts";

/** The note of a figure: what it is of, what most likely is wrong with it, and each of its sums written out. */
export function noteOf(figure: PageFigure, marked: Marked, prefix: string, language: Language, words: Words): Html {
  const id = `${prefix}${figure.id}`;
  const { shown, mark, label, place, told: all, sums } = explanationOf(figure, marked, language);
  const about = [label, place].filter((part) => part !== undefined && part !== "").join(" · ");
  return html`<section class="note ${mark}" id="n-${id}" aria-labelledby="t-${id}" tabindex="-1">
<a class="close" href="#${id}">${words.close}</a>
<p class="of-figure" id="t-${id}"><b>${shown}</b> <span class="state"><i class="sign ${mark}" aria-hidden="true">${signs[mark]}</i> ${words.mark[mark]}</span></p>
${about !== "" && html`<p class="about">${about}</p>`}${all.map((one) => told(one, words))}${
  sums.length === 0 ? html`<p class="about">${words.nothing}</p>` : sums.map((one) => sum(one, figure, prefix, words))
}</section>\n`;
}

/** What a finding says of this very figure. */
function told({ finding, accepted, said, message }: Told, words: Words): Content {
  if (accepted !== undefined)
    return html`<p class="likely accepted"><b>${words.accepted}</b> (${finding}): ${words.acceptedBy(accepted)}</p>`;
  const text = message !== undefined && html`<p>${kept(message)}</p>`;
  return html`<div class="likely">${said !== undefined && html`<p><b>${kept(said)}</b></p>`}${text}</div>`;
}

function sum({ name, mark, verdict, reason, lines, left }: Sum, figure: PageFigure, prefix: string, words: Words): Html {
  const row = ({ sign, label, text, kind, figure: other }: SumLine): Html => {
    const number =
      other === undefined || other === figure.id
        ? html`${text}`
        : html`<a href="#${prefix}${other}" data-figure="${prefix}${other}">${text}</a>`;
    const own = other === figure.id ? "own" : "";
    const kinds = [kind === "broken" ? "stated broken" : kind === "own" ? "" : kind, own].join(" ").trim();
    return html`<tr${kinds !== "" && html` class="${kinds}"`}><td class="by">${sign}</td><th scope="row">${label}</th><td class="number">${number}</td></tr>`;
  };
  const results = lines.findIndex(({ kind }) => kind !== "" && kind !== "own");
  const parts = results < 0 ? lines : lines.slice(0, results);
  return html`<div class="sum"><p class="kind"><i class="sign ${mark}" aria-hidden="true">${signs[mark]}</i> <b>${name}</b> <span>${words.verdict[verdict]}${reason !== undefined && html`: ${words.reason[reason]}`}</span></p>
<table><tbody>${parts.map(row)}${left > 0 && html`<tr><td></td><td colspan="2">${words.more(left)}</td></tr>`}${
    results >= 0 && lines.slice(results).map(row)
  }</tbody></table></div>`;
}
