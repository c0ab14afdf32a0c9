import { KhopError } from "@khop/core";
import { Parser } from "htmlparser2";
import "../errors.ts";

/** Characters of the page: `text` stands for those from `from` up to `to`, fewer when it was written as an entity. */
export interface HtmlText {
  readonly kind: "text";
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface HtmlElement {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
  /** Its start tag in the page. */
  readonly from: number;
  readonly to: number;
}

export type HtmlNode = HtmlText | HtmlElement;

/** Browsers too nest no deeper. */
const mostDepth = 512;
const mostNodes = 2_000_000;

/** What an element ends that was left open, and how far out one looks for it. */
const ends: readonly { readonly opens: ReadonlySet<string>; readonly closes: ReadonlySet<string>; readonly within: ReadonlySet<string> }[] =
  [
    { opens: new Set(["td", "th"]), closes: new Set(["td", "th", "caption"]), within: new Set(["table", "tr"]) },
    { opens: new Set(["tr"]), closes: new Set(["tr", "caption"]), within: new Set(["table", "tbody", "thead", "tfoot"]) },
    { opens: new Set(["tbody", "thead", "tfoot"]), closes: new Set(["tbody", "thead", "tfoot", "caption"]), within: new Set(["table"]) },
    { opens: new Set(["li"]), closes: new Set(["li"]), within: new Set(["ul", "ol", "td", "th", "table"]) },
    { opens: new Set(["dt", "dd"]), closes: new Set(["dt", "dd"]), within: new Set(["dl", "td", "th", "table"]) },
    {
      opens: new Set(
        "address article aside blockquote center div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(
          " ",
        ),
      ),
      closes: new Set(["p"]),
      within: new Set(["td", "th", "table", "caption"]),
    },
  ];
const outer: ReadonlySet<string> = new Set(["table", "body", "html"]);
const cells: ReadonlySet<string> = new Set(["td", "th", "caption", "table"]);
const parts: ReadonlySet<string> = new Set(["td", "th", "tr", "tbody", "thead", "tfoot", "caption"]);

/**
 * Parses a page into elements and texts with their offsets, end tags that were left out put in.
 *
 * htmlparser2 rather than parse5: it gives the place of every entity, takes a tag of a million attributes in its stride, and is some
 * times as fast. What it leaves open, `ends` closes.
 *
 * @throws KhopError "reader/too-large" for elements nested deeper, or more of them, than in any report.
 */
export function parseHtml(source: string): HtmlElement {
  const root: HtmlElement = { kind: "element", name: "#root", attributes: {}, children: [], from: 0, to: 0 };
  const open = [root];
  let depth = 0;
  let nodes = 0;
  const add = (node: HtmlNode): void => {
    nodes += 1;
    if (nodes > mostNodes) throw tooLarge("nodes", mostNodes, "elements and texts");
    (open.at(-1) as HtmlElement).children.push(node);
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > mostDepth) throw tooLarge("depth", mostDepth, "elements inside each other");
      for (const { opens, closes, within } of ends) if (opens.has(name)) close(open, closes, within);
      const element: HtmlElement = { kind: "element", name, attributes, children: [], from: parser.startIndex, to: parser.endIndex + 1 };
      add(element);
      open.push(element);
    },
    onclosetag(name) {
      depth -= 1;
      close(open, new Set([name]), outer.has(name) ? none : parts.has(name) ? tables : cells);
    },
    ontext(text) {
      add({ kind: "text", text, from: parser.startIndex, to: parser.endIndex + 1 });
    },
  });
  parser.end(source);
  return root;
}

const none: ReadonlySet<string> = new Set();
const tables: ReadonlySet<string> = new Set(["table"]);

/** Closes the innermost open element of a name, with all in it, unless one of `within` lies between. */
function close(open: HtmlElement[], names: ReadonlySet<string>, within: ReadonlySet<string>): void {
  for (let at = open.length - 1; at > 0; at -= 1) {
    const { name } = open[at] as HtmlElement;
    if (names.has(name)) {
      open.length = at;
      return;
    }
    if (within.has(name)) return;
  }
}

const tooLarge = (what: "depth" | "nodes", limit: number, name: string): KhopError =>
  new KhopError("reader/too-large", `The page has more than ${limit} ${name}. It is damaged, or made to do harm.`, { what, limit });
