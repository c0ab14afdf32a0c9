declare module "@khop/core" {
  interface ErrorInfo {
    /** More than is read of one document: elements inside each other, elements and texts, cells of a table, characters, or numbers. */
    "reader/too-large": { what: "depth" | "nodes" | "cells" | "characters" | "numbers"; limit: number };
    /** Bytes that are no text in the encoding that they should be in. */
    "reader/bad-encoding": { encoding: string };
  }
}

export type {};
