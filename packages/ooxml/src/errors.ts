/** What each error knows beside its message. `part` is the name of a part or zip entry. */
export interface OoxmlErrorInfo {
  "ooxml/not-a-package": Record<never, never>;
  "ooxml/broken-zip": { part?: string };
  "ooxml/encrypted": { part: string };
  "ooxml/unsupported": { part: string; method: number };
  "ooxml/bad-name": { part: string };
  "ooxml/duplicate-name": { part: string };
  "ooxml/too-large": { what: "entries" | "size" | "total" | "ratio" | "depth" | "nodes"; found: number; limit: number; part?: string };
  "ooxml/no-part": { part: string };
  "ooxml/bad-xml": { part: string; offset: number };
  "ooxml/bad-text": { part: string };
}

export type OoxmlErrorCode = keyof OoxmlErrorInfo;

/** A package that cannot be opened, read or changed: says what, where and how to mend, in English, for the developer. */
export class OoxmlError<C extends OoxmlErrorCode = OoxmlErrorCode> extends Error {
  override readonly name = "OoxmlError";
  readonly code: C;
  readonly info: OoxmlErrorInfo[C];

  constructor(code: C, message: string, info: OoxmlErrorInfo[C], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.info = info;
  }
}

/** True when `error` is an OoxmlError, of the given code if one is given. */
export function isOoxmlError<C extends OoxmlErrorCode>(error: unknown, code?: C): error is OoxmlError<C> {
  return error instanceof OoxmlError && (code === undefined || error.code === code);
}
