import type { LegacyEncoding } from "./legacy/encoding.ts";

declare module "@khop/core" {
  interface ErrorInfo {
    /** More than is read of one document: elements inside each other, elements and texts, cells of a table, characters, or numbers. */
    "reader/too-large": { what: "depth" | "nodes" | "cells" | "characters" | "numbers"; limit: number };
    /** Bytes that are no text in the encoding that they should be in. */
    "reader/bad-encoding": { encoding: string };
    /** Bytes that are no text: a NUL among them, with its offset, or UTF-16 that is broken. */
    "reader/not-text": { nul: number | null };
    /** Bytes that are no UTF-8, and no encoding of old that is known for sure. */
    "reader/unknown-encoding": { offset: number; likely: LegacyEncoding | null };
  }
}
