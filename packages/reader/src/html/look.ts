import type { HtmlElement } from "./tree.ts";

/** Never shown, or no content: what a program runs, what a form asks, what was deleted. */
const unseen: ReadonlySet<string> = new Set(
  "audio button canvas colgroup datalist del head iframe input map noframes object rp rt script select style svg template textarea title video".split(
    " ",
  ),
);
const blocks: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;
const raisedStyle = /(?:^|;)\s*(?:vertical-align\s*:\s*super)/i;
const keptStyle = /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i;
const titleClass = /(?:^|\s)(?:Mso(?:Title|Subtitle|Heading\d))(?:\s|$)/;
const unmarked = /list-style(?:-type)?\s*:\s*none/i;

const styleOf = ({ attributes }: HtmlElement): string => attributes.style ?? "";

export const isHidden = (element: HtmlElement): boolean =>
  unseen.has(element.name) || element.attributes.hidden !== undefined || hiddenStyle.test(styleOf(element));

export const isBlock = ({ name }: HtmlElement): boolean => blocks.has(name);

export const isHeading = ({ name, attributes }: HtmlElement): boolean => /^h[1-6]$/.test(name) || titleClass.test(attributes.class ?? "");

/** Above the line, as footnote marks are. */
export const isRaised = (element: HtmlElement): boolean =>
  element.name === "sup" || element.attributes.class === "MsoFootnoteReference" || raisedStyle.test(styleOf(element));

export const keepsSpace = (element: HtmlElement): boolean => element.name === "pre" || keptStyle.test(styleOf(element));

/** A list whose items look like items. */
export const isList = (element: HtmlElement): boolean => /^(?:ul|ol|menu|dir)$/.test(element.name) && !unmarked.test(styleOf(element));

/** Word writes the bullets of its lists as letters of a font of signs. */
export const isSignFont = (element: HtmlElement): boolean =>
  /font-family\s*:\s*["']?(?:Symbol|Wingdings)/i.test(styleOf(element)) || /^(?:Symbol|Wingdings)$/i.test(element.attributes.face ?? "");
