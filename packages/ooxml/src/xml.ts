import { attributeSaidBy, nameEnd, spaceEnd } from "./characters.ts";
import type { Scope } from "./namespaces.ts";

/** Text of a part, entities resolved, with the offsets of what stands for it in the part. */
export interface XmlText {
  readonly kind: "text";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText;

const none: readonly XmlNode[] = [];
const noAttributes: Readonly<Record<string, string>> = {};

/** An element with the offsets of its tags in the part's text. */
export class XmlElement {
  readonly kind = "element";
  /** With the usual prefix of its namespace: `w:p`, whatever the file calls it. */
  readonly name: string;
  /** As the file writes it. */
  readonly rawName: string;
  readonly parent: XmlElement | null;
  readonly scope: Scope;
  /** From the `<` of the start tag up to behind its `>`. */
  readonly start: number;
  readonly openEnd: number;
  /** From the `</` of the end tag up to behind its `>`; `openEnd` twice where the element closes itself. */
  closeStart: number;
  end: number;
  readonly #xml: string;
  #attributes: Readonly<Record<string, string>> | undefined;
  #children: XmlNode[] | undefined;

  constructor(
    xml: string,
    rawName: string,
    hasAttributes: boolean,
    scope: Scope,
    parent: XmlElement | null,
    start: number,
    openEnd: number,
  ) {
    this.#xml = xml;
    this.#attributes = hasAttributes ? undefined : noAttributes;
    this.rawName = rawName;
    this.name = scope.element(rawName);
    this.scope = scope;
    this.parent = parent;
    this.start = start;
    this.openEnd = openEnd;
    this.closeStart = openEnd;
    this.end = openEnd;
  }

  get children(): readonly XmlNode[] {
    return this.#children ?? none;
  }

  /** Puts a node behind the others. */
  add(node: XmlNode): void {
    if (this.#children === undefined) this.#children = [node];
    else this.#children.push(node);
  }

  /** By name with the usual prefix: `w:val`. Values have their entities resolved. Most are never asked for, and made when they are. */
  get attributes(): Readonly<Record<string, string>> {
    this.#attributes ??= Object.fromEntries(
      rawAttributes(this.#xml, this.start + 1 + this.rawName.length, this.openEnd).map(({ name, value }) => [
        this.scope.attribute(name),
        value,
      ]),
    );
    return this.#attributes;
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
    const { children } = this;
    return children.length === 1 ? (children[0] as XmlNode).text : children.map((node) => node.text).join("");
  }
}

/** An attribute as the file names it, its value as it is read. */
interface RawAttribute {
  readonly name: string;
  readonly value: string;
}

/** The attributes of a well-formed tag, from behind its name. */
export function rawAttributes(xml: string, from: number, to: number): RawAttribute[] {
  const found: RawAttribute[] = [];
  for (let at = spaceEnd(xml, from); at < to; ) {
    const end = nameEnd(xml, at);
    if (end === at) break;
    const open = spaceEnd(xml, spaceEnd(xml, end) + 1);
    const close = xml.indexOf(xml[open] as string, open + 1);
    found.push({ name: xml.slice(at, end), value: attributeSaidBy(xml.slice(open + 1, close)) ?? "" });
    at = spaceEnd(xml, close + 1);
  }
  return found;
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

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML writes it, in an element or in a double-quoted attribute; control characters are left out. */
export const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "").replace(/[&<>"]/g, (sign) => special[sign] as string);
