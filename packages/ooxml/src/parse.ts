import { forbiddenIn, isReference, nameEnd, oneLineEnd, saidBy, spaceEnd } from "./characters.ts";
import { OoxmlError } from "./errors.ts";
import { defaultLimits, type Limits, within } from "./limits.ts";
import { Scope } from "./namespaces.ts";
import { rawAttributes, XmlElement } from "./xml.ts";

/**
 * Parses a part into elements and texts with their offsets.
 *
 * A document type declaration is refused, so there are no entities but the five of XML and characters by number, and none can grow.
 *
 * @throws OoxmlError for text that is not well-formed, has a document type, or goes past the limits.
 */
export const parseXml = (xml: string, part = "xml", limits: Limits = defaultLimits): XmlElement => new Parser(xml, part, limits).parse();

const declaration =
  /<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/y;

/** More attributes than this are held against each other by a set of their names. */
const few = 16;

/** One walk over a part: whatever has no tree of its own in it is looked at once and left. */
class Parser {
  readonly #xml: string;
  readonly #part: string;
  readonly #limits: Limits;
  #root: XmlElement | null = null;
  #open: XmlElement | null = null;
  #scope = new Scope();
  #depth = 0;
  #nodes = 0;
  /** Where the names of the attributes of a tag begin and end. */
  readonly #names = new Int32Array(few * 2);

  constructor(xml: string, part: string, limits: Limits) {
    this.#xml = xml;
    this.#part = part;
    this.#limits = limits;
  }

  parse(): XmlElement {
    const xml = this.#xml;
    const forbidden = forbiddenIn(xml);
    if (forbidden >= 0) throw this.#bad("a character is not allowed.", forbidden);
    let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
    declaration.lastIndex = at;
    if (declaration.test(xml)) at = declaration.lastIndex;
    while (at < xml.length) {
      if (xml.charCodeAt(at) !== 60) at = this.#text(at);
      else {
        const next = xml.charCodeAt(at + 1);
        at = next === 47 ? this.#close(at) : next === 33 ? this.#mark(at) : next === 63 ? this.#instruction(at) : this.#element(at);
      }
    }
    if (this.#open !== null) throw this.#bad(`the element ${this.#open.rawName} is not closed.`, at);
    if (this.#root === null) throw this.#bad("it has no element.", at);
    return this.#root;
  }

  #text(start: number): number {
    const found = this.#xml.indexOf("<", start);
    const end = found < 0 ? this.#xml.length : found;
    const raw = this.#xml.slice(start, end);
    if (this.#open === null) {
      if (spaceEnd(raw, 0) < raw.length) throw this.#bad("text stands outside the root element.", start);
      return end;
    }
    const text = saidBy(raw);
    if (text === undefined) throw this.#bad("an & begins no character that is known.", start + raw.indexOf("&"));
    if (raw.includes("]]>")) throw this.#bad("]]> is not allowed in a text.", start + raw.indexOf("]]>"));
    this.#count();
    this.#open.add({ kind: "text", text, start, end });
    return end;
  }

  /** A comment, a text that is taken as it stands, or a document type. */
  #mark(start: number): number {
    const xml = this.#xml;
    if (xml.startsWith("<!--", start)) {
      const dashes = xml.indexOf("--", start + 4);
      if (dashes < 0 || xml.charCodeAt(dashes + 2) !== 62) throw this.#bad("a comment does not end.", start);
      return dashes + 3;
    }
    if (!xml.startsWith("<![CDATA[", start)) {
      throw this.#bad(xml.startsWith("<!DOCTYPE", start) ? "a document type declaration is not allowed." : "a <! begins nothing.", start);
    }
    const close = xml.indexOf("]]>", start + 9);
    if (close < 0) throw this.#bad("a CDATA section does not end.", start);
    if (this.#open === null) throw this.#bad("text stands outside the root element.", start);
    this.#count();
    this.#open.add({ kind: "text", text: oneLineEnd(xml.slice(start + 9, close)), start, end: close + 3 });
    return close + 3;
  }

  #instruction(start: number): number {
    const xml = this.#xml;
    const name = nameEnd(xml, start + 2);
    const close = xml.indexOf("?>", name);
    const target = xml.slice(start + 2, name);
    if (target === "" || close < 0 || (close > name && spaceEnd(xml, name) === name) || /^xml$/i.test(target))
      throw this.#bad("a processing instruction is not as it should be.", start);
    return close + 2;
  }

  #element(start: number): number {
    const xml = this.#xml;
    const name = nameEnd(xml, start + 1);
    if (name === start + 1) throw this.#bad("a < begins no tag.", start);
    if (this.#open === null && this.#root !== null) throw this.#bad("a second root element stands behind the first.", start);
    let at = name;
    let count = 0;
    let binds = false;
    let twice = false;
    for (;;) {
      const space = spaceEnd(xml, at);
      const code = xml.charCodeAt(space);
      if (code === 62 || code === 47) {
        at = space;
        break;
      }
      const end = nameEnd(xml, space);
      if (space === at || end === space) throw this.#bad("a tag is not as it should be.", at);
      binds ||= xml.startsWith("xmlns", space);
      twice ||= count < few && this.#isKnown(space, end, count);
      count += 1;
      at = this.#value(end);
    }
    const closes = xml.charCodeAt(at) === 47;
    if (closes && xml.charCodeAt(at + 1) !== 62) throw this.#bad("a / stands in a tag, but not at its end.", at);
    const openEnd = at + (closes ? 2 : 1);
    const attributes = binds || count > few ? rawAttributes(xml, name, at) : [];
    if (twice || (count > few && new Set(attributes.map((own) => own.name)).size < count))
      throw this.#bad("an element has two attributes of one name.", start);
    if (++this.#depth > this.#limits.depth) within(this.#limits, "depth", this.#depth, this.#part);
    this.#count();
    const scope = binds ? this.#scope.inside(Object.fromEntries(attributes.map(({ name: own, value }) => [own, value]))) : this.#scope;
    const element = new XmlElement(xml, xml.slice(start + 1, name), count > 0, scope, this.#open, start, openEnd);
    if (this.#open === null) this.#root = element;
    else this.#open.add(element);
    if (closes) this.#depth -= 1;
    else {
      this.#open = element;
      this.#scope = scope;
    }
    return openEnd;
  }

  /** Behind the value of an attribute whose name ends here. */
  #value(nameEnds: number): number {
    const xml = this.#xml;
    const equals = spaceEnd(xml, nameEnds);
    const open = spaceEnd(xml, equals + 1);
    const quote = xml.charCodeAt(open);
    if (xml.charCodeAt(equals) !== 61 || (quote !== 34 && quote !== 39)) throw this.#bad("an attribute has no value in quotes.", nameEnds);
    let at = open + 1;
    for (; at < xml.length; at += 1) {
      const code = xml.charCodeAt(at);
      if (code === quote) return at + 1;
      if (code === 60) throw this.#bad("a < stands in the value of an attribute.", at);
      if (code === 38 && !isReference(xml, at)) throw this.#bad("an & begins no character that is known.", at);
    }
    throw this.#bad("the value of an attribute does not end.", open);
  }

  /** Whether one of the attributes before has the name that stands here. */
  #isKnown(start: number, end: number, count: number): boolean {
    const xml = this.#xml;
    for (let i = 0; i < count; i += 1) {
      const other = this.#names[i * 2] as number;
      let length = end - start;
      if ((this.#names[i * 2 + 1] as number) - other !== length) continue;
      while (length > 0 && xml.charCodeAt(other + length - 1) === xml.charCodeAt(start + length - 1)) length -= 1;
      if (length === 0) return true;
    }
    this.#names[count * 2] = start;
    this.#names[count * 2 + 1] = end;
    return false;
  }

  #close(start: number): number {
    const xml = this.#xml;
    const element = this.#open;
    const name = element?.rawName ?? "";
    const behind = spaceEnd(xml, start + 2 + name.length);
    if (element === null || !xml.startsWith(name, start + 2) || xml.charCodeAt(behind) !== 62)
      throw this.#bad(element === null ? "an end tag has no start tag." : `the element ${name} is closed by another tag.`, start);
    element.closeStart = start;
    element.end = behind + 1;
    this.#open = element.parent;
    this.#scope = element.parent?.scope ?? new Scope();
    this.#depth -= 1;
    return behind + 1;
  }

  #count(): void {
    if (++this.#nodes > this.#limits.nodes) within(this.#limits, "nodes", this.#nodes, this.#part);
  }

  #bad(why: string, offset: number): OoxmlError {
    return new OoxmlError("ooxml/bad-xml", `The part ${this.#part} is not well-formed at offset ${offset}: ${why}`, {
      part: this.#part,
      offset,
    });
  }
}
