/** Markup that is safe to put into a page as it is. Only {@link html} makes it, so that no text gets in unescaped. */
export class Html {
  readonly markup: string;

  /** @internal use {@link html} */
  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

export type Content = Html | string | number | false | null | undefined | readonly Content[];

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text as a page may hold it, between tags and in quoted attributes; signs that no page may hold, and those that turn the direction of
 * writing so that figures would read otherwise than they are, are shown as �.
 */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (sign) => special[sign] as string);

/** A page's markup with what stands in it escaped: html`<p title="${label}">${text}</p>`. Attributes must be quoted. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.reduce((markup, part, i) => markup + rendered(contents[i - 1]) + part));
}

function rendered(content: Content): string {
  if (content instanceof Html) return content.markup;
  if (Array.isArray(content)) return content.map(rendered).join("");
  return content === false || content === null || content === undefined ? "" : escapeHtml(String(content));
}

/** A sentence of ours whose numbers stay on one line with their sign. */
export const kept = (sentence: string): string => sentence.replace(/(\d) (%|điểm)/g, "$1\u00a0$2");
