/** What each error knows beside its message. Packages add their own codes by augmentation. */
export interface ErrorInfo {
  "core/bad-number": { text: string };
  "core/bad-shape": { kind: string; issues: string };
  "core/unknown-kind": { kind: string; known: readonly string[] };
  "core/repeated-cell": { kind: string; cell: string };
  "core/not-in-law": { kind: string; place: string };
  "core/zero-denominator": { numerator: string };
  "core/unit-mismatch": { left: string; right: string };
  "core/duplicate-id": { id: string };
  "core/bad-period": { text: string };
  "core/inexact-number": { value: number };
  "core/not-in-scope": { what: "indicator" | "orgUnit" | "breakdown" | "member"; id: string; known: readonly string[] };
  "core/bad-report": { issues: string };
}

/** A call that cannot be answered: says what, where and how to mend, in English, for the developer. */
export class KhopError<C extends keyof ErrorInfo = keyof ErrorInfo> extends Error {
  override readonly name = "KhopError";
  readonly code: C;
  readonly info: ErrorInfo[C];

  constructor(code: C, message: string, info: ErrorInfo[C], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.info = info;
  }
}

/** True when `error` is a KhopError, of the given code if one is given. */
export function isKhopError<C extends keyof ErrorInfo>(error: unknown, code?: C): error is KhopError<C> {
  return error instanceof KhopError && (code === undefined || error.code === code);
}
