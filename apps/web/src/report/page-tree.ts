/** A part of a report's page: text, or an element that may be shown. */
export type PageNode = string | PageElement;

/** An element with what of its attributes is harmless. */
interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
  /** The how-manieth figure of the report it is. */
  readonly figure?: number;
}

/** A heading of the report, with the id that it has on the page. */
export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

/** A report's page taken apart: nothing of it runs, and nothing of it is fetched. */
export interface PageTree {
  readonly style: string;
  readonly nodes: readonly PageNode[];
  readonly headings: readonly Heading[];
  /** The facts of its figures, in reading order. */
  readonly figures: readonly string[];
}

const tags = new Set(
  "main div p span section h1 h2 h3 h4 table thead tbody tr th td sup a data img b i em strong ol ul li br caption figure".split(" "),
);
const kept: Readonly<Record<string, string>> = {
  class: "className",
  colspan: "colSpan",
  rowspan: "rowSpan",
  scope: "scope",
  alt: "alt",
  width: "width",
  height: "height",
  value: "value",
  "data-fact": "data-fact",
  "data-unit": "data-unit",
};

/** Takes a report's page apart into what may be shown; all else of it is left out, or stands as text. */
export function pageTree(html: string): PageTree {
  // A style that is parsed is one that the policy complains of, shown or not.
  const styles: string[] = [];
  const bare = html.replace(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi, (_, text: string) => {
    styles.push(text);
    return "";
  });
  const page = new DOMParser().parseFromString(bare, "text/html");
  const headings: Heading[] = [];
  const figures: string[] = [];
  const take = (node: Node): PageNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ""];
    if (!(node instanceof Element)) return [];
    const tag = node.localName;
    if (!tags.has(tag)) return /^(?:script|style|template|noscript|iframe|object|embed|link|meta|svg|math)$/.test(tag) ? [] : each(node);
    const attributes = attributesOf(node);
    // The page around it has its main part already.
    if (tag === "main") return [{ tag: "div", attributes: { ...attributes, className: "main" }, children: each(node) }];
    const level = /^h([1-4])$/.exec(tag)?.[1];
    if (level !== undefined) {
      attributes.id = `part-${headings.length}`;
      headings.push({ id: attributes.id, level: Number(level), text: node.textContent?.trim() ?? "" });
    }
    if (tag !== "data" || attributes["data-fact"] === undefined) return [{ tag, attributes, children: each(node) }];
    figures.push(attributes["data-fact"]);
    return [{ tag, attributes, children: each(node), figure: figures.length - 1 }];
  };
  const each = (node: Node): PageNode[] => [...node.childNodes].flatMap(take);
  const style = styles.join("\n").replace(/\bmain(?=\s*[,{])/g, ".main");
  return { style, nodes: each(page.body), headings, figures };
}

function attributesOf(element: Element): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    const as = kept[name];
    if (as !== undefined) found[as] = value;
    else if (name === "id" && /^note-\d+$/.test(value)) found.id = value;
    else if (name === "href" && /^#[\w-]+$/.test(value)) found.href = value;
    else if (name === "src" && element.localName === "img" && /^data:image\/(?:svg\+xml|png);base64,[\w+/=]+$/.test(value))
      found.src = value;
    else if (name === "role" && value.startsWith("doc-")) found.role = value;
  }
  return found;
}
