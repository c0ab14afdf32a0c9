import type { Language, Severity } from "@khop/core";
import type { CheckedDocument, PageLayoutFinding } from "./document.ts";
import { signs } from "./figure-words.ts";
import { type Html, html, kept } from "./html.ts";
import type { Mark } from "./verdict.ts";
import type { Words } from "./words.ts";

const signOf: Readonly<Record<Severity, Mark>> = { error: "misfit", warning: "misfit", review: "unsure", info: "free" };

/** Layout findings of the documents where they were asked for; nothing where they were not. */
export function layoutList(documents: readonly CheckedDocument[], language: Language, words: Words): readonly Html[] {
  return documents.flatMap((document) => {
    const { layout, name } = document;
    if (layout === undefined) return [];
    const title = documents.length > 1 ? `${words.layout}: ${name}` : words.layout;
    return html`<h3>${title} <span class="count">${layout.length}</span></h3>
${layout.length === 0 ? html`<p class="about">${words.noLayout}</p>\n` : html`<ul class="list">${layout.map((one) => item(one, document, language, words))}</ul>\n`}`;
  });
}

function item({ severity, message, text, start }: PageLayoutFinding, { place }: CheckedDocument, language: Language, words: Words): Html {
  const from = [words.severity[severity], start === undefined ? undefined : place?.(start), text === "" ? undefined : `“${text}”`];
  const sign = signOf[severity];
  return html`<li class="finding"><i class="sign ${sign}" aria-hidden="true">${signs[sign]}</i>
<p>${kept(message[language])}</p>
<p class="from">${from.filter((part) => part !== undefined).join(" · ")}</p></li>\n`;
}
