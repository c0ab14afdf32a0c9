import { contentTypesPart, relationshipsPart } from "./package.ts";
import { writeZip } from "./rewrite.ts";
import { escapeXml } from "./xml.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";
const relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

/** A part of a package that is made anew. */
export interface NewPart {
  /** Without a slash in front: "word/document.xml". */
  readonly name: string;
  readonly contentType: string;
  /** XML without its declaration, or bytes as they are. */
  readonly content: string | Uint8Array;
  /** What it is tied to: id, type and target as they are written. */
  readonly relationships?: readonly NewRelationship[];
}

export type NewRelationship = readonly [id: string, type: string, target: string];

/**
 * The bytes of a new package: its parts in the order given, with their content types and relationships.
 *
 * They depend on nothing but what goes in: entries bear the first day of 1980.
 */
export function createPackage(parts: readonly NewPart[], relationships: readonly NewRelationship[]): Uint8Array {
  const encoder = new TextEncoder();
  const xml = (text: string): Uint8Array => encoder.encode(declaration + text);
  const types = [
    `<Default Extension="rels" ContentType="${relationshipsType}"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...parts.map(({ name, contentType }) => `<Override PartName="/${escapeXml(name)}" ContentType="${escapeXml(contentType)}"/>`),
  ];
  const ties = (list: readonly NewRelationship[]): Uint8Array =>
    xml(
      `<Relationships xmlns="${packageNamespace}/relationships">${list
        .map(([id, type, target]) => `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"/>`)
        .join("")}</Relationships>`,
    );
  return writeZip([
    [contentTypesPart, xml(`<Types xmlns="${packageNamespace}/content-types">${types.join("")}</Types>`)],
    [relationshipsPart(""), ties(relationships)],
    ...parts.flatMap(({ name, content, relationships: own = [] }): (readonly [string, Uint8Array])[] => [
      [name, typeof content === "string" ? xml(content) : content],
      ...(own.length === 0 ? [] : [[relationshipsPart(name), ties(own)] as const]),
    ]),
  ]);
}
