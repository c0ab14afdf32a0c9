import { SaxesParser } from "saxes";
import { OoxmlError } from "./errors.ts";
import { defaultLimits, type Limits, within } from "./limits.ts";
import { Scope } from "./namespaces.ts";

/** Text of a part, entities resolved, with the offsets of what stands for it in the part. */
export interface XmlText {
  readonly kind: "text";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText;

/** An element with the offsets of its tags in the part's text. */
export class XmlElement {
  readonly kind = "element";
  /** With the usual prefix of its namespace: `w:p`, whatever the file calls it. */
  readonly name: string;
  /** As the file writes it. */
  readonly rawName: string;
  /** By name with the usual prefix: `w:val`. Values have their entities resolved. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: XmlElement | null;
  readonly children: XmlNode[] = [];
  readonly scope: Scope;
  /** From the `<` of the start tag up to behind its `>`. */
  readonly start: number;
  readonly openEnd: number;
  /** From the `</` of the end tag up to behind its `>`; `openEnd` twice where the element closes itself. */
  closeStart: number;
  end: number;

  constructor(
    rawName: string,
    attributes: Readonly<Record<string, string>>,
    scope: Scope,
    parent: XmlElement | null,
    start: number,
    openEnd: number,
  ) {
    this.rawName = rawName;
    this.name = scope.element(rawName);
    this.attributes = attributes;
    this.scope = scope;
    this.parent = parent;
    this.start = start;
    this.openEnd = openEnd;
    this.closeStart = openEnd;
    this.end = openEnd;
  }

  /** The first child element of a name. */
  child(name: string): XmlElement | undefined {
    for (const node of this.children) if (node.kind === "element" && node.name === name) return node;
    return undefined;
  }

  /** Child elements, of a name if one is given. */
  elements(name?: string): XmlElement[] {
    return this.children.filter((node): node is XmlElement => node.kind === "element" && (name === undefined || node.name === name));
  }

  /** All text inside, in order. */
  get text(): string {
    return this.children.map((node) => node.text).join("");
  }
}

/** Where an attribute stands in a part: its name with its value, and the value between its quotes. */
export interface XmlAttribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly value: readonly [start: number, end: number];
}

const attributePattern = /\s([^\s=>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of an element with their offsets in the part's text. */
export function attributesOf(xml: string, element: XmlElement): XmlAttribute[] {
  const tag = xml.slice(element.start, element.openEnd);
  return [...tag.matchAll(attributePattern)].map((match) => {
    const end = element.start + match.index + match[0].length;
    const value = (match[2] ?? match[3] ?? "").length;
    return {
      name: element.scope.attribute(match[1] as string),
      start: element.start + match.index + 1,
      end,
      value: [end - 1 - value, end - 1] as const,
    };
  });
}

/**
 * Parses a part into elements and texts with their offsets.
 *
 * A document type declaration is refused, so there are no entities but the five of XML and characters by number, and none can grow.
 *
 * @throws OoxmlError for text that is not well-formed, has a document type, or goes past the limits.
 */
export function parseXml(xml: string, part = "xml", limits: Limits = defaultLimits): XmlElement {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  let scope = new Scope();
  let depth = 0;
  let nodes = 0;
  // Where the last piece of markup ended.
  let at = 0;
  const bad = (why: string): OoxmlError =>
    new OoxmlError("ooxml/bad-xml", `The part ${part} is not well-formed at offset ${parser.position}: ${why}`, {
      part,
      offset: parser.position,
    });
  const past = (): void => {
    at = parser.position;
  };
  const text = (content: string, end: number): void => {
    if (open !== null) {
      within(limits, "nodes", ++nodes, part);
      open.children.push({ kind: "text", text: content, start: at, end });
    }
    at = end;
  };
  parser.on("error", (error) => {
    throw bad(error.message.replace(/^.*?\d+:\d+: /, ""));
  });
  parser.on("doctype", () => {
    throw bad("a document type declaration is not allowed.");
  });
  parser.on("xmldecl", past);
  parser.on("processinginstruction", past);
  // saxes 6.0.0 tells of a comment when it has seen the two dashes, one sign before the end.
  parser.on("comment", () => {
    at = parser.position + 1;
  });
  parser.on("text", (content) => text(content, parser.position - 1));
  parser.on("cdata", (content) => text(content, parser.position));
  parser.on("opentag", ({ name, attributes }) => {
    within(limits, "depth", ++depth, part);
    within(limits, "nodes", ++nodes, part);
    scope = scope.inside(attributes);
    const element: XmlElement = new XmlElement(name, named(attributes, scope), scope, open, at, parser.position);
    if (open === null) root = element;
    else open.children.push(element);
    open = element;
    past();
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    const element = open as XmlElement;
    if (!isSelfClosing) element.closeStart = at;
    element.end = parser.position;
    open = element.parent;
    scope = open?.scope ?? new Scope();
    depth -= 1;
    past();
  });
  parser.write(xml).close();
  if (root === null) throw bad("it has no element.");
  return root;
}

function named(attributes: Readonly<Record<string, string>>, scope: Scope): Readonly<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const name in attributes) made[scope.attribute(name)] = attributes[name] as string;
  return made;
}

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML writes it, in an element or in a double-quoted attribute; control characters are left out. */
export const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "").replace(/[&<>"]/g, (sign) => special[sign] as string);
