/** Namespaces of Office Open XML, transitional and strict, by the prefix that its documents give them. */
const known: Readonly<Record<string, readonly string[]>> = {
  w: ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"],
  sml: ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"],
  r: ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"],
  m: ["http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"],
  a: ["http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"],
  wp: [
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
  ],
  mc: ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
  wps: ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  v: ["urn:schemas-microsoft-com:vml"],
  ct: ["http://schemas.openxmlformats.org/package/2006/content-types"],
  rel: ["http://schemas.openxmlformats.org/package/2006/relationships"],
  xml: ["http://www.w3.org/XML/1998/namespace"],
};

const prefixes = new Map(Object.entries(known).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)));

/** Which prefix stands for which namespace, from an element inwards. */
export class Scope {
  readonly #uris: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();

  constructor(uris: ReadonlyMap<string, string> = new Map()) {
    this.#uris = uris;
  }

  /** The scope of an element that declares some prefixes; the same one when it declares none. */
  inside(attributes: Readonly<Record<string, string>>): Scope {
    let uris: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
      uris ??= new Map(this.#uris);
      uris.set(name.slice(6), attributes[name] as string);
    }
    return uris === undefined ? this : new Scope(uris);
  }

  uri(prefix: string): string | undefined {
    return this.#uris.get(prefix);
  }

  /** The name with the usual prefix of its namespace: "ns0:p" is "w:p" where ns0 is bound to WordprocessingML. */
  element(raw: string): string {
    let name = this.#names.get(raw);
    if (name === undefined) {
      name = this.#resolve(raw);
      this.#names.set(raw, name);
    }
    return name;
  }

  attribute(raw: string): string {
    return raw.includes(":") ? this.element(raw) : raw;
  }

  #resolve(raw: string): string {
    const colon = raw.indexOf(":");
    const prefix = colon < 0 ? "" : raw.slice(0, colon);
    const uri = this.#uris.get(prefix);
    if (uri === undefined) return raw;
    const local = raw.slice(colon + 1);
    const usual = prefixes.get(uri);
    if (usual !== undefined) return `${usual}:${local}`;
    // A prefix that usually means another namespace must not be taken for it.
    return prefix !== "" && !(prefix in known) ? raw : `{${uri}}${local}`;
  }
}
