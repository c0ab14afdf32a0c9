declare module "@khop/core" {
  interface ErrorInfo {
    "reader/not-word": { contentType: string };
  }
}

export type {};
