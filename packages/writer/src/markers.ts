import type { XmlElement, XmlNode } from "@khop/ooxml";

/** A place in a run where the range of a comment begins or ends: before a character of one of its elements, or outside the run. */
export interface Marker {
  readonly kind: "start" | "end";
  readonly id: number;
  /** Offset of the element; null for the edge of the run. */
  readonly node: number | null;
  readonly character: number;
}

/** Names in the namespace of WordprocessingML as an element of the file would write them. */
export interface Naming {
  readonly prefix: string;
  /** A declaration that each new element needs, where the file has no prefix for the namespace. */
  readonly declaration: string;
}

/** Attributes need a prefix, so a file that makes the namespace its default one gets its own for each new element. */
export function namingOf(element: XmlElement): Naming {
  const prefix = element.rawName.slice(0, element.rawName.indexOf(":") + 1);
  const uri = element.scope.uri(prefix.slice(0, -1));
  return prefix === "" && uri !== undefined
    ? { prefix: "w:", declaration: ` xmlns:w="${uri}"` }
    : { prefix: prefix || "w:", declaration: "" };
}

/** A change to a part: what stands between two offsets is replaced. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The changes that put markers into a run. It is cut only where a marker stands inside, each piece with the properties of the whole. */
export function changesFor(xml: string, run: XmlElement, markers: readonly Marker[], naming: Naming): Change[] {
  const contents = run.elements().filter(({ name }) => name !== "w:rPr");
  const last = contents.length;
  const places = new Map<string, { at: Place; markers: Marker[] }>();
  for (const marker of markers) {
    const at = run.name === "w:r" ? placeOf(contents, marker) : edge(marker, last);
    const key = at.join();
    const there = places.get(key) ?? { at, markers: [] };
    there.markers.push(marker);
    places.set(key, there);
  }
  const properties = run.child("w:rPr");
  const open = xml.slice(run.start, run.openEnd) + (properties ? xml.slice(properties.start, properties.end) : "");
  const close = xml.slice(run.closeStart, run.end);
  const changes: Change[] = [];
  const insert = (at: number, text: string): void => {
    changes.push({ start: at, end: at, text });
  };
  const keeping = new Set<XmlElement>();
  for (const { at, markers: here } of [...places.values()].sort(({ at: a }, { at: b }) => a[0] - b[0] || a[1] - b[1])) {
    const [index, character] = at;
    const tags = tagsOf(here, naming);
    const content = contents[index];
    if (index === 0 && character === 0) insert(run.start, tags);
    else if (content === undefined) insert(run.end, tags);
    else if (character === 0) insert(content.start, close + tags + open);
    else {
      const cut = cutIn(xml, content, character);
      if (!keeping.has(content) && spaceKept(xml, content) !== xml.slice(content.start, content.openEnd))
        changes.push({ start: content.start, end: content.openEnd, text: spaceKept(xml, content) });
      keeping.add(content);
      insert(cut.offset, cut.close + xml.slice(content.closeStart, content.end) + close + tags + open + spaceKept(xml, content) + cut.open);
    }
  }
  return changes;
}

/** Before a character of an element of the run; before the element where the character is 0. */
type Place = readonly [index: number, character: number];

const edge = ({ kind }: Marker, last: number): Place => [kind === "start" ? 0 : Math.max(last, 1), 0];

function placeOf(contents: readonly XmlElement[], marker: Marker): Place {
  const { node, character, kind } = marker;
  const index = node === null ? -1 : contents.findIndex(({ start, end }) => start <= node && node < end);
  const content = contents[index];
  if (content === undefined) return edge(marker, contents.length);
  if (content.start !== node) return [kind === "start" ? index : index + 1, 0];
  const length = content.name === "w:t" ? content.text.length : 1;
  return character <= 0 ? [index, 0] : character >= length ? [index + 1, 0] : [index, character];
}

/** Ranges that end are closed before others begin; each ends with the run that bears its comment. */
function tagsOf(markers: readonly Marker[], { prefix, declaration }: Naming): string {
  const tag = (name: string, id: number): string => `<${prefix}${name}${declaration} ${prefix}id="${id}"/>`;
  const ends = markers
    .filter(({ kind }) => kind === "end")
    .map(({ id }) => `${tag("commentRangeEnd", id)}<${prefix}r${declaration}>${tag("commentReference", id)}</${prefix}r>`);
  const starts = markers.filter(({ kind }) => kind === "start").map(({ id }) => tag("commentRangeStart", id));
  return [...ends, ...starts].join("");
}

/** The start tag of a text, saying that spaces at its ends are kept: a cut may lay them bare. */
function spaceKept(xml: string, element: XmlElement): string {
  const open = xml.slice(element.start, element.openEnd);
  if (element.attributes["xml:space"] === "preserve") return open;
  return open.replace(/\s*xml:space\s*=\s*(?:"[^"]*"|'[^']*')/, "").replace(/>$/, ' xml:space="preserve">');
}

/** Where a character of a text stands in the file, and what must be closed and opened again there. */
function cutIn(xml: string, element: XmlElement, character: number): { offset: number; close: string; open: string } {
  let at = 0;
  for (const node of element.children) {
    const length = node.text.length;
    if (character <= at + length) return cutInNode(xml, node, character - at);
    at += length;
  }
  return { offset: element.closeStart, close: "", open: "" };
}

const cdata = "<![CDATA[";
const unit = /&[^;]+;|\r\n|[\s\S]/g;

function cutInNode(xml: string, node: XmlNode, character: number): { offset: number; close: string; open: string } {
  const raw = xml.slice(node.start, node.end);
  if (raw.startsWith(cdata)) return { offset: node.start + cdata.length + character, close: "]]>", open: cdata };
  if (raw.length === node.text.length) return { offset: node.start + character, close: "", open: "" };
  let at = 0;
  let offset = node.start;
  for (const [each] of raw.matchAll(unit)) {
    if (at >= character) break;
    const code = /^&#(x?)([0-9a-f]+);$/i.exec(each);
    at += code !== null && Number.parseInt(code[2] as string, code[1] === "" ? 10 : 16) > 0xffff ? 2 : 1;
    offset += each.length;
  }
  return { offset, close: "", open: "" };
}
