export { createPackage, type NewPart, type NewRelationship } from "./create.ts";
export { appended, PackageEdit } from "./edit.ts";
export { isOoxmlError, OoxmlError, type OoxmlErrorCode, type OoxmlErrorInfo } from "./errors.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export type { Scope } from "./namespaces.ts";
export { OoxmlPackage, openPackage, type Relationship } from "./package.ts";
export type { Span } from "./span.ts";
export { attributesOf, escapeXml, parseXml, type XmlAttribute, XmlElement, type XmlNode, type XmlText } from "./xml.ts";
export type { Entry, Zip } from "./zip.ts";
