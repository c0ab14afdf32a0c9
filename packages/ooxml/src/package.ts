import { decodeText } from "./encoding.ts";
import { OoxmlError } from "./errors.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { parseXml } from "./parse.ts";
import type { XmlElement } from "./xml.ts";
import { type Entry, inflate, readZip, type Zip } from "./zip.ts";

/** A tie from a part, or from the package itself, to another part or to something outside. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The part's name, or the address as written when it is external. */
  readonly target: string;
  readonly external: boolean;
}

export const contentTypesPart = "[Content_Types].xml";

/** An Office Open XML package: named parts, what each is, and how they hang together. Names have no slash in front. */
export class OoxmlPackage {
  readonly zip: Zip;
  readonly limits: Limits;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #roots = new Map<string, XmlElement>();
  readonly #texts = new Map<string, string>();

  constructor(bytes: Uint8Array, limits: Limits) {
    this.zip = readZip(bytes, limits);
    this.limits = limits;
    this.#entries = new Map(this.zip.entries.map((entry) => [entry.name.toLowerCase(), entry]));
    if (!this.has(contentTypesPart)) {
      throw new OoxmlError("ooxml/not-a-package", `The zip is no Office Open XML package: it has no ${contentTypesPart}.`, {});
    }
  }

  /** Names of all parts, in the order of the zip's directory. */
  get parts(): string[] {
    return this.zip.entries.map(({ name }) => name).filter((name) => !name.endsWith("/"));
  }

  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase());
  }

  /** The name as the zip writes it; part names are the same whatever their case. */
  nameOf(part: string): string {
    return this.#entry(part).name;
  }

  bytes(part: string): Uint8Array {
    return inflate(this.zip, this.#entry(part), this.limits);
  }

  /** The text of a part: UTF-8, or UTF-16 with a byte order mark, which is left out. */
  text(part: string): string {
    const name = this.nameOf(part);
    let text = this.#texts.get(name);
    if (text === undefined) {
      text = decodeText(this.bytes(part), name);
      this.#texts.set(name, text);
    }
    return text;
  }

  /** A part parsed; offsets point into its {@link text}. */
  xml(part: string): XmlElement {
    const name = this.nameOf(part);
    let root = this.#roots.get(name);
    if (root === undefined) {
      root = parseXml(this.text(part), name, this.limits);
      this.#roots.set(name, root);
    }
    return root;
  }

  contentType(part: string): string | undefined {
    const name = `/${part}`.toLowerCase();
    const extension = /\.([^./]+)$/.exec(name)?.[1];
    let byExtension: string | undefined;
    for (const { name: kind, attributes } of this.xml(contentTypesPart).elements()) {
      if (kind === "ct:Override" && attributes.PartName?.toLowerCase() === name) return attributes.ContentType;
      if (kind === "ct:Default" && attributes.Extension?.toLowerCase() === extension) byExtension = attributes.ContentType;
    }
    return byExtension;
  }

  /** Whether the main part is a document of Word, with macros or a template as well. */
  get isWord(): boolean {
    return /wordprocessingml|ms-word/.test(this.contentType(this.main) ?? "");
  }

  /** Whether the main part is a workbook of Excel in XML, with macros or a template as well; a binary one (.xlsb) is not. */
  get isExcel(): boolean {
    return /spreadsheetml|ms-excel\.(?:sheet|template)\.macro/i.test(this.contentType(this.main) ?? "");
  }

  /** Relationships of a part; of the package itself when none is named. */
  relationships(source = ""): Relationship[] {
    const part = relationshipsPart(source);
    if (!this.has(part)) return [];
    return this.xml(part)
      .elements("rel:Relationship")
      .map(({ attributes: { Id = "", Type = "", Target = "", TargetMode } }) => {
        const external = TargetMode === "External";
        return { id: Id, type: Type, target: external ? Target : resolved(source, Target), external };
      });
  }

  /** The part that a relationship of the given kind ties to: the last word of its type, such as "comments". */
  related(kind: string, source = ""): string | undefined {
    const found = this.relationships(source).find(
      ({ type, external, target }) => !external && type.endsWith(`/${kind}`) && this.has(target),
    );
    return found && this.nameOf(found.target);
  }

  /** The main part: the document, workbook or presentation. */
  get main(): string {
    const main = this.related("officeDocument");
    if (main === undefined) {
      throw new OoxmlError(
        "ooxml/no-part",
        "The package names no main document in _rels/.rels, so it is no Word, Excel or PowerPoint file.",
        { part: "_rels/.rels" },
      );
    }
    return main;
  }

  #entry(part: string): Entry {
    const entry = this.#entries.get(part.toLowerCase());
    if (entry !== undefined) return entry;
    throw new OoxmlError("ooxml/no-part", `The package has no part ${part}. It has: ${this.parts.slice(0, 20).join(", ")}.`, { part });
  }
}

/**
 * Opens a package. Its directory is checked before anything is inflated; a part is inflated when it is first read.
 *
 * @throws OoxmlError for bytes that are no package, are broken or encrypted, or claim more than the limits allow.
 */
export const openPackage = (bytes: Uint8Array, limits: Partial<Limits> = {}): OoxmlPackage =>
  new OoxmlPackage(bytes, { ...defaultLimits, ...limits });

/** Where the relationships of a part are kept: "word/_rels/document.xml.rels". */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf("/") + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** A target as a part's name: relative to the folder of its source, or from the root when it begins with a slash. */
function resolved(source: string, target: string): string {
  const path = target.split("#")[0] as string;
  const steps = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  const name = steps.join("/");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
