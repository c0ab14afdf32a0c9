import type { HtmlElement, HtmlNode } from "./tree.ts";

const markText = /^\s*\[?(\d{1,3}|[ivxl]{1,6}|[*†‡])\]?\s*$/;
/** Fragments that programs give to notes: sdfootnote1sym, _ftn1, _edn1, fn1, fn:1, user-content-fn-1, cite_note-1. */
const noteName = /(?:foot|end)?note|_?(?:ft|ed|f)n(?:ref)?[-:_]?\d/i;
const backText = /^\s*[\u21a9\u21b5\u2191\u2934^]\ufe0e?\s*$/;

/** All text inside, hidden or not. */
const textIn = (node: HtmlNode): string => (node.kind === "text" ? node.text : node.children.map(textIn).join(""));

/** The mark of the note that a link inside the page leads to, or whose text it opens: "1" of `<sup><a href="#fn1">1</a></sup>`. */
export function markOf(link: HtmlElement, raised: boolean): string | undefined {
  const { href = "", role, class: names = "" } = link.attributes;
  if (link.name !== "a" || !href.includes("#")) return undefined;
  const text = textIn(link);
  const mark = markText.exec(text)?.[1];
  if (mark === undefined) return undefined;
  const named = role === "doc-noteref" || /foot|note/i.test(names) || noteName.test(href.slice(href.indexOf("#") + 1));
  return named || raised || /^\s*\[/.test(text) || link.children.some((node) => node.kind === "element" && node.name === "sup")
    ? mark
    : undefined;
}

/** A link back from a note to the text: an arrow, no content. */
export const isBackLink = (link: HtmlElement): boolean =>
  link.name === "a" &&
  (link.attributes.role === "doc-backlink" ||
    /(?:^|\s)(?:footnote-back|data-footnote-backref)/.test(link.attributes.class ?? "") ||
    ((link.attributes.href ?? "").startsWith("#") && backText.test(textIn(link))));

/** The notes of a page by the name of the element that holds their text: fn1 → 1. */
export function notesOf(root: HtmlElement): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  const look = (element: HtmlElement, raised: boolean): void => {
    for (const node of element.children) {
      if (node.kind === "text") continue;
      const mark = markOf(node, raised);
      if (mark === undefined) look(node, raised || node.name === "sup");
      else if (!notes.has(fragment(node))) notes.set(fragment(node), mark);
    }
  };
  look(root, false);
  return notes;
}

function fragment({ attributes: { href = "" } }: HtmlElement): string {
  const name = href.slice(href.indexOf("#") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
