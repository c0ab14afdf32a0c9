import { encodeText } from "./encoding.ts";
import { contentTypesPart, type OoxmlPackage, relationshipsPart } from "./package.ts";
import { parseXml } from "./parse.ts";
import { rewriteZip } from "./rewrite.ts";
import { escapeXml, type XmlElement } from "./xml.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

/** Changes to a package, gathered until `save` makes the new file. What is not changed stays byte for byte. */
export class PackageEdit {
  readonly #package: OoxmlPackage;
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #texts = new Map<string, string>();

  constructor(opened: OoxmlPackage) {
    this.#package = opened;
  }

  /** Replaces or adds a part. A text keeps the encoding that the part had. */
  put(part: string, content: string | Uint8Array): void {
    const name = this.#package.has(part) ? this.#package.nameOf(part) : part;
    if (typeof content === "string") {
      this.#texts.set(name, content);
      this.#bytes.set(name, this.#package.has(name) ? encodeText(content, this.#package.bytes(name)) : new TextEncoder().encode(content));
    } else {
      this.#texts.delete(name);
      this.#bytes.set(name, content);
    }
  }

  /** A name for a new part that nothing has yet: "word/comments.xml", else "word/comments1.xml" … */
  freeName(part: string): string {
    const dot = part.lastIndexOf(".");
    let name = part;
    for (let i = 1; this.#has(name); i += 1) name = `${part.slice(0, dot)}${i}${part.slice(dot)}`;
    return name;
  }

  /** Says what a part is. Nothing is written when the package says so already. */
  setContentType(part: string, contentType: string): void {
    if (this.#typeOf(part) === contentType) return;
    const xml = this.#text(contentTypesPart);
    const root = parseXml(xml, contentTypesPart);
    const old = root.elements("ct:Override").find(({ attributes }) => attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase());
    const name = `${prefixOf(root)}Override`;
    const override = `<${name} PartName="/${escapeXml(part)}" ContentType="${escapeXml(contentType)}"/>`;
    this.put(contentTypesPart, old === undefined ? appended(xml, root, override) : xml.slice(0, old.start) + override + xml.slice(old.end));
  }

  /** Says what all parts of an extension are that are not named themselves. Nothing is written when the package says so already. */
  setExtensionType(extension: string, contentType: string): void {
    const xml = this.#text(contentTypesPart);
    const root = parseXml(xml, contentTypesPart);
    const there = root.elements("ct:Default").some(({ attributes }) => attributes.Extension?.toLowerCase() === extension.toLowerCase());
    if (there) return;
    const added = `<${prefixOf(root)}Default Extension="${escapeXml(extension)}" ContentType="${escapeXml(contentType)}"/>`;
    this.put(contentTypesPart, appended(xml, root, added));
  }

  /** Ties a part to another and gives the id of the tie; an equal one that is there already is taken. */
  addRelationship(source: string, type: string, target: string): string {
    const there = this.#package.relationships(source).find((each) => each.type === type && each.target === target && !each.external);
    if (there !== undefined) return there.id;
    const part = relationshipsPart(source);
    const fresh = !this.#has(part);
    const xml = fresh ? `${declaration}<Relationships xmlns="${relationshipsNamespace}"></Relationships>` : this.#text(part);
    const root = parseXml(xml, part);
    const ids = new Set(root.elements().map(({ attributes }) => attributes.Id));
    let number = 1;
    while (ids.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    this.put(
      part,
      appended(
        xml,
        root,
        `<${prefixOf(root)}Relationship Id="${id}" Type="${escapeXml(type)}" Target="${escapeXml(encodeURI(targetFrom(source, target)))}"/>`,
      ),
    );
    if (fresh) this.setContentType(part, relationshipsType);
    return id;
  }

  /** The new file. */
  save(): Uint8Array {
    return rewriteZip(this.#package.zip, this.#bytes);
  }

  #has(part: string): boolean {
    return this.#bytes.has(part) || this.#package.has(part);
  }

  #text(part: string): string {
    return this.#texts.get(part) ?? this.#package.text(part);
  }

  #typeOf(part: string): string | undefined {
    if (!this.#texts.has(contentTypesPart)) return this.#package.contentType(part);
    const names = parseXml(this.#text(contentTypesPart), contentTypesPart).elements("ct:Override");
    return names.find(({ attributes }) => attributes.PartName === `/${part}`)?.attributes.ContentType ?? this.#package.contentType(part);
  }
}

/** Relative to the folder of the source, as Office writes it: "comments.xml", "../comments1.xml". */
function targetFrom(source: string, target: string): string {
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

const prefixOf = ({ rawName }: XmlElement): string => rawName.slice(0, rawName.indexOf(":") + 1);

/** The text of a part with one child more at the end of an element, everything else as it was. */
export function appended(xml: string, element: XmlElement, child: string): string {
  const { rawName, openEnd, closeStart, end } = element;
  if (end > openEnd) return xml.slice(0, closeStart) + child + xml.slice(closeStart);
  const open = xml.slice(0, openEnd).replace(/\s*\/>$/, ">");
  return `${open}${child}</${rawName}>${xml.slice(end)}`;
}
