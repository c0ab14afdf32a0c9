import type { XmlElement, XmlNode } from "@khop/ooxml";

/** A place in a run: before a character of one of its elements, or outside the run. */
interface Spot {
  /** Offset of the element; null for the edge of the run. */
  readonly node: number | null;
  readonly character: number;
}

/** Where the range of a comment begins or ends, or a tracked deletion, with the tags that open it or close it. */
export type Marker = Spot &
  ({ readonly kind: "start" | "end"; readonly id: number } | { readonly kind: "delete" | "deleted"; readonly tags: string });

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
  const ordered = [...places.values()].sort(({ at: a }, { at: b }) => a[0] - b[0] || a[1] - b[1]);
  const isDeleted = deletionsIn(ordered);
  const properties = run.child("w:rPr");
  const open = xml.slice(run.start, run.openEnd) + (properties ? xml.slice(properties.start, properties.end) : "");
  const close = xml.slice(run.closeStart, run.end);
  const changes: Change[] = [];
  const insert = (at: number, text: string): void => {
    changes.push({ start: at, end: at, text });
  };
  const cuts = new Set<XmlElement>();
  for (const { at, markers: here } of ordered) {
    const [index, character] = at;
    const tags = tagsOf(here, naming);
    const content = contents[index];
    if (index === 0 && character === 0) insert(run.start, tags);
    else if (content === undefined) insert(run.end, tags);
    else if (character === 0) insert(content.start, close + tags + open);
    else {
      const cut = cutIn(xml, content, character);
      cuts.add(content);
      const before = endTag(xml, content, isDeleted([index, character - 1]));
      const after = startTag(xml, content, isDeleted([index, character]), true);
      insert(cut.offset, cut.close + before + close + tags + open + after + cut.open);
    }
  }
  contents.forEach((content, index) => {
    const replace = (start: number, end: number, text: string): void => {
      if (text !== xml.slice(start, end)) changes.push({ start, end, text });
    };
    replace(content.start, content.openEnd, startTag(xml, content, isDeleted([index, 0]), cuts.has(content)));
    if (content.end > content.closeStart)
      replace(content.closeStart, content.end, endTag(xml, content, isDeleted([index, Math.max(0, content.text.length - 1)])));
  });
  return changes;
}

/** Whether what stands at a place of the run lies between the marks of a deletion. */
function deletionsIn(ordered: readonly { at: Place; markers: readonly Marker[] }[]): (at: Place) => boolean {
  const edges = ordered.flatMap(({ at, markers }) => {
    const opens = markers.some(({ kind }) => kind === "delete");
    return opens || markers.some(({ kind }) => kind === "deleted") ? [{ at, opens }] : [];
  });
  return ([index, character]) => edges.findLast(({ at: [i, c] }) => i < index || (i === index && c <= character))?.opens === true;
}

/** The start tag of an element of the run. Deleted text has a name of its own, and what is cut says that its spaces are kept. */
function startTag(xml: string, content: XmlElement, deleted: boolean, cut: boolean): string {
  const isText = deleted && content.name === "w:t";
  const tag = cut || isText ? spaceKept(xml, content) : xml.slice(content.start, content.openEnd);
  return isText ? `<${deletedName(content)}${tag.slice(content.rawName.length + 1)}` : tag;
}

const endTag = (xml: string, content: XmlElement, deleted: boolean): string =>
  deleted && content.name === "w:t" ? `</${deletedName(content)}>` : xml.slice(content.closeStart, content.end);

const deletedName = ({ rawName }: XmlElement): string => rawName.replace(/t$/, "delText");

/** Before a character of an element of the run; before the element where the character is 0. */
type Place = readonly [index: number, character: number];

const opens = ({ kind }: Marker): boolean => kind === "start" || kind === "delete";
const edge = (marker: Marker, last: number): Place => [opens(marker) ? 0 : Math.max(last, 1), 0];

function placeOf(contents: readonly XmlElement[], marker: Marker): Place {
  const { node, character } = marker;
  const index = node === null ? -1 : contents.findIndex(({ start, end }) => start <= node && node < end);
  const content = contents[index];
  if (content === undefined) return edge(marker, contents.length);
  if (content.start !== node) return [opens(marker) ? index : index + 1, 0];
  const length = content.name === "w:t" ? content.text.length : 1;
  return character <= 0 ? [index, 0] : character >= length ? [index + 1, 0] : [index, character];
}

/** What ends here is closed before anything begins: a deletion inside the range of its comment, which ends with the run that bears it. */
function tagsOf(markers: readonly Marker[], { prefix, declaration }: Naming): string {
  const tag = (name: string, id: number): string => `<${prefix}${name}${declaration} ${prefix}id="${id}"/>`;
  const written = (marker: Marker): string => {
    switch (marker.kind) {
      case "end":
        return `${tag("commentRangeEnd", marker.id)}<${prefix}r${declaration}>${tag("commentReference", marker.id)}</${prefix}r>`;
      case "start":
        return tag("commentRangeStart", marker.id);
      default:
        return marker.tags;
    }
  };
  return order.flatMap((kind) => markers.filter((marker) => marker.kind === kind).map(written)).join("");
}

const order: readonly Marker["kind"][] = ["deleted", "end", "start", "delete"];

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
