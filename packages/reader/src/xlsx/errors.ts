declare module "@khop/core" {
  interface ErrorInfo {
    "reader/not-excel": { contentType: string };
  }
}

export type {};
