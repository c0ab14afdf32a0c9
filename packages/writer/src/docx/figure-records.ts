import type { FigureForm } from "@khop/core";
import { escapeXml, type XmlElement } from "@khop/ooxml";
import type { Writing } from "../report/spell.ts";

/** The namespace of the part that lists a document's figures. */
export const figuresNamespace = "urn:khop:figures:1";

/** A figure of a document as it was last written: what a later reading holds the document against. */
export interface FigureRecord {
  /** Of its content control. */
  readonly id: string;
  readonly tag: string;
  /** The key of its fact. */
  readonly fact: string;
  /** Of the fact. */
  readonly version: string | undefined;
  /** As it was written. */
  readonly text: string;
  /** Canonical decimal, in the printed unit; undefined for a fact that was missing. */
  readonly value: string | undefined;
  readonly writing: Writing;
}

/** Which regime a document was made by. */
export interface MadeBy {
  readonly regime: string;
  readonly version: string;
}

export function recordsXml(records: readonly FigureRecord[], madeBy: MadeBy | undefined): string {
  const figures = records.map(({ id, tag, fact, version, text, value, writing }) => {
    const attributes = [
      ["id", id],
      ["tag", tag],
      ["fact", fact],
      ["version", version],
      ["text", text],
      ["value", value],
      ["decimals", writing.decimals?.toString()],
      ["form", writing.form],
      ["around", writing.around],
      ["zero", writing.whenZero],
      ["missing", writing.whenMissing],
    ].flatMap(([name, given]) => (given === undefined ? [] : [`${name}="${escapeXml(given)}"`]));
    return `<figure ${attributes.join(" ")}/>`;
  });
  const by = madeBy === undefined ? "" : ` regime="${escapeXml(madeBy.regime)}" regimeVersion="${escapeXml(madeBy.version)}"`;
  return `<figures xmlns="${figuresNamespace}"${by}>${figures.join("")}</figures>`;
}

/** The figures that a part lists, and which regime the document was made by. */
export function recordsIn(root: XmlElement): { readonly records: readonly FigureRecord[]; readonly madeBy: MadeBy | undefined } {
  const records = root.elements().map(({ attributes }): FigureRecord => {
    const { id = "", tag = "", fact = "", version, text = "", value, decimals, form, around, zero, missing } = attributes;
    return {
      id,
      tag,
      fact,
      version,
      text,
      value,
      writing: {
        ...(decimals === undefined ? {} : { decimals: Number(decimals) }),
        ...(form === undefined ? {} : { form: form as FigureForm }),
        ...(around === undefined ? {} : { around }),
        ...(zero === undefined ? {} : { whenZero: zero }),
        ...(missing === undefined ? {} : { whenMissing: missing }),
      },
    };
  });
  const { regime, regimeVersion: version = "" } = root.attributes;
  return { records, madeBy: regime === undefined ? undefined : { regime, version } };
}
