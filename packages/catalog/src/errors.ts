declare module "@khop/core" {
  interface ErrorInfo {
    "catalog/bad-layout-regime": { issues: string };
  }
}

export type {};
