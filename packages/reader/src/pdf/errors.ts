declare module "@khop/core" {
  interface ErrorInfo {
    /** The bytes are no PDF, or damaged beyond reading. */
    "reader/pdf-damaged": { reason: string };
    "reader/pdf-password": Record<string, never>;
    /** There is no text on any page: a scan. */
    "reader/pdf-no-text": { pages: number };
    /** Most signs have no Unicode, so that nobody can say which letters they are. */
    "reader/pdf-no-unicode": { fonts: readonly string[] };
    "reader/pdf-limit": { limit: "bytes" | "time"; most: number };
  }
}

export type {};
