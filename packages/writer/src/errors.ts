declare module "@khop/core" {
  interface ErrorInfo {
    "writer/not-word": { contentType: string };
  }
}

export type {};
