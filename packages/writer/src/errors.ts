declare module "@khop/core" {
  interface ErrorInfo {
    "writer/not-word": { contentType: string };
    "writer/not-excel": { contentType: string };
  }
}

export type {};
