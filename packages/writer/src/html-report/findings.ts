import { type Language, mendOf, severities } from "@khop/core";
import type { PageFigure, PageFinding } from "./document.ts";
import { signs } from "./figure-words.ts";
import { type Html, html, kept } from "./html.ts";
import type { Marked } from "./verdict.ts";
import { words as allWords, type Words } from "./words.ts";

/** A finding with its number on the page; accepted ones have none. */
export interface Numbered {
  readonly number: number;
  readonly one: PageFinding;
  readonly marked: Marked;
  readonly prefix: string;
}

/** Findings by severity, worst first, in the order of the text; then what was accepted. */
export function findingsList(all: readonly Numbered[], language: Language, words: Words, several: boolean): Html {
  const open = all.filter(({ one }) => one.waived === undefined);
  const accepted = all.filter(({ one }) => one.waived !== undefined);
  const groups = severities.map((severity) => ({ severity, of: open.filter(({ one }) => one.finding.severity === severity) }));
  return html`<h2 id="findings-title">${words.findings} <span class="count">${open.length}</span></h2>
${open.length === 0 && html`<p class="about">${words.noFindings}</p>`}${groups.map(
  ({ severity, of }) =>
    of.length > 0 &&
    html`<h3>${words.severity[severity]} <span class="count">${of.length}</span></h3>
<ol class="list" start="${(of[0] as Numbered).number}">${of.map((one) => item(one, language, words, several))}</ol>\n`,
)}${
  accepted.length > 0 &&
  html`<h3>${words.accepted} <span class="count">${accepted.length}</span></h3>
<ul class="list">${accepted.map((one) => item(one, language, words, several))}</ul>\n`
}`;
}

function item({ one, marked, prefix, number }: Numbered, language: Language, words: Words, several: boolean): Html {
  const { finding, waived, figures } = one;
  const byId = new Map(marked.document.figures.map((figure) => [figure.id, figure]));
  const own = figures.flatMap((id) => byId.get(id) ?? []);
  const main = mainFigure(one, marked) ?? own[0];
  const sign =
    waived !== undefined
      ? "accepted"
      : finding.severity === "info"
        ? "fit"
        : finding.severity === "error" || finding.severity === "review"
          ? "misfit"
          : "unsure";
  const place = main === undefined ? undefined : marked.document.place?.(main.start);
  const from = [several ? marked.document.name : undefined, place, one.id].filter((part) => part !== undefined);
  const target = main === undefined ? `${prefix}` : `${prefix}${main.id}`;
  return html`<li class="finding" id="x-${prefix}-${one.id}"${waived === undefined && html` value="${number}"`}><i class="sign ${sign}" aria-hidden="true">${signs[sign]}</i>
<a class="go" href="#${target}" data-finding="${target}" data-figures="${own.map(({ id }) => prefix + id).join(" ")}">${kept(titleOf(one, own, language))}</a>
<p>${kept(finding.message[language])}</p>
${waived !== undefined && html`<p class="accepted-why">${words.acceptedBy(waived)}</p>`}<p class="from">${from.join(" · ")}</p></li>\n`;
}

/** The figure that a finding leads to: its likeliest suspect, else the first of its figures. */
export function mainFigure({ finding, figures }: PageFinding, marked: Marked): PageFigure | undefined {
  for (const { cell } of finding.suspects) {
    const figure = marked.figureOf(cell);
    if (figure !== undefined) return figure;
  }
  return marked.document.figures.find(({ id }) => id === figures[0]);
}

const mostNamed = 4;

/** A finding in few words: what is most likely right, or where to look. `figures` are its own, in the order of the text. */
export function titleOf({ finding }: PageFinding, figures: readonly PageFigure[], language: Language): string {
  const words = allWords[language];
  const { suspects, ambiguous } = finding;
  const [only] = suspects;
  const named = (list: readonly string[]): string => list.slice(0, mostNamed).join("; ") + (list.length > mostNamed ? "; …" : "");
  const mend = only && mendOf(only, language);
  if (!ambiguous && suspects.length === 1 && mend?.right) return words.likely(mend.printed, mend.right);
  // One figure, and what it should be nobody can tell: as it is printed, for it may be misprinted.
  const printed = figures.find(({ cell }) => cell !== null && cell === only?.cell)?.text;
  if (!ambiguous && suspects.length === 1 && printed !== undefined) return words.about(printed);
  const told = [...new Set(suspects.flatMap(({ cell }) => cell.quantity?.format() ?? []))];
  if (told.length > 0) return words.oneOf(named(told));
  return words.about(named(figures.map(({ quantity, text }) => quantity?.format() ?? text)));
}
