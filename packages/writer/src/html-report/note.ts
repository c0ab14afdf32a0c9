import { type Checked, type Language, type WorkingLine, workingOf } from "@khop/core";
import type { PageFigure, PageFinding } from "./document.ts";
import { type Content, type Html, html, kept } from "./html.ts";
import type { Marked } from "./verdict.ts";
import { signs, type Words } from "./words.ts";

/** So many lines of one sum are shown; a total of a thousand parts would otherwise be written a thousand times. */
const mostLines = 14;
/** And so many sums of one figure. */
const mostSums = 12;

/** The note of a figure: what it is of, what most likely is wrong with it, and each of its sums written out. */
export function noteOf(figure: PageFigure, marked: Marked, prefix: string, language: Language, words: Words): Html {
  const id = `${prefix}${figure.id}`;
  const mark = marked.markOf(figure);
  const checked = marked.checkedOf(figure);
  const ordered = [...checked].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)).slice(0, mostSums);
  const place = marked.document.place?.(figure.start);
  const about = [figure.label, place].filter((part) => part !== undefined && part !== "").join(" · ");
  const findings = marked.findingsOf(figure);
  const broken = checked.some(({ verdict }) => verdict === "violated");
  return html`<section class="note ${mark}" id="n-${id}" aria-labelledby="t-${id}" tabindex="-1">
<a class="close" href="#${id}">${words.close}</a>
<p class="of-figure" id="t-${id}"><b>${figure.quantity?.format() ?? figure.text}</b> <span class="state"><i class="sign ${mark}" aria-hidden="true">${signs[mark]}</i> ${words.mark[mark]}</span></p>
${about !== "" && html`<p class="about">${about}</p>`}${findings.map((one) => told(one, figure, broken, words, language))}${
  checked.length === 0
    ? html`<p class="about">${words.nothing}</p>`
    : ordered.map((one) => sum(one, figure, marked, prefix, language, words))
}</section>\n`;
}

const order = ["violated", "truncated", "unknown", "holds"];

/** What a finding says of this very figure. */
function told(
  { finding, waived, id }: PageFinding,
  { cell, quantity }: PageFigure,
  shown: boolean,
  words: Words,
  language: Language,
): Content {
  if (waived !== undefined) return html`<p class="likely accepted"><b>${words.accepted}</b> (${id}): ${words.acceptedBy(waived)}</p>`;
  const message = html`<p>${kept(finding.message[language])}</p>`;
  const own = finding.suspects.find((suspect) => suspect.cell === cell);
  if (!own?.expected || quantity === null) return html`<div class="likely">${message}</div>`;
  const right = quantity.corrected(own.expected).format();
  const certain = !finding.ambiguous && finding.suspects.length === 1;
  const said = certain ? words.likely(quantity.format(), right) : `${quantity.format()} ${words.becomes} ${right}`;
  // The sums below show what the message says, if any of them is broken.
  return html`<div class="likely"><p><b>${kept(said)}</b></p>${!(certain && shown) && message}</div>`;
}

function sum(checked: Checked, figure: PageFigure, marked: Marked, prefix: string, language: Language, words: Words): Html {
  const { relation, verdict, reason } = checked;
  const { lines, made, stated, gap } = workingOf(checked, language);
  const broken = verdict === "violated";
  const sign = { holds: "fit", truncated: "fit", violated: "misfit", unknown: "unsure" } as const;
  const row = (one: WorkingLine, kind: string): Html => {
    const other = one.cell === null ? undefined : marked.figureOf(one.cell);
    const own = other === figure;
    const number =
      other === undefined || own
        ? html`${one.text}`
        : html`<a href="#${prefix}${other.id}" data-figure="${prefix}${other.id}">${one.text}</a>`;
    return html`<tr${(kind !== "" || own) && html` class="${[kind, own ? "own" : ""].join(" ").trim()}"`}><td class="by">${one.sign}</td><th scope="row">${one.label}</th><td class="number">${number}</td></tr>`;
  };
  const [kept, left] = shortened(lines, figure);
  const plain = (label: string, text: string, by: string, kind: string): Html => row({ sign: by, label, text, cell: null }, kind);
  const saidSign = broken ? (stated?.sign === "≤" ? ">" : "≠") : (stated?.sign ?? "");
  return html`<div class="sum"><p class="kind"><i class="sign ${sign[verdict]}" aria-hidden="true">${signs[sign[verdict]]}</i> <b>${relation.kind.name[language]}</b> <span>${words.verdict[verdict]}${reason !== undefined && html`: ${words.reason[reason]}`}</span></p>
<table><tbody>${kept.map((one) => row(one, ""))}${left > 0 && html`<tr><td></td><td colspan="2">${words.more(left)}</td></tr>`}${
    made !== null && plain(words.made, made, "=", "made")
  }${stated !== null && row({ ...stated, sign: saidSign, label: stated.label || words.stated }, broken ? "stated broken" : "stated")}${
    gap !== null && plain(words.gap, gap, "", "gap")
  }</tbody></table></div>`;
}

/** The first lines of a long sum, and the figure's own wherever it stands. */
function shortened(lines: readonly WorkingLine[], { cell }: PageFigure): [kept: WorkingLine[], left: number] {
  if (lines.length <= mostLines) return [[...lines], 0];
  const kept = lines.filter((one, i) => i < mostLines - 2 || (one.cell !== null && one.cell === cell));
  return [kept, lines.length - kept.length];
}
