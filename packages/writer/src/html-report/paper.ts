import type { DocumentBlock, DocumentInline, DocumentRow } from "@khop/core";
import type { PageFigure } from "./document.ts";
import { type Content, type Html, html } from "./html.ts";
import type { Marked } from "./verdict.ts";
import type { Words } from "./words.ts";

/** What a block needs to know to be written. */
interface Paper {
  readonly marked: Marked;
  /** Opens every id of this document on the page: "d1". */
  readonly prefix: string;
  readonly words: Words;
  /** Numbers of the findings that a figure is the first of; printed behind it. */
  readonly numbersOf: (figure: PageFigure) => readonly number[];
  readonly quantities: readonly PageFigure[];
  readonly notes: ReadonlySet<string>;
  readonly referred: Set<string>;
}

/** The document as itself, its figures marked. */
export function paper(marked: Marked, prefix: string, words: Words, numbersOf: (figure: PageFigure) => readonly number[]): Html {
  const { blocks, figures } = marked.document;
  const quantities = figures.filter(({ role }) => role === "quantity").sort((a, b) => a.start - b.start);
  const notes = new Set(blocks.flatMap((block) => (block.kind === "footnote" ? [nameOf(block.mark)] : [])));
  const page: Paper = { marked, prefix, words, numbersOf, quantities, notes, referred: new Set() };
  const ranks = [...new Set(blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : [])))].sort((a, b) => a - b);
  let rank = 1;
  let tables = 0;
  const defined = new Set<string>();
  return html`${blocks.map((block) => {
    if (block.kind === "table") tables += 1;
    // No level may be left out on the way down, whatever the author did.
    if (block.kind === "heading") rank = Math.min(ranks.indexOf(block.level) + 2, rank + 1, 6);
    return written(block, page, rank, tables, defined);
  })}`;
}

const nameOf = (mark: string): string => mark.replace(/\W/g, "");

function written(block: DocumentBlock, page: Paper, rank: number, table: number, defined: Set<string>): Html {
  switch (block.kind) {
    case "heading":
      return heading(rank, line(block.content, page));
    case "paragraph":
      return html`<p>${line(block.content, page)}</p>\n`;
    case "item":
      return html`<p class="item${block.typed ? "" : " bare"} deep${Math.min(block.depth, 4)}">${line(block.content, page)}</p>\n`;
    case "footnote": {
      const name = nameOf(block.mark);
      const id = defined.has(name) ? "" : `${page.prefix}-fn-${name}`;
      defined.add(name);
      const back = page.referred.has(name) ? html`<a href="#${page.prefix}-fr-${name}">[${block.mark}]</a>` : html`[${block.mark}]`;
      return html`<p class="footnote"${id !== "" && html` id="${id}"`}><span class="mark">${back}</span> ${line(block.content, page)}</p>\n`;
    }
    case "table":
      return tableOf(block.head, block.body, page, table);
  }
}

function heading(rank: number, content: Content): Html {
  switch (rank) {
    case 2:
      return html`<h2>${content}</h2>\n`;
    case 3:
      return html`<h3>${content}</h3>\n`;
    case 4:
      return html`<h4>${content}</h4>\n`;
    case 5:
      return html`<h5>${content}</h5>\n`;
    default:
      return html`<h6>${content}</h6>\n`;
  }
}

const numeric = /^[\d\s.,%+\-−()]+$/;

function tableOf(head: readonly DocumentRow[], body: readonly DocumentRow[], page: Paper, number: number): Html {
  const { text } = page.marked.document;
  const plain = (cell: readonly DocumentInline[]): string =>
    cell
      .map((one) => (one.kind === "text" ? text.slice(one.start, one.end) : ""))
      .join("")
      .trim();
  const isNumeric = (cell: readonly DocumentInline[]): boolean => numeric.test(plain(cell));
  const heads = head.map((row) => html`<tr>${row.map((cell) => html`<th scope="col">${line(cell, page)}</th>`)}</tr>`);
  const rows = body.map(
    (row) =>
      html`<tr>${row.map((cell, column) =>
        column === 0 && !isNumeric(cell) && plain(cell) !== ""
          ? html`<th scope="row">${line(cell, page)}</th>`
          : html`<td${isNumeric(cell) && html` class="number"`}>${line(cell, page)}</td>`,
      )}</tr>`,
  );
  return html`<div class="frame" role="region" aria-label="${page.words.table(number)}" tabindex="0"><table>${
    heads.length > 0 && html`<thead>${heads}</thead>`
  }<tbody>${rows}</tbody></table></div>\n`;
}

/** A line: text, marks of footnotes, and figures as links to their notes. A figure that markup cuts is one link all the same. */
function line(content: readonly DocumentInline[], page: Paper): Content {
  const { text } = page.marked.document;
  const made: Content[] = [];
  let open: { figure: PageFigure; parts: Content[] } | undefined;
  const close = (): void => {
    if (open !== undefined) made.push(figureLink(open.figure, open.parts, page));
    open = undefined;
  };
  for (const one of content) {
    if (one.kind !== "text") {
      if (one.kind === "break") close();
      (open?.parts ?? made).push(one.kind === "break" ? html`<br>` : footnoteMark(one.mark, page));
      continue;
    }
    let at = one.start;
    for (let i = firstEndingAfter(page.quantities, at); at < one.end; i += 1) {
      const figure = page.quantities[i];
      const from = figure === undefined ? one.end : Math.min(Math.max(figure.start, at), one.end);
      if (from > at) {
        close();
        made.push(text.slice(at, from));
      }
      if (figure === undefined || from >= one.end) break;
      const to = Math.min(figure.end, one.end);
      if (to <= at) continue;
      if (open?.figure !== figure) {
        close();
        open = { figure, parts: [] };
      }
      open.parts.push(text.slice(from, to));
      if (to === figure.end) close();
      at = to;
    }
  }
  close();
  return made;
}

function firstEndingAfter(figures: readonly PageFigure[], offset: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle] as PageFigure).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function figureLink(figure: PageFigure, parts: readonly Content[], { marked, prefix, words, numbersOf }: Paper): Html {
  const id = `${prefix}${figure.id}`;
  const mark = marked.markOf(figure);
  const numbers = numbersOf(figure);
  return html`<a class="figure ${mark}" id="${id}" href="#n-${id}" aria-description="${words.mark[mark]}">${parts}</a>${
    numbers.length > 0 && html`<sup class="number-of" aria-hidden="true">${numbers.join(", ")}</sup>`
  }`;
}

function footnoteMark(mark: string, { prefix, notes, referred }: Paper): Html {
  const name = nameOf(mark);
  if (!notes.has(name)) return html`<sup>[${mark}]</sup>`;
  const first = !referred.has(name);
  referred.add(name);
  return html`<sup${first && html` id="${prefix}-fr-${name}"`}><a href="#${prefix}-fn-${name}">[${mark}]</a></sup>`;
}
